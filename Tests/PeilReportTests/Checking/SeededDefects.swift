import PeilReport

extension SeededDefect {
  static let all: [SeededDefect] =
    wording + bytes + wellFormedness + elements + attributes + head + tables + reading + provenance
    + charts

  private static let lead = "<h2 id=\"results-heading\">Resultaten</h2>"
  private static let item = "<li>Vraag nieuwe volgers hoe zij de bakkerij vonden.</li>"
  private static let text = "Gemengd beeld"

  // MARK: - Before the parse

  private static let wording: [SeededDefect] = [
    .init(
      "good or bad by colour alone", .colourAlone, item,
      "<li><span class=\"bad\" data-metric=\"m5.share\">18%</span></li>"),
    .init(
      "a lead of fifty words", .budgetText, item,
      "<li><p class=\"lead\">\(String(repeating: "woord ", count: 50))</p></li>"),
    .init(
      "a headline of twenty words", .budgetText, "Meer aanvragen met",
      "Meer \(String(repeating: "woord ", count: 20))"),
    .init(
      "a next step of thirty words", .budgetText, item,
      "<li class=\"step\">\(String(repeating: "woord ", count: 30))</li>"),
    .init("letter and mark as two characters", .textNormal, text, "Cafe\u{301} gemengd"),
    .init(
      "a table without headers", .tableUnheaded, item,
      "<li><table><caption>x</caption><tbody><tr><td>x</td></tr></tbody></table></li>"),
    .init(
      "residue in a label", .residueTemplate, "alt=\"Bureau Vier\"", "alt=\"undefined\""),
    .init(
      "a name over two lines", .tenantOther, text, "Noordzee<br/>Hotel"),
  ]

  private static let bytes: [SeededDefect] = [
    .init("no doctype", .bytesProlog, "<!DOCTYPE html>\n", ""),
    .init("XML declaration", .bytesProlog, "<!DOCTYPE", "<?xml version=\"1.0\"?>\n<!DOCTYPE"),
    .init("byte order mark", .bytesProlog, "<!DOCTYPE", "\u{FEFF}<!DOCTYPE"),
    .init("doctype in lower case", .bytesProlog, "<!DOCTYPE html>", "<!doctype html>"),
    .init(
      "doctype with a system identifier", .bytesProlog, "<!DOCTYPE html>",
      "<!DOCTYPE html SYSTEM \"about:legacy-compat\">", at: .page),
    .init(
      "XHTML doctype and nbsp", .bytesProlog, "<!DOCTYPE html>",
      "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"xhtml1-strict.dtd\">", at: .page
    ),
    .init(
      "internal subset with an entity", .bytesProlog, "<!DOCTYPE html>",
      "<!DOCTYPE html [<!ENTITY x \"y\">]>", at: .page),
    .init("space before html", .bytesProlog, "html>\n<html", "html>\n\n<html", at: .page),
    .init("tab in text", .bytesControl, text, "Gemengd\tbeeld"),
    .init("carriage return", .bytesControl, text, "Gemengd \rbeeld"),
    .init("form feed", .bytesControl, text, "Gemengd \u{0C}beeld"),
    .init("NUL", .bytesControl, text, "Gemengd \u{0}beeld"),
    .init("DEL", .bytesControl, text, "Gemengd \u{7F}beeld"),
    .init("C1 control", .bytesControl, text, "Gemengd \u{85}beeld"),
    .init(
      "noncharacter U+FDD0", .bytesControl, text, "Gemengd \u{E000}EF\u{E000}B7\u{E000}90beeld"),
    .init(
      "noncharacter U+1FFFE", .bytesControl, text,
      "Gemengd \u{E000}F0\u{E000}9F\u{E000}BF\u{E000}BEbeeld"),
    .init("comment", .bytesMarkup, item, "<!-- note -->\(item)"),
    .init("comment that browsers end early", .bytesMarkup, item, "<!--> visible -->\(item)"),
    .init("two hyphens in a comment", .bytesMarkup, item, "<!-- a -- b -->\(item)"),
    .init("comment ended by --!>", .bytesMarkup, item, "<!-- a --!>\(item)"),
    .init("CDATA section", .bytesMarkup, text, "<![CDATA[x]]>\(text)"),
    .init("processing instruction", .bytesMarkup, text, "<?php x ?>\(text)"),
    .init("numeric reference that browsers remap", .bytesReference, text, "a &#150; b"),
    .init("reference to a control", .bytesReference, text, "a &#8; b"),
    .init("hexadecimal reference", .bytesReference, text, "a &#xA0; b"),
    .init("named reference nbsp", .bytesReference, text, "a&nbsp;b"),
    .init("named reference of HTML5", .bytesReference, text, "a &check; b"),
    .init("apostrophe by name", .bytesReference, text, "a &apos; b"),
    .init("new line in a value", .bytesTag, "class=\"goals\"", "class=\"goals\nwide\""),
    .init("new line between attributes", .bytesTag, "<dl class", "<dl\nclass"),
    .init(
      "numeric reference in a value", .bytesTag, "alt=\"Bureau Vier\"", "alt=\"Bureau&#160;Vier\""),
    .init("ampersand in the style sheet", .bytesStyle, "p.lead { f", "a &amp; b { f"),
  ]

  // MARK: - Not XML

  private static let wellFormedness: [SeededDefect] = [
    .init("bare ampersand in an address", .xmlNotWellFormed, "&amp;jaar", "&jaar"),
    .init("bare ampersand in text", .xmlNotWellFormed, text, "A & B"),
    .init("copy without semicolon", .xmlNotWellFormed, "?maand=10&amp;jaar", "?a=1&copy"),
    .init(
      "unclosed div", .xmlNotWellFormed, "<div class=\"how\">", "<div><div class=\"how\">",
      at: .page),
    .init("unclosed span", .xmlNotWellFormed, text, "<span>\(text)"),
    .init(
      "unclosed section", .xmlNotWellFormed, "</section>\n</main>", "</main>", at: .line("</main>")),
    .init("misnested b and i", .xmlNotWellFormed, text, "<b><i>x</b></i>"),
    .init("stray end tag of a div", .xmlNotWellFormed, item, "\(item)</div>"),
    .init("stray end tag of a section", .xmlNotWellFormed, "</main>", "</section></main>"),
    .init(
      "duplicate attribute", .xmlNotWellFormed, "class=\"goals\"", "class=\"goals\" class=\"x\""),
    .init("less-than in text", .xmlNotWellFormed, text, "a < b"),
    .init("less-than in a value", .xmlNotWellFormed, "alt=\"Bureau", "alt=\"<Bureau"),
    .init("quote lost in a tag", .xmlNotWellFormed, "class=\"goals\"", "class=\"goals", at: .page),
    .init("unquoted value", .xmlNotWellFormed, "class=\"goals\"", "class=goals"),
    .init("attribute without a value", .xmlNotWellFormed, "<details>", "<details open>"),
    .init("br without a slash", .xmlNotWellFormed, text, "a<br>b", at: .page),
    .init("invalid UTF-8", .xmlNotWellFormed, text, "a\u{E000}FFb"),
    .init("overlong UTF-8", .xmlNotWellFormed, text, "a\u{E000}C0\u{E000}AFb"),
    .init("surrogate in UTF-8", .xmlNotWellFormed, text, "a\u{E000}ED\u{E000}A0\u{E000}80b"),
    .init("U+FFFF", .xmlNotWellFormed, text, "a\u{E000}EF\u{E000}BF\u{E000}BFb"),
    .init("undeclared prefix", .xmlNotWellFormed, text, "<x:b>a</x:b>"),
    .init("file cut off", .xmlNotWellFormed, "</body>\n</html>\n", "", at: .page),
    .init("content after the end", .xmlNotWellFormed, "</html>", "</html><p>x</p>"),
    .init("less-than in the style sheet", .xmlNotWellFormed, "p.lead {", "p < p {"),
  ]

  // MARK: - Elements

  private static let elements: [SeededDefect] = [
    .init("script", .elementUnknown, item, "\(item)<script>x</script>"),
    .init("unknown element", .elementUnknown, text, "<blink>x</blink>"),
    .init("center", .elementUnknown, text, "<center>x</center>"),
    .init("font", .elementUnknown, text, "<font>x</font>"),
    .init("button in a link", .elementUnknown, "Naar de samenvatting", "<button>x</button>"),
    .init("form", .elementUnknown, lead, "<form></form>\(lead)"),
    .init("noscript", .elementUnknown, item, "\(item)<noscript>x</noscript>"),
    .init("iframe", .elementUnknown, lead, "<iframe></iframe>\(lead)"),
    .init("base", .elementUnknown, "<title", "<base/><title"),
    .init("plaintext", .elementUnknown, lead, "<plaintext>x</plaintext>\(lead)"),
    .init("capital name", .elementUnknown, text, "<B>x</B>"),
    .init(
      "foreignObject", .elementUnknown, "<line class=\"grid\"",
      "<foreignObject/><line class=\"grid\""),
    .init(
      "p in a picture", .elementUnknown, "<line class=\"grid\"", "<p>x</p><line class=\"grid\""),
    .init(
      "b in the text of a picture", .elementUnknown, "data-metric=\"m1.w40\">96</text>",
      "data-metric=\"m1.w40\"><b>96</b></text>"),
    .init(
      "rect outside a picture", .elementUnknown, text, "<rect width=\"1\" height=\"1\"></rect>x"),
    .init("lower case lineargradient", .elementUnknown, "<defs>", "<defs><lineargradient/>"),
    .init(
      "prefix with a declaration", .elementPrefix, text,
      "<s:svg xmlns:s=\"http://www.w3.org/2000/svg\"/>"),
    .init(
      "svg without xmlns", .elementNamespace,
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart wide\"", "<svg class=\"chart wide\""),
    .init(
      "html without xmlns", .elementNamespace, "<html xmlns=\"http://www.w3.org/1999/xhtml\" ",
      "<html "),
    .init(
      "xmlns on a div", .elementNamespace, "<div class=\"how\"",
      "<div xmlns=\"http://www.w3.org/1999/xhtml\" class=\"how\""),
    .init("div that closes itself", .elementSelfClosing, lead, "<div/>\(lead)"),
    .init("span that closes itself", .elementSelfClosing, text, "<span/>\(text)"),
    .init("br with an end tag", .elementSelfClosing, "<br/>", "<br></br>", in: .harbour),
    .init("div in p", .elementMisplaced, text, "<div>x</div>"),
    .init("ul in p", .elementMisplaced, text, "<ul><li>x</li></ul>"),
    .init("p in a heading", .elementMisplaced, "Resultaten", "<p>x</p>"),
    .init("heading in a heading", .elementMisplaced, "Resultaten", "<h3>x</h3>"),
    .init("li outside a list", .elementMisplaced, lead, "\(lead)<li>x</li>"),
    .init("td outside a table", .elementMisplaced, lead, "\(lead)<td>x</td>"),
    .init(
      "div in tbody", .elementMisplaced, "<tbody role=\"rowgroup\">",
      "<tbody role=\"rowgroup\"><div>x</div>"),
    .init("div in ul", .elementMisplaced, "<ul>", "<ul><div>x</div>"),
    .init("p in dl", .elementMisplaced, "<dt>Aanvragen", "<p>x</p><dt>Aanvragen"),
    .init(
      "tr in table", .elementMisplaced, "<tbody role=\"rowgroup\">\n<tr role=\"row\">",
      "<tr role=\"row\"><td>x</td></tr>\n<tbody role=\"rowgroup\">\n<tr role=\"row\">"),
    .init("style in body", .elementMisplaced, lead, "\(lead)<style>x</style>"),
    .init("div in head", .elementMisplaced, "<title", "<div>x</div><title"),
    .init("div in span in p", .elementMisplaced, "Misverstand: ", "<span><div>x</div></span>"),
    .init("main in main", .elementMisplaced, lead, "\(lead)<main><p>x</p></main>"),
    .init(
      "link in a link", .elementNested, "Naar de samenvatting", "Naar <b><a href=\"#m1\">x</a></b>"),
    .init(
      "header in a header", .elementNested, "<p class=\"client\">",
      "<div><header><p>x</p></header></div><p class=\"client\">"),
    .init(
      "caption after the head", .elementOrder,
      "<caption data-metric=\"m1.weeks\">Aanvragen per week, laatste van 13 weken</caption>\n<thead role=\"rowgroup\">\n<tr role=\"row\"><th scope=\"col\" role=\"columnheader\">Week</th><th scope=\"col\" role=\"columnheader\" class=\"num\">Aanvragen</th></tr>\n</thead>",
      "<thead role=\"rowgroup\">\n<tr role=\"row\"><th scope=\"col\" role=\"columnheader\">Week</th><th scope=\"col\" role=\"columnheader\" class=\"num\">Aanvragen</th></tr>\n</thead>\n<caption>x</caption>",
      at: .line("<caption>")),
    .init(
      "figcaption in the middle", .elementOrder,
      "<figure id=\"f-m1\" aria-labelledby=\"f-m1-title\">\n<p id",
      "<figure id=\"f-m1\" aria-labelledby=\"f-m1-title\">\n<p>x</p><figcaption>x</figcaption>\n<p id",
      at: .line("<p id=\"f-m1-title\"")),
    .init("summary that is not first", .elementOrder, "<summary>", "<p>x</p><summary>"),
    .init("dd before dt", .elementOrder, "<dt>Aanvragen", "<dd>x</dd><dt>Aanvragen"),
    .init("title before charset", .elementOrder, "<meta charset", "<title>x</title><meta charset"),
    .init("two main", .elementRepeated, "</main>", "</main><main><p>x</p></main>"),
    .init("two titles", .elementRepeated, "<link rel", "<title>x</title><link rel"),
    .init("two captions", .elementRepeated, "<thead role", "<caption>x</caption><thead role"),
    .init(
      "no title", .elementMissing,
      "<title data-metric=\"month.year\">Bakkerij Aurora: oktober 2026</title>\n", "",
      at: .line("<head>")),
    .init(
      "table without a caption", .elementMissing,
      "<caption data-metric=\"m1.weeks\">Aanvragen per week, laatste van 13 weken</caption>\n", "",
      at: .line("<table")),
    .init(
      "details without a summary", .elementMissing, "<summary>Toon de cijfers als tabel</summary>",
      "", at: .line("<details")),
    .init(
      "dt without dd", .elementMissing, "<dd data-metric=\"reach.post\">8,4K</dd>\n", "",
      at: .line("<dl")),
    .init("list without items", .elementMissing, "<ul>\n", "<ul></ul>\n<ul>\n"),
    .init("empty heading", .elementEmpty, "Resultaten", ""),
    .init(
      "empty title", .elementEmpty,
      "<title data-metric=\"month.year\">Bakkerij Aurora: oktober 2026", "<title>"),
    .init(
      "empty title in a picture", .elementEmpty, "<title>Share of effort and of result</title>",
      "<title/>", in: .harbour),
    .init(
      "empty header cell", .elementEmpty, "<th scope=\"col\" role=\"columnheader\">Week</th>",
      "<th scope=\"col\" role=\"columnheader\"></th>"),
    .init("text in a table", .textMisplaced, "<thead role", "x<thead role"),
    .init("text in a list", .textMisplaced, "<ul>", "<ul>x"),
    .init("text in a picture", .textMisplaced, "<line class=\"grid\"", "x<line class=\"grid\""),
    .init("text in the body", .textMisplaced, "<main>", "x<main>"),
    .init(
      "pre that begins with a new line", .preNewline, "<pre>quiet", "<pre>\nquiet", at: .page,
      in: .harbour),
  ]

  // MARK: - Attributes

  private static let attributes: [SeededDefect] = [
    .init(
      "event handler", .attributeUnknown, "<div class=\"how\"", "<div onclick=\"x()\" class=\"how\""
    ),
    .init(
      "style attribute", .attributeUnknown, "<div class=\"how\"",
      "<div style=\"color:red\" class=\"how\""),
    .init(
      "misspelt aria attribute", .attributeUnknown, "aria-labelledby=\"m1-heading\"",
      "aria-labeledby=\"m1-heading\""),
    .init(
      "aria-label on a paragraph", .attributeUnknown, "<p class=\"skip\"",
      "<p aria-label=\"x\" class=\"skip\""),
    .init("tabindex", .attributeUnknown, "<div class=\"how\"", "<div tabindex=\"2\" class=\"how\""),
    .init(
      "lower case viewbox", .attributeUnknown, "viewBox=\"0 0 300 200\"", "viewbox=\"0 0 300 200\""),
    .init(
      "unknown data attribute", .attributeUnknown, "data-tick=\"c-m1\">0", "data-ticks=\"c-m1\">0"),
    .init("srcset", .attributeUnknown, "alt=\"Bureau Vier\"", "srcset=\"x\" alt=\"Bureau Vier\""),
    .init(
      "attribute with a prefix", .attributeUnknown, "<html xmlns", "<html xml:lang=\"nl\" xmlns"),
    .init("image without alt", .attributeMissing, " alt=\"Bureau Vier\"", ""),
    .init("no language", .attributeMissing, " lang=\"nl\"", ""),
    .init(
      "header cell without scope", .attributeMissing,
      "<th scope=\"col\" role=\"columnheader\">Week", "<th role=\"columnheader\">Week"),
    .init(
      "time without datetime", .attributeMissing,
      "<time datetime=\"2026-10-31\">31 oktober 2026</time>", "<time>gisteren</time>"),
    .init("empty id", .attributeValue, "id=\"f-m1\"", "id=\"\""),
    .init("space in an id", .attributeValue, "id=\"f-m1\"", "id=\"f m1\""),
    .init("unknown role", .attributeValue, "role=\"table\"", "role=\"grid\""),
    .init("scope column", .attributeValue, "scope=\"col\"", "scope=\"column\""),
    .init(
      "date that does not exist", .attributeValue, "datetime=\"2026-10-31\"",
      "datetime=\"2026-10-32\""),
    .init(
      "bad language tag", .attributeValue, "lang=\"nl\" hreflang", "lang=\"dutch\" hreflang",
      in: .harbour),
    .init("NaN as a width", .attributeValue, "width=\"37.1\"", "width=\"NaN\""),
    .init("minus zero as a width", .attributeValue, "width=\"37.1\"", "width=\"-0\""),
    .init("negative height", .attributeValue, "height=\"192\"", "height=\"-192\""),
    .init("NaN in path data", .attributeValue, "d=\"M52.2 175.6L", "d=\"M52.2 NaNL"),
    .init(
      "path data with a number too few", .attributeValue, "C110 180 120 170 130 160",
      "C110 180 120 170 130"),
    .init(
      "view box of three numbers", .attributeValue, "viewBox=\"0 0 720 300\"", "viewBox=\"0 0 720\""
    ),
    .init(
      "points with an odd number", .attributeValue, "points=\"20,10 60,10\"", "points=\"20,10 60\"",
      in: .harbour),
    .init("transform without a number", .attributeValue, "rotate(45)", "rotate()"),
    .init(
      "colour in a picture", .attributeValue, "stroke=\"none\"", "stroke=\"red\"", in: .harbour),
    .init("class with a capital", .attributeValue, "class=\"goals\"", "class=\"Goals\""),
    .init("open without its value", .attributeValue, "<details>", "<details open=\"\">"),
    .init("rowspan of 0", .attributeValue, "rowspan=\"2\" id", "rowspan=\"0\" id", in: .harbour),
    .init(
      "verdict that is none", .attributeValue, "data-verdict=\"mixed\"", "data-verdict=\"unsure\""),
    .init(
      "javascript address", .linkScheme,
      "href=\"https://www.aurora.example/acties?maand=10&amp;jaar=2026\"",
      "href=\"javascript:alert(1)\""),
    .init("http address", .linkScheme, "href=\"https://www", "href=\"http://www"),
    .init("bare IP address", .linkScheme, "https://www.aurora.example/", "https://192.0.2.7/"),
    .init("mail without an address", .linkScheme, "mailto:team@bureauvier.example", "mailto:team"),
    .init(
      "external image", .resourceExternal, "src=\"data:image/png;base64,",
      "src=\"https://example.org/x?"),
    .init("external use", .resourceExternal, "href=\"#marker-circle\"", "href=\"sprites.svg/x#a\""),
    .init(
      "external fill", .resourceExternal, "fill=\"url(#fade)\"",
      "fill=\"url(https://x.example/a)\"", in: .harbour),
    .init("icon from a server", .resourceExternal, "href=\"data:,\"", "href=\"/favicon.ico\""),
    .init(
      "more than 32 attributes", .attributeCount, "<div class=\"how\"",
      "<div \((1...33).map { "a\($0)=\"\"" }.joined(separator: " "))"),
    .init("duplicate id", .idDuplicate, "id=\"m1-heading\"", "id=\"results-heading\""),
    .init("link to no element", .idUnresolved, "href=\"#summary\"", "href=\"#nope\""),
    .init(
      "name from no element", .idUnresolved, "aria-labelledby=\"m5-heading\"",
      "aria-labelledby=\"m6-heading\""),
    .init(
      "description from no element", .idUnresolved, "aria-describedby=\"c-m1-n-d\"",
      "aria-describedby=\"c-m1-n-e\""),
    .init("use of nothing", .idUnresolved, "href=\"#marker-circle\"", "href=\"#marker-star\""),
    .init("fill of nothing", .idUnresolved, "url(#fade)", "url(#faded)", in: .harbour),
  ]

  // MARK: - Head

  private static let head: [SeededDefect] = [
    .init("charset is not first", .headMeta, "<meta charset=\"utf-8\"/>\n", "", at: .page),
    .init("zoom forbidden", .headMeta, "initial-scale=1\"", "initial-scale=1, user-scalable=no\""),
    .init("referrer sent", .headMeta, "content=\"no-referrer\"", "content=\"origin\""),
    .init(
      "no viewport", .headMeta,
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n", "", at: .page),
    .init(
      "unsafe-inline", .headPolicy, "'sha256-mFubuhk3BY27vPnOTqq6nKu5jJ6WyEavaRVECr4driM='",
      "'unsafe-inline'"),
    .init("hash of another sheet", .headPolicy, "sha256-mF", "sha256-mG"),
    .init(
      "no policy", .headPolicy, "<meta http-equiv",
      "<meta name=\"generator\" content=\"x\"/>\n<meta http-equiv", at: .line("http-equiv")),
    .init("policy that allows scripts", .headPolicy, "default-src 'none'", "default-src 'self'"),
    .init(
      "meta refresh", .attributeValue, "http-equiv=\"Content-Security-Policy\"",
      "http-equiv=\"refresh\""),
    .init("changed style sheet", .headSheet, "margin: 0", "margin: 1"),
    .init("import in the style sheet", .headSheet, "body { margin", "@import 'x'; body { margin"),
    .init(
      "style sheet cut short", .headSheet, "p.lead { font-size: 1.2em }\n", "", at: .line("<style>")
    ),
    .init("another language", .languagePage, "lang=\"nl\" dir=\"ltr\"", "lang=\"en\" dir=\"ltr\""),
  ]

  // MARK: - Tables

  private static let tables: [SeededDefect] = [
    .init(
      "row of unequal width", .tableGrid,
      "<td role=\"cell\" class=\"num\" data-label=\"Aanvragen\" data-metric=\"m1.w41\">120</td>",
      "", at: .line("2026-W41")),
    .init("colspan too wide", .tableGrid, "colspan=\"3\"", "colspan=\"4\"", in: .harbour),
    .init(
      "rowspan below the last row", .tableGrid, "<th scope=\"row\">LinkedIn",
      "<th scope=\"row\" rowspan=\"2\">LinkedIn", at: .page, in: .harbour),
    .init(
      "columns declared and not there", .tableGrid, "<col span=\"2\"/>", "<col span=\"3\"/>",
      at: .line("<table"), in: .harbour),
    .init(
      "headers of a data cell", .tableHeaders, "headers=\"h-a r-i\"", "headers=\"share r-i\"",
      in: .harbour),
    .init(
      "row without cells", .tableEmpty, "<tbody role=\"rowgroup\">",
      "<tbody role=\"rowgroup\"><tr></tr>"),
    .init(
      "label of another column", .tableLabel, "data-label=\"Aanvragen\"", "data-label=\"Bereik\""),
  ]

  // MARK: - Reading

  private static let reading: [SeededDefect] = [
    .init("h1 then h4", .headingSkip, "<h3>Hoe we dit weten</h3>", "<h4>Hoe we dit weten</h4>"),
    .init(
      "two h1", .headingCount, "<h2 id=\"results-heading\">Resultaten</h2>",
      "<h1 id=\"results-heading\">Resultaten</h1>"),
    .init(
      "no h1", .headingCount, "<h1 id=\"summary-heading\">Meer aanvragen met minder berichten</h1>",
      "<h2 id=\"summary-heading\">Meer</h2>", at: .page),
    .init(
      "section without a heading", .sectionHeading, "<h2>Replies</h2>\n", "", at: .line("<aside"),
      in: .harbour),
    .init(
      "table before the heading", .sectionHeading, "<h2 id=\"results-heading\">",
      "<ul><li>x</li></ul><h2 id=\"results-heading\">"),
    .init(
      "section with only a heading", .sectionEmpty, "</section>\n</main>",
      "</section><section><h2>x</h2></section>\n</main>"),
    .init(
      "two contents lists with one name", .landmarkUnnamed, "aria-label=\"Languages\"",
      "aria-label=\"Contents\"", in: .harbour),
    .init(
      "two sections with one heading", .landmarkUnnamed, "Hashtags hielpen op één kanaal",
      "Volgers bewogen los van aanvragen", at: .line("<section id=\"m5\"")),
    .init("second footer", .landmarkUnnamed, "</footer>", "</footer><footer><p>x</p></footer>"),
    .init(
      "picture without a name", .svgUnnamed, "<title>Share of effort and of result</title>\n", "",
      at: .line("<svg"), in: .harbour),
    .init(
      "picture that is neither named nor hidden", .svgUnnamed,
      " class=\"verdict-icon\" aria-hidden=\"true\"", " class=\"verdict-icon\""),
    .init(
      "figure without a name", .figureUnnamed, "</aside>",
      "</aside><figure><blockquote>x</blockquote></figure>", in: .harbour),
    .init(
      "figure without content", .figureEmpty, "</aside>",
      "</aside><figure aria-label=\"x\"><p>x</p></figure>", in: .harbour),
    .init(
      "chart without marks", .figureEmpty,
      "<rect class=\"bar s1\" x=\"45\" y=\"20\" width=\"96\" height=\"20\" data-mark=\"m1.w40\" data-v=\"96\"/>\n<rect class=\"bar s1\" x=\"45\" y=\"60\" width=\"120\" height=\"20\" data-mark=\"m1.w41\" data-v=\"120\"/>\n",
      "", at: .line("chart narrow")),
    .init("link without text", .linkText, "Naar de samenvatting", ""),
    .init("link that says click here", .linkText, "Naar de samenvatting", "Klik hier"),
    .init(
      "one text for two addresses", .linkAmbiguous, "Meer hashtags helpen: gemengd",
      "Volgers zijn de maat: weerlegd"),
    .init(
      "link in a hidden part", .ariaHiddenLink, "<p class=\"skip\">",
      "<p class=\"skip\" aria-hidden=\"true\">"),
    .init("new window without noopener", .linkWindow, " rel=\"noopener\"", "", in: .harbour),
    .init(
      "relative link in a report", .linkRelative, "href=\"#m5\"", "href=\"../2026-09/report.html\""),
    .init("direction that is not ended", .textBidi, text, "Gemengd \u{2067}beeld"),
    .init("override of direction", .textBidi, text, "Gemengd \u{202E}beeld\u{202C}"),
    .init("zero-width space", .textInvisible, text, "Gemengd\u{200B}beeld"),
    .init("word without a break", .budgetWord, text, String(repeating: "Gemengdbeeld", count: 4)),
    .init("braces of a template", .residueTemplate, text, "{{client.name}}"),
    .init("undefined", .residueTemplate, text, "Waarde undefined"),
    .init("NaN in text", .residueTemplate, text, "NaN per week"),
    .init("null in text", .residueTemplate, text, "waarde null."),
    .init("Optional in text", .residueTemplate, text, "Optional(beeld)"),
    .init("object in text", .residueTemplate, text, "[object Object]"),
    .init("lorem ipsum", .residueTemplate, text, "Lorem ipsum dolor"),
    .init("replacement character", .residueTemplate, text, "Gemengd \u{FFFD} beeld"),
  ]

  // MARK: - Provenance

  private static let provenance: [SeededDefect] = [
    .init("number without a key", .numberUntraceable, text, "Gemengd beeld in 3 posts"),
    .init(
      "number in a heading", .numberUntraceable, "Resultaten</h2>", "Resultaten van 12 posts</h2>"),
    .init("fraction without a key", .numberUntraceable, text, "Gemengd beeld, ½"),
    .init("raised digit without a key", .numberUntraceable, text, "Gemengd beeld²"),
    .init("circled digit without a key", .numberUntraceable, text, "Gemengd beeld ③"),
    .init("digit of another script without a key", .numberUntraceable, text, "Gemengd beeld ३"),
    .init("raised digit after a figure", .numberUntraceable, ">1.284</dd>", ">1.284³</dd>"),
    .init("number after all keys", .numberUntraceable, "gaf er 45.", "gaf er 45 van 90."),
    .init(
      "number far after all keys", .numberUntraceable, "gaf er 45.",
      "gaf er 45, en dat is één meer dan de vorige keer: toen 44."),
    .init("wrong figure", .numberWrong, ">1.284</dd>", ">1.285</dd>"),
    .init(
      "figure of the wrong key", .numberWrong, "<dd data-metric=\"requests.month\">",
      "<dd data-metric=\"reach.post\">"),
    .init("figure without its sign", .numberWrong, "Verband −0,04", "Verband 0,04"),
    .init("change without its sign", .numberWrong, ">−0.8%</td>", ">0.8%</td>", in: .harbour),
    .init("verdict of another belief", .outcomeWrong, "Misverstand weerlegd", "Klopt hier"),
    .init(
      "verdict with a denial", .outcomeWrong, "Misverstand weerlegd", "Misverstand niet weerlegd"),
    .init("verdict and its opposite", .outcomeWrong, "Misverstand weerlegd", "Niet waar: weerlegd"),
    .init("verdict left out", .outcomeWrong, "Misverstand weerlegd", ""),
    .init("figure with a sign too many", .numberWrong, "tot 0,13)", "tot −0,13)"),
    .init(
      "figure with another unit", .numberWrong, "aanvragen, 12% meer", "aanvragen, 12 mln meer"),
    .init("figure in the other language", .numberWrong, ">1.284</dd>", ">1,284</dd>"),
    .init("figure cut short", .numberWrong, ">1.284</dd>", ">1.28</dd>"),
    .init("figures in the wrong order", .numberWrong, "−0,21 tot 0,13", "0,13 tot −0,21"),
    .init("zero for an unknown figure", .numberWrong, "Bewaard: –", "Bewaard: 0"),
    .init(
      "wrong number in the label of a chart", .numberWrong, "data-metric=\"m1.w40\">96</text>",
      "data-metric=\"m1.w40\">97</text>"),
    .init("wrong number in a description", .numberWrong, "van 96 tot 120", "van 96 tot 121"),
    .init(
      "key that is not in the ledger", .numberUnknownKey, "data-metric=\"m5.share\"",
      "data-metric=\"m5.shares\""),
    .init(
      "required figure left out", .numberMissing, "<li data-metric=\"m5.unknown\">Bewaard: –</li>",
      "<li>Bewaard</li>", at: .page),
    .init(
      "number in a label", .labelUntraceable, "aria-label=\"Inhoud\"",
      "aria-label=\"Inhoud van 9 delen\""),
    .init(
      "number in an alternative text", .labelUntraceable, "alt=\"Bureau Vier\"", "alt=\"Bureau 4\""),
    .init("changed quotation", .quoteUnknown, "Verse broodjes!", "Verse taart!"),
    .init(
      "quoted name of nobody", .quoteUnknown, "data-text=\"\">Bureau Vier",
      "data-text=\"\">Bureau Vijf"),
    .init("quotation without language", .quoteLanguage, "<blockquote dir=\"auto\"", "<blockquote"),
    .init(
      "address from nowhere", .linkUntraceable, "https://www.aurora.example/acties",
      "https://www.aurora.example/prijzen"),
    .init("mail to a stranger", .linkUntraceable, "mailto:team@", "mailto:iemand@"),
    .init("date that is another day", .timeText, ">31 oktober 2026<", ">30 oktober 2026<"),
    .init("date of another month", .timeText, ">31 oktober 2026<", ">31 november 2026<"),
    .init(
      "date outside the month", .timePeriod, "<time datetime=\"2026-10-31\">31 oktober 2026",
      "<time datetime=\"2025-10-31\">31 oktober 2025"),
    .init("another client's name", .tenantOther, text, "Gemengd beeld, net als Noordzee Hotel"),
    .init("another client's name in capitals", .tenantOther, text, "NOORDZEE HOTEL"),
    .init("another client's name without accents", .tenantOther, text, "bij Cafe Brulee"),
    .init("another client's name with a soft hyphen", .tenantOther, text, "Noord\u{AD}zee Hotel"),
    .init("another client's name in wide letters", .tenantOther, text, "Ｎｏｏｒｄｚｅｅ Ｈｏｔｅｌ"),
    .init("another client's name in bold letters", .tenantOther, text, "𝗡𝗼𝗼𝗿𝗱𝘇𝗲𝗲 𝘩𝘰𝘵𝘦𝘭"),
    .init("another client's name over a tag", .tenantOther, text, "<b>Noord</b>zee Hotel"),
    .init("another client's name over a line", .tenantOther, text, "Noordzee\nHotel", at: .page),
    .init("another client's handle", .tenantOther, text, "volg @noordzee_hotel"),
    .init("another client's short handle", .tenantOther, text, "volg @nzh"),
    .init("another client's domain", .tenantOther, text, "zie noordzee.example"),
    .init(
      "another client in a quotation", .tenantOther, "Verse broodjes!",
      "Verse broodjes van Noordzee Hotel!"),
    .init(
      "another client in an alternative text", .tenantOther, "alt=\"Bureau Vier\"",
      "alt=\"Noordzee Hotel\""),
    .init("another client in an id", .tenantOther, "id=\"f-m1\"", "id=\"noordzee-hotel\""),
    .init(
      "another client in an address", .tenantOther, "https://www.aurora.example/",
      "https://noordzee.example/"),
    .init(
      "another client in the title", .tenantOther, "Bakkerij Aurora: oktober",
      "Noordzee Hotel: oktober"),
    .init(
      "another client's name beside one that may be named", .tenantOther, text,
      "met Brood op de Plank en Noordzee Hotel"),
    .init("another client's name within the own", .tenantOther, text, "Aurora zelf"),
  ]

  // MARK: - Charts

  private static let charts: [SeededDefect] = [
    .init("tick that is none", .chartTick, ">150</text>", ">160</text>"),
    .init(
      "scale that falls upwards", .chartScale, ">0</text>", ">150</text>",
      at: .line("chart wide")),
    .init("tick of an unknown chart", .chartTick, "data-tick=\"c-m1\">0", "data-tick=\"c-m2\">0"),
    .init(
      "two marks of one figure", .chartMarks,
      "width=\"120\" height=\"20\" data-mark=\"m1.w41\" data-v=\"120\"",
      "width=\"120\" height=\"20\" data-mark=\"m1.w40\" data-v=\"120\""),
    .init(
      "mark that the ledger has not", .chartMarks, "height=\"240\" data-mark=\"m1.w41\"",
      "height=\"240\" data-mark=\"m1.w42\"", at: .page),
    .init(
      "chart of no ledger", .chartMarks, "data-chart=\"c-m1\" viewBox=\"0 0 300 200\"",
      "data-chart=\"c-m9\" viewBox=\"0 0 300 200\""),
    .init(
      "figure that the table lacks", .chartTable, "data-metric=\"m1.w41\">120</td>",
      "data-metric=\"m1.w40\">96</td>", at: .page),
    .init(
      "row that the chart lacks", .chartTable, "</tbody>",
      "<tr><th scope=\"row\">x</th><td data-label=\"Aanvragen\" data-metric=\"m5.clicks\">45</td></tr></tbody>",
      at: .page),
    .init(
      "chart without a table", .chartTable,
      "<figcaption>Numbers in the <a href=\"#platforms\">table above</a></figcaption>", "",
      at: .line("<figure"), in: .harbour),
    .init(
      "mark outside the view box", .chartOutside, "x=\"103.7\" y=\"50\"/>", "x=\"803.7\" y=\"50\"/>"
    ),
    .init(
      "bar below the view box", .chartOutside, "y=\"98\" width=\"37.1\" height=\"192\"",
      "y=\"198\" width=\"37.1\" height=\"192\""),
    .init(
      "a bar that is longer than its figure in the ledger", .chartProportion,
      "data-v=\"96\"/>\n<rect class=\"bar s1\" x=\"103.7\" y=\"50\" width=\"37\" height=\"240\" data-mark=\"m1.w41\" data-v=\"120\"",
      "data-v=\"96\"/>\n<rect class=\"bar s1\" x=\"103.7\" y=\"20\" width=\"37\" height=\"270\" data-mark=\"m1.w41\"",
      at: .line("chart wide")),
    .init(
      "a verdict of the month in thirty words", .budgetText, "Er kwamen 1.284 aanvragen, 12% meer",
      "Er kwamen 1.284 aanvragen, 12% meer \(String(repeating: "en nog ", count: 11))", at: .edit),
    .init(
      "bars that mislead", .chartProportion, "y=\"98\" width=\"37.1\" height=\"192\"",
      "y=\"90\" width=\"37.1\" height=\"200\"", at: .line("chart wide")),
  ]
}

/// Why a rule exists, what breaks it, and the way out: what `peil explain` prints.
extension CheckRule {
  package struct Explanation: Hashable, Sendable {
    /// One sentence for who asks why a page is held back.
    package let why: String
    /// What breaks the rule.
    package let example: String
    /// What to do.
    package let help: String

    fileprivate init(_ why: String, example: String, help: String) {
      self.why = why
      self.example = example
      self.help = help
    }
  }

  package var help: String { explanation.help }

  package var explanation: Explanation {
    switch self {
    case .ariaHiddenLink:
      Explanation(
        "A link that a keyboard reaches and a screen reader does not announce leads nowhere.",
        example: ##"<p aria-hidden="true"><a href="#m1">…</a></p>"##,
        help: "take `aria-hidden` away, or the link")
    case .attributeCount:
      Explanation(
        "No element of a report needs as many; a page that has them is broken or hostile.",
        example: #"<p a1="" a2="" … a33="">"#,
        help: "remove the attributes that do nothing")
    case .attributeMissing:
      Explanation(
        "Without it the element says nothing, or not the same to everyone.",
        example: #"<img src="data:…"/>"#,
        help: "add the attribute")
    case .attributeUnknown:
      Explanation(
        "Only attributes of the table are allowed: no script, no style, no misspelling.",
        example: #"<p onclick="…">"#,
        help: "remove the attribute or correct its spelling")
    case .attributeValue:
      Explanation(
        "A value outside its grammar is ignored by browsers, or read differently by each.",
        example: #"<rect width="NaN" height="4"/>"#,
        help: "correct what the template or the view puts there")
    case .budgetBytes:
      Explanation(
        "A heavy page is refused by mail servers and slow on phones.",
        example: "a report of 700 kB",
        help: "show fewer posts, or smaller images")
    case .budgetElements:
      Explanation(
        "A page with very many elements scrolls slowly on phones.",
        example: "a chart with thousands of marks",
        help: "draw fewer marks")
    case .budgetWord:
      Explanation(
        "A long word without a break makes narrow screens scroll sideways.",
        example: "a name of 60 letters",
        help: "give the word a break, or mark it as a quoted text")
    case .bytesControl:
      Explanation(
        "Browsers and XML parsers read control characters differently, and none is visible.",
        example: "a tab, U+0085",
        help: "replace the character where the text is loaded")
    case .bytesMarkup:
      Explanation(
        "Browsers end comments elsewhere than XML parsers do: hidden text may show.",
        example: "<!-- note -->",
        help: "remove it; comments of a template belong in `{{! }}`")
    case .bytesProlog:
      Explanation(
        "The first bytes decide how strictly a page is read, by browsers and by the check.",
        example: #"<?xml version="1.0"?>"#,
        help: "begin the template with exactly these bytes")
    case .bytesReference:
      Explanation(
        "Names of HTML are unknown to XML, and some numbers mean another character in browsers.",
        example: "&nbsp; &#150;",
        help: "write the character itself")
    case .bytesStyle:
      Explanation(
        "In a style sheet `&` and `<` mean one thing to browsers and another to XML.",
        example: "a { &:hover { … } }",
        help: "write the selector without nesting")
    case .bytesTag:
      Explanation(
        "XML turns a new line in a value into a space; browsers keep it.",
        example: #"<p class="a⏎b">"#,
        help: "keep a tag on one line")
    case .bytesTooLarge:
      Explanation(
        "What is not read cannot be checked.",
        example: "a file of 100 MB",
        help: "check that this is a report")
    case .chartMarks:
      Explanation(
        "A chart shows each figure of its ledger once, in every size.",
        example: #"two bars with data-mark="m5.rate.a""#,
        help: "draw one mark for each figure, with its key")
    case .chartOutside:
      Explanation(
        "What lies outside the view box is cut off.",
        example: #"<circle cx="-20" cy="5" r="3"/> in viewBox="0 0 720 300""#,
        help: "widen the scale or the margins")
    case .chartProportion:
      Explanation(
        "A bar that is not as long as its value misleads.",
        example: #"two bars of one length with data-v="1" and data-v="2""#,
        help: "draw bars from zero on one scale")
    case .chartTable:
      Explanation(
        "Who cannot see a chart reads its table, so it must hold the same figures.",
        example: "a figure with an `svg` and no table",
        help: "put its table in the figure, or a link to one, with all its figures")
    case .chartTick:
      Explanation(
        "A tick with another number than its scale's makes every mark wrong.",
        example: #"<text data-tick="c-1">12</text> on a scale of 0, 5, 10"#,
        help: "print the ticks of the chart as they are")
    case .elementDepth:
      Explanation(
        "Parsers give up at a depth of their own choice.",
        example: "65 nested `div`",
        help: "take containers away")
    case .elementEmpty:
      Explanation(
        "An empty heading, cell header or name is announced as nothing.",
        example: "<h2></h2>",
        help: "give it a text, or leave the element out")
    case .elementMisplaced:
      Explanation(
        "Browsers move or close what stands in the wrong place, and show another page.",
        example: "<p><div>…</div></p>",
        help: "move the element, or choose another container")
    case .elementMissing:
      Explanation(
        "The element is incomplete without it.",
        example: "<table> without <caption>",
        help: "add the missing part")
    case .elementNamespace:
      Explanation(
        "Without it an XML parser sees other elements than a browser does.",
        example: "<svg> without xmlns",
        help: "write `xmlns` on `html` and on each `svg`, nowhere else")
    case .elementNested:
      Explanation(
        "Browsers end the outer element where the inner begins, or screen readers lose one of them.",
        example: "a link in a link",
        help: "take the inner element out")
    case .elementOrder:
      Explanation(
        "Browsers and screen readers count on the order of these parts.",
        example: "<caption> after <thead>",
        help: "put the parts in their order")
    case .elementPrefix:
      Explanation(
        "Browsers know no prefixes.",
        example: "<svg:rect/>",
        help: "write the name without a prefix")
    case .elementRepeated:
      Explanation(
        "There may be one of these.",
        example: "two <main>",
        help: "keep one")
    case .elementSelfClosing:
      Explanation(
        "Browsers ignore the slash of `<div/>` and read `<br></br>` as two breaks.",
        example: "<div/>",
        help: "write `/>` on void elements and in pictures only")
    case .elementUnknown:
      Explanation(
        "Only elements of the table are allowed: nothing that runs, loads or asks.",
        example: "<script>",
        help: "use an element of the table")
    case .figureEmpty:
      Explanation(
        "A figure without content promises what is not there.",
        example: "<figure> with a caption only",
        help: "leave the figure out and say why in words")
    case .figureUnnamed:
      Explanation(
        "A screen reader announces a figure by its name.",
        example: "<figure><svg …>",
        help: "add `aria-labelledby` with the id of its title, or a caption")
    case .headMeta:
      Explanation(
        "The head is constant: what it says decides about privacy, zoom and encoding.",
        example: #"<meta name="viewport" content="user-scalable=no"/>"#,
        help: "write the head as the delivered template does")
    case .headPolicy:
      Explanation(
        "The policy is the last defence: nothing loads and nothing runs, whatever the page holds.",
        example: "'unsafe-inline'",
        help: "write the policy as the delivered template does, with the hash of the sheet")
    case .headSheet:
      Explanation(
        "The style sheet is constant, so nothing of a client can hide in it.",
        example: "a rule added by hand",
        help: "build the page with the theme's sheet")
    case .headingCount:
      Explanation(
        "One `h1` tells what the page is about.",
        example: "two `h1`",
        help: "keep one `h1`")
    case .headingSkip:
      Explanation(
        "Who moves from heading to heading thinks a level is missing.",
        example: "`h2`, then `h4`",
        help: "use the next level")
    case .idDuplicate:
      Explanation(
        "A link or a name goes to the first of them only.",
        example: #"two id="m5""#,
        help: "make each id unique")
    case .idUnresolved:
      Explanation(
        "A link or a name that leads nowhere.",
        example: ##"href="#m10" without such an id"##,
        help: "correct the id or remove the reference")
    case .labelUntraceable:
      Explanation(
        "A label is read out or printed like any text, so its numbers must be true too.",
        example: #"aria-label="12 posts""#,
        help: "repeat a text of the page, or leave the number out")
    case .landmarkUnnamed:
      Explanation(
        "Screen readers list these regions by name.",
        example: "ten sections labelled `Posts`",
        help: "give each its own heading or label")
    case .languagePage:
      Explanation(
        "The language decides how a page is read aloud and hyphenated.",
        example: #"lang="en" on a Dutch report"#,
        help: "build the page in its language")
    case .linkAmbiguous:
      Explanation(
        "Two links with one text are told apart by nobody who hears them.",
        example: "two links `More posts` to different parts",
        help: "say in the text where the link goes")
    case .linkRelative:
      Explanation(
        "A report is mailed as one file: a relative link is broken there.",
        example: #"href="../2026-09/report.html""#,
        help: "put the link on the archive page")
    case .linkScheme:
      Explanation(
        "Other schemes run code, show a false page or send unprotected data.",
        example: #"href="javascript:…""#,
        help: "use `https:`, `mailto:`, `tel:` or `#id`")
    case .linkText:
      Explanation(
        "A link is announced by its text alone.",
        example: "<a>click here</a>",
        help: "say in the text where the link goes")
    case .linkUntraceable:
      Explanation(
        "An address that is not from this client's data may be another's or a stranger's.",
        example: #"href="https://other.example/""#,
        help: "add the address to the settings, or remove the link")
    case .linkWindow:
      Explanation(
        "Without it the opened page can steer this one.",
        example: #"target="_blank""#,
        help: #"add `rel="noopener"`"#)
    case .numberMissing:
      Explanation(
        "A report without this figure is incomplete.",
        example: "no result for a goal",
        help: "show the figure, or its state in words")
    case .numberUnknownKey:
      Explanation(
        "A figure that is not in the ledger has no source.",
        example: #"data-metric="m5.rte""#,
        help: "correct the key")
    case .numberUntraceable:
      Explanation(
        "Every number of a report comes from the ledger, with its source.",
        example: "<p>12 posts</p>",
        help: "print the number from the view, in an element with `data-metric`")
    case .numberWrong:
      Explanation(
        "The text must show the figure as the ledger has it: its sign, unit and rounding too.",
        example: #"<td data-metric="m5.rate">3,2 %</td> where the ledger has 3,4 %"#,
        help: "print the figure's own text")
    case .preNewline:
      Explanation(
        "Browsers drop a first new line that XML keeps.",
        example: "<pre>\n…",
        help: "begin with the text")
    case .quoteLanguage:
      Explanation(
        "A quoted text may be in any language and direction.",
        example: #"<q data-text="">"#,
        help: "add `lang`, or `dir=\"auto\"`")
    case .quoteUnknown:
      Explanation(
        "Text of others is shown as it was written, or not at all.",
        example: "a caption that was shortened by hand",
        help: "print the text as the ledger has it")
    case .residueTemplate:
      Explanation(
        "Braces, `undefined` and `NaN` are what a missing value leaves behind.",
        example: "{{client.name}}",
        help: "correct the name in the template, or the value")
    case .resourceExternal:
      Explanation(
        "Nothing of a report is loaded: it works offline and tells nobody that it was opened.",
        example: #"<img src="https://…"/>"#,
        help: "put the image into the page as a `data:` address")
    case .sectionEmpty:
      Explanation(
        "A heading without anything under it looks like a mistake.",
        example: "<section><h2>…</h2></section>",
        help: "say why there is nothing, or leave the section out")
    case .sectionHeading:
      Explanation(
        "Readers find a section by its heading.",
        example: "<section><table>…",
        help: "begin the section with its heading")
    case .svgUnnamed:
      Explanation(
        "A picture without a name is silent for who cannot see it.",
        example: #"<svg role="img"> without aria-labelledby"#,
        help: "add `aria-labelledby`, or `aria-hidden=\"true\"` to a decoration")
    case .tableEmpty:
      Explanation(
        "A row without cells says nothing.",
        example: "<tr></tr>",
        help: "leave the row out")
    case .tableGrid:
      Explanation(
        "In a ragged table numbers stand under the wrong header.",
        example: "a row of four cells in a table of five columns",
        help: "give each row the same number of columns")
    case .tableHeaders:
      Explanation(
        "A cell that names another table's header is read out wrongly.",
        example: #"headers="x" where x is a `td`"#,
        help: "name header cells of the same table")
    case .tableLabel:
      Explanation(
        "On a phone the label is the header, so it must say the same.",
        example: #"data-label="Reach" under `Likes`"#,
        help: "print the header of the column")
    case .tenantOther:
      Explanation(
        "One client's report never shows another client.",
        example: "another client's handle in a caption",
        help: "remove the text, or allow the mention in the client's settings")
    case .textBidi:
      Explanation(
        "A change of direction that does not end turns the text after it around.",
        example: "U+202E in a caption",
        help: "end the change, or remove it where the text is loaded")
    case .textInvisible:
      Explanation(
        "Invisible characters hide text or break words.",
        example: "U+200B",
        help: "remove the character from the template or translation")
    case .textMisplaced:
      Explanation(
        "A browser moves text that stands there out of its place.",
        example: "text directly in <table>",
        help: "put the text into an element")
    case .timePeriod:
      Explanation(
        "A date outside the window is mostly the wrong file.",
        example: "a day of last year",
        help: "check the export and the month")
    case .timeText:
      Explanation(
        "Date and text must say the same day.",
        example: #"<time datetime="2026-10-31">1 oktober</time>"#,
        help: "print both from the same date")
    case .xmlNotWellFormed:
      Explanation(
        "A page that is not well-formed is repaired by each browser in its own way.",
        example: "<b><i></b></i>",
        help: "correct the template where the finding points")
    }
  }
}

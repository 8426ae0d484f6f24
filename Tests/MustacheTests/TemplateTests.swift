import Diagnostics
import Mustache
import Testing

@Suite struct TemplateTests {
  private static let post = RecordShape(
    "post", ("text", .text), ("reach", .number(.count)), ("paid", .flag), ("note", .optional(.text))
  )
  private static let page = RecordShape(
    "page", ("title", .text), ("posts", .list(.record(post))), ("keys", .list(.text)),
    ("intro", .markup), ("url", .text), ("lead", .optional(.record(post))), ("any", .json))

  private static let value = Value.object([
    "title": .text("A & B \"quoted\" <b>"),
    "posts": .list([
      .object([
        "text": .text("eerste"), "reach": .number(.integer(1200)), "paid": .bool(true),
        "note": .text(""),
      ]),
      .object([
        "text": .text("it's"), "reach": .number(.integer(-7)), "paid": .bool(false),
        "note": .text("n"),
      ]),
    ]),
    "keys": .list([.text("a"), .text("b")]),
    "intro": .markup(Markup(trusted: "<em>hi</em>")),
    "url": .text("javascript:alert(1)"),
    "any": .object(["x": .object(["y": .text("z")]), "list": .list([.number(.decimal(1.5))])]),
  ])

  @Test(
    arguments: [
      ("escaped text", "<p>{{title}}</p>", "<p>A &amp; B &quot;quoted&quot; &lt;b&gt;</p>"),
      (
        "attribute", "<p title=\"x {{title}}\">",
        "<p title=\"x A &amp; B &quot;quoted&quot; &lt;b&gt;\">"
      ),
      ("loop", "{{#posts}}[{{text}} {{reach}}]{{/posts}}", "[eerste 1200][it&#39;s -7]"),
      ("flag with else", "{{#posts}}{{#paid}}y{{/paid}}{{^paid}}n{{/paid}}{{/posts}}", "yn"),
      ("else tag", "{{#posts}}{{#paid}}y{{^}}n{{/paid}}{{/posts}}", "yn"),
      ("empty optional text is false", "{{#posts}}{{#note}}({{.}}){{/note}}{{/posts}}", "(n)"),
      ("positions", "{{#posts}}{{-index}}{{^-last}}, {{/-last}}{{/posts}}", "1, 2"),
      (
        "sections around attributes",
        "<p{{#lead}} id=\"{{text}}\"{{/lead}} class=\"{{#keys}}{{.}} {{/keys}}\">",
        "<p class=\"a b \">"
      ),
      ("implicit iterator", "{{#keys}}{{.}}{{/keys}}", "ab"),
      ("trusted markup", "<p>{{{intro}}}{{intro}}</p>", "<p><em>hi</em><em>hi</em></p>"),
      ("a URL that runs a program", "<a href=\"{{url}}\">", "<a href=\"#\">"),
      (
        "query", "<a href=\"/s?q={{title}}\">",
        "<a href=\"/s?q=A%20%26%20B%20%22quoted%22%20%3Cb%3E\">"
      ),
      ("absent record", "{{#lead}}x{{/lead}}{{^lead}}no{{/lead}}", "no"),
      ("absent field", "[{{lead.text}}]", "[]"),
      (
        "names of JSON", "{{any.x.y}} {{#any}}{{x.y}} {{title}}{{#list}}{{.}}{{/list}}{{/any}}",
        "z z A &amp; B &quot;quoted&quot; &lt;b&gt;1.5"
      ),
      (
        "static bytes stay", "<!DOCTYPE html>\n<p class='a'>a &amp; b</p><!-- c -->\n",
        "<!DOCTYPE html>\n<p class='a'>a &amp; b</p><!-- c -->\n"
      ),
      (
        "title", "<title>{{title}}</title>", "<title>A &amp; B &quot;quoted&quot; &lt;b&gt;</title>"
      ),
      ("style sheet", "<style>{{{intro}}}</style>", "<style><em>hi</em></style>"),
      (
        "csp",
        "<meta http-equiv=\"Content-Security-Policy\" content=\"style-src 'sha256-{{title}}'\"/>",
        "<meta http-equiv=\"Content-Security-Policy\" content=\"style-src 'sha256-A &amp; B &quot;quoted&quot; &lt;b&gt;'\"/>"
      ),
    ])
  func `renders html`(name: String, text: String, expected: String) throws {
    let template = try Template(
      TemplateSource(name: "test.mustache", text: text), shape: .record(Self.page),
      mode: .html(dialect: false))
    let value = try Self.value.packed(as: .record(Self.page))
    #expect(String(decoding: try template.rendered(value), as: UTF8.self) == expected)
  }

  @Test(
    arguments: [
      ("{{titel}}", "unknown-name"), ("{{#title}}x{{/title}}", "never-empty"),
      ("{{posts}}", "not-printable"), ("{{{title}}}", "untrusted-markup"),
      ("<p title={{title}}>", "unsafe-place"), ("<{{title}}>", "unsafe-place"),
      ("<p {{title}}>", "unsafe-place"), ("<p onclick=\"{{title}}\">", "unsafe-place"),
      ("<script>{{title}}</script>", "unsafe-place"), ("<!-- {{title}} -->", "unsafe-place"),
      ("<p title=\"{{#posts}}\">{{/posts}}", "branches-disagree"),
      ("<a href=\"javascript:{{title}}\">", "unsafe-place"), ("{{#posts}}", "unclosed-section"),
      ("{{/posts}}", "stray-closing-tag"), ("{{#posts}}{{/keys}}", "mismatched-closing-tag"),
      ("{{>nope}}", "missing-partial"), ("<p", "ends-inside-tag"),
      ("<meta content=\"{{title}}\" http-equiv=\"refresh\">", "invalid-html"),
      ("<a href=\"{{title}}:x\">", "invalid-html"), ("{{", "unclosed-tag"), ("{{}}", "empty-tag"),
    ])
  func `refuses`(text: String, id: String) throws {
    let error = #expect(throws: TemplateErrors.self) {
      try Template(
        TemplateSource(name: "test.mustache", text: text), shape: .record(Self.page),
        mode: .html(dialect: false))
    }
    #expect(error?.diagnostics.map(\.id) == ["template.\(id)"], "\(String(describing: error))")
  }

  @Test func `names are those that this value prints, in its order`() throws {
    let template = try Template(
      TemplateSource(
        name: "sentence",
        text: "{{any.n}} {{#posts}}{{#paid}}{{reach}}{{/paid}}{{/posts}} {{lead.text}}"),
      shape: .record(Self.page), mode: .text)
    #expect(try template.names(printedFor: Self.value) == ["any.n", "posts.reach", "lead.text"])
    #expect(
      template.variables == ["any.n", "posts", "posts.paid", "posts.reach", "lead.text"])
  }

  @Test func `text mode escapes nothing`() throws {
    let template = try Template(
      TemplateSource(name: "sentence", text: "<{{title}}"), shape: .record(Self.page), mode: .text)
    #expect(
      String(decoding: try template.rendered(Self.value), as: UTF8.self)
        == "<A & B \"quoted\" <b>")
  }
}

import Mustache
import Testing

/// In every place where a value may stand, hostile ones leave the page as harmless ones do: libxml2 finds
/// the same elements and attributes, as HTML and as XML, and no URL runs a program.
@Suite struct ContextTests {
  /// Whole documents, so that libxml2 can read them as XML, too.
  private static let places = [
    "<p>{{a}}</p>", "<p>x{{a}}y{{b}}z</p>", "<p title=\"{{a}}\">x</p>", "<p title='{{a}}'>x</p>",
    "<p title=\"x {{a}} {{b}}\" class='{{b}}'>x</p>", "<p id=\"{{a}}\" data-x=\"{{b}}{{a}}\">x</p>",
    "<a href=\"{{a}}\">x</a>", "<a href='{{a}}'>{{b}}</a>", "<a href=\"{{a}}{{b}}\">x</a>",
    "<a href=\"{{a}}.{{b}}\">x</a>", "<a href=\"{{a}}/{{b}}\">x</a>",
    "<a href=\"{{a}}?x={{b}}\">x</a>",
    "<a href=\"x{{a}}\">x</a>", "<a href=\"java{{a}}{{b}}\">x</a>", "<a href=\"/{{a}}\">x</a>",
    "<a href=\"/x/{{a}}/{{b}}\">x</a>", "<a href=\"?q={{a}}&amp;r={{b}}\">x</a>",
    "<a href=\"#{{a}}\">x</a>", "<a href=\"https://{{a}}/{{b}}\">x</a>",
    "<a href=\"https://x.example/{{a}}?{{b}}\">x</a>",
    "<a href=\"mailto:{{a}}?subject={{b}}\">x</a>",
    "<a href=\"tel:{{a}}\">x</a>", "<a href=\" {{a}}\">x</a>",
    "<form action=\"{{a}}\"><p>x</p></form>",
    "<p><img src=\"{{a}}\" alt=\"{{b}}\"/></p>", "<p><img src=\"{{a}}{{b}}\" alt=\"\"/></p>",
    "<p><img src=\"data:image/png;base64,{{a}}\" alt=\"\"/></p>",
    "<html><head><title>{{a}} {{b}}</title></head><body><p>x</p></body></html>",
    "<form><textarea name=\"{{a}}\">x{{b}}</textarea></form>",
    "<html><head><meta name=\"description\" content=\"{{a}}\"/><title>x</title></head></html>",
    "<html><head><style>p{width:{{n}}%}</style><title>{{a}}</title></head></html>",
    "<p style=\"width:{{n}}%\" title=\"{{a}}\">x</p>",
    "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>{{a}}</title><text x=\"{{b}}\">{{b}}</text></svg>",
    "<svg xmlns=\"http://www.w3.org/2000/svg\"><a href=\"{{a}}\"><text>{{b}}</text></a></svg>",
    "<div><script type=\"application/json\">{{a}}</script></div>",
    "<div><script type=\"application/json\">{\"x\": \"{{a}}\", \"y\": {{l}}}</script></div>",
    "<div><script type=\"application/ld+json\">{\"{{a}}\": {{r}}}</script></div>",
    "<ul>{{#l}}<li title=\"{{.}}\">{{.}}</li>{{/l}}</ul>",
    "<p>{{#o}}<b>{{.}}</b>{{^}}<i>{{a}}</i>{{/o}}</p>",
    "<p{{#o}} title=\"{{.}}\"{{/o}} class=\"{{#l}}{{.}} {{/l}}\">x</p>",
    "<p title=\"{{l | join:\"<\"}}\">x</p>",
    "<p>{{l | join}}</p>", "<div>{{>p}}<p title=\"{{>q}}\">x</p></div>",
    "<div>{{<w}}{{$x}}<b title=\"{{a}}\">{{b}}</b>{{/x}}{{/w}}</div>",
    "<p>{{#r}}{{a}}{{/r}}{{r.a}}</p>",
  ]

  private static let partials = [
    "p": "<p title=\"{{a}}\">{{b}}</p>", "q": "{{a}} {{b}}", "w": "<em>{{$x}}{{/x}}</em>",
  ]

  private static let shape = RecordShape(
    "view", ("a", .text), ("b", .text), ("l", .list(.text)), ("n", .number(.plain)),
    ("o", .optional(.text)), ("r", .record(RecordShape("r", ("a", .text)))))

  private static func value(_ text: String, _ other: String) -> Value {
    .object([
      "a": .text(text), "b": .text(other), "l": .list([.text(other), .text(text)]),
      "n": .number(.decimal(-1.5)), "o": .text(text), "r": .object(["a": .text(text)]),
    ])
  }

  @Test(arguments: places)
  func `the structure of a page does not depend on its values`(place: String) throws {
    // A number of JSON is known only while rendering, so no value of JSON may stand in a style sheet.
    let shapes: [Shape] =
      place.contains("{{n}}") ? [.record(Self.shape)] : [.record(Self.shape), .json]
    for shape in shapes {
      let template = try Template(
        TemplateSource(name: "main", text: place),
        partials: { name in Self.partials[name].map { TemplateSource(name: name, text: $0) } },
        shape: shape, mode: .html(dialect: false))
      let harmless = try template.rendered(Self.value("harmless", "word"))
      let html = LibXML2Structure(html: harmless)
      let xml = try #require(LibXML2Structure(xml: harmless), "\(place) is XML")
      let tags = PageStructure(harmless)
      for (index, text) in HostileTexts.all.enumerated() {
        let other = HostileTexts.all[(index * 7 + 3) % HostileTexts.all.count]
        let page = try template.rendered(Self.value(text, other))
        let found = LibXML2Structure(html: page)
        let isSame =
          found == html && found.isAsHarmless(as: html) && LibXML2Structure(xml: page) == xml
          && PageStructure(page) == tags
        // Asked once for all of them: an expectation of its own for each takes longer than the work.
        if !isSame {
          Issue.record(
            "\(place) with \(text.debugDescription) and \(other.debugDescription): \(found), \(found.urls)"
          )
        }
      }
    }
  }

  /// The names of a JSON object are values, too.
  @Test func `keys of objects cannot leave a script`() throws {
    let template = try Template(
      TemplateSource(
        name: "main", text: "<div><script type=\"application/json\">{{.}}</script></div>"),
      shape: .json, mode: .html(dialect: false))
    for text in HostileTexts.all {
      let page = try template.rendered(.object([text: .list([.object([text: .null])])]))
      #expect(LibXML2Structure(html: page).parts == ["<html>", "<body>", "<div>", "<script type>"])
      #expect(LibXML2Structure(xml: page)?.parts == ["<div>", "<script type>"])
    }
  }

  /// What a lambda returns is a template of ours, the values in it are not.
  @Test func `values in what a lambda returns are escaped for its place`() throws {
    let template = try Template(
      TemplateSource(
        name: "main",
        text: "<p title=\"{{#f}}x{{/f}}\">{{#f}}x{{/f}}<b>{{f}}</b></p>"),
      shape: .json, mode: .html(dialect: false))
    for text in HostileTexts.all {
      let page = try template.rendered(
        .object([
          "a": .text(text), "f": .lambda(Lambda { _ in "[{{a}}]" }),
        ]))
      #expect(
        LibXML2Structure(xml: page)?.parts == ["<p title>", "<b>"], "\(text.debugDescription)")
    }
  }
}

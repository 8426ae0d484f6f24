import Testing

@testable import PeilReport

@Suite struct TemplateTagsTests {
  private let tags = TemplateTags([
    (
      file: "a.mustache",
      bytes: Array(
        "<p class=\"lead\"{{#keys}} data-metric=\"{{.}}\"{{/keys}}>{{text}}</p>\n<p>{{b}}</p>".utf8)
    ),
    (file: "b.mustache", bytes: Array("<ul>\n<li>{{a}}</li>\n</ul>\n<li>{{b}}</li>".utf8)),
  ])

  @Test(
    arguments: [
      (
        "the longest beginning", "<p class=\"lead\" data-metric=\"a\">12</p>", 1, 40, "a.mustache:1"
      ),
      ("a shorter one", "<p>x</p>", 1, 1, "a.mustache:2"),
      ("the tag around a text", "<ul>\n<li>x</li></ul>", 1, 1, "b.mustache:1"),
      ("two places alike", "<ul>\n<li>x</li></ul>", 2, 5, nil),
      ("an element that no template has", "<h2>x</h2>", 1, 1, nil),
      ("a line that is not there", "<p>x</p>", 9, 1, nil),
    ] as [(String, String, Int, Int, String?)])
  func `finds where a tag was written`(
    _ name: String, page: String, line: Int, column: Int, expected: String?
  ) {
    let origin = tags.origin(of: Array(page.utf8), line: line, column: column)
    #expect(origin.map { "\($0.file):\($0.line)" } == expected)
  }
}

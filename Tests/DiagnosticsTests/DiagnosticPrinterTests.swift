import Diagnostics
import Testing

@Suite struct DiagnosticPrinterTests {
  @Test func `shows the line, a caret under what is meant, notes and help`() {
    let source = Array("<p>\n  <p>{{engagment.text}} of the people</p>\n".utf8)
    let diagnostic = Diagnostic(
      .error, "template.unknown-name", "`engagment` is not a name of this view",
      at: Place(file: "templates/a.mustache", bytes: source, range: 11..<20),
      label: "unknown name", notes: [.init("names here: engagement, month")],
      help: "write `engagement`")
    #expect(
      DiagnosticPrinter().text(of: diagnostic) == """
        error[template.unknown-name]: `engagment` is not a name of this view
          --> templates/a.mustache:2:8
          |
        2 |   <p>{{engagment.text}} of the people</p>
          |        ^^^^^^^^^ unknown name
          = note: names here: engagement, month
          = help: write `engagement`
        """)
  }

  @Test func `a note with a place is shown as a second excerpt with one gutter`() {
    let source = Array((String(repeating: "\n", count: 9) + "{{#a}}\n{{/b}}").utf8)
    let diagnostic = Diagnostic(
      .error, "template.unclosed", "section `a` is never closed",
      at: Place(file: "t", bytes: source, range: 9..<15),
      notes: [.init("found here", at: Place(file: "t", bytes: source, range: 16..<22), label: "b")])
    #expect(
      diagnostic.description == """
        error[template.unclosed]: section `a` is never closed
           --> t:10:1
           |
        10 | {{#a}}
           | ^^^^^^
           note: found here
           --> t:11:1
           |
        11 | {{/b}}
           | ------ b
        """)
  }

  @Test func `without a place there is only the message`() {
    let diagnostic = Diagnostic(.warning, "a.b", "something", help: "look")
    #expect(diagnostic.description == "warning[a.b]: something\n = help: look")
  }

  @Test(
    arguments: [
      ("tab", "a\tb\tX", 4..<5, 5, "a b X", 4, 1),
      ("carriage return and newline", "ab\r\ncd", 1..<4, 2, "ab", 1, 1),
      ("emoji", "👩‍💻é X", 14..<15, 4, "👩‍💻é X", 3, 1),
      ("end of the file", "ab", 2..<2, 3, "ab", 2, 1),
      ("beyond the end", "ab", 7..<9, 3, "ab", 2, 1),
      ("direction override", "a\u{202E}bX", 5..<6, 4, "a\u{FFFD}bX", 3, 1),
    ] as [(String, String, Range<Int>, Int, String, Int, Int)])
  func `counts columns in characters and shows no control character`(
    _ name: String, text: String, range: Range<Int>, column: Int, shown: String, offset: Int,
    length: Int
  ) {
    let place = Place(file: "f", bytes: Array(text.utf8), range: range)
    #expect(place.column == column)
    #expect(place.excerpt?.text == shown)
    #expect(place.excerpt?.offset == offset)
    #expect(place.excerpt?.length == length)
  }

  @Test func `a very long line is cut around the place`() throws {
    let text = String(repeating: "a", count: 5000) + "X" + String(repeating: "b", count: 5000)
    let place = Place(file: "f", bytes: Array(text.utf8), range: 5000..<5001)
    let excerpt = try #require(place.excerpt)
    #expect(place.column == 5001)
    #expect(excerpt.text.count < 140)
    #expect(Array(excerpt.text)[excerpt.offset] == "X")
  }

  @Test func `wide characters move the caret by two columns`() {
    let source = Array("日本X".utf8)
    let diagnostic = Diagnostic(
      .error, "a.b", "m", at: Place(file: "f", bytes: source, range: 6..<7))
    #expect(diagnostic.description.hasSuffix("1 | 日本X\n  |     ^"))
  }
}

@Suite struct NearestNameTests {
  @Test(
    arguments: [
      ("engagment", ["month", "engagement"], "engagement"),
      ("mnoth", ["month", "mouth"], "month"),
      ("Reach", ["reach"], "reach"),
      ("xyz", ["month"], nil),
      ("a", ["b"], "b"),
      ("", ["month"], nil),
    ] as [(String, [String], String?)])
  func `finds the nearest name or none`(_ name: String, known: [String], expected: String?) {
    #expect(nearestName(to: name, among: known) == expected)
  }
}

import Calendars
import Diagnostics
import PeilModel
import Testing

@testable import PeilReport

@Suite struct NoteTests {
  private func note(_ text: String) throws(Problems) -> Note {
    try Note(NoteFile(month: .october, file: "n.md", bytes: Array(text.utf8)))
  }

  private func problems(_ text: String) -> [Diagnostic] {
    do throws(Problems) {
      _ = try note(text)
      return []
    } catch {
      return error.diagnostics
    }
  }

  private func markup(_ text: String, in section: NoteSection = .summary) throws -> String {
    try #require(try note(text).parts[section]).html
  }

  @Test func `a heading names the section of what follows it`() throws {
    let note = try note("First.\n\n# m5\n\nTags.\n\n# RESULTS\n\nGoals.\n\n# m5\n\nMore tags.\n")
    #expect(
      note.parts.mapValues(\.text) == [
        .summary: "First.", .belief(.hashtagsHelp): "Tags.\nMore tags.", .results: "Goals.",
      ])
    #expect(note.actions == nil)
  }

  @Test func `an unknown heading is told with the names that are known`() {
    let found = problems("# summary\n\nA.\n\n# Hashtags\n\nB.\n\n# m10\n\nC.\n")
    #expect(found.map(\.id) == ["note.unknown-section", "note.unknown-section"])
    #expect(found.first?.place?.line == 5)
    #expect(
      found.first?.notes.map(\.message) == [
        "sections: actions, m1, m2, m3, m4, m5, m6, m7, m8, m9, results, summary"
      ])
  }

  @Test(
    arguments: [
      (
        "a block", "<script>alert(1)</script>\n", "<p>&lt;script&gt;alert(1)&lt;/script&gt;\n</p>\n"
      ),
      ("within a line", "a <b onclick=x>c</b>\n", "<p>a &lt;b onclick=x&gt;c&lt;/b&gt;</p>\n"),
      ("a comment", "<!-- no -->\n", "<p>&lt;!-- no --&gt;\n</p>\n"),
      ("no markup at all", "1 < 2 & 3 > 2\n", "<p>1 &lt; 2 &amp; 3 &gt; 2</p>\n"),
      ("control characters", "a\u{0}\u{8}b\u{7F}\u{202E}c\td", "<p>abc    d</p>\n"),
      ("line ends of Windows", "a\r\nb\r\n", "<p>a\nb</p>\n"),
      ("a language of code", "```swift\nx\n```\n", "<pre><code>x\n</code></pre>\n"),
      (
        "a title of a link", "[a](https://a.example \"b\")",
        "<p><a href=\"https://a.example\">a</a></p>\n"
      ),
    ])
  func `what is no Markdown stays text`(_ name: String, _ text: String, _ html: String) throws {
    // U+0000 becomes nothing and not U+FFFD: the page would show a box.
    #expect(try markup(text) == html)
  }

  @Test func `headings move below those of the section and leave no level out`() throws {
    let text = "#### a\n\n## b\n\n#### c\n\n###### d\n"
    #expect(
      try markup(text) == "<h2>a</h2>\n<h2>b</h2>\n<h3>c</h3>\n<h4>d</h4>\n")
    #expect(
      try markup("# m2\n\n" + text, in: .belief(.paidIsTheOnlyWay))
        == "<h3>a</h3>\n<h3>b</h3>\n<h4>c</h4>\n<h5>d</h5>\n")
  }

  @Test(
    arguments: [
      ("![plan](https://a.example/plan.png)", "note.image"),
      ("[a](javascript:alert(1))", "note.link"),
      ("[a](http://a.example)", "note.link"),
      ("[a](../other/report.html)", "note.link"),
      ("# actions\n\nCall.", "note.actions-no-list"),
      ("# actions\n\n- (Noor)", "note.action-empty"),
      ("# actions\n\n- a\n- b\n- c\n- d\n- e", "note.too-many-actions"),
    ])
  func `what a note may not hold is told`(_ text: String, _ id: String) {
    #expect(problems(text).map(\.id) == [id])
  }

  @Test func `bytes that are no UTF-8 are told`() {
    let file = NoteFile(month: .october, file: "n.md", bytes: [0x61, 0xE9, 0x62])
    #expect(throws: Problems.self) { try Note(file) }
  }

  @Test func `steps say who does them and until when`() throws {
    let note = try note(
      """
      # actions

      - Call the *press* office
        before noon (Noor, 2026-11-15)
      1. Later (2026-11-30)
      2. Ask (Jelle)
      """)
    #expect(
      note.actions == [
        Note.Action(
          text: "Call the press office before noon", owner: "Noor",
          due: Day(year: 2026, month: 11, day: 15)),
        Note.Action(text: "Later", owner: nil, due: Day(year: 2026, month: 11, day: 30)),
        Note.Action(text: "Ask", owner: "Jelle", due: nil),
      ])
    #expect(note.parts.isEmpty)
  }

  // The check compares what stands between the tags with this text.
  @Test func `the plain text is what stands between the tags`() throws {
    let text = """
      Line *one*\\
      and `two` & <i>three</i>
      > a quotation
      > of two lines

      - a
      - b
        1. c
        2. d **e**

      ***

      ## Heading [link](https://a.example)

          code <b>
      """
    let part = try #require(try note(text).parts[.summary])
    #expect(part.links == ["https://a.example"])
    let html = part.html
    var shown = ""
    var isInTag = false
    for character in html {
      switch character {
      case "<": isInTag = true
      case ">": isInTag = false
      default: if !isInTag { shown.append(character) }
      }
    }
    for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      shown = shown.replacing(entity, with: character)
    }
    func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }
    #expect(words(shown) == words(part.text))
  }

  @Test(
    arguments: [
      ("31 rooms at 23:00", ["31", "23:00"]), ("1.234,5 and 12%.", ["1.234,5", "12"]),
      ("17 en 18 oktober 2026,", ["17", "18", "2026"]), ("none", []),
      ("1\u{202F}000", ["1\u{202F}000"]),
    ] as [(String, [String])])
  func `numbers are read whole`(_ text: String, _ numbers: [String]) {
    #expect(text.numbers == numbers)
  }
}

extension Month {
  fileprivate static let october = Day(daysSince1970: 20_742).month
}

import Testing

@testable import PeilReport

@Suite struct LeakCheckTests {
  private func leaks(
    _ page: String, names: [String] = ["Qvorx Zwembad", "Ix"], texts: [String] = [],
    years: Set<Int> = [2026], constants: [String] = []
  ) -> [String] {
    let vocabulary = Vocabulary(["Een bedrijf in de regio: cijfers van het platform, maand"])
    let traces = ClientTraces(names: names, texts: texts, years: years, beside: vocabulary)
    let check = LeakCheck(traces: traces, monthNames: ["oktober", "okt"])
    let bytes = Array(page.utf8)
    return check.leaks(in: bytes, apartFrom: constants.map { Array($0.utf8) }).map {
      String(decoding: bytes[$0.place], as: UTF8.self)
    }
  }

  @Test(
    arguments: [
      ("a name in a text", "<p>Qvorx doet het goed</p>", ["Qvorx"]),
      ("a piece of it in a longer word", "<p>xqvorxa</p>", ["xqvorxa"]),
      ("in other capitals and accents", "<p>QVÓRX</p>", ["QVÓRX"]),
      ("in an id", "<p id=\"f-qvorx\">x</p>", ["qvorx"]),
      ("in a class", "<p class=\"qvorx\">x</p>", ["qvorx"]),
      ("in a title", "<title>Qvorx</title>", ["Qvorx"]),
      ("in an alternative text", "<img alt=\"Qvorx\"/>", ["Qvorx"]),
      ("in a comment", "<!-- qvorx -->", ["qvorx"]),
      ("a short word of a name", "<p>ix</p>", ["ix"]),
      ("a date", "<p>3 oktober</p>", ["3 oktober"]),
      ("a date the other way round", "<p>okt 31</p>", ["okt 31"]),
      ("a year", "<time datetime=\"2026-10\">x</time>", ["2026"]),
      ("the same word twice is told once", "<p>qvorx qvorx</p>", ["qvorx"]),
      ("nothing", "<p>cijfers van het platform, maand 12</p>", []),
      ("a piece that the vocabulary has too", "<p>bedrijfsnaam</p>", []),
    ] as [(String, String, [String])])
  func `is found`(_ name: String, page: String, expected: [String]) {
    #expect(leaks(page) == expected)
  }

  @Test func `a word of a post, a tag and the number of one are traces`() {
    let texts = ["Kom naar de glijbaandag! #glijpret", "18023456789"]
    #expect(leaks("<p>glijbaan</p>", texts: texts) == ["glijbaan"])
    #expect(leaks("<p>#glijpret</p>", texts: texts) == ["glijpret"])
    #expect(leaks("<p>18023456789</p>", texts: texts) == ["18023456789"])
    // Five digits of it may stand in any number.
    #expect(leaks("<p>1802345</p>", texts: texts) == [])
  }

  @Test func `a word of the agency's own may be a word of its client's too`() {
    let vocabulary = Vocabulary(["Bureau Springtij"])
    let traces = ClientTraces(
      names: ["Springvloed"], texts: [], years: [], beside: vocabulary)
    let check = LeakCheck(traces: traces, monthNames: [])
    #expect(check.leaks(in: Array("<p>Bureau Springtij</p>".utf8), apartFrom: []).isEmpty)
    #expect(check.leaks(in: Array("<p>vloed ngvloe</p>".utf8), apartFrom: []).count == 2)
  }

  @Test func `style sheet, pictures and paths are passed over`() {
    #expect(leaks("<style>.qvorx{}</style>", constants: [".qvorx{}"]) == [])
    #expect(leaks("<img src=\"data:image/png;base64,Qvorx\"/>") == [])
    #expect(leaks("<path class=\"a\" d=\"M2026 10\"/>") == [])
    #expect(leaks("<path d=\"M1 1\"/><p>Qvorx</p>") == ["Qvorx"])
  }
}

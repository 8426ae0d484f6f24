import Testing

@testable import Charts

@Suite struct WrappingTests {
  // By hand.
  @Test(
    arguments: [
      ("short", "Instagram", ["Instagram"]), ("empty", "", [""]),
      ("two lines", "Berichten per werkdag en kanaal", ["Berichten per werkdag", "en kanaal"]),
      (
        "cut", "een twee drie vier vijf zes zeven acht negen tien",
        ["een twee drie vier", "vijf zes zeven acht…"]
      ),
      (
        "one long word", "Telecommunicatiebedrijfsvoering", ["Telecommunicatiebedrij", "fsvoering"]
      ),
      (
        "a full second line", "aaaaaaaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbbbbbbb c",
        ["aaaaaaaaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbbbbbbb…"]
      ),
    ] as [(String, String, [String])])
  func `breaks at spaces and cuts at the last line`(
    _ name: String, text: String, expected: [String]
  ) {
    #expect(wrapped(ChartText(text), at: 22, lines: 2) == expected)
  }

  @Test func `a text with numbers is never cut`() {
    let text = ChartText("een twee drie vier vijf zes zeven acht 9 tien", keys: ["k"])
    #expect(wrapped(text, at: 10, lines: 2).joined(separator: " ") == text.text)
  }
}

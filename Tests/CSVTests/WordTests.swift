import CSV
import Testing

@Suite struct WordTests {
  @Test func `short fields have words of their own, wherever they stand`() throws {
    let texts = [
      "", "0", "a", "b", "aa", "1234567", "12345678", "123456789", "1234567890abcd",
      "1234567890abcde", "é", "\"a\"", "\"\"",
    ]
    let line = texts.joined(separator: ",")
    let records = Records(of: try file("\(line)\n x,\(line)"), Dialect(delimiter: .comma))
    var cursor = RecordCursor(over: records)
    cursor.move(to: 0)
    let words = texts.indices.map { cursor.word(at: $0) }
    for (place, word) in words.enumerated() {
      #expect(word != nil)
      #expect(words.firstIndex(of: word) == place, "\(texts[place])")
    }
    cursor.move(to: 1)
    #expect(texts.indices.map { cursor.word(at: $0 + 1) } == words)
  }

  @Test func `long fields have none`() throws {
    let records = Records(of: try file("1234567890abcdef,x\n"), Dialect(delimiter: .comma))
    var cursor = RecordCursor(over: records)
    cursor.move(to: 0)
    #expect(cursor.word(at: 0) == nil)
    #expect(cursor.word(at: 1) != nil)
  }

  @Test(
    arguments: [
      ("", nil), ("0", 0), ("7", 7), ("10", 10), ("007", 7), ("1234567", 1_234_567),
      ("12345678", 12_345_678), ("99999999", 99_999_999), ("00000000", 0), ("123456789", nil),
      ("-1", nil), ("1.5", nil), ("1,5", nil), (" 1", nil), ("1 ", nil), ("12a", nil), ("/", nil),
      (":", nil), ("1:", nil), ("٣", nil), ("é", nil), ("\"12\"", nil), ("1/3", nil),
    ] as [(String, Int?)])
  func `digits and nothing else are a number`(_ text: String, expected: Int?) throws {
    let records = Records(of: try file("9\t\(text)\t9\n"), Dialect(delimiter: .tab))
    var cursor = RecordCursor(over: records)
    cursor.move(to: 0)
    #expect(cursor.wholeNumber(at: 1) == expected)
    #expect(cursor.isWholeNumber(at: 1) == (expected != nil))
  }
}

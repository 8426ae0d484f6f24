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
    #expect(cursor.isWholeNumberOrNothing(at: 1) == (expected != nil || text.isEmpty))
  }

  @Test(
    arguments: [
      ("12.34", 1234, 2, 2, "."), ("1,5", 15, 1, 1, ","), (".5", 5, 0, 1, "."),
      ("0.1808", 1808, 1, 4, "."), ("1234567.", nil, 0, 0, ""), ("123456.7", 1_234_567, 6, 1, "."),
      ("1234567.8", nil, 0, 0, ""), ("1.2.3", nil, 0, 0, ""), ("1.2,3", nil, 0, 0, ""),
      (".", nil, 0, 0, ""), ("", nil, 0, 0, ""), ("12", nil, 0, 0, ""), ("1-2", nil, 0, 0, ""),
      ("-1.5", nil, 0, 0, ""), ("1.5 ", nil, 0, 0, ""), ("1.5%", nil, 0, 0, ""),
      ("1.5E3", nil, 0, 0, ""), ("P.5", nil, 0, 0, ""), ("5.p", nil, 0, 0, ""),
      ("\"1.5\"", nil, 0, 0, ""),
    ] as [(String, Int?, Int, Int, String)])
  func `digits with one sign are a decimal`(
    _ text: String, digits: Int?, whole: Int, decimals: Int, sign: String
  ) throws {
    for neighbour in ["9.9", ".", "5", "x"] {
      let records = Records(
        of: try file("\(neighbour)\t\(text)\t\(neighbour)\n"), Dialect(delimiter: .tab))
      var cursor = RecordCursor(over: records)
      cursor.move(to: 0)
      let decimal = cursor.decimal(at: 1)
      #expect(decimal?.digits == digits)
      guard let decimal else { continue }
      #expect(decimal.whole == whole)
      #expect(decimal.decimals == decimals)
      #expect(decimal.sign == sign.utf8.first)
    }
  }
}

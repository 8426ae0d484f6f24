import CSV
import Testing

@Suite struct WordTests {
  @Test func `short fields have a number of their own, wherever they stand`() throws {
    let words = ["", "a", "b", "aa", "1234567", "12345678", "123456789", "1234567890abcde", "é"]
    let line = words.joined(separator: ",")
    let records = Records(of: try file("\(line)\n x,\(line)"), Dialect(delimiter: .comma))
    let numbers = words.indices.map { records.word(of: 0, at: $0) }
    #expect(Set(numbers).count == words.count)
    #expect(!numbers.contains(nil))
    #expect(words.indices.map { records.word(of: 1, at: $0 + 1) } == numbers)
  }

  @Test func `long and quoted fields have none`() throws {
    let records = Records(of: try file("1234567890abcdef,\"a\",\"\"\n"), Dialect(delimiter: .comma))
    #expect((0..<3).map { records.word(of: 0, at: $0) } == [nil, nil, nil])
  }
}

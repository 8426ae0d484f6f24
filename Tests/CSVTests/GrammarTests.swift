import CSV
import Testing

/// Compares the scanner, which looks at 64 bytes at a time, with the grammar written down byte by byte.
@Suite struct GrammarTests {
  /// Texts over the few characters that matter, up to four blocks long, so that every pair of them meets
  /// every border between blocks.
  @Test(arguments: 0..<8)
  func `agrees with the plain grammar on random texts`(seed: Int) throws {
    var random = SplitMix64(state: UInt64(seed))
    let shares: [[UInt8]] = [
      Array("a,\"\n".utf8), Array("aaaaaa,,\"\"\n\r".utf8), Array("aaaaaaaaaaaaaaaaaaaa,\n".utf8),
      Array("\"\"\",\n\r".utf8),
    ]
    for _ in 0..<600 {
      let alphabet = shares[Int(random.next() % UInt64(shares.count))]
      var text: [UInt8] = []
      // A quote that is out of place ends the text in most cases, so half of them are made well.
      if random.next() % 2 == 0 {
        while text.count < 200 { text += wellFormedRecord(&random) }
      } else {
        let length = Int(random.next() % 260)
        text = (0..<length).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }
      }
      // Where no line feed is, carriage returns end lines; that has its own test.
      text.append(UInt8(ascii: "\n"))
      let records = Records(
        of: try CSVFile(bytes: text, name: "posts.csv"), Dialect(delimiter: .comma))
      let expected = plainRecords(text)
      let shown = String(decoding: text, as: UTF8.self).debugDescription
      #expect(records.map(\.strings) == expected.records.map(\.fields), "\(shown)")
      #expect(records.map(\.line) == expected.records.map(\.line), "\(shown)")
      #expect((records.failure == nil) == expected.isWhole, "\(shown)")
    }
  }

  private func wellFormedRecord(_ random: inout SplitMix64) -> [UInt8] {
    var record: [UInt8] = []
    for field in 0...(random.next() % 5) {
      if field > 0 { record.append(UInt8(ascii: ",")) }
      let length = random.next() % 40
      if random.next() % 2 == 0 {
        record += (0..<length).map { _ in UInt8(ascii: "b") }
      } else {
        record.append(UInt8(ascii: "\""))
        for _ in 0..<length {
          let character = Array("abc,\n\r\"".utf8)[Int(random.next() % 7)]
          record.append(character)
          if character == UInt8(ascii: "\"") { record.append(character) }
        }
        record.append(UInt8(ascii: "\""))
      }
    }
    return record + Array((random.next() % 2 == 0 ? "\n" : "\r\n").utf8)
  }

  private struct PlainRecord {
    var line: Int
    var fields: [String] = []
  }

  /// RFC 4180, one byte after the other; it stops before a record whose quotes are wrong.
  private func plainRecords(_ text: [UInt8]) -> (records: [PlainRecord], isWhole: Bool) {
    var records: [PlainRecord] = []
    var position = 0
    var line = 1
    while position < text.count {
      var record = PlainRecord(line: line)
      var isEnded = false
      while !isEnded {
        var field: [UInt8] = []
        if position < text.count, text[position] == UInt8(ascii: "\"") {
          position += 1
          while true {
            guard position < text.count else { return (records, false) }
            if text[position] == UInt8(ascii: "\"") {
              position += 1
              guard position < text.count, text[position] == UInt8(ascii: "\"") else { break }
            }
            if text[position] == UInt8(ascii: "\n") { line += 1 }
            field.append(text[position])
            position += 1
          }
        } else {
          while position < text.count, !",\n".utf8.contains(text[position]) {
            if text[position] == UInt8(ascii: "\"") { return (records, false) }
            if text[position...].starts(with: "\r\n".utf8) { break }
            field.append(text[position])
            position += 1
          }
        }
        record.fields.append(String(decoding: field, as: UTF8.self))
        if position == text.count {
          isEnded = true
        } else if text[position] == UInt8(ascii: ",") {
          position += 1
        } else if text[position...].starts(with: "\r\n".utf8) {
          position += 2
          line += 1
          isEnded = true
        } else if text[position] == UInt8(ascii: "\n") {
          position += 1
          line += 1
          isEnded = true
        } else {
          return (records, false)
        }
      }
      records.append(record)
    }
    return (records, true)
  }
}

/// Source: Vigna, `splitmix64.c`; the same numbers in every run.
private struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

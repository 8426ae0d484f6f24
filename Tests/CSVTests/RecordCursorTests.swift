import CSV
import Testing

@Suite struct RecordCursorTests {
  @Test func `goes over the same records and fields as the collection`() throws {
    let text = "a,b\r\n\"x\n\"\"y\"\"\",,3\n\n,,\n\"\",é\nlast,\"1\""
    let records = Records(of: try file(text), Dialect(delimiter: .comma))
    var cursor = RecordCursor(over: records)
    for record in records {
      let isThere = cursor.next()
      #expect(isThere)
      #expect(cursor.position == record.position)
      #expect(cursor.count == record.count)
      #expect(cursor.line == record.line)
      #expect(cursor.isBlank == record.isBlank)
      #expect(cursor.record.strings == record.strings)
      for field in 0..<record.count {
        #expect(cursor.string(at: field) == record.string(at: field))
        #expect(cursor.isEmpty(at: field) == record.isEmpty(at: field))
        let bytes = cursor.withBytes(at: field) { bytes in bytes.indices.map { bytes[$0] } }
        #expect(bytes == record.withBytes(at: field) { bytes in bytes.indices.map { bytes[$0] } })
      }
    }
    let isBeyond = cursor.next()
    #expect(!isBeyond)
    #expect(cursor.position == records.count - 1)
  }

  @Test func `goes over a part, and back to any record of it`() throws {
    let records = Records(of: try file("a\nb\nc\nd\n"), Dialect(delimiter: .comma))[1..<3]
    var cursor = RecordCursor(over: records)
    var texts: [String] = []
    while cursor.next() { texts.append(cursor.string(at: 0)) }
    #expect(texts == ["b", "c"])
    cursor.move(to: 1)
    #expect(cursor.string(at: 0) == "b")
  }

  @Test func `has nowhere to go in no records`() throws {
    var cursor = RecordCursor(over: Records(of: try file(""), Dialect(delimiter: .comma)))
    let isThere = cursor.next()
    #expect(!isThere)
  }
}

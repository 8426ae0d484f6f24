import CSV
import Diagnostics
import Testing

@Suite struct RecordsTests {
  @Test(
    arguments: [
      ("nothing", "", []),
      ("one field", "a", [["a"]]),
      ("one empty line", "\n", [[""]]),
      ("LF", "a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
      ("CRLF", "a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
      ("mixed line ends", "a,b\r\nc,d\ne,f", [["a", "b"], ["c", "d"], ["e", "f"]]),
      ("CR alone ends lines of a file without LF", "a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
      ("CR alone is text where there is LF", "a,b\rc\nd,e\n", [["a", "b\rc"], ["d", "e"]]),
      ("no line end at the end", "a,b\nc,d", [["a", "b"], ["c", "d"]]),
      ("a cut CRLF at the end", "a,b\nc,d\r", [["a", "b"], ["c", "d"]]),
      ("empty fields", ",,\n", [["", "", ""]]),
      ("a trailing delimiter at the end", "a,", [["a", ""]]),
      ("quotes", "\"a\",\"b\"\n", [["a", "b"]]),
      ("an empty quoted field", "\"\",a\n", [["", "a"]]),
      ("a delimiter in quotes", "\"a,b\",c\n", [["a,b", "c"]]),
      ("a line break in quotes", "\"a\nb\r\nc\",d\ne,f\n", [["a\nb\r\nc", "d"], ["e", "f"]]),
      ("doubled quotes", "\"say \"\"hi\"\"\",b\n", [["say \"hi\"", "b"]]),
      ("only doubled quotes", "\"\"\"\"\"\",a\n", [["\"\"", "a"]]),
      ("a quoted field at the end", "a,\"b\"", [["a", "b"]]),
      ("a quoted field before a cut CRLF", "a,\"b\"\r", [["a", "b"]]),
      ("a quoted field before CRLF", "a,\"b\"\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
      ("blanks stay", " a , b\n", [[" a ", " b"]]),
      ("emoji and accents", "é,👩‍💻\n", [["é", "👩‍💻"]]),
    ] as [(String, String, [[String]])])
  func `splits text into fields`(_ name: String, text: String, expected: [[String]]) throws {
    let records = Records(of: try file(text), Dialect(delimiter: .comma))
    #expect(records.failure == nil)
    #expect(records.map(\.strings) == expected)
  }

  /// Every place in a block of 64 bytes, so that each border is met by each kind of byte.
  @Test func `gives the same fields wherever blocks of bytes end`() throws {
    for shift in 0..<130 {
      let padding = String(repeating: "x", count: shift)
      let text = "\(padding),\"a\"\"b,\r\n\",,c\r\n\"\",d\n"
      let records = Records(of: try file(text), Dialect(delimiter: .comma))
      #expect(records.failure == nil)
      #expect(records.map(\.strings) == [[padding, "a\"b,\r\n", "", "c"], ["", "d"]])
      for cut in 0..<text.utf8.count {
        let part = String(decoding: Array(text.utf8).prefix(cut), as: UTF8.self)
        let cutRecords = Records(of: try file(part), Dialect(delimiter: .comma))
        #expect(cutRecords.count <= 2)
      }
    }
  }

  @Test func `counts lines, also inside quotes`() throws {
    let records = Records(of: try file("a\n\"b\nc\r\nd\"\r\ne\n\nf"))
    #expect(records.map(\.line) == [1, 2, 5, 6, 7])
  }

  @Test func `tells quoted, empty and blank apart`() throws {
    let records = Records(of: try file("\"\",a,\n,,\n\nb,c,,\n"), Dialect(delimiter: .comma))
    #expect(records.map(\.isBlank) == [false, true, true, false])
    #expect(records.map(\.count) == [3, 3, 1, 4])
    #expect(records.map(\.countWithoutTrailing) == [2, 0, 0, 2])
    #expect(records[0].isQuoted(at: 0))
    #expect(!records[0].isQuoted(at: 1))
    #expect(records[0].isEmpty(at: 0))
  }

  @Test func `finds the tables of a file that has several`() throws {
    let records = Records(
      of: try file("# note\n;;\nViews;;\nDate;Primary;\n2025-10-31;4;\n\n\nReach;;"),
      Dialect(delimiter: .semicolon))
    #expect(records.blocks == [0..<1, 2..<5, 7..<8])
  }

  @Test func `gives bytes of a field without its quotes`() throws {
    let records = Records(of: try file("12,\"34\",\"5\"\"6\"\n"))
    let fields = (0..<3).map { field in
      records[0].withBytes(at: field) { bytes in bytes.withUnsafeBufferPointer { Array($0) } }
    }
    #expect(fields == [Array("12".utf8), Array("34".utf8), Array("5\"\"6".utf8)])
  }

  @Test func `names the place of a field`() throws {
    let records = Records(of: try file("\u{FEFF}a,b\nc,\"dé\",e\n"))
    #expect(records[1].place(of: 1).line == 2)
    #expect(records[1].place(of: 1).column == 3)
    #expect(records[1].place(of: 2).column == 8)
    #expect(records[1].place(of: 1).excerpt?.length == 4)
    #expect(records[0].place(of: 0).column == 1)
    #expect(records[1].place.line == 2)
  }
}

func file(_ text: String) throws -> CSVFile {
  try CSVFile(bytes: Array(text.utf8), name: "posts.csv")
}

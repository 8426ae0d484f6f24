import CSV
import Testing

@Suite struct DialectTests {
  @Test(
    arguments: [
      ("nothing", "", .comma),
      ("one column", "Date\n2026-10-01\n", .comma),
      ("comma", "a,b\n1,2\n", .comma),
      ("semicolon", "a;b\n1;2\n", .semicolon),
      ("tab", "a\tb\n1\t2\n", .tab),
      ("a header alone", "a;b;c", .semicolon),
      ("decimal commas", "a;b\n1,5;2,5\n1,5;2,5\n", .semicolon),
      ("semicolons in quotes", "a,b\n\"x;y;z\",2\n\"x;y;z\",2\n", .comma),
      ("commas in quotes", "a;b\n\"x,y,z\";2\n\"x,y,z\";2\n", .semicolon),
      ("commas in captions", "a\tb\nx, y\t2\nx, y, z\t2\n", .tab),
      ("a title with a comma", "Report, all\n\na;b\n1;2\n3;4\n", .semicolon),
      ("a title with a comma and a period", "July 8, 2025\nAll, time\na\tb\n1\t2\n3\t4\n", .tab),
      ("padded with delimiters", "Views;;\nDate;Primary;\n2025-10-31;4;\n", .semicolon),
      ("line breaks in quotes", "a;b\n\"x,\ny,\nz\";2\n\"x,\ny,\nz\";2\n", .semicolon),
    ] as [(String, String, Dialect.Delimiter)])
  func `finds the delimiter`(_ name: String, text: String, delimiter: Dialect.Delimiter) throws {
    let dialect = Dialect(of: try file(text))
    #expect(dialect.delimiter == delimiter)
    #expect(!dialect.isDeclared)
  }

  @Test(arguments: ["sep=;\n", "sep=;\r\n", "SEP=;\n", "\u{FEFF}sep=;\n"])
  func `obeys a line that declares it`(line: String) throws {
    let records = Records(of: try file("\(line)a,b;c\n1,2;3\n"))
    #expect(records.dialect == Dialect(delimiter: .semicolon, isDeclared: true))
    #expect(records.map(\.strings) == [["a,b", "c"], ["1,2", "3"]])
    #expect(records.map(\.line) == [2, 3])
  }

  @Test(arguments: ["sep", "sep=", "sep=x\na,b\n", "sep=,x\na,b\n", "separate,b\nc,d\n"])
  func `takes other first lines as data`(text: String) throws {
    let records = Records(of: try file(text))
    #expect(!records.dialect.isDeclared)
    #expect(records.first?.line == 1)
  }

  @Test func `looks behind a long preamble and a long header`() throws {
    let note = String(repeating: "# note about the report\n", count: 300)
    #expect(Dialect(of: try file("\(note)a;b\n1;2\n")).delimiter == .semicolon)
    let header = (0..<2000).map { "Column, number \($0)" }.joined(separator: ";")
    let record = (0..<2000).map(String.init).joined(separator: ";")
    #expect(Dialect(of: try file("\(header)\n\(record)\n")).delimiter == .semicolon)
  }
}

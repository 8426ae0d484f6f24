import CSV
import Diagnostics
import Testing

@Suite struct BadInputTests {
  @Test(
    arguments: [
      ("never closed", "a,b\nc,\"d\ne,f\n", "csv.unclosed-quote", 2, 3, 1),
      ("closed by another field's quote", "a\n\"b\nc,\"d\"\n", "csv.text-after-quote", 3, 4, 1),
      ("text behind a closing quote", "a\n\"b\" c\n", "csv.text-after-quote", 2, 4, 1),
      ("quote inside a field", "a,b \"c\" d\n", "csv.quote-in-field", 1, 5, 0),
      ("blank before a quote", "a, \"c,d\"\n", "csv.quote-in-field", 1, 4, 0),
      ("CR alone behind a quote", "\"a\"\rb\n", "csv.text-after-quote", 1, 4, 0),
    ] as [(String, String, String, Int, Int, Int)])
  func `stops at a wrong quote and keeps the records before it`(
    _ name: String, text: String, id: String, line: Int, column: Int, records: Int
  ) throws {
    let found = Records(of: try file(text), Dialect(delimiter: .comma))
    #expect(found.failure?.id == id)
    #expect(found.failure?.place?.line == line)
    #expect(found.failure?.place?.column == column)
    #expect(found.count == records)
  }

  @Test func `names the line where a quote was opened`() throws {
    let text = "a,b\nc,\"d\ne\nf\"g,h\n"
    let failure = try #require(Records(of: try file(text), Dialect(delimiter: .comma)).failure)
    #expect(
      failure.description == """
        error[csv.text-after-quote]: a delimiter or the end of the line follows a closing quote
          --> posts.csv:4:3
          |
        4 | f"g…
          |   ^ found after the closing quote
          note: the quote that it closes was opened here
          --> posts.csv:2:3
          |
        2 | …"d
          |  - open quote
          = help: double the quotes inside a field: `""`
        """)
  }

  @Test func `refuses a record that is too long or too wide`() throws {
    var limits = Limits()
    limits.recordBytes = 10
    let long = Records(of: try file("a\nbbbbbbbbbbbb\nc\n"), limits: limits)
    #expect(long.failure?.id == "csv.record-too-long")
    #expect(long.failure?.place?.line == 2)
    #expect(long.count == 1)

    limits = Limits()
    limits.fieldsOfRecord = 3
    let wide = Records(of: try file("a,b,c\na,b,c,d\n"), limits: limits)
    #expect(wide.failure?.id == "csv.too-many-fields")
    #expect(wide.failure?.place?.line == 2)
    #expect(wide.count == 1)
  }

  @Test func `refuses a million columns without remembering them`() throws {
    let text = "a,b\n" + String(repeating: "x,", count: 1_000_000)
    let records = Records(of: try file(text), Dialect(delimiter: .comma))
    #expect(records.failure?.id == "csv.too-many-fields")
    #expect(records.failure?.place?.line == 2)
    #expect(records.count == 1)
  }

  @Test func `refuses a record above 16 MiB`() throws {
    let text = "a,b\n\"" + String(repeating: "x", count: 17_000_000) + "\",c\n"
    let records = Records(of: try file(text), Dialect(delimiter: .comma))
    #expect(records.failure?.id == "csv.record-too-long")
    #expect(records.failure?.place?.line == 2)
    #expect(records.count == 1)
  }

  @Test func `refuses more fields than a file may have`() throws {
    var limits = Limits()
    limits.fields = 1000
    let text = String(repeating: "a,b,c,d,e,f,g,h\n", count: 1000)
    let records = Records(of: try file(text), limits: limits)
    #expect(records.failure?.id == "csv.too-many-fields-in-file")
  }

  @Test func `refuses a file that is too large`() {
    var limits = Limits()
    limits.fileBytes = 4
    let failure = #expect(throws: Diagnostic.self) {
      try CSVFile(bytes: [1, 2, 3, 4, 5], name: "posts.csv", limits: limits)
    }
    #expect(failure?.id == "csv.file-too-large")
  }
}

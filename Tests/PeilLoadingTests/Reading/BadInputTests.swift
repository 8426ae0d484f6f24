import Diagnostics
import PeilLoading
import PeilModel
import Testing

/// Nothing is silently dropped: a file that belongs into the report and cannot be read to its end holds
/// the client back, any other is a question.
@Suite struct BadInputTests {
  private static let header =
    "\u{FEFF}Post ID,Account ID,Account username,Description,Publish time,Permalink,Post type,Views,Likes\n"
  private static let record =
    "181,7,bakery,\"Café, é\",10/02/2026 03:00,https://www.instagram.com/p/x/,IG image,100,7\n"

  @Test(
    arguments: [
      ([UInt8](), "export.empty"), ([0xEF, 0xBB, 0xBF], "export.empty"),
      ([0xFF, 0xFE], "export.empty"), (Array("\n\n".utf8), "export.empty"),
      (Array(",,,\r\n".utf8), "export.empty"), (Array("one line".utf8), "export.unknown"),
      (Array("a,b\u{0}c\n".utf8), "csv.nul-byte"), (Array(repeating: 0, count: 99), "csv.nul-byte"),
      (Array("a,\"b\n".utf8), "csv.unclosed-quote"), ([0xFF, 0xFE, 0x41], "csv.invalid-utf16"),
    ])
  func `an unknown file that is empty or broken is a question`(bytes: [UInt8], id: String) throws {
    let load = try load(["x.csv": bytes])
    #expect(load.problems == [id])
    #expect(load.diagnostics.first?.severity == .warning)
    #expect(!load.isUnusable)
  }

  @Test func `a header without records is an export without posts`() throws {
    let load = try load(["x.csv": Self.header])
    let file = try load.onlyFile
    #expect(file.format == "meta-instagram-posts")
    #expect(file.records == 0)
    #expect(file.days == nil)
    #expect(load.problems == [])
  }

  @Test(
    arguments: [
      (#""open quote"#, "csv.unclosed-quote"), ("1,\u{0}\n", "csv.nul-byte"),
      ("a \"b\" c,\n", "csv.quote-in-field"), (#""a" b,"# + "\n", "csv.text-after-quote"),
      ("182,7,bakery,Soep", "export.truncated"),
    ])
  func `a known export that is damaged holds the client back`(rest: String, id: String) throws {
    let load = try load(["x.csv": Self.header + Self.record + rest])
    #expect(load.problems == [id])
    #expect(load.diagnostics.first?.severity == .error)
    #expect(load.diagnostics.first?.place?.line == 3)
    #expect(load.isUnusable)
    #expect(load.data.posts == [])
  }

  /// 0xC3 is the first of the two bytes of é.
  @Test func `a known export that was cut inside a character holds the client back`() throws {
    let bytes = Array((Self.header + Self.record).utf8) + Array("182,7,bakery,Caf".utf8) + [0xC3]
    let load = try load(["x.csv": bytes])
    #expect(load.problems == ["csv.invalid-utf8"])
    #expect(load.isUnusable)
  }

  @Test func `cut at any byte, an export is whole records, held back, or a question`() throws {
    let whole = Array((Self.header + Self.record + Self.record).utf8)
    let headerLength = Array(Self.header.utf8).count
    for length in stride(from: 0, to: whole.count, by: 3) {
      let load = try load(["x.csv": Array(whole.prefix(length))])
      #expect(load.unbalanced == [])
      if length > headerLength, !load.isUnusable {
        let ends = whole[length - 1] == UInt8(ascii: "\n")
        let cutsLastField =
          String(decoding: whole.prefix(length), as: UTF8.self).split(separator: ",").last?.isEmpty
          == false
        #expect(ends || cutsLastField, "\(length) bytes")
      }
    }
  }

  @Test func `what people write by hand may leave out fields at the end`() throws {
    let load = try load(["c.csv": "month,item,kind,hours,amount,platform\n2026-10,tool,tools,,49"])
    #expect(load.problems == [])
    #expect(load.data.costs.map(\.amount) == [Money(cents: 4900)])
  }

  @Test func `a blank line does not end a table`() throws {
    let load = try load([
      "f.csv": "date,platform,followers\n2026-10-01,facebook,1\n\n,,\n2026-10-02,facebook,2\n"
    ])
    let file = try load.onlyFile
    #expect(file.account == "used 2")
    #expect(file.records == 2)
  }

  @Test func `a file in another code page is read and told`() throws {
    let load = try load([
      "c.csv": Array("month,item,kind,hours,amount\n2026-10,caf".utf8) + [0xE9]
        + Array(",tools,,1\n".utf8)
    ])
    #expect(load.problems == ["csv.assumed-encoding"])
    #expect(load.data.costs.map(\.item) == ["café"])
  }

  @Test func `the other files of a client are read when one is damaged`() throws {
    let load = try load([
      "a.csv": Self.header + "\"",
      "f.csv": "date,platform,followers\n2026-10-01,facebook,1\n",
    ])
    #expect(load.data.followers.count == 1)
    #expect(load.isUnusable)
  }
}

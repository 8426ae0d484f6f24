import CSV
import Diagnostics
import Testing

@Suite struct CSVFileTests {
  /// Bytes from Python's `str.encode`.
  @Test(
    arguments: [
      ("UTF-8", [0x63, 0x61, 0x66, 0xC3, 0xA9], "café", .utf8, false),
      ("with BOM", [0xEF, 0xBB, 0xBF, 0x61], "a", .utf8, false),
      ("nothing", [], "", .utf8, false),
      ("BOM alone", [0xEF, 0xBB, 0xBF], "", .utf8, false),
      (
        "UTF-16LE", [0xFF, 0xFE, 0x61, 0, 0x2C, 0, 0x3D, 0xD8, 0x00, 0xDE, 0xAC, 0x20], "a,😀€",
        .utf16LittleEndian, false
      ),
      (
        "UTF-16BE", [0xFE, 0xFF, 0, 0x61, 0, 0x2C, 0xD8, 0x3D, 0xDE, 0x00, 0x20, 0xAC], "a,😀€",
        .utf16BigEndian, false
      ),
      (
        "Windows-1252", [0x63, 0x61, 0x66, 0xE9, 0x20, 0x80, 0x20, 0x93, 0x68, 0x69, 0x94],
        "café € “hi”", .windows1252, true
      ),
      (
        "Windows-1251", [0xCF, 0xF0, 0xE5, 0xE3, 0xEB, 0xE5, 0xE4, 0xE8, 0x3B, 0x33],
        "Прегледи;3", .windows1251, true
      ),
    ] as [(String, [UInt8], String, TextEncoding, Bool)])
  func `decodes`(
    _ name: String, bytes: [UInt8], text: String, encoding: TextEncoding, isAssumed: Bool
  ) throws {
    let file = try CSVFile(bytes: bytes, name: "posts.csv")
    #expect(file.encoding == encoding)
    #expect(file.isEncodingAssumed == isAssumed)
    #expect(self.text(of: file) == text)
    #expect(file.byteCount == text.utf8.count)
    #expect(file.warnings.map(\.id) == (isAssumed ? ["csv.assumed-encoding"] : []))
  }

  @Test func `reads a code page as the caller knows it`() throws {
    let file = try CSVFile(bytes: [0xE9, 0xE9, 0xE9], name: "posts.csv", assuming: .windows1252)
    #expect(text(of: file) == "ééé")
  }

  @Test(
    arguments: [
      ("a NUL byte", [0x61, 0x0A, 0x62, 0x00], "csv.nul-byte", 2),
      ("UTF-16 without BOM", [0x61, 0, 0x2C, 0], "csv.nul-byte", 1),
      ("NUL in UTF-16", [0xFF, 0xFE, 0x61, 0, 0, 0], "csv.nul-byte", 1),
      ("half a code unit", [0xFF, 0xFE, 0x0A, 0, 0x61], "csv.invalid-utf16", 2),
      ("a first surrogate alone", [0xFF, 0xFE, 0x3D, 0xD8, 0x61, 0], "csv.invalid-utf16", 1),
      ("a second surrogate alone", [0xFE, 0xFF, 0xDE, 0x00], "csv.invalid-utf16", 1),
      ("invalid with BOM", [0xEF, 0xBB, 0xBF, 0x0A, 0xE9, 0x0A], "csv.invalid-utf8", 2),
      (
        "cut in a character", [0xC3, 0xA9, 0xC3, 0xA9, 0x0A, 0x61, 0xF0, 0x9F, 0x98],
        "csv.invalid-utf8", 2
      ),
    ] as [(String, [UInt8], String, Int)])
  func `refuses what is no text`(_ name: String, bytes: [UInt8], id: String, line: Int) {
    let failure = #expect(throws: Diagnostic.self) { try CSVFile(bytes: bytes, name: "posts.csv") }
    #expect(failure?.id == id)
    #expect(failure?.place?.line == line)
  }

  /// Table 3-7 of the Unicode Standard: the first and last of each row and what lies just outside,
  /// behind three characters that show that the file is UTF-8.
  @Test(
    arguments: [
      ([0xC2, 0x80], true), ([0xDF, 0xBF], true), ([0xC1, 0xBF], false), ([0xC2, 0x7F], false),
      ([0xE0, 0xA0, 0x80], true), ([0xE0, 0x9F, 0xBF], false), ([0xED, 0x9F, 0xBF], true),
      ([0xED, 0xA0, 0x80], false), ([0xEF, 0xBF, 0xBD], true), ([0xE1, 0x80, 0xC0], false),
      ([0xF0, 0x90, 0x80, 0x80], true), ([0xF0, 0x8F, 0xBF, 0xBF], false),
      ([0xF4, 0x8F, 0xBF, 0xBF], true), ([0xF4, 0x90, 0x80, 0x80], false),
      ([0xF5, 0x80, 0x80, 0x80], false), ([0x80], false), ([0xFF], false), ([0xE2, 0x82], false),
    ] as [([UInt8], Bool)])
  func `tells valid UTF-8 from invalid at any place`(bytes: [UInt8], isValid: Bool) throws {
    for shift in 0..<70 {
      let before =
        Array("ééééééééé".utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: shift)
      let text = before + bytes
      for tail in [[], Array("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx".utf8)] {
        if isValid {
          let file = try CSVFile(bytes: text + tail, name: "posts.csv")
          #expect(file.encoding == .utf8)
        } else {
          let failure = #expect(throws: Diagnostic.self) {
            try CSVFile(bytes: text + tail, name: "posts.csv")
          }
          #expect(failure?.id == "csv.invalid-utf8")
          #expect(failure?.place?.column == 10 + shift)
        }
      }
    }
  }

  private func text(of file: CSVFile) -> String {
    file.withBytes { bytes in
      bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
  }
}

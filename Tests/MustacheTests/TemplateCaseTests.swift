import Glibc
import Testing

/// Runs every file of `Cases/`.
///
/// `PEIL_UPDATE_GOLDEN=1` writes what the engine makes of them into the files, and still fails.
@Suite struct TemplateCaseTests {
  private static let folder = "\(#filePath.dropLast("TemplateCaseTests.swift".count))Cases"

  private static let names: [String] = {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var result: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".txt") { result.append(name) }
    }
    return result.sorted()
  }()

  @Test func `there are cases`() {
    #expect(Self.names.count > 60)
  }

  @Test(arguments: names)
  func `gives what its file says`(name: String) throws {
    let path = "\(Self.folder)/\(name)"
    let text = String(decoding: try #require(SharedFiles.bytes(of: path)), as: UTF8.self)
    let testCase = TemplateCase(text)
    let result = testCase.result()
    let expected = name.hasPrefix("err_") ? testCase.error : testCase.output
    let isKind = name.hasPrefix("err_") == result.isError
    #expect(isKind, "\(name): \(result.text)")
    #expect(result.text == expected, "\(name)")
    if result.text != expected, isKind, getenv("PEIL_UPDATE_GOLDEN") != nil {
      let kind = result.isError ? "error" : "output"
      let written = "\(testCase.head)--- \(kind)\n\(result.text)\n"
      let file = try #require(fopen(path, "wb"))
      fputs(written, file)
      fclose(file)
    }
  }
}

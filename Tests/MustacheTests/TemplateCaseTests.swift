import Glibc
import Testing

/// Runs every file of `Cases/`.
///
/// `PEIL_UPDATE_GOLDEN=1` writes what the engine makes of them into the files, and still fails.
@Suite struct TemplateCaseTests {
  @Test func `there are cases`() {
    #expect(TemplateCase.names.count > 60)
  }

  @Test(arguments: TemplateCase.names)
  func `gives what its file says`(name: String) throws {
    let path = "\(TemplateCase.folder)/\(name)"
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

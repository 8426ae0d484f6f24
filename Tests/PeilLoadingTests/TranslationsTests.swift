import Foundation
import PeilModel
import Testing

/// A report tells how many records of which kind of file were not used, in the words of its language.
@Suite struct TranslationsTests {
  @Test(arguments: ["nl", "en"])
  func `every kind of file and every reason to skip a record has its words`(
    language: String
  ) throws {
    let path = "\(repository)/templates/translations/\(language).yaml"
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    func keys(below name: String) -> Set<String> {
      Set(
        lines.drop { $0 != "  \(name):" }.dropFirst().prefix { $0.hasPrefix("    ") }
          .map { String($0.drop { $0 == " " }.prefix { $0 != ":" }) })
    }
    #expect(keys(below: "source-kinds") == Set(SourceFile.Kind.allCases.map(\.rawValue)))
    #expect(keys(below: "skip-reasons") == Set(SkipReason.allCases.map(\.rawValue)))
  }
}

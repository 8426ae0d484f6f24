import Foundation
import Testing
import YAML

@testable import PeilAnalysis

/// The cases of twitter-text, read where they lie.
@Suite(.enabled(if: cases != nil, "PEIL_SHARED names no folder with reference/hashtags.yml"))
struct HashtagConformanceTests {
  /// Sections of the file and how many cases each has. Positions are left out: nothing asks for them.
  static let sections = [
    ("hashtags", 65), ("hashtags_from_astral", 3), ("hashtags_with_indices", 8),
  ]

  @Test(arguments: sections)
  func `finds the tags of every case`(_ section: String, _ count: Int) throws {
    let file = try #require(cases)
    let document = try Document(bytes: Array(try Data(contentsOf: file)), file: "hashtags.yml")
    let tests = try #require(document.root.mapping?.first { $0.key.text == "tests" }?.value)
    let list = try #require(tests.mapping?.first { $0.key.text == section }?.value.list)
    #expect(list.count == count)
    for entry in list {
      let fields = Dictionary(
        uniqueKeysWithValues: (entry.mapping ?? []).map { ($0.key.text ?? "", $0.value) })
      let text = try #require(fields["text"]?.text)
      let expected = try #require(fields["expected"]?.list).map { tag in
        tag.text ?? tag.mapping?.first { $0.key.text == "hashtag" }?.value.text
      }
      #expect(hashtags(in: text).map(Optional.init) == expected, "\(text)")
    }
  }
}

@Suite struct HashtagExtractionTests {
  @Test(
    arguments: [
      ("none", "Nieuws van de molen", []),
      ("empty", "", []),
      ("the sign alone", "#", []),
      ("a number", "plek #1 voor #2x", ["2x"]),
      ("repeats", "#meel #meel", ["meel", "meel"]),
      ("glued", "#meel#graan #brood", ["brood"]),
      ("in an address", "zie demolen.example/#brood en #brood", ["brood"]),
      ("Dutch letters", "#ijsjes #café #reünie", ["ijsjes", "café", "reünie"]),
    ] as [(String, String, [String])])
  func `finds the tags of a text`(_ name: String, _ text: String, _ expected: [String]) {
    #expect(hashtags(in: text) == expected)
  }

  @Test func `emoji are letters where the platform has it so`() {
    #expect(hashtags(in: "#🌾molen", allowsEmoji: true) == ["🌾molen"])
    #expect(hashtags(in: "#🌾molen") == [])
  }
}

private let cases: URL? = {
  let shared =
    ProcessInfo.processInfo.environment["PEIL_SHARED"].map { URL(filePath: $0) }
    ?? URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../../shared")
  let file = shared.appending(path: "reference/hashtags.yml").standardizedFileURL
  return FileManager.default.isReadableFile(atPath: file.path(percentEncoded: false)) ? file : nil
}()

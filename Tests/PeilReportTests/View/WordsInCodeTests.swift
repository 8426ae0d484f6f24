import Foundation
import TestSupport
import Testing

/// What a reader sees is in `templates/`: no markup and no sentence stands in Swift.
@Suite struct WordsInCodeTests {
  /// Where words are, and for whom. None of these reaches a report.
  private static let exceptions = [
    // What is told to whoever runs the program, and how platforms write columns and months.
    "PeilCLI/", "PeilLoading/", "PeilPipeline/Printing/", "PeilReport/Checking/",
    "PeilReport/Theme/TranslationFile.swift", "PeilReport/Theme/SheetProof.swift",
    // Looks for the style sheet in a page that is there already.
    "PeilPipeline/PageProver.swift",
    // Patterns of dates and words between them, as the languages have them.
    "PeilReport/Formatting/Locales/",
  ]

  @Test func `no literal holds markup or three words`() throws {
    let root = URL(filePath: Project.root).appending(path: "Sources")
    let folders = try FileManager.default.contentsOfDirectory(atPath: root.path())
      .filter { $0.hasPrefix("Peil") }
    #expect(folders.count >= 6)
    for folder in folders {
      let files = FileManager.default.enumerator(atPath: root.appending(path: folder).path())
      for case let name as String in try #require(files) where name.hasSuffix(".swift") {
        let path = "\(folder)/\(name)"
        guard !name.hasSuffix("Messages.swift"),
          !Self.exceptions.contains(where: { path.hasPrefix($0) })
        else { continue }
        // A failed precondition is told to nobody but ourselves.
        let source = try String(contentsOf: root.appending(path: path), encoding: .utf8)
          .split(separator: "\n").filter { !$0.contains("precondition(") }
          .joined(separator: "\n")
        for literal in StringLiterals(in: source) {
          #expect(!literal.contains(/<[A-Za-z]/), "\(path): \(literal)")
          #expect(!literal.contains(/\p{L}+[ ,]+\p{L}+[ ,]+\p{L}+/), "\(path): \(literal)")
        }
      }
    }
  }

  @Test func `literals are found in code and nowhere else`() {
    let source = #"""
      let a = "one" // "no"
      /* "no" */ let b = "two \(c ? "x" : "y") \"three\""
      let d = """
        four
        """
      """#
    #expect(Array(StringLiterals(in: source)) == ["one", "two  \\\"three\\\"", "\n  four\n  "])
  }
}

/// The string literals of Swift code in their order, as written, without what is put into them.
private struct StringLiterals: Sequence {
  private var literals: [String] = []

  init(in source: String) {
    let code = Array(source)
    var index = 0
    func at(_ text: String) -> Bool { code[index...].starts(with: text) }
    while index < code.count {
      if at("//") {
        while index < code.count, code[index] != "\n" { index += 1 }
      } else if at("/*") {
        while index < code.count, !at("*/") { index += 1 }
      } else if at("\"") {
        let quote = at("\"\"\"") ? "\"\"\"" : "\""
        index += quote.count
        var literal = ""
        while index < code.count, !at(quote) {
          if at("\\(") {
            index += 2
            var depth = 1
            while index < code.count, depth > 0 {
              depth += code[index] == "(" ? 1 : code[index] == ")" ? -1 : 0
              index += 1
            }
          } else {
            let length = code[index] == "\\" ? 2 : 1
            literal += String(code[index..<Swift.min(index + length, code.count)])
            index += length
          }
        }
        index += quote.count
        literals.append(literal)
      } else {
        index += 1
      }
    }
  }

  func makeIterator() -> IndexingIterator<[String]> { literals.makeIterator() }
}

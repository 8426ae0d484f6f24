import Glibc
import Testing

/// Every sentence of the engine is seen in a case, so that no message goes unread.
///
/// Sentences are read off the source: of each literal the longest piece between interpolations.
@Suite struct MessageCoverageTests {
  private static let tests = "\(#filePath.dropLast("MessageCoverageTests.swift".count))"
  private static let sources = "\(tests)../../Sources/Mustache"

  /// A text of 4 GiB, which no test should make, and bytes that a case cannot hold (see `ValueTests`).
  private static let excepted = [
    "template.value-too-large", "a text has at most 4 GiB", "expected UTF-8",
  ]

  @Test func `every id is in a case`() throws {
    let text = try source("MustacheMessages.swift")
    let ids = literals(in: text).filter { $0.hasPrefix("template.") }
    #expect(ids.count > 40)
    try expectCases(for: ids)
  }

  @Test(arguments: ["MustacheMessages.swift", "HTML/HTMLMessages.swift"])
  func `every sentence is in a case`(file: String) throws {
    let sentences = literals(in: try source(file)).filter { $0.contains(" ") }
    #expect(sentences.count > 40)
    try expectCases(for: sentences)
  }

  @Test(arguments: [
    "Values/Value+JSON.swift", "Parsing/ExpressionParser.swift", "Filters/Filter.swift",
  ])
  func `every expectation is in a case`(file: String) throws {
    let calls =
      try source(file).split(separator: "problem(").dropFirst()
      + (try source(file).split(separator: "expected: ").dropFirst())
    let sentences = calls.filter { $0.hasPrefix("\"") }.compactMap {
      literals(in: String($0)).first
    }
    #expect(!sentences.isEmpty)
    try expectCases(for: sentences)
  }

  private func expectCases(for sentences: [String]) throws {
    let errors = try TemplateCase.names.filter { $0.hasPrefix("err_") }.map { name in
      TemplateCase(try text("\(Self.tests)Cases/\(name)")).error ?? ""
    }.joined(separator: "\n")
    for sentence in sentences where !Self.excepted.contains(where: { sentence.hasPrefix($0) }) {
      let isShown = errors.contains(sentence)
      #expect(isShown, "no case shows: \(sentence)")
    }
  }

  private func source(_ file: String) throws -> String { try text("\(Self.sources)/\(file)") }

  private func text(_ path: String) throws -> String {
    String(decoding: try #require(SharedFiles.bytes(of: path)), as: UTF8.self)
  }

  /// The longest static piece of each literal, as it is printed.
  private func literals(in source: String) -> [String] {
    var result: [String] = []
    for line in source.split(separator: "\n") where !line.drop(while: { $0 == " " }).hasPrefix("//")
    {
      var pieces: [String] = [""]
      var depth = 0
      var isInside = false
      var rest = line[...]
      while let character = rest.popFirst() {
        switch character {
        case "\\" where isInside && depth == 0:
          let next = rest.popFirst()
          if next == "(" {
            depth = 1
            pieces.append("")
          } else if let next {
            pieces[pieces.count - 1].append(next)
          }
        case "(" where depth > 0: depth += 1
        case ")" where depth > 0: depth -= 1
        case "\"" where depth == 0:
          isInside.toggle()
          if !isInside {
            result.append(pieces.max { $0.count < $1.count } ?? "")
            pieces = [""]
          }
        default: if isInside, depth == 0 { pieces[pieces.count - 1].append(character) }
        }
      }
    }
    return result.filter { $0.count > 3 }
  }
}

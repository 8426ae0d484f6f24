import Diagnostics
import PeilReport
import Testing

/// Small edits of good pages; each must be found by its own rule, on its line.
@Suite struct SeededDefectTests {
  @Test(arguments: SeededDefect.all)
  func `is found by its own rule on its line`(_ defect: SeededDefect) throws {
    let good = try defect.page.text()
    let bytes = try #require(defect.applied(to: good), "the text to replace is not in the page")
    let result = PageChecker().check(bytes, facts: defect.page.facts, file: "page.html")
    let rules = result.findings.map { "\($0.rule.rawValue):\($0.place.line ?? 0) \($0.message)" }
    let found = result.findings.filter { $0.rule == defect.rule }
    #expect(!found.isEmpty, "found \(rules)")
    if let line = defect.line(in: bytes) {
      #expect(found.contains { $0.place.line == line }, "expected line \(line), found \(rules)")
    }
  }

  @Test func `every rule has a defect, or a test of its own`() {
    let seeded = Set(SeededDefect.all.map(\.rule))
    let apart: Set<CheckRule> = [.bytesTooLarge, .budgetBytes, .budgetElements, .elementDepth]
    let missing = Set(CheckRule.allCases).subtracting(seeded).subtracting(apart)
    #expect(missing.isEmpty, "\(missing.map(\.rawValue).sorted())")
  }

  @Test func `there are at least 120`() {
    #expect(SeededDefect.all.count >= 120)
    #expect(Set(SeededDefect.all.map(\.name)).count == SeededDefect.all.count)
  }
}

struct SeededDefect: Sendable, CustomTestStringConvertible {
  let name: String
  let rule: CheckRule
  let page: SamplePage
  /// The first occurrence in the page is replaced.
  let old: String
  /// A byte that no string can hold is written `\u{E000}` and two letters of hexadecimal.
  let new: String
  /// Where the finding must be.
  let spot: Spot

  enum Spot: Sendable {
    /// The line on which the replacement begins.
    case edit
    /// The first line with this text in the broken page.
    case line(String)
    /// A fault of the whole page.
    case page
  }

  var testDescription: String { name }

  init(
    _ name: String, _ rule: CheckRule, _ old: String, _ new: String, at spot: Spot = .edit,
    in page: SamplePage = .aurora
  ) {
    (self.name, self.rule, self.old, self.new, self.spot, self.page) =
      (name, rule, old, new, spot, page)
  }

  func applied(to good: String) -> [UInt8]? {
    let bytes = Array(good.utf8)
    guard let start = offset(of: Array(old.utf8), in: bytes) else { return nil }
    return Array(bytes[0..<start]) + raw(new) + Array(bytes[(start + old.utf8.count)...])
  }

  func line(in bytes: [UInt8]) -> Int? {
    let needle: [UInt8]
    switch spot {
    case .page: return nil
    case .line(let text): needle = Array(text.utf8)
    case .edit:
      guard let good = try? page.text(),
        let start = offset(of: Array(old.utf8), in: Array(good.utf8))
      else { return nil }
      return bytes[0..<start].count { $0 == 0x0A } + 1
    }
    return offset(of: needle, in: bytes).map { start in
      bytes[0..<start].count { $0 == 0x0A } + 1
    }
  }

  private func offset(of needle: [UInt8], in bytes: [UInt8]) -> Int? {
    guard needle.count <= bytes.count else { return nil }
    return (0...(bytes.count - needle.count)).first { start in
      bytes[start] == needle.first ?? bytes[start]
        && bytes[start..<(start + needle.count)].elementsEqual(needle)
    }
  }

  private func raw(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    var rest = text[...]
    while let mark = rest.firstIndex(of: "\u{E000}") {
      result += Array(rest[..<mark].utf8)
      let digits = rest[rest.index(after: mark)...].prefix(2)
      if let byte = UInt8(digits, radix: 16) { result.append(byte) }
      rest = rest[digits.endIndex...]
    }
    return result + Array(rest.utf8)
  }
}

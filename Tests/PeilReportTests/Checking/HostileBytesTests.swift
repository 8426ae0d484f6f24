import Diagnostics
import PeilReport
import Testing

/// Any bytes at all are judged, in bounded time and with a bounded list.
@Suite struct HostileBytesTests {
  @Test func `random edits of a good page never stop the check`() throws {
    let checker = PageChecker()
    for page in SamplePage.allCases {
      let good = Array(try page.text().utf8)
      var numbers = SplitMix64(state: 7)
      for _ in 0..<1500 {
        var bytes = good
        for _ in 0..<(1 + numbers.next(below: 4)) { edit(&bytes, &numbers) }
        let result = checker.check(bytes, facts: page.facts, file: "page.html")
        #expect(result.findings.count <= 101)
        #expect(result.bytes == bytes)
      }
      #expect(checker.check(good, facts: page.facts, file: "page.html").findings.isEmpty)
    }
  }

  @Test(arguments: Hostile.all)
  fileprivate func `is refused with a finding`(_ file: Hostile) {
    let result = PageChecker().check(file.bytes, facts: PageFacts(), file: "page.html")
    #expect(!result.isReleasable)
    #expect(!result.findings.isEmpty)
  }

  @Test func `a file of more than 8 MB is not read`() {
    let bytes = [UInt8](repeating: 0x20, count: PageChecker.maximumBytes + 1)
    let result = PageChecker().check(bytes, facts: PageFacts(), file: "page.html")
    #expect(result.findings.map(\.rule) == [.bytesTooLarge])
  }

  @Test func `more than 64 elements inside each other are refused`() throws {
    let deep = String(repeating: "<div>", count: 70) + String(repeating: "</div>", count: 70)
    let page = try SamplePage.aurora.text().split(separator: "<main>", maxSplits: 1)
      .joined(separator: "\(deep)<main>")
    let result = PageChecker().check(Array(page.utf8), facts: PageFacts(), file: "page.html")
    #expect(result.findings.map(\.rule) == [.elementDepth])
  }

  @Test func `a heavy page with many elements is a warning`() throws {
    let many = String(repeating: "<p>een alinea met wat woorden erin</p>\n", count: 16_000)
    let page = try SamplePage.aurora.text().split(separator: "<main>", maxSplits: 1)
      .joined(separator: "\(many)<main>")
    let result = PageChecker().check(Array(page.utf8), facts: PageFacts(), file: "page.html")
    #expect(Set(result.findings.map(\.rule)) == [.budgetBytes, .budgetElements])
    #expect(result.isReleasable)
  }

  private func edit(_ bytes: inout [UInt8], _ numbers: inout SplitMix64) {
    let start = numbers.next(below: bytes.count)
    switch numbers.next(below: 4) {
    case 0: bytes[start] = UInt8(truncatingIfNeeded: numbers.next())
    case 1: bytes.remove(at: start)
    case 2: bytes.removeSubrange(start..<min(bytes.count, start + numbers.next(below: 60)))
    default:
      let end = min(bytes.count, start + numbers.next(below: 60))
      bytes.insert(contentsOf: bytes[start..<end], at: numbers.next(below: bytes.count))
    }
    if bytes.isEmpty { bytes = [0x20] }
  }
}

/// Bytes that are no page, told by their name alone: printed, they would be megabytes of a log.
private struct Hostile: CustomTestStringConvertible {
  let testDescription: String
  let bytes: [UInt8]

  private init(_ name: String, _ bytes: [UInt8]) {
    testDescription = name
    self.bytes = bytes
  }

  private static let page = "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\">"

  static let all = [
    Hostile("nothing", []), Hostile("one byte", [0x3C]),
    Hostile("UTF-16", [0xFF, 0xFE, 0x3C, 0x00]),
    Hostile("binary", (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 73) }),
    Hostile(
      "deeply nested", Array((page + String(repeating: "<div>", count: 100_000)).utf8)),
    Hostile(
      "many attributes",
      Array((page + "<p \((0..<5000).map { "a\($0)=\"\"" }.joined(separator: " "))>").utf8)),
    Hostile("a million spaces", Array((page + String(repeating: " ", count: 1_000_000)).utf8)),
  ]
}

/// Numbers that are the same in every run.
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func next(below limit: Int) -> Int { Int(next() % UInt64(limit)) }
}

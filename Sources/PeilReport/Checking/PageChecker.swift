internal import Diagnostics

/// Proves a page before it is released: one walk over its bytes, one pass of the parser.
///
///     let checker = PageChecker()
///     let page = checker.check(bytes, facts: facts, file: "aurora/2026-10/report.html")
///     guard page.isReleasable else { … page.findings … }
///
/// A checker reads any number of pages one after the other and keeps its memory between them. It is
/// for one worker: make it inside the task that uses it.
package final class PageChecker {
  /// Larger files are not read: no report comes near.
  package static let maximumBytes = 8 * 1024 * 1024

  /// What a report may weigh before a mail server or a phone makes trouble.
  package static let usualBytes = 600 * 1000

  private let handler = PageHandler()

  package init() {}

  /// - Parameters:
  ///   - page: Any bytes at all.
  ///   - file: As findings name it.
  package func check(_ page: [UInt8], facts: PageFacts, file: String) -> CheckedPage {
    page.withUnsafeBufferPointer { bytes in
      guard bytes.count <= Self.maximumBytes else { return tooLarge(page, facts, file) }
      let list = handler.read(bytes, facts: facts, file: file)
      return CheckedPage(
        bytes: page, findings: list.sorted(), uncounted: list.uncounted, unchecked: facts.unchecked)
    }
  }

  private func tooLarge(_ page: [UInt8], _ facts: PageFacts, _ file: String) -> CheckedPage {
    CheckedPage(
      bytes: page, findings: [Self.refusal(of: file, facts.severities)], uncounted: 0,
      unchecked: PageFacts.Part.allCases)
  }

  /// What is said of a file that is not even read.
  package static func refusal(
    of file: String, _ severities: RuleSeverities = RuleSeverities()
  ) -> Finding {
    let rule = CheckRule.bytesTooLarge
    return Finding(
      rule: rule, severity: severities[rule],
      message: "more than \(maximumBytes) bytes, which are not read", place: Place(file: file),
      path: "", help: rule.help)
  }
}

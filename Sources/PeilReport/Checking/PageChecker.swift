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

  private let reader = PageReader()

  package init() {}

  /// - Parameters:
  ///   - page: Any bytes at all.
  ///   - file: As findings name it.
  package func check(_ page: [UInt8], facts: PageFacts, file: String) -> CheckedPage {
    page.withUnsafeBufferPointer { bytes in
      let isReadable = bytes.count <= Self.maximumBytes
      if isReadable {
        reader.read(bytes, facts: facts, file: file)
      } else {
        reader.findings.begin(
          file: file, page: UnsafeBufferPointer(rebasing: bytes[0..<0]),
          severities: facts.severities)
        if reader.findings.takes(.bytesTooLarge) {
          reader.findings.add(
            .bytesTooLarge, 0..<0,
            "\(bytes.count) bytes; more than \(Self.maximumBytes) are not read", path: "")
        }
      }
      return CheckedPage(
        bytes: page, findings: reader.findings.sorted(), uncounted: reader.findings.uncounted,
        unchecked: isReadable ? facts.unchecked : PageFacts.Part.allCases)
    }
  }
}

internal import Diagnostics

/// The findings of one page; a long list is cut and counted.
struct FindingList {
  /// Of one page. A page with more has one cause that the first of them show.
  static let maximum = 100
  /// Of one rule.
  private static let maximumOfRule = 20

  private(set) var findings: [Finding] = []
  private(set) var uncounted = 0
  var total: Int { findings.count + uncounted }
  private var counts: [CheckRule: Int] = [:]
  private var file = ""
  private var page = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var severities = RuleSeverities()

  mutating func begin(
    file: String, page: UnsafeBufferPointer<UInt8>, severities: RuleSeverities
  ) {
    self.file = file
    self.page = page
    self.severities = severities
    findings.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
    uncounted = 0
  }

  /// Whether one more of a rule is listed; else it is counted. Asked before a message is made.
  mutating func takes(_ rule: CheckRule) -> Bool {
    let count = counts[rule, default: 0]
    counts[rule] = count + 1
    guard count < Self.maximumOfRule, findings.count < Self.maximum else {
      uncounted += 1
      return false
    }
    return true
  }

  mutating func add(_ rule: CheckRule, _ range: Range<Int>, _ message: String, path: String) {
    findings.append(
      Finding(
        rule: rule, severity: severities[rule], message: message,
        place: Place(file: file, bytes: page, range: range), path: path, help: rule.help))
  }

  /// In the order of the page.
  func sorted() -> [Finding] {
    findings.enumerated().sorted { a, b in
      let left = (a.element.place.line ?? 0, a.element.place.column ?? 0, a.offset)
      let right = (b.element.place.line ?? 0, b.element.place.column ?? 0, b.offset)
      return left < right
    }.map(\.element)
  }
}

import Calendars
import PeilModel

/// Months by how far back they lie: 12 is the month of the report, 1 the eleventh before it.
struct MonthNumbers {
  let report: Month

  /// The number of the report's month, and how many months a sales copy shows at the most.
  static let last = 12
  /// The lengths in weeks of what a verdict looks back on when nothing is missing.
  static let windows = [ReportingPeriod.windowLength, ReportingPeriod.longestRelation]

  /// `nil` for a month that is not shown.
  func number(of month: Month) -> Int? {
    (0..<Self.last).first { report.advanced(by: -$0) == month }.map { Self.last - $0 }
  }

  /// The months that days lie in, as far as they are shown.
  func numbers(of days: ClosedRange<Day>) -> ClosedRange<Int>? {
    guard let last = number(of: days.upperBound.month) else { return nil }
    return (number(of: days.lowerBound.month) ?? 1)...last
  }
}

package import Calendars

/// The month that a report shows and the weeks that its verdicts are based on.
///
/// A month is shown, a quarter is judged: the change of one month is mostly noise.
package struct ReportingPeriod: Hashable, Sendable {
  package let month: Month
  /// Complete ISO weeks, oldest first; the last ends on or before the last day of the month.
  package let weeks: [ISOWeek]

  /// The number of weeks that shares and comparisons between posts look back.
  package static let windowLength = 13
  /// The most weeks that a relation between weekly series looks back.
  package static let longestRelation = 52

  package init(month: Month) {
    self.month = month
    self.weeks = Array(ISOWeek.completeWeeks(Self.windowLength, endingWithin: month))
  }

  /// From the Monday of the first week of the window to the Sunday of its last.
  package var window: ClosedRange<Day> {
    let last = ISOWeek.completeWeeks(1, endingWithin: month).lowerBound
    return last.firstDay - 7 * (Self.windowLength - 1)...last.lastDay
  }

  /// As many complete weeks before the window, to compare it with.
  package var weeksBefore: [ISOWeek] {
    ISOWeek.completeWeeks(2 * Self.windowLength, endingWithin: month)
      .dropLast(Self.windowLength).map(\.self)
  }

  /// The complete weeks that a weekly relation may use, oldest first.
  package var relationWeeks: [ISOWeek] {
    Array(ISOWeek.completeWeeks(Self.longestRelation, endingWithin: month))
  }
}

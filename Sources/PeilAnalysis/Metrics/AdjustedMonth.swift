import Calendars
import PeilModel
import Statistics

/// A month's total as it would be in a month of average length with an average mix of weekdays.
///
/// Formula: total × 30.436875 ÷ Σ weekday factors of its days; factors are medians over the complete weeks of
/// the thirteen months up to the report. Only for comparing months; the raw total always stands beside it.
/// For results that add up by day; unknown below eight complete weeks.
struct AdjustedMonth {
  private let factors: WeekdayFactors

  init?(_ result: KeyResult, _ dataset: Dataset, _ period: ReportingPeriod) {
    let weeks = ISOWeek.completeWeeks(56, endingWithin: period.month).compactMap { week in
      result.days(of: week, dataset)
    }
    guard let factors = weekdayFactors(weeks: weeks) else { return nil }
    self.factors = factors
  }

  func total(_ total: Double, of month: Month) -> Double? {
    factors.adjustedTotal(
      total, firstWeekday: month.firstDay.weekday.rawValue - 1, days: month.length)
  }
}

extension KeyResult {
  /// Its value on each of the seven days of a week; `nil` where one is unknown, and for results that do not add up by
  /// day.
  fileprivate func days(of week: ISOWeek, _ dataset: Dataset) -> [Double]? {
    var values: [Double] = []
    values.reserveCapacity(7)
    for day in week.days {
      let value: Double?
      switch self {
      case .conversions: value = dataset.conversions(in: day...day)
      case .sessions: value = dataset.sessions(in: day...day)
      // What posts get depends on the day they were published, not on the days of the month.
      case .answered, .followers, .impressions, .interactions, .posts: value = nil
      }
      guard let value else { return nil }
      values.append(value)
    }
    return values
  }
}

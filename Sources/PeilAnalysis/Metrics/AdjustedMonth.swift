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
    guard let daily = result.daily else { return nil }
    let weeks = ISOWeek.completeWeeks(56, endingWithin: period.month).compactMap { week in
      daily(dataset, week)
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
  /// Its value on each of the seven days of a week; `nil` for results that do not add up by day.
  fileprivate var daily: ((Dataset, ISOWeek) -> [Double]?)? {
    let measure: (Dataset, ClosedRange<Day>) -> Double?
    switch self {
    case .conversions: measure = { $0.conversions(in: $1) }
    case .sessions: measure = { $0.sessions(in: $1) }
    // What posts get depends on the day they were published, not on the days of the month.
    case .answered, .followers, .impressions, .interactions, .posts: return nil
    }
    return { dataset, week in
      let values = (0..<7).compactMap { measure(dataset, week.firstDay + $0...week.firstDay + $0) }
      return values.count == 7 ? values : nil
    }
  }
}

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
    let weeks = ISOWeek.completeWeeks(56, endingWithin: period.month)
    let days = weeks.lowerBound.firstDay...weeks.upperBound.firstDay - 1
    guard let values = result.daily(dataset, days),
      let factors = weekdayFactors(ofDaily: values[...])
    else { return nil }
    self.factors = factors
  }

  func total(_ total: Double, of month: Month) -> Double? {
    factors.adjustedTotal(
      total, firstWeekday: month.firstDay.weekday.rawValue - 1, days: month.length)
  }
}

extension KeyResult {
  /// Its value on each of some days; `nil` for results that do not add up by day.
  fileprivate func daily(_ dataset: Dataset, _ days: ClosedRange<Day>) -> [Double?]? {
    switch self {
    case .conversions where dataset.hasConversions:
      dataset.dailySums(in: days) { dataset.visits[$0].conversions }
    case .sessions where dataset.hasSessions:
      dataset.dailySums(in: days) { dataset.visits[$0].sessions.map(Double.init) }
    case .conversions, .sessions: nil
    // What posts get depends on the day they were published, not on the days of the month.
    case .answered, .followers, .impressions, .interactions, .posts: nil
    }
  }
}

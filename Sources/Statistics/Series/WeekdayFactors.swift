/// How much of an average day each day of the week is; the mean of the seven is 1.
public struct WeekdayFactors: Hashable, Sendable {
  /// Seven, Monday first; not negative. 0 for a day on which usually nothing happens.
  public let factors: [Double]
  /// Complete weeks they rest on.
  public let weeks: Int

  /// - Parameter weekday: 0 for Monday. Any number counts on through the weeks.
  public subscript(_ weekday: Int) -> Double {
    factors[(weekday % 7 + 7) % 7]
  }

  /// A total as it would be in a month of average length with an average mix of weekdays.
  ///
  /// - Parameters:
  ///   - total: Over all days of the month.
  ///   - firstWeekday: Of the first of the month, 0 for Monday.
  ///   - days: In the month.
  /// - Returns: total × 30.436875 / Σ factors; 30.436875 days are a Gregorian month on average.
  ///   `nil` when the sum is 0 or the result is not finite.
  public func adjustedTotal(_ total: Double, firstWeekday: Int, days: Int) -> Double? {
    let sum = self.sum(firstWeekday: firstWeekday, days: days)
    guard sum > 0 else { return nil }
    let adjusted = total * 30.436875 / sum
    return adjusted.isFinite ? adjusted : nil
  }

  /// What so many days from a weekday on are worth in average days.
  public func sum(firstWeekday: Int, days: Int) -> Double {
    guard days > 0 else { return 0 }
    let wholeWeeks = Double(days / 7) * factors.sum
    return (0..<(days % 7)).reduce(wholeWeeks) { $0 + self[firstWeekday % 7 + $1] }
  }
}

/// The weekday factors of a daily series, from its complete weeks.
///
/// - Parameters:
///   - weeks: Seven values each, Monday first. A week with another number of values, without
///     anything in it, or with a value that is negative or not finite, is left out.
///   - minimumWeeks: How many must be left; at least 1, by default 8.
/// - Returns: For each weekday the median over the weeks of day ÷ week mean, scaled to mean 1. `nil`
///   when too few weeks are left, or when every median is 0.
///
/// Source: the ratio-to-average idea of Macaulay, *The Smoothing of Time Series* (1931); Findley et
/// al., *Journal of Business and Economic Statistics* 16 (1998), for the length of months.
public func weekdayFactors(weeks: [[Double]], minimumWeeks: Int = 8) -> WeekdayFactors? {
  // Of a week that is left out, 0.
  let means = weeks.map { week in
    let mean = week.count == 7 && week.allSatisfy { $0 >= 0 } ? week.sum / 7 : 0
    return mean.isFinite ? mean : 0
  }
  let used = weeks.indices.filter { means[$0] > 0 }
  guard used.count >= max(1, minimumWeeks) else { return nil }
  var ratios = [Double](repeating: 0, count: used.count)
  let medians = (0..<7).map { day in
    for (place, week) in used.enumerated() { ratios[place] = weeks[week][day] / means[week] }
    return selectMedian(in: &ratios)
  }
  let mean = medians.sum / 7
  guard mean > 0 else { return nil }
  return WeekdayFactors(factors: medians.map { $0 / mean }, weeks: used.count)
}

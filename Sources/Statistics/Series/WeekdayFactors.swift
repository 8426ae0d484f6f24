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
  let days = weeks.filter { $0.count == 7 }.flatMap { $0.map(Optional.some) }
  return weekdayFactors(ofDaily: days[...], minimumWeeks: minimumWeeks)
}

/// The same from the days themselves.
///
/// - Parameter values: From a Monday on; `nil` where a day is unknown. A week with such a day, and one
///   that ends after the last, is left out.
public func weekdayFactors(
  ofDaily values: ArraySlice<Double?>, minimumWeeks: Int = 8
) -> WeekdayFactors? {
  let mondays = stride(from: values.startIndex, through: values.endIndex - 7, by: 7)
  var used: [(monday: Int, mean: Double)] = []
  for monday in mondays {
    var sum = 0.0
    for value in values[monday..<monday + 7] {
      // What is added to it is no number either.
      if let value, value >= 0 { sum += value } else { sum = .nan }
    }
    let mean = sum / 7
    if mean > 0, mean.isFinite { used.append((monday, mean)) }
  }
  guard used.count >= max(1, minimumWeeks) else { return nil }
  var ratios = [Double](repeating: 0, count: used.count)
  let medians = (0..<7).map { weekday in
    for (place, week) in used.enumerated() {
      ratios[place] = (values[week.monday + weekday] ?? 0) / week.mean
    }
    return selectMedian(in: &ratios)
  }
  let mean = medians.sum / 7
  guard mean > 0 else { return nil }
  return WeekdayFactors(factors: medians.map { $0 / mean }, weeks: used.count)
}

/// A straight line that a quarter of the points cannot bend, however far off they are.
public struct TrendLine: Hashable, Sendable {
  /// Per unit of the positions: per week, per month.
  public let slope: Double
  /// The line at position 0.
  public let intercept: Double
  public let sampleSize: Int
  /// Of the slope; `nil` when there are too few points for the level (at 95 %, below five).
  public let interval: Interval?

  /// Slope and interval together; `nil` without an interval.
  public var estimate: Estimate? {
    guard let interval else { return nil }
    return Estimate(value: slope, interval: interval, sampleSize: sampleSize)
  }
}

/// The Theil–Sen line: the median of the slopes between all pairs of points.
///
///     theilSen([1010, 1024, 1031])  // by default at 0, 1, 2
///
/// - Parameters:
///   - values: The time it takes grows with the square of their number.
///   - positions: As many as the values, in any order; by default 0, 1, 2, …
/// - Returns: `nil` for unequal lengths, below two different positions, and when a value, a position
///   or a slope is not finite.
///
/// Source: Theil, *Proceedings of the Royal Netherlands Academy of Sciences* 53 (1950); Sen,
/// "Estimates of the Regression Coefficient Based on Kendall's Tau", *JASA* 63 (1968), for the
/// interval with its correction for ties; intercept median(y) − slope · median(x).
public func theilSen(
  _ values: [Double], at positions: [Double]? = nil, confidence: ConfidenceLevel = .percent95
) -> TrendLine? {
  let n = values.count
  let positions = positions ?? (0..<n).map(Double.init)
  guard positions.count == n, var slopes = pairwiseSlopes(values, positions),
    let line = medianLine(values, positions, &slopes)
  else { return nil }

  let ties: (Double) -> Double = { $0 * ($0 - 1) * (2 * $0 + 5) }
  let variance =
    (ties(Double(n)) - tieSum(values.sorted(), ties) - tieSum(positions.sorted(), ties)) / 18
  let margin = confidence.normalQuantile * max(0, variance).squareRoot()
  let count = Double(slopes.count)
  let lower = ((count - margin) / 2).rounded(.toNearestOrEven) - 1
  let upper = ((count + margin) / 2).rounded(.toNearestOrEven)
  var interval: Interval?
  if lower >= 0, upper < count, margin > 0 {
    interval = Interval(
      lower: select(Int(lower), in: &slopes), upper: select(Int(upper), in: &slopes),
      confidence: confidence)
  }
  return TrendLine(
    slope: line.slope, intercept: line.intercept, sampleSize: n, interval: interval)
}

/// Slope and intercept alone, for removing a trend.
func theilSenLine(
  _ values: [Double], at positions: [Double]
) -> (slope: Double, intercept: Double)? {
  guard var slopes = pairwiseSlopes(values, positions) else { return nil }
  return medianLine(values, positions, &slopes)
}

private func medianLine(
  _ values: [Double], _ positions: [Double], _ slopes: inout [Double]
) -> (slope: Double, intercept: Double)? {
  guard !slopes.isEmpty, let y = median(of: values), let x = median(of: positions) else {
    return nil
  }
  let slope = selectMedian(in: &slopes)
  let intercept = y - slope * x
  return intercept.isFinite ? (slope, intercept) : nil
}

/// `nil` when a value, a position or a slope is not finite.
private func pairwiseSlopes(_ values: [Double], _ positions: [Double]) -> [Double]? {
  guard values.allFinite, positions.allFinite else { return nil }
  let n = values.count
  let slopes = values.withUnsafeBufferPointer { values in
    positions.withUnsafeBufferPointer { positions in
      [Double](unsafeUninitializedCapacity: n * max(0, n - 1) / 2) { slopes, count in
        for j in 0..<n {
          let x = positions[j]
          let y = values[j]
          for i in 0..<j where positions[i] != x {
            slopes[count] = (y - values[i]) / (x - positions[i])
            count += 1
          }
        }
      }
    }
  }
  return slopes.allFinite ? slopes : nil
}

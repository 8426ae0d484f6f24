import Glibc

/// A median and, where there are enough values, the two of them that enclose the true one.
public struct MedianEstimate: Hashable, Sendable {
  public let median: Double
  public let sampleSize: Int
  /// `nil` when even the smallest and the largest value do not enclose it surely enough: at 95 %,
  /// below six values.
  public let limits: Limits?

  /// Two values of the sample, as far from its ends as the level allows.
  public struct Limits: Hashable, Sendable {
    public let interval: Interval
    /// Which value the lower limit is, from 1 for the smallest; the upper is as far from the other
    /// end.
    public let rank: Int
    /// How often such limits really enclose the median: at least what was asked for.
    public let coverage: Double
  }

  /// Median and interval together; `nil` without limits.
  public var estimate: Estimate? {
    guard let limits else { return nil }
    return Estimate(value: median, interval: limits.interval, sampleSize: sampleSize)
  }
}

/// The median with the interval [x(r), x(n+1−r)], which holds whatever the distribution.
///
/// - Returns: `nil` when there is no value or one is not finite.
///
/// Source: Thompson, "On Confidence Ranges for the Median", *Annals of Mathematical Statistics* 7
/// (1936): the largest r with 1 − 2 P(Bin(n, ½) ≤ r − 1) at or above the level.
public func medianInterval(
  of values: [Double], confidence: ConfidenceLevel = .percent95
) -> MedianEstimate? {
  guard let median = median(of: values) else { return nil }
  let n = values.count
  let rank = medianRank(n, confidence)
  guard rank >= 1, let binomial = Binomial(trials: n, probability: 0.5) else {
    return MedianEstimate(median: median, sampleSize: n, limits: nil)
  }
  var values = values
  let lower = select(rank - 1, in: &values)
  let upper = select(n - rank, in: &values)
  let interval = Interval(lower: lower, upper: upper, confidence: confidence)
  return MedianEstimate(
    median: median, sampleSize: n,
    limits: interval.map {
      MedianEstimate.Limits(
        interval: $0, rank: rank, coverage: 1 - 2 * binomial.cumulative(rank - 1))
    })
}

/// The largest r whose two tails together are within the error rate; 0 when there is none.
private func medianRank(_ n: Int, _ confidence: ConfidenceLevel) -> Int {
  guard let binomial = Binomial(trials: n, probability: 0.5) else { return 0 }
  // The normal approximation is at most a rank or two off.
  let half = confidence.normalQuantile * Double(n).squareRoot() / 2
  var rank = max(0, Int((Double(n + 1) / 2 - half).rounded(.down)))
  while rank >= 1, 2 * binomial.cumulative(rank - 1) > confidence.errorRate { rank -= 1 }
  while 2 * (rank + 1) <= n + 1, 2 * binomial.cumulative(rank) <= confidence.errorRate { rank += 1 }
  return rank
}

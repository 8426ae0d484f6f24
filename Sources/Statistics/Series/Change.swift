import Glibc

/// Where a next value is expected, judged by how such values changed before.
public struct ChangePrediction: Hashable, Sendable {
  /// What the new value is compared with: the last value, or the same month last year.
  public let baseline: Double
  /// Where the mean of the earlier changes leads.
  public let expected: Double
  /// A prediction interval: it holds the next single value, not a mean.
  public let interval: Interval
  /// Of the earlier changes, as logarithms.
  public let meanLogChange: Double
  public let standardDeviationOfLogChange: Double
  /// How many earlier changes there were; at least six.
  public let changes: Int

  /// Whether a new value lies outside the interval: unusual, which does not say why.
  public func isUnusual(_ value: Double) -> Bool {
    !interval.contains(value)
  }
}

/// The prediction interval of the next value from the changes before it.
///
///     predictionInterval(ofChange: 1, after: monthlyReach)   // month over month
///     predictionInterval(ofChange: 12, after: monthlyReach)  // year over year
///
/// - Parameters:
///   - lag: How many values lie from one value to the one it is compared with; at least 1.
///   - history: Oldest first, without the new value; `nil` where it is unknown. A change to or
///     from an unknown value or one that is not above 0 is not counted.
/// - Returns: `nil` when the value to compare with is unknown or not above 0, below six earlier
///   changes, when they were all the same, and when a number is not finite.
///
/// Source: Hahn and Meeker, *Statistical Intervals* (1991), 4: on the log scale,
/// mean ± t(k−1) s √(1 + 1/k). Changes of neighbouring months over a year overlap, so that such an
/// interval is somewhat too narrow.
public func predictionInterval(
  ofChange lag: Int, after history: [Double?], confidence: ConfidenceLevel = .percent95
) -> ChangePrediction? {
  guard lag >= 1, lag <= history.count, let baseline = history[history.count - lag],
    baseline > 0, baseline.isFinite
  else { return nil }
  var changes: [Double] = []
  for index in lag..<max(lag, history.count) {
    guard let before = history[index - lag], let after = history[index], before > 0, after > 0
    else { continue }
    changes.append(log(after / before))
  }
  let k = Double(changes.count)
  guard changes.count >= 6, let mean = mean(of: changes), let variance = variance(of: changes),
    let t = StudentT(degreesOfFreedom: k - 1)
  else { return nil }
  let deviation = variance.squareRoot()
  guard deviation > roundingNoise else { return nil }
  let distance = t.quantile(of: confidence) * deviation * (1 + 1 / k).squareRoot()
  let expected = baseline * exp(mean)
  guard expected.isFinite,
    let interval = Interval(
      lower: baseline * exp(mean - distance), upper: baseline * exp(mean + distance),
      confidence: confidence)
  else { return nil }
  return ChangePrediction(
    baseline: baseline, expected: expected, interval: interval, meanLogChange: mean,
    standardDeviationOfLogChange: deviation, changes: changes.count)
}

/// A change in results, split into what more traffic and what a better rate did.
public struct ChangeSplit: Hashable, Sendable {
  /// ln of results after over results before: the sum of the two parts.
  public let logChange: Double
  public let trafficPart: Double
  public let ratePart: Double
  public let trafficRatio: Double
  public let rateRatio: Double
}

/// Splits a change in results exactly: ln(C₁/C₀) = ln(S₁/S₀) + ln(CR₁/CR₀).
///
/// - Parameters:
///   - before: What came in, such as sessions, and what came of it, such as conversions.
///   - after: The same for the later period.
/// - Returns: `nil` unless all four numbers are finite and above 0.
///
/// Source: Ang, "Decomposition Analysis for Policymaking in Energy", *Energy Policy* 32 (2004), the
/// log-mean decomposition.
public func changeSplit(
  from before: (traffic: Double, results: Double), to after: (traffic: Double, results: Double)
) -> ChangeSplit? {
  let numbers = [before.traffic, before.results, after.traffic, after.results]
  for number in numbers where !(number > 0 && number.isFinite) { return nil }
  let traffic = after.traffic / before.traffic
  let rate = (after.results / after.traffic) / (before.results / before.traffic)
  let parts = (log(traffic), log(rate))
  guard parts.0.isFinite, parts.1.isFinite else { return nil }
  return ChangeSplit(
    logChange: log(after.results / before.results), trafficPart: parts.0, ratePart: parts.1,
    trafficRatio: traffic, rateRatio: rate)
}

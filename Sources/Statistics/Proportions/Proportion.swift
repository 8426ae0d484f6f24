import Glibc

/// A share of independent units, with the Wilson score interval.
///
///     proportion(successes: 7, of: 40)  // 0.175, from 0.087 to 0.319
///
/// Only for units that are independent of each other, such as conversations. Impressions are not:
/// for a share of impressions use ``ratioOfSums(numerators:denominators:scale:confidence:)``.
///
/// - Returns: `nil` without trials, or when the successes are not between 0 and the trials.
///
/// Source: Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", *JASA* 22
/// (1927), without continuity correction; recommended by Brown, Cai and DasGupta, *Statistical
/// Science* 16 (2001). Centre (x + z²/2)/(n + z²), half width z/(n + z²) √(x(n−x)/n + z²/4).
public func proportion(
  successes: Int, of trials: Int, confidence: ConfidenceLevel = .percent95
) -> Estimate? {
  guard trials > 0, successes >= 0, successes <= trials else { return nil }
  let limits = wilson(Double(successes), Double(trials), confidence)
  return Estimate(
    Double(successes) / Double(trials), from: limits.lower, to: limits.upper,
    confidence: confidence, sampleSize: trials)
}

/// How much larger the first share is than the second, with Newcombe's hybrid score interval.
///
///     proportionDifference((successes: 56, trials: 70), minus: (successes: 48, trials: 80))
///
/// - Returns: From −1 to 1; `nil` under the conditions of ``proportion(successes:of:confidence:)``.
///
/// Source: Newcombe, "Interval Estimation for the Difference between Independent Proportions",
/// *Statistics in Medicine* 17 (1998), method 10, from both Wilson intervals:
/// d − √((p₁ − l₁)² + (u₂ − p₂)²) to d + √((u₁ − p₁)² + (p₂ − l₂)²).
public func proportionDifference(
  _ first: (successes: Int, trials: Int), minus second: (successes: Int, trials: Int),
  confidence: ConfidenceLevel = .percent95
) -> Estimate? {
  guard
    let a = proportion(successes: first.successes, of: first.trials, confidence: confidence),
    let b = proportion(successes: second.successes, of: second.trials, confidence: confidence)
  else { return nil }
  let difference = a.value - b.value
  return Estimate(
    difference, from: difference - hypot(a.value - a.lower, b.upper - b.value),
    to: difference + hypot(a.upper - a.value, b.value - b.lower), confidence: confidence,
    sampleSize: a.sampleSize.addingSaturated(b.sampleSize))
}

/// How often something may still happen that never happened: the one-sided exact upper limit.
///
///     upperLimit(withoutEventsIn: 37)  // 0.078, about 3 / 37
///
/// - Parameter confidence: Here one-sided: the share is below the limit with this certainty.
/// - Returns: `nil` without trials.
///
/// Source: Hanley and Lippman-Hand, "If Nothing Goes Wrong, Is Everything All Right?", *JAMA* 249
/// (1983): 1 − (1 − level)^(1/n).
public func upperLimit(
  withoutEventsIn trials: Int, confidence: ConfidenceLevel = .percent95
) -> Double? {
  guard trials > 0 else { return nil }
  return -expm1(log(confidence.errorRate) / Double(trials))
}

/// Wilson's limits for 0 ≤ x ≤ n and n > 0.
func wilson(
  _ x: Double, _ n: Double, _ confidence: ConfidenceLevel
) -> (lower: Double, upper: Double) {
  let z = confidence.normalQuantile
  let centre = (x + z * z / 2) / (n + z * z)
  let half = z / (n + z * z) * (x * ((n - x) / n) + z * z / 4).squareRoot()
  // At both ends the formula is exact but its rounding is not.
  return (x == 0 ? 0 : max(0, centre - half), x == n ? 1 : min(1, centre + half))
}

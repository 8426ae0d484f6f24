/// Independent events in a period, as a rate with exact Poisson limits.
///
///     countRate(14, over: 30)  // 0.467 a day, from 0.255 to 0.783
///
/// - Parameters:
///   - count: Of events that do not bring each other about.
///   - exposure: The length of the period, in the unit the rate shall have below the line.
/// - Returns: `nil` for a negative count, and unless the exposure is finite and above 0. Its sample
///   size is the count.
///
/// Source: Garwood, "Fiducial Limits for the Poisson Distribution", *Biometrika* 28 (1936):
/// χ²(α/2, 2x)/2t and χ²(1 − α/2, 2x + 2)/2t.
public func countRate(
  _ count: Int, over exposure: Double, confidence: ConfidenceLevel = .percent95
) -> Estimate? {
  guard count >= 0, exposure > 0, exposure.isFinite else { return nil }
  let tail = confidence.errorRate / 2
  let x = Double(count)
  guard let upper = ChiSquare(degreesOfFreedom: 2 * x + 2)?.quantile(1 - tail) else { return nil }
  let lower = ChiSquare(degreesOfFreedom: 2 * x)?.quantile(tail) ?? 0
  return Estimate(
    x / exposure, from: lower / 2 / exposure, to: upper / 2 / exposure, confidence: confidence,
    sampleSize: count)
}

/// What one event cost, with the limits of the count turned round.
///
/// - Parameters:
///   - cost: In any unit; not negative.
///   - count: Of events.
/// - Returns: Without value and upper limit when there was no event: one event may cost any amount
///   from the lower limit up. `nil` for a negative count or a cost that is negative or not finite.
///
/// Source: ``countRate(_:over:confidence:)``.
public func costPerEvent(
  cost: Double, count: Int, confidence: ConfidenceLevel = .percent95
) -> OpenEstimate? {
  guard cost >= 0, cost.isFinite,
    let events = countRate(count, over: 1, confidence: confidence)
  else { return nil }
  return OpenEstimate(
    value: count > 0 ? cost / events.value : nil, lower: cost / events.upper,
    upper: events.lower > 0 ? cost / events.lower : nil, confidence: confidence,
    sampleSize: count)
}

/// How many times as high the first rate is as the second, with a score interval.
///
///     countRateRatio((count: 34, exposure: 1200), to: (count: 51, exposure: 2900))
///
/// - Returns: Without value and upper limit when the second count is 0. `nil` when both are, for a
///   negative count, and unless both exposures are finite and above 0.
///
/// Source: Graham, Mengersen and Morton, "Confidence Limits for the Ratio of Two Rates Based on
/// Likelihood Scores", *Statistics in Medicine* 22 (2003): Wilson's limits of x₁/(x₁ + x₂), mapped
/// by p/(1 − p) · t₂/t₁.
public func countRateRatio(
  _ first: (count: Int, exposure: Double), to second: (count: Int, exposure: Double),
  confidence: ConfidenceLevel = .percent95
) -> OpenEstimate? {
  guard first.count >= 0, second.count >= 0, first.exposure > 0, second.exposure > 0 else {
    return nil
  }
  let x1 = Double(first.count)
  let x2 = Double(second.count)
  let perExposure = second.exposure / first.exposure
  guard x1 + x2 > 0, perExposure > 0, perExposure.isFinite else { return nil }
  let limits = wilson(x1, x1 + x2, confidence)
  let lower = limits.lower / (1 - limits.lower) * perExposure
  let upper = limits.upper / (1 - limits.upper) * perExposure
  guard lower.isFinite else { return nil }
  let value = x1 / x2 * perExposure
  return OpenEstimate(
    value: second.count > 0 && value.isFinite ? value : nil, lower: lower,
    upper: second.count > 0 && upper.isFinite ? upper : nil, confidence: confidence,
    sampleSize: first.count.addingSaturated(second.count))
}

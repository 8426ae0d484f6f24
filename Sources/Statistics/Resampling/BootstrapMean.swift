import Glibc

/// A mean with a bootstrap interval that is corrected for bias and skewness.
public struct BootstrapMean: Hashable, Sendable {
  public let estimate: Estimate
  /// Efron's z₀: how far the resamples' median lies from the mean, in normal quantiles.
  public let biasCorrection: Double
  /// Efron's a: how fast the standard error changes with the mean.
  public let acceleration: Double
}

/// The mean with Efron's BCa interval.
///
/// Too narrow for small, skewed samples: on log-normal data of 12 values it holds the true mean in
/// 84 % of cases. Show it only beside the median, see ``medianInterval(of:confidence:)``.
///
/// - Parameters:
///   - values: As many as the sample size of the table, in an order that is always the same.
///   - table: Shared by all samples of this size.
/// - Returns: `nil` when the sizes differ, below two values, when all are equal, when one is not
///   finite, when all resamples lie on one side of the mean, and when the values are too skewed for
///   the correction.
///
/// Source: Efron, "Better Bootstrap Confidence Intervals", *JASA* 82 (1987): type 7 quantiles of the
/// resamples at Φ(z₀ + (z₀ ± z)/(1 − a(z₀ ± z))); ties count half in z₀; a by the jackknife,
/// Σd³/6(Σd²)^1.5.
public func bootstrapMean(
  of values: [Double], table: ResampleTable, confidence: ConfidenceLevel = .percent95
) -> BootstrapMean? {
  let n = values.count
  guard n >= 2, n == table.sampleSize, values.allFinite, let mean = mean(of: values) else {
    return nil
  }
  let means = table.means(of: values)
  var below = 0.0
  for resampled in means { below += resampled < mean ? 1 : resampled == mean ? 0.5 : 0 }
  guard means.allFinite, let z0 = Normal.quantile(below / Double(means.count)) else { return nil }

  // Leaving one value out moves the mean by (mean − value)/(n − 1).
  var squares = 0.0
  var cubes = 0.0
  for value in values {
    let influence = value - mean
    squares += influence * influence
    cubes += influence * influence * influence
  }
  guard squares > 0, squares.squareRoot() > abs(mean) * roundingNoise else { return nil }
  let acceleration = cubes / (6 * squares * squares.squareRoot())
  guard acceleration.isFinite else { return nil }

  func corrected(_ z: Double) -> Double? {
    let shifted = z0 + z
    let divisor = 1 - acceleration * shifted
    return divisor > 0 ? standardNormalCumulative(z0 + shifted / divisor) : nil
  }
  guard let lower = corrected(-confidence.normalQuantile),
    let upper = corrected(confidence.normalQuantile), lower <= upper,
    let first = quantile(lower, of: means),
    let last = quantile(upper, of: means),
    let estimate = Estimate(
      mean, from: first, to: last, confidence: confidence, sampleSize: n)
  else { return nil }
  return BootstrapMean(estimate: estimate, biasCorrection: z0, acceleration: acceleration)
}

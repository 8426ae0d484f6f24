/// Counts with more spread than Poisson: a Poisson distribution whose mean itself varies.
///
/// Source: Anscombe, "Sampling Theory of the Negative Binomial and Logarithmic Series
/// Distributions", *Biometrika* 37 (1950); `size` by the method of moments.
public struct NegativeBinomial: Hashable, Sendable {
  public let mean: Double
  /// mean² / (variance − mean). The smaller, the more the counts are spread.
  public let size: Double

  /// Returns `nil` unless 0 < mean < variance: with less spread, use ``Poisson``.
  public init?(mean: Double, variance: Double) {
    guard mean > 0, variance > mean else { return nil }
    let size = mean * mean / (variance - mean)
    guard size > 0, size.isFinite else { return nil }
    self.mean = mean
    self.size = size
  }

  /// P(X ≥ count), also for counts that are not whole. `nil` for NaN.
  public func probability(ofAtLeast count: Double) -> Double? {
    guard !count.isNaN else { return nil }
    guard count > 0 else { return 1 }
    guard count < .infinity else { return 0 }
    let total = mean + size
    return incompleteBeta(mean / total, complement: size / total, count, size).lower
  }
}

import Glibc

/// A ratio of mean counts that allows for more spread from week to week than chance alone makes.
public struct QuasiPoissonRatio: Hashable, Sendable {
  /// First over second, above 0.
  public let ratio: Estimate
  /// Pearson's χ² over its degrees of freedom: 1 when the counts vary as Poisson counts do.
  public let dispersion: Double
  /// Of the logarithm of the ratio, with the dispersion taken as at least 1.
  public let standardErrorOfLog: Double

  /// What the interval is made with: never below 1.
  public var usedDispersion: Double { max(1, dispersion) }
}

/// How many times as high the weekly counts of the first period are as those of the second.
///
/// - Parameters:
///   - first: One count a week; not negative, and not all 0.
///   - second: The same for the other weeks; the two may differ in length.
/// - Returns: `nil` when a group has no events or a value that is negative or not finite, and
///   below three weeks in all.
///
/// Source: Wedderburn, "Quasi-likelihood Functions", *Biometrika* 61 (1974); McCullagh and Nelder,
/// *Generalized Linear Models* (1989), 6.2: se = √(φ(1/X₁ + 1/X₂)), φ = max(1, χ²/(N − 2)),
/// Student's t at N − 2 degrees of freedom.
public func quasiPoissonRatio(
  _ first: [Double], to second: [Double], confidence: ConfidenceLevel = .percent95
) -> QuasiPoissonRatio? {
  let size = first.count + second.count
  guard size >= 3, let a = Counts(first), let b = Counts(second),
    let t = StudentT(degreesOfFreedom: Double(size - 2))
  else { return nil }
  let dispersion = (a.chiSquare + b.chiSquare) / Double(size - 2)
  let error = (max(1, dispersion) * (1 / a.total + 1 / b.total)).squareRoot()
  let ratio = a.mean / b.mean
  let distance = t.quantile(of: confidence) * error
  guard dispersion.isFinite,
    let estimate = Estimate(
      ratio, from: ratio * exp(-distance), to: ratio * exp(distance), confidence: confidence,
      sampleSize: size)
  else { return nil }
  return QuasiPoissonRatio(ratio: estimate, dispersion: dispersion, standardErrorOfLog: error)
}

private struct Counts {
  let total: Double
  let mean: Double
  let chiSquare: Double

  init?(_ counts: [Double]) {
    for count in counts where !(count >= 0) { return nil }
    total = counts.sum
    guard total > 0, total.isFinite else { return nil }
    let mean = total / Double(counts.count)
    var chiSquare = 0.0
    for count in counts { chiSquare += (count - mean) * ((count - mean) / mean) }
    self.mean = mean
    self.chiSquare = chiSquare
  }
}

/// The Poisson distribution: how many independent events fall into a period, given their mean.
public struct Poisson: Hashable, Sendable {
  public let mean: Double

  /// Returns `nil` unless the mean is finite and not negative.
  public init?(mean: Double) {
    guard mean >= 0, mean.isFinite else { return nil }
    self.mean = mean
  }

  /// P(X ≥ count), by the gamma distribution, which also answers for counts that are not whole.
  /// `nil` for NaN.
  public func probability(ofAtLeast count: Double) -> Double? {
    guard !count.isNaN else { return nil }
    guard count > 0 else { return 1 }
    guard count < .infinity else { return 0 }
    return incompleteGamma(shape: count, mean).lower
  }
}

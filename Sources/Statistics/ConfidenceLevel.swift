/// How often intervals made in the same way hold the true value: two-sided, between 0 and 1.
public struct ConfidenceLevel: Hashable, Sendable {
  /// The part of all intervals that misses the true value, on both sides together: 0.05 at 95 %.
  public let errorRate: Double
  /// How many standard errors of a normal distribution lie on each side: 1.959964 at 95 %.
  public let normalQuantile: Double

  /// What every figure of a report uses.
  public static let percent95 = ConfidenceLevel(errorRate: 0.05)

  /// The part of all intervals that holds the true value: 0.95 at 95 %.
  public var fraction: Double { 1 - errorRate }

  /// - Parameter fraction: 0.95 for 95 %. `nil` unless it lies between 0 and 1, ends excluded.
  public init?(_ fraction: Double) {
    guard fraction > 0, fraction < 1 else { return nil }
    self.init(errorRate: 1 - fraction)
  }

  /// The level that each of several intervals needs so that all of them together keep this one.
  ///
  /// - Parameter count: How many intervals are looked at before one is picked. Below 2 nothing changes.
  ///
  /// Source: the Bonferroni inequality; 1 − (1 − level) / count.
  public func shared(among count: Int) -> ConfidenceLevel {
    count < 2 ? self : ConfidenceLevel(errorRate: errorRate / Double(count))
  }

  private init(errorRate: Double) {
    let errorRate = max(errorRate, Double.leastNormalMagnitude * 4)
    self.errorRate = errorRate
    self.normalQuantile = -standardNormalQuantile(errorRate / 2)
  }
}

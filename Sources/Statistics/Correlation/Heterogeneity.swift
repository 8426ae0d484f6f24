/// Whether several estimates of one thing differ more than their standard errors explain.
public struct Heterogeneity: Hashable, Sendable {
  /// Cochran's Q: the weighted squares around the common value.
  public let q: Double
  /// One less than there are estimates.
  public let degreesOfFreedom: Int
  /// How often chance alone makes Q at least as large; 1 for a single estimate.
  public let pValue: Double
  /// I²: the part of the differences that chance does not explain, from 0 to 1.
  public let inconsistency: Double

  /// - Parameter estimates: Each with its standard error, above 0.
  /// - Returns: `nil` without estimates and when a number is not finite or a standard error not
  ///   above 0.
  ///
  /// Source: Cochran, "The Combination of Estimates from Different Experiments", *Biometrics* 10
  /// (1954): Q = Σw(x − x̄)², w = 1/se²; Higgins and Thompson, *Statistics in Medicine* 21 (2002), for I² = (Q − df)/Q.
  public init?(_ estimates: [(value: Double, standardError: Double)]) {
    self.init(weighted: estimates.map { ($0.value, 1 / ($0.standardError * $0.standardError)) })
  }

  init?(weighted estimates: [(value: Double, weight: Double)]) {
    guard !estimates.isEmpty else { return nil }
    var weights = 0.0
    var sum = 0.0
    for (value, weight) in estimates {
      guard weight > 0 else { return nil }
      weights += weight
      sum += weight * value
    }
    let common = sum / weights
    var q = 0.0
    for (value, weight) in estimates { q += weight * (value - common) * (value - common) }
    guard q.isFinite, weights.isFinite else { return nil }
    let degrees = estimates.count - 1
    self.q = q
    degreesOfFreedom = degrees
    pValue = ChiSquare(degreesOfFreedom: Double(degrees))?.upperTail(q) ?? 1
    inconsistency = q > 0 && degrees > 0 ? max(0, (q - Double(degrees)) / q) : 0
  }
}

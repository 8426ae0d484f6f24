import Glibc

/// The beta distribution on 0 to 1.
public struct Beta: Hashable, Sendable {
  public let alpha: Double
  public let beta: Double

  /// Returns `nil` unless both parameters are finite and above 0.
  public init?(alpha: Double, beta: Double) {
    guard alpha > 0, beta > 0, alpha.isFinite, beta.isFinite else { return nil }
    self.alpha = alpha
    self.beta = beta
  }

  /// P(X ≤ x). `nil` for NaN.
  public func cumulative(_ x: Double) -> Double? {
    x.isNaN ? nil : incompleteBeta(x, complement: 1 - x, alpha, beta).lower
  }

  /// The value that a part `p` of the distribution stays below. `nil` unless 0 < p < 1.
  public func quantile(_ p: Double) -> Double? {
    guard p > 0, p < 1 else { return nil }
    let target = ProbabilityTarget(p)
    let scale = logGamma(alpha + beta) - logGamma(alpha) - logGamma(beta)
    return bracketedNewton(from: 0, to: 1, start: alpha / (alpha + beta)) { x in
      let density = exp(scale + (alpha - 1) * log(x) + (beta - 1) * log1p(-x))
      return (target.excess(of: incompleteBeta(x, complement: 1 - x, alpha, beta)), density)
    }
  }
}

import Glibc

/// The chi-square distribution: the sum of so many squared standard normal values.
public struct ChiSquare: Hashable, Sendable {
  public let degreesOfFreedom: Double

  /// Returns `nil` unless the number is finite and above 0. It need not be whole.
  public init?(degreesOfFreedom: Double) {
    guard degreesOfFreedom > 0, degreesOfFreedom.isFinite else { return nil }
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// P(X ≤ x). `nil` for NaN.
  public func cumulative(_ x: Double) -> Double? {
    x.isNaN ? nil : incompleteGamma(shape: degreesOfFreedom / 2, x / 2).lower
  }

  /// P(X > x). `nil` for NaN.
  public func upperTail(_ x: Double) -> Double? {
    x.isNaN ? nil : incompleteGamma(shape: degreesOfFreedom / 2, x / 2).upper
  }

  /// The value that a part `p` of the distribution stays below. `nil` unless 0 < p < 1.
  public func quantile(_ p: Double) -> Double? {
    guard p > 0, p < 1 else { return nil }
    let shape = degreesOfFreedom / 2
    let target = ProbabilityTarget(p)
    let cubeRoot = 1 - 1 / (9 * shape) + standardNormalQuantile(p) / (3 * shape.squareRoot())
    let central = shape * cubeRoot * cubeRoot * cubeRoot
    // Near zero the density is a power, and Wilson and Hilferty's cube root may be negative.
    let start =
      cubeRoot > 0.3 ? central : exp((log(p) + log(shape) + logGamma(shape)) / shape)
    let gamma = bracketedNewton(from: 0, to: max(2 * start, 1), start: start) { x in
      let density = exp((shape - 1) * log(x) - x - logGamma(shape))
      return (target.excess(of: incompleteGamma(shape: shape, x)), density)
    }
    return 2 * gamma
  }
}

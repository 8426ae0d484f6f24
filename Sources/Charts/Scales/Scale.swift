import Glibc

/// Maps values to places along one direction of a plot.
public struct Scale: Equatable, Sendable {
  public enum Kind: Hashable, Sendable {
    case linear
    /// Equal ratios are equal distances.
    case logarithmic
    /// Logarithmic in 1 + value, so that it begins at zero: for waiting times.
    case logarithmicFromZero
  }

  /// In the unit of the data; above zero on a logarithmic scale.
  public let domain: ClosedRange<Double>
  /// The place of the lower end of the domain, in units of the plot.
  public let start: Double
  /// The place of the upper end.
  public let end: Double
  public let kind: Kind

  /// - Parameter domain: Must not be a single value; above zero on a logarithmic
  ///   scale, not below zero on one from zero.
  public init(
    _ domain: ClosedRange<Double>, from start: Double, to end: Double, kind: Kind = .linear
  ) {
    precondition(domain.lowerBound < domain.upperBound, "a domain of one value: \(domain)")
    precondition(
      kind == .linear || domain.lowerBound > 0
        || kind == .logarithmicFromZero && domain.lowerBound == 0,
      "no logarithm of \(domain.lowerBound)")
    self.domain = domain
    self.start = start
    self.end = end
    self.kind = kind
  }

  /// The place of `value`; values outside the domain lie at its nearer end.
  public func callAsFunction(_ value: Double) -> Double {
    let value = min(max(value, domain.lowerBound), domain.upperBound)
    let part: Double
    switch kind {
    case .linear:
      part = Self.part(of: value, in: domain)
    case .logarithmic:
      part = log(value / domain.lowerBound) / log(domain.upperBound / domain.lowerBound)
    case .logarithmicFromZero:
      part = Self.part(
        of: log1p(value), in: log1p(domain.lowerBound)...log1p(domain.upperBound))
    }
    return start + part * (end - start)
  }

  /// Halved first, so that the widest domains do not overflow.
  private static func part(of value: Double, in domain: ClosedRange<Double>) -> Double {
    let low = domain.lowerBound / 2
    return (value / 2 - low) / (domain.upperBound / 2 - low)
  }
}

/// Places for a number of equal positions along one direction of a plot.
struct PositionScale: Equatable {
  let count: Int
  let start: Double
  let end: Double

  var step: Double { count > 0 ? (end - start) / Double(count) : 0 }

  /// The middle of a position; the first position is 0.
  func centre(of index: Int) -> Double { start + step * (Double(index) + 0.5) }

  /// The border before a position; `count` gives the last border.
  func edge(before index: Int) -> Double { start + step * Double(index) }
}

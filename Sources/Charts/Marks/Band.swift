/// A rectangle behind the data: an expected range, a gap in the data.
public struct Band: Equatable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    /// A range that is usual or expected.
    case range
    /// The upper one of two ranges, or the outer one: the paler tint.
    case outer
    /// Where a value is expected, with hatching.
    case prediction
    /// Where data are missing, with dots.
    case gap
  }

  public let x: Coordinate
  public let y: Coordinate
  public let width: Coordinate
  public let height: Coordinate
  public let kind: Kind

  /// From two opposite corners, in any order.
  init(_ kind: Kind, from start: (x: Double, y: Double), to end: (x: Double, y: Double)) {
    self.kind = kind
    x = Coordinate(min(start.x, end.x))
    y = Coordinate(min(start.y, end.y))
    width = .distance(from: x, to: Coordinate(max(start.x, end.x)))
    height = .distance(from: y, to: Coordinate(max(start.y, end.y)))
  }

  /// The pattern that lies over the band's fill.
  public var hatch: Hatch? {
    switch kind {
    case .range, .outer: nil
    case .prediction: .forecast
    case .gap: .missing
    }
  }
}

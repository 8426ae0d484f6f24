/// A place or a length on a plot, in units of its `viewBox`, rounded once to one decimal.
///
///     Coordinate(12.34).text  // "12.3"
///     Coordinate(-0.02).text  // "0"
///
/// Every number of a plot that reaches markup is one of these, so a chart has the same bytes in
/// every run. Halves are rounded away from zero. What is not finite becomes 0, and nothing lies
/// more than 100,000 units from 0: recipes drop such data before they place anything.
public struct Coordinate: Hashable, Comparable, Sendable {
  /// The rounded number, times ten.
  public let tenths: Int

  public init(_ units: Double) {
    tenths = units.isFinite ? Int((min(max(units, -1e5), 1e5) * 10).rounded()) : 0
  }

  private init(tenths: Int) {
    self.tenths = tenths
  }

  public var value: Double { Double(tenths) / 10 }

  /// Ready for an attribute: a point as decimal mark, no trailing zero, never `-0`.
  public var text: String {
    let size = tenths.magnitude
    let sign = tenths < 0 ? "-" : ""
    return size % 10 == 0 ? "\(sign)\(size / 10)" : "\(sign)\(size / 10).\(size % 10)"
  }

  public static func < (left: Coordinate, right: Coordinate) -> Bool {
    left.tenths < right.tenths
  }

  /// The distance between two rounded places: marks that share an edge then really share it.
  static func distance(from start: Coordinate, to end: Coordinate) -> Coordinate {
    Coordinate(tenths: end.tenths - start.tenths)
  }
}

extension Coordinate: CustomStringConvertible {
  public var description: String { text }
}

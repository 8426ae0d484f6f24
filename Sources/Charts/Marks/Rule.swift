/// A straight line that is no datum: a grid line, zero, a target, a threshold.
public struct Rule: Equatable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    case grid
    case zero
    /// Short and solid across the mark that it is a target for.
    case goal
    /// A value to compare with, over the whole frame.
    case reference
    /// A limit of a decision, thin and dotted.
    case threshold
    /// Where something was last seen on a curve: a short stroke across it.
    case censored
    /// From a label to the mark that it names.
    case leader
    /// Between two marks of one row.
    case connector
  }

  public let x1: Coordinate
  public let y1: Coordinate
  public let x2: Coordinate
  public let y2: Coordinate
  public let kind: Kind

  init(_ kind: Kind, from start: (x: Double, y: Double), to end: (x: Double, y: Double)) {
    self.kind = kind
    x1 = Coordinate(start.x)
    y1 = Coordinate(start.y)
    x2 = Coordinate(end.x)
    y2 = Coordinate(end.y)
  }
}

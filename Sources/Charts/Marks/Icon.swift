/// A sign of a row of outcomes; the shapes differ, so colour is not needed to tell them apart.
public struct Icon: Equatable, Sendable {
  public enum Shape: String, Hashable, Sendable, CaseIterable {
    case crossedCircle = "crossed-circle"
    case tickedSquare = "ticked-square"
    case halfDiamond = "half-diamond"
    case dashedRing = "dashed-ring"
    case openSquare = "open-square"
    /// There was no outcome: a small dash.
    case blank
  }

  /// The centre.
  public let x: Coordinate
  public let y: Coordinate
  public let shape: Shape

  init(_ shape: Shape, x: Double, y: Double) {
    self.shape = shape
    self.x = Coordinate(x)
    self.y = Coordinate(y)
  }
}

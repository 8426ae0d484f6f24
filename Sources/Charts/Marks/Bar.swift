/// A rectangle whose length is a value, from zero.
public struct Bar: Equatable, Sendable {
  public let x: Coordinate
  public let y: Coordinate
  public let width: Coordinate
  public let height: Coordinate
  public let tone: Tone
  public let hatch: Hatch?
  /// The key of the value that the bar shows; `nil` when the other drawing of the chart has it.
  public internal(set) var key: String?

  /// From two opposite corners, in any order.
  init(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), tone: Tone,
    hatch: Hatch? = nil, key: String
  ) {
    x = Coordinate(min(start.x, end.x))
    y = Coordinate(min(start.y, end.y))
    width = .distance(from: x, to: Coordinate(max(start.x, end.x)))
    height = .distance(from: y, to: Coordinate(max(start.y, end.y)))
    self.tone = tone
    self.hatch = hatch
    self.key = key
  }
}

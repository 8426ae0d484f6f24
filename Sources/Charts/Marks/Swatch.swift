/// A small rectangle before a name that shows which colour and pattern it means; no datum.
public struct Swatch: Equatable, Sendable {
  public let x: Coordinate
  public let y: Coordinate
  public let width: Coordinate
  public let height: Coordinate
  public let tone: Tone
  public let hatch: Hatch?

  init(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), tone: Tone, hatch: Hatch?
  ) {
    x = Coordinate(start.x)
    y = Coordinate(start.y)
    width = .distance(from: x, to: Coordinate(end.x))
    height = .distance(from: y, to: Coordinate(end.y))
    self.tone = tone
    self.hatch = hatch
  }
}

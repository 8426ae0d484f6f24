/// A line from the lower to the upper end of an interval, with short ends across it.
public struct Interval: Equatable, Sendable {
  /// Path data: the line and its two ends of 6 units.
  public let path: String
  public let tone: Tone
  /// On a bar: with an edge of the surface's colour, so that it is seen on any fill.
  public let isCased: Bool

  init(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), tone: Tone,
    isCased: Bool = false
  ) {
    let isUpright = start.x == end.x
    let across = isUpright ? (x: 3.0, y: 0.0) : (x: 0.0, y: 3.0)
    var path = PathText(through: [start, end])
    for point in [start, end] {
      path.move(to: (point.x - across.x, point.y - across.y))
      path.line(to: (point.x + across.x, point.y + across.y))
    }
    self.path = path.text
    self.tone = tone
    self.isCased = isCased
  }
}

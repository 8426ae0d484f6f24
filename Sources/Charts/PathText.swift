/// Path data for an SVG `d` attribute, as short as it can be: moves are absolute, lines relative to where the
/// pen is, and a number that begins with a minus needs no space before it.
///
///     var path = PathText()
///     path.move(to: (0, 10))
///     path.line(to: (5.25, 8))
///     path.text  // "M0 10l5.3-2"
///
/// Distances are taken between rounded places, so that no error adds up along a line.
struct PathText {
  private(set) var text = ""
  private var pen = (x: Coordinate(0), y: Coordinate(0))
  /// Where the pen returns to when the path is closed.
  private var start = (x: Coordinate(0), y: Coordinate(0))

  mutating func move(to point: (x: Double, y: Double)) {
    pen = (Coordinate(point.x), Coordinate(point.y))
    start = pen
    text += "M\(Self.pair(pen.x, pen.y))"
  }

  /// A level or upright stretch needs one number only.
  mutating func line(to point: (x: Double, y: Double)) {
    let end = (x: Coordinate(point.x), y: Coordinate(point.y))
    let across = Coordinate.distance(from: pen.x, to: end.x)
    let down = Coordinate.distance(from: pen.y, to: end.y)
    if down.tenths == 0 {
      text += "h\(across.text)"
    } else if across.tenths == 0 {
      text += "v\(down.text)"
    } else {
      text += "l\(Self.pair(across, down))"
    }
    pen = end
  }

  mutating func close() {
    text += "Z"
    pen = start
  }

  /// A path through all points; empty without points.
  init(through points: [(x: Double, y: Double)] = [], isClosed: Bool = false) {
    for (index, point) in points.enumerated() {
      if index == 0 { move(to: point) } else { line(to: point) }
    }
    if isClosed, !points.isEmpty { close() }
  }

  static func pair(_ x: Coordinate, _ y: Coordinate) -> String {
    y.tenths < 0 ? x.text + y.text : "\(x.text) \(y.text)"
  }
}

/// Path data for an SVG `d` attribute: absolute `M`, `L`, `H`, `V` and `Z` only, one space between numbers.
///
///     var path = PathText()
///     path.move(to: (0, 10))
///     path.line(to: (5.25, 8))
///     path.text  // "M0 10L5.3 8"
struct PathText {
  private(set) var text = ""
  /// Where the pen is.
  private var last: (x: Coordinate, y: Coordinate)?

  mutating func move(to point: (x: Double, y: Double)) {
    let (x, y) = (Coordinate(point.x), Coordinate(point.y))
    text += "M\(x.text) \(y.text)"
    last = (x, y)
  }

  /// A level or upright stretch needs one number only.
  mutating func line(to point: (x: Double, y: Double)) {
    let (x, y) = (Coordinate(point.x), Coordinate(point.y))
    if y == last?.y {
      text += "H\(x.text)"
    } else if x == last?.x {
      text += "V\(y.text)"
    } else {
      text += "L\(x.text) \(y.text)"
    }
    last = (x, y)
  }

  mutating func close() { text += "Z" }

  /// A path through all points; empty without points.
  init(through points: [(x: Double, y: Double)] = [], isClosed: Bool = false) {
    for (index, point) in points.enumerated() {
      if index == 0 { move(to: point) } else { line(to: point) }
    }
    if isClosed, !points.isEmpty { close() }
  }
}

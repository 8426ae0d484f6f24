/// Path data for an SVG `d` attribute: absolute `M`, `L` and `Z` only, one space between numbers.
///
///     var path = PathText()
///     path.move(to: (0, 10))
///     path.line(to: (5.25, 8))
///     path.text  // "M0 10L5.3 8"
struct PathText {
  private(set) var text = ""

  mutating func move(to point: (x: Double, y: Double)) { append("M", point) }

  mutating func line(to point: (x: Double, y: Double)) { append("L", point) }

  mutating func close() { text += "Z" }

  /// A path through all points; empty without points.
  init(through points: [(x: Double, y: Double)] = [], isClosed: Bool = false) {
    for (index, point) in points.enumerated() {
      append(index == 0 ? "M" : "L", point)
    }
    if isClosed, !points.isEmpty { close() }
  }

  private mutating func append(_ command: String, _ point: (x: Double, y: Double)) {
    text += "\(command)\(Coordinate(point.x).text) \(Coordinate(point.y).text)"
  }
}

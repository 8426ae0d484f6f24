/// Many equal markers of one tone as one path: the posts of a strip, the weeks of a scatter.
///
/// A hundred elements of their own would outweigh the rest of a chart.
public struct Dots: Equatable, Sendable {
  public struct Place: Equatable, Sendable {
    public let x: Coordinate
    public let y: Coordinate
  }

  public let places: [Place]
  public let marker: Marker
  public let tone: Tone
  /// The keys of the values at these places, in their order, separated by spaces; `nil` where the single
  /// things have none.
  public internal(set) var keys: String?

  /// - Returns: `nil` without a place.
  init?(at places: [(x: Double, y: Double)], marker: Marker, tone: Tone, keys: [String] = []) {
    guard !places.isEmpty else { return nil }
    self.places = places.map { Place(x: Coordinate($0.x), y: Coordinate($0.y)) }
    self.marker = marker
    self.tone = tone
    self.keys = keys.isEmpty ? nil : keys.joined(separator: " ")
  }

  /// Path data: an outline around each place, to be filled. A `dot` is a line without length, which a
  /// round cap makes a disc; it is as wide as the line.
  public var path: String {
    let outline = marker.outline
    var path = ""
    var last: (x: Coordinate, y: Coordinate)?
    for place in places {
      let x = Coordinate(place.x.value + outline.start.x)
      let y = Coordinate(place.y.value + outline.start.y)
      // Every outline ends where it began, so the next one is a short way from there.
      if let last {
        path += "m" + PathText.pair(.distance(from: last.x, to: x), .distance(from: last.y, to: y))
      } else {
        path += "M" + PathText.pair(x, y)
      }
      path += outline.steps
      last = (x, y)
    }
    return path
  }
}

extension Marker {
  /// Around a place: where the outline begins, and its relative steps from there.
  fileprivate var outline: (start: (x: Double, y: Double), steps: String) {
    switch self {
    case .square: ((-4, -4), "h8v8h-8Z")
    case .triangle: ((0, -5), "l5 9h-10Z")
    case .diamond: ((0, -5.5), "l5.5 5.5l-5.5 5.5l-5.5-5.5Z")
    case .triangleDown: ((0, 5), "l5-9h-10Z")
    case .plus: ((-1.5, -5), "h3v3.5h3.5v3h-3.5v3.5h-3v-3.5h-3.5v-3h3.5Z")
    case .dot: ((0, 0), "h0")
    // One arc nearly all the way round, closed.
    case .circle, .tick, .median, .ring, .arrowLeft, .arrowRight:
      ((0, -4.5), "a4.5 4.5 0 1 0 0.1 0Z")
    }
  }
}

/// A marker at a value.
public struct Point: Equatable, Sendable {
  public let x: Coordinate
  public let y: Coordinate
  public let marker: Marker
  public let tone: Tone
  /// Drawn as an outline: an earlier period, an effort beside its result.
  public let isOpen: Bool
  /// The key of the value at this place; `nil` when another mark has it, such as a line through
  /// this point, and for a marker in a key.
  public internal(set) var key: String?

  init(
    x: Double, y: Double, marker: Marker = .circle, tone: Tone, isOpen: Bool = false,
    key: String? = nil
  ) {
    self.x = Coordinate(x)
    self.y = Coordinate(y)
    self.marker = marker
    self.tone = tone
    self.isOpen = isOpen
    self.key = key
  }
}

/// The shape of a point, so that series can be told apart without colour.
public enum Marker: String, Hashable, Sendable, CaseIterable {
  case circle
  case square
  case triangle
  case diamond
  case triangleDown = "triangle-down"
  case plus
  /// A small circle: one of many.
  case dot
  /// A narrow upright rectangle across a bar: what the bar was before.
  case tick
  /// A tall upright stroke over dots: their middle.
  case median
  /// A circle around another mark: the one that is named.
  case ring
  /// The head of an arrow, pointing left or right.
  case arrowLeft = "arrow-left"
  case arrowRight = "arrow-right"

  /// The shape of a slot of the categorical palette; a circle beyond the sixth.
  public static func ofSlot(_ slot: Int) -> Marker {
    switch slot {
    case 2: .square
    case 3: .triangle
    case 4: .diamond
    case 5: .triangleDown
    case 6: .plus
    default: .circle
    }
  }
}

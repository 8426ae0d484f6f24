/// A field of a heatmap: a step of the sequential ramp with its number in it.
public struct Cell: Equatable, Sendable {
  public let x: Coordinate
  public let y: Coordinate
  public let width: Coordinate
  public let height: Coordinate
  /// 1 (lowest) to 6; 0 for a cell with too few items, which is dotted and has no number.
  public let level: Int
  public let label: Label?
  /// The key of the value that the cell shows.
  public internal(set) var key: String?

  init(frame: Frame, level: Int, label: Label?, key: String? = nil) {
    x = Coordinate(frame.left)
    y = Coordinate(frame.top)
    width = .distance(from: x, to: Coordinate(frame.right))
    height = .distance(from: y, to: Coordinate(frame.bottom))
    self.level = level
    self.label = label
    self.key = key
  }

  public var hatch: Hatch? { level == 0 ? .missing : nil }
}

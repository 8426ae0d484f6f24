/// A transparent area that shows a text in the strip at the top while the pointer is over it.
public struct Hover: Equatable, Sendable {
  public let x: Coordinate
  public let y: Coordinate
  public let width: Coordinate
  public let height: Coordinate
  /// A thin line through the mark meant; `nil` where the area itself shows it.
  public let cursor: Rule?
  public let readout: Label

  init(area: Frame, cursor: Rule?, readout: Label) {
    // Nobody sees its edges: whole units are short and meet all the same.
    x = Coordinate(area.left.rounded())
    y = Coordinate(area.top.rounded())
    width = .distance(from: x, to: Coordinate(area.right.rounded()))
    height = .distance(from: y, to: Coordinate(area.bottom.rounded()))
    self.cursor = cursor
    self.readout = readout
  }
}

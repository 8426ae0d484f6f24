/// A value of an axis with its text.
public struct Tick: Equatable, Sendable {
  /// In the unit of the axis; on a time axis the index of the position, from 0.
  public let value: Double
  public let text: String
  /// Where the text is anchored, on its baseline.
  public let x: Coordinate
  public let y: Coordinate
  public let anchor: Anchor
  /// What this and the next ticks have in common, such as a month; under the first of them only.
  public let group: Group?

  public struct Group: Equatable, Sendable {
    public let text: String
    public let x: Coordinate
    public let y: Coordinate
  }

  init(
    _ value: Double, text: String, x: Double, y: Double, anchor: Anchor, group: Group? = nil
  ) {
    self.value = value
    self.text = text
    self.x = Coordinate(x)
    self.y = Coordinate(y)
    self.anchor = anchor
    self.group = group
  }
}

/// Which end of a text stands at its place.
public enum Anchor: String, Hashable, Sendable {
  case start
  case middle
  case end
}

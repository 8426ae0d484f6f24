/// A text on a plot, of one or more lines.
public struct Label: Equatable, Sendable {
  public enum Style: String, Hashable, Sendable {
    /// What a row, a series or a point is called.
    case name
    /// A value beside its mark.
    case value
    /// A value on its mark, on a plate of the surface's colour.
    case plate
    /// Words that explain: a threshold, a reference, a coefficient.
    case note
    /// A number in a cell of a heatmap; the cell's level decides its ink.
    case cell
  }

  /// A line after the first, at the same place across.
  public struct Line: Equatable, Sendable {
    public let text: String
    public let x: Coordinate
    public let y: Coordinate
  }

  /// Where the first line is anchored, on its baseline.
  public let x: Coordinate
  public let y: Coordinate
  public let anchor: Anchor
  public let style: Style
  /// The first line.
  public let text: String
  /// The lines after the first; together with `text` they are the whole text.
  public let more: [Line]
  /// Separated by spaces, in the order of the numbers of the whole text; `nil` without numbers.
  public let keys: String?

  /// - Parameter baseline: Of the first line; the others follow at the style's line height.
  init(
    _ lines: [String], keys: String? = nil, x: Double, baseline: Double, anchor: Anchor,
    style: Style
  ) {
    self.x = Coordinate(x)
    y = Coordinate(baseline)
    self.anchor = anchor
    self.style = style
    text = lines.first ?? ""
    more = lines.dropFirst().enumerated().map { index, text in
      Line(
        text: text, x: Coordinate(x),
        y: Coordinate(baseline + Double(index + 1) * TextSize.lineHeight))
    }
    self.keys = keys
  }

  /// A label of one line.
  init(
    _ text: ChartText, x: Double, baseline: Double, anchor: Anchor, style: Style
  ) {
    self.init(
      [text.text], keys: text.keyText, x: x, baseline: baseline, anchor: anchor, style: style)
  }
}

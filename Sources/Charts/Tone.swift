/// What a mark's colour stands for; the style sheet decides which colour that is.
public enum Tone: Hashable, Sendable {
  /// A slot of the categorical palette, 1 to 6; any other number reads as `other`.
  case series(Int)
  /// Whatever has no slot of its own: the rest, a seventh series.
  case other
  /// An earlier period.
  case previous
  /// What the reader should look at when nothing has to be told apart.
  case ink
  /// Context behind a highlighted mark.
  case quiet

  /// A class name: `s1` to `s6`, `other`, `prev`, `ink`, `quiet`.
  public var name: String {
    switch self {
    case .series(let slot): (1...6).contains(slot) ? "s\(slot)" : "other"
    case .other: "other"
    case .previous: "prev"
    case .ink: "ink"
    case .quiet: "quiet"
    }
  }
}

/// A pattern over a mark's colour, so that it can be told apart without colour.
public enum Hatch: String, Hashable, Sendable {
  /// Lines at 45 degrees: bought, or joined into "other".
  case paid
  /// Lines at 135 degrees: expected, not measured.
  case forecast
  /// Dots: there are no data here.
  case missing
}

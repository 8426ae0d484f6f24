/// Decides how a diagnostic looks, plain or coloured; nothing else in the program does.
///
///     error[template.unknown-name]: `engagment` is not a name of this view
///       --> templates/partials/summary.mustache:12:8
///        |
///     12 |   <p>{{engagment.text}} of the people reached</p>
///        |        ^^^^^^^^^ unknown name
///        = note: names here: engagement, followers, month, reach
///        = help: write `engagement`
public struct DiagnosticPrinter: Sendable {
  /// ANSI colours, for a terminal.
  public var isColoured: Bool

  public init(isColoured: Bool = false) {
    self.isColoured = isColoured
  }

  /// Several lines without a line end after the last.
  public func text(of diagnostic: Diagnostic) -> String {
    var lines: [String] = []
    let colour = diagnostic.severity == .error ? Style.red : Style.yellow
    let head = paint("\(diagnostic.severity.rawValue)[\(diagnostic.id)]", colour)
    lines.append("\(head)\(paint(": \(diagnostic.message)", .bold))")

    let places = [diagnostic.place] + diagnostic.notes.map(\.place)
    let width =
      places.compactMap { $0?.excerpt == nil ? nil : $0?.line }
      .map { String($0).count }.max() ?? 0
    let gutter = String(repeating: " ", count: width)

    if let place = diagnostic.place {
      append(place, label: diagnostic.label, mark: "^", colour: colour, gutter, to: &lines)
    }
    for note in diagnostic.notes {
      guard let place = note.place else {
        lines.append("\(gutter) = note: \(note.message)")
        continue
      }
      lines.append("\(gutter) \(paint("note", .cyan)): \(note.message)")
      append(place, label: note.label, mark: "-", colour: .cyan, gutter, to: &lines)
    }
    if let help = diagnostic.help {
      lines.append("\(gutter) = help: \(help)")
    }
    return lines.joined(separator: "\n")
  }

  private func append(
    _ place: Place, label: String?, mark: String, colour: Style, _ gutter: String,
    to lines: inout [String]
  ) {
    var position = place.file
    if let line = place.line { position += ":\(line)" }
    if let column = place.column { position += ":\(column)" }
    lines.append("\(gutter) \(paint("-->", .cyan)) \(position)")
    guard let excerpt = place.excerpt, let line = place.line else { return }

    let number = String(line)
    let padded = String(repeating: " ", count: gutter.count - number.count) + number
    let characters = Array(excerpt.text)
    let indent = characters.prefix(excerpt.offset).reduce(0) { $0 + columns(of: $1) }
    let meant = characters.dropFirst(excerpt.offset).prefix(excerpt.length)
      .reduce(0) { $0 + columns(of: $1) }
    let carets = String(repeating: mark, count: max(1, meant))
    lines.append("\(gutter) |")
    lines.append("\(padded) | \(excerpt.text)")
    lines.append(
      "\(gutter) | \(String(repeating: " ", count: indent))"
        + paint(carets + (label.map { " \($0)" } ?? ""), colour))
  }

  /// How many columns of a terminal a character takes: East Asian wide ones and emoji take two.
  private func columns(of character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if scalars.contains("\u{FE0F}") || first.properties.isEmojiPresentation { return 2 }
    switch first.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return 2
    default:
      return 1
    }
  }

  private enum Style: String {
    case bold = "1"
    case red = "1;31"
    case yellow = "1;33"
    case cyan = "36"
  }

  private func paint(_ text: String, _ style: Style) -> String {
    isColoured ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}

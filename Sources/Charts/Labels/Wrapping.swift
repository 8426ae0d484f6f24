/// Breaks a text into lines for a narrow place.
///
///     wrapped(ChartText("Berichten per werkdag en per kanaal"), at: 22, lines: 2)
///     // ["Berichten per werkdag", "en per kanaal"]
///
/// - Parameters:
///   - length: The longest line, in characters.
///   - lines: At most this many. What does not fit is cut with an ellipsis, but a text with
///     numbers in it is never cut: it gets the lines that it needs.
/// - Returns: At least one line. Lines break at spaces; a longer word is broken where it is full.
func wrapped(_ text: ChartText, at length: Int, lines limit: Int) -> [String] {
  var lines = brokenLines(of: text.text, at: max(length, 2))
  guard lines.count > limit, text.keys.isEmpty, limit > 0 else { return lines }
  var last = lines[limit - 1]
  if last.count >= length { last = String(last.prefix(length - 1)) }
  while last.last == " " { last.removeLast() }
  lines.removeSubrange((limit - 1)...)
  lines.append(last + "…")
  return lines
}

private func brokenLines(of text: String, at length: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  for word in text.split(separator: " ") {
    if line.isEmpty {
      line = String(word)
    } else if line.count + 1 + word.count <= length {
      line += " \(word)"
    } else {
      lines.append(line)
      line = String(word)
    }
    while line.count > length {
      lines.append(String(line.prefix(length)))
      line.removeFirst(length)
    }
  }
  lines.append(line)
  return lines
}

/// A text on one line of so many units, cut with an ellipsis; one with numbers in it is never cut.
func fitted(_ text: ChartText, in width: Double, size: Double) -> ChartText {
  guard text.keys.isEmpty, textWidth(of: text.text, size: size) > width else { return text }
  var cut = text.text
  while !cut.isEmpty, textWidth(of: cut + "…", size: size) > width { cut.removeLast() }
  while cut.last == " " { cut.removeLast() }
  return ChartText(cut + "…")
}

/// The width of the widest line, in units.
func widthOfLines(_ lines: [String], size: Double = TextSize.label) -> Double {
  lines.map { textWidth(of: $0, size: size) }.max() ?? 0
}

internal import HTMLDialect

/// How a text is worded: not by colour alone, and within its budget of words.
extension PageReader {
  /// - Returns: Whether one of the classes says something that a rule asks about.
  mutating func noteMeaning(ofClasses value: Bytes) -> Bool {
    guard !top.pointee.flags.contains(.isSVG) else { return false }
    var hasMeaning = false
    forEachItem(of: value) { name in
      if Self.colours.contains(where: { ValueSyntax.equals(name, $0) }) {
        top.pointee.flags.insert(.isColoured)
        hasMeaning = true
      } else if let budget = Self.budgets.first(where: { ValueSyntax.equals(name, $0.name) }) {
        top.pointee.wordLimit = budget.words
        hasMeaning = true
      }
    }
    return hasMeaning
  }

  /// Classes of the theme that give a text a colour of praise or alarm.
  private static let colours = ["bad", "good"]

  /// Classes whose texts are short: the lead of a section, and how its figures were found.
  private static let budgets: [(name: String, words: Int32)] = [("how-text", 90), ("lead", 45)]

  /// Who does not see the colour reads a sign or a word.
  mutating func checkColour() {
    let shown = text[Int(top.pointee.textStart)..<text.count]
    let hasSign = shown.indices.contains { index in
      let byte = shown[index]
      return (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "+") || isSign(shown, index)
    }
    if !hasSign { reportElement(.colourAlone, "good or bad by its colour alone") }
  }

  /// U+2212, the arrows from U+2190 and the triangles from U+25A0.
  private func isSign(_ shown: Bytes, _ index: Int) -> Bool {
    guard shown[index] == 0xE2, index + 2 < shown.count else { return false }
    let second = shown[index + 1]
    return second == 0x86 || second == 0x96 || second == 0x88 && shown[index + 2] == 0x92
  }

  /// Names in a sentence may be long, so a text beyond its budget is only pointed out.
  mutating func checkWordCount() {
    let shown = text[Int(top.pointee.textStart)..<text.count]
    var words = 0
    var isInWord = false
    for byte in shown {
      if byte > 0x20, !isInWord { words += 1 }
      isInWord = byte > 0x20
    }
    if words > Int(top.pointee.wordLimit) {
      reportElement(
        .budgetText, "\(words) words, where \(top.pointee.wordLimit) are the most")
    }
  }
}

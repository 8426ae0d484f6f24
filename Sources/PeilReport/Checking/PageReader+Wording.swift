internal import HTMLDialect

/// How a text is worded: not by colour alone, and within its budget of words.
extension PageReader {
  /// - Returns: Whether one of the classes says something that a rule asks about; in a picture it does
  ///   not, but the same classes would outside.
  mutating func noteMeaning(ofClasses value: Bytes) -> Bool {
    let isSVG = top.pointee.flags.contains(.isSVG)
    var hasMeaning = false
    forEachItem(of: value) { name in
      guard name.count <= 8, let letters = name.baseAddress else { return }
      let word =
        name.count < 8
        ? wordOfBytes(letters, name.count)
        : UnsafeRawPointer(letters).loadUnaligned(as: UInt64.self)
      for meaning in Self.meanings where meaning.word == word {
        hasMeaning = true
        if isSVG { continue }
        // The first sentence of a report is its verdict of the month.
        let words =
          meaning.words == Self.leadWords && heading.level == 1 && facts.standsAlone
          ? Self.verdictWords : meaning.words
        top.pointee.wordLimit = max(top.pointee.wordLimit, words)
        top.pointee.flags.insert(meaning.words > 0 ? .isLimited : .isColoured)
      }
    }
    return hasMeaning
  }

  private static let leadWords: Int32 = 45
  private static let verdictWords: Int32 = 28

  /// Classes whose texts are short: the lead of a section, how its figures were found, and a next step; and
  /// those that give a text a colour of praise or alarm, without a limit. At most eight letters each.
  private static let meanings: [(word: UInt64, words: Int32)] = [
    ("bad", 0), ("good", 0), ("how-text", 90), ("lead", leadWords), ("step", 20),
  ].map { name, words in (word: wordOfLetters(name), words: words) }

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

  /// Words begin behind white space.
  private mutating func wordCount(of shown: Bytes) -> Int {
    guard let letters = shown.baseAddress else { return 0 }
    let raw = UnsafeRawPointer(letters)
    var words = 0
    // The high bit of each byte that is no white space, and of the one before the next eight.
    var before: UInt64 = 0
    var index = 0
    while index < shown.count {
      // There is memory behind the text.
      var bytes = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let rest = shown.count &- index
      if rest < 8 { bytes &= 1 &<< UInt64(truncatingIfNeeded: rest &* 8) &- 1 }
      let high: UInt64 = 0x8080_8080_8080_8080
      let visible = ((bytes & ~high) &+ 0x5F5F_5F5F_5F5F_5F5F | bytes) & high
      let begins = visible & ~(visible &<< 8 | before)
      // The sum of the bits stands in the highest byte.
      words &+= Int(
        truncatingIfNeeded: ((begins &>> 7) &* 0x0101_0101_0101_0101) &>> 56)
      before = visible &>> 56
      index &+= 8
    }
    return words
  }

  /// Names in a sentence may be long, so a text beyond its budget is only pointed out.
  mutating func checkWordCount() {
    let shown = text[Int(top.pointee.textStart)..<text.count]
    let words = wordCount(of: shown)
    if words > Int(top.pointee.wordLimit) {
      reportElement(
        .budgetText, "\(words) words, where \(top.pointee.wordLimit) are the most")
    }
  }
}

import CSV

/// What the words of a column mean, by the bytes of those that came up first.
///
/// Most columns hold the same ten words over and over: a platform, a kind, yes and no. A column in which every
/// field is another costs no more than a few comparisons.
///
///     if let known = flags.meaning(of: word) { return known }
///     return flags.remember(flag(written: text), of: word)
struct WordMemory<Meaning> {
  /// A table with open addressing: a word stands at its own place or in the first free one behind it. It has
  /// always free places, so that every search ends.
  private var slots = [Slot](repeating: Slot(), count: 1 << bits)
  private var count = 0

  private struct Slot {
    var word = Word.unwritten
    var meaning: Meaning?
  }

  private static var bits: Int { 6 }
  private static var most: Int { 24 }

  /// - Parameter word: `nil` for a field that is no short one.
  /// - Returns: `nil` for a word that is not remembered.
  @inline(__always)
  func meaning(of word: Word?) -> Meaning? {
    guard let word else { return nil }
    let place = Self.ownPlace(of: word)
    if slots[place].word == word { return slots[place].meaning }
    return slots[self.place(of: word)].meaning
  }

  /// - Returns: The meaning.
  mutating func remember(_ meaning: Meaning, of word: Word?) -> Meaning {
    guard let word, count < Self.most else { return meaning }
    slots[place(of: word)] = Slot(word: word, meaning: meaning)
    count += 1
    return meaning
  }

  @inline(__always)
  private static func ownPlace(of word: Word) -> Int {
    Int(truncatingIfNeeded: word.hash &>> UInt64(64 - bits))
  }

  /// Where a word stands, or where it would.
  @inline(never)
  private func place(of word: Word) -> Int {
    var place = Self.ownPlace(of: word)
    while slots[place].word != word, slots[place].word != Word.unwritten {
      place = (place &+ 1) & (1 << Self.bits - 1)
    }
    return place
  }
}

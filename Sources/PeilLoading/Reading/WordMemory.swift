import CSV

/// What the words of a column mean, by the bytes of those that came up first.
///
/// Most columns hold the same ten words over and over: a platform, a kind, yes and no. A column in which every
/// field is another costs no more than a few comparisons.
///
///     if let known = flags.meaning(of: word) { return known }
///     return flags.remember(flag(written: text), of: word)
struct WordMemory<Meaning> {
  // A table with open addressing: a word stands at its own place or in the first free one behind it. It has
  // always free places, so that every search ends.
  private var words: [Word] = []
  private var meanings: [Meaning?] = []
  private var count = 0

  private static var bits: Int { 6 }
  private static var most: Int { 24 }

  /// - Parameter word: `nil` for a field that is no short one.
  /// - Returns: `nil` for a word that is not remembered.
  @inline(__always)
  func meaning(of word: Word?) -> Meaning? {
    guard let word, !words.isEmpty else { return nil }
    return meanings[place(of: word)]
  }

  /// - Returns: The meaning.
  mutating func remember(_ meaning: Meaning, of word: Word?) -> Meaning {
    guard let word, count < Self.most else { return meaning }
    if words.isEmpty {
      words = Array(repeating: Word.unwritten, count: 1 << Self.bits)
      meanings = Array(repeating: nil, count: 1 << Self.bits)
    }
    let place = place(of: word)
    words[place] = word
    meanings[place] = meaning
    count += 1
    return meaning
  }

  /// Where a word stands, or where it would.
  @inline(__always)
  private func place(of word: Word) -> Int {
    var place = Int(truncatingIfNeeded: word.hash &>> UInt64(64 - Self.bits))
    while words[place] != word, words[place] != Word.unwritten {
      place = (place &+ 1) & (1 << Self.bits - 1)
    }
    return place
  }
}

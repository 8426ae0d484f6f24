/// What the words of a column mean, by the bytes of those that came up first; see `Records.word(of:at:)`.
///
/// Most columns hold the same ten words over and over: a platform, a kind, yes and no. A column in which every
/// field is another costs no more than a few comparisons.
///
///     if let known = flags.meaning(of: word) { return known }
///     return flags.remember(flag(written: text), of: word)
struct WordMemory<Meaning> {
  private var words: [UInt128] = []
  private var meanings: [Meaning] = []
  private static var most: Int { 16 }

  /// - Parameter word: `nil` for a field that is no short one.
  /// - Returns: `nil` for a word that is not remembered.
  @inline(__always)
  func meaning(of word: UInt128?) -> Meaning? {
    guard let word else { return nil }
    for index in words.indices where words[index] == word { return meanings[index] }
    return nil
  }

  /// - Returns: The meaning.
  mutating func remember(_ meaning: Meaning, of word: UInt128?) -> Meaning {
    if words.count < Self.most, let word {
      words.append(word)
      meanings.append(meaning)
    }
    return meaning
  }
}

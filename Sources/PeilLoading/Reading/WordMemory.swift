import CSV

/// What the words of a column mean, by the bytes of those that came up first.
///
/// Most columns hold the same ten words over and over: a platform, a kind, yes and no. A column in which every
/// field is another costs no more than a few comparisons.
///
///     if let known = flags.meaning(of: record, at: column) { return known }
///     return flags.remember(flag(written: text), of: record, at: column)
struct WordMemory<Meaning> {
  private var words: [UInt128] = []
  private var meanings: [Meaning] = []
  private static var most: Int { 16 }

  /// - Returns: `nil` for a word that is not remembered.
  @inline(__always)
  func meaning(of record: Record, at field: Int) -> Meaning? {
    guard let word = record.word(at: field) else { return nil }
    for index in words.indices where words[index] == word { return meanings[index] }
    return nil
  }

  /// - Returns: The meaning.
  mutating func remember(_ meaning: Meaning, of record: Record, at field: Int) -> Meaning {
    if words.count < Self.most, let word = record.word(at: field) {
      words.append(word)
      meanings.append(meaning)
    }
    return meaning
  }
}

/// The words of a client's own texts, to divide a tag that is written in one piece.
struct Vocabulary {
  private let words: Set<String>
  private let longest: Int

  /// - Parameters:
  ///   - texts: Hashtags in them do not count as text.
  ///   - tags: The tags that will be divided; only words that occur in one of them are kept. By default all are.
  init(
    of texts: some Sequence<String>, for tags: [TagForm]? = nil, folding: inout WordFolding
  ) {
    let filter = tags.map { WordFilter($0.flatMap(\.substrings)) }
    var words: Set<String> = []
    for text in texts {
      forEachWord(of: text, passing: filter, folding: &folding) { words.insert($0) }
    }
    self.words = words
    longest = words.lazy.map(\.unicodeScalars.count).max() ?? 0
  }

  /// The fewest words that make up a tag; `nil` when none do.
  func division(of letters: [Unicode.Scalar]) -> [String]? {
    guard !letters.isEmpty, longest > 0 else { return nil }
    // The best division of the first n letters: how many words, and where the last one begins.
    var best: [(count: Int, start: Int)?] = [(0, 0)]
    for end in 1...letters.count {
      var found: (count: Int, start: Int)?
      for start in max(0, end - longest)..<end {
        guard let before = best[start] else { continue }
        let count = before.count + 1
        if let found, count >= found.count { continue }
        if words.contains(String(String.UnicodeScalarView(letters[start..<end]))) {
          found = (count, start)
        }
      }
      best.append(found)
    }
    var parts: [String] = []
    var end = letters.count
    while end > 0 {
      guard let step = best[end] else { return nil }
      parts.append(String(String.UnicodeScalarView(letters[step.start..<end])))
      end = step.start
    }
    return parts.reversed()
  }
}

extension TagForm {
  /// What a word of its division can be: all parts of two letters or more, with repeats.
  fileprivate var substrings: [String] {
    // Longer tags are sentences whatever they are made of, and rare.
    let letters = letters.prefix(60)
    return letters.indices.flatMap { start in
      letters[start...].indices.dropFirst().map { end in
        String(String.UnicodeScalarView(letters[start...end]))
      }
    }
  }
}

/// Whether a tag is a whole sentence: `#DitIsWatWijDoen`.
///
/// Five parts or more; four of which one only joins others; or 25 letters that no words make up.
///
/// - Parameter division: Into words of the client's own texts, for a tag that shows no parts itself.
func isSentence(_ tag: TagForm, division: [String]?) -> Bool {
  guard let parts = tag.parts.count > 1 ? tag.parts : division else {
    return tag.letters.count >= 25
  }
  return parts.count >= 5 || parts.count >= 4 && parts.contains(where: joiningWords.contains)
}

/// Words that join others and name nothing, Dutch and English.
private let joiningWords: Set<String> = [
  "aan", "and", "are", "bij", "dat", "de", "die", "dit", "een", "en", "for", "het", "hoe", "i",
  "ik", "in", "is", "it", "je", "met", "mijn", "my", "niet", "not", "of", "on", "onze", "op",
  "our", "te", "that", "the", "this", "to", "van", "voor", "wat", "we", "wij", "with", "you",
  "your", "zijn", "zo",
]

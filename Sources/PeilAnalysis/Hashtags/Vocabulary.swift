import PeilModel
import TextFolding

/// The words of a client's own texts, to divide a tag that is written in one piece.
struct Vocabulary {
  private let words: Set<String>
  private let longest: Int

  /// Words of two letters or more; hashtags do not count as text.
  init(of texts: some Sequence<String>) {
    var words: Set<String> = []
    for text in texts { words.formUnion(Self.words(of: text)) }
    self.words = words
    longest = words.lazy.map(\.unicodeScalars.count).max() ?? 0
  }

  /// The folded words of a text, hashtags and addresses left out.
  static func words(of text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace)
      .filter {
        !$0.contains("#") && !$0.contains("＃") && !$0.contains("://") && !$0.hasPrefix("@")
      }
      .flatMap { $0.split { !$0.isLetter && !$0.isNumber } }
      .map { NameKey(String($0), ignoringMarks: true).text }
      .filter { $0.unicodeScalars.count >= 2 }
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

/// Whether a tag is a whole sentence: `#DitIsWatWijDoen`.
///
/// Five parts or more; four of which one only joins others; or 25 letters that no words make up. Parts are
/// those that capitals show, else words of the client's own texts.
func isSentence(_ tag: TagForm, _ vocabulary: Vocabulary) -> Bool {
  var parts = tag.parts
  if parts.count == 1 {
    guard let division = vocabulary.division(of: tag.letters) else {
      return tag.letters.count >= 25
    }
    parts = division
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

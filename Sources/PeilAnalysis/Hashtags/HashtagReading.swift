/// A hashtag with everything about it that does not depend on the post it stands in.
struct HashtagReading {
  let form: TagForm
  let isSentence: Bool
  /// Of the whole tag, and of its parts from four letters on.
  private let stems: [String]
  /// Whether a name or topic of the client explains it in any post.
  private let isKnown: Bool

  /// - Parameters:
  ///   - tags: As written; each is read once.
  ///   - texts: The client's own, to divide tags into words.
  ///   - known: The client's names and topics.
  static func all(
    of tags: Set<String>, texts: [String], known: [String], folding: inout WordFolding
  ) -> [String: HashtagReading] {
    let forms = tags.map { TagForm($0) }
    let undivided = forms.filter { $0.parts.count == 1 }
    let vocabulary = Vocabulary(of: texts, for: undivided, folding: &folding)
    var knownStems: Set<String> = []
    for name in known {
      forEachWord(of: name, folding: &folding) { knownStems.insert(stem($0)) }
    }
    return Dictionary(
      uniqueKeysWithValues: forms.map { form in
        let division = form.parts.count == 1 ? vocabulary.division(of: form.letters) : nil
        return (
          form.written, HashtagReading(form, division: division, knownStems: knownStems)
        )
      })
  }

  private init(_ form: TagForm, division: [String]?, knownStems: Set<String>) {
    self.form = form
    isSentence = PeilAnalysis.isSentence(form, division: division)
    let parts = division ?? form.parts
    stems =
      [Self.stem(form.text)]
      + parts.filter { $0.unicodeScalars.count >= 4 }.map(Self.stem)
    isKnown = stems.contains(where: knownStems.contains)
  }

  /// - Parameter words: Stems of the words of the post's text.
  func isExplained(by words: Set<String>) -> Bool {
    isKnown || stems.contains(where: words.contains)
  }

  func sharesWord(with other: HashtagReading) -> Bool {
    stems.contains(where: other.stems.contains)
  }

  /// The words that would explain it: its stems with every ending.
  var explainingWords: [String] {
    isKnown ? [] : stems.flatMap { stem in ([""] + Self.endings).map { stem + $0 } }
  }

  /// A word without the endings of plurals and diminutives, as far as four letters are left.
  static func stem(_ word: String) -> String {
    for ending in endings
    where word.hasSuffix(ending) && word.unicodeScalars.count - ending.count >= 4 {
      return String(word.dropLast(ending.count))
    }
    return word
  }

  private static let endings = ["tjes", "jes", "tje", "je", "en", "es", "s"]
}

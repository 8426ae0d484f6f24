/// A hashtag with everything about it that does not depend on the post it stands in.
struct HashtagReading {
  let form: TagForm
  /// The same for every spelling of the form.
  let formNumber: Int
  let isSentence: Bool
  /// Of the whole tag, and of its parts from four letters on; as numbers.
  let stems: [Int]
  /// Whether a name or topic of the client explains it in any post.
  fileprivate let isKnown: Bool
}

/// The readings of all tags of some posts, each tag read once.
struct HashtagReadings {
  /// One for each spelling.
  private(set) var all: [HashtagReading] = []
  /// Forms that are told apart.
  private(set) var formCount = 0
  private var stems = WordTable()
  /// Of each stem, the last post that has a word with it.
  private var lastPost: [Int] = []

  /// - Parameters:
  ///   - tags: As written, each once.
  ///   - texts: The client's own, to divide tags into words.
  ///   - known: The client's names and topics.
  init(
    of tags: [String], texts: some Sequence<String>, known: some Sequence<String>,
    folding: inout WordFolding
  ) {
    let forms = tags.map { TagForm($0) }
    let vocabulary = Vocabulary(
      of: texts, for: forms.filter { $0.parts.count == 1 }, folding: &folding)
    var numbers: [String: Int] = [:]
    let read = forms.map { form in
      let division = form.parts.count == 1 ? vocabulary.division(of: form.letters) : nil
      let parts = (division ?? form.parts).filter { $0.unicodeScalars.count >= 4 }
      return (
        form: form, isSentence: isSentence(form, division: division),
        stems: ([form.text] + parts).map { stems.insert(Self.stem($0)) }
      )
    }
    var knownStems = Set<Int>()
    for name in known {
      forEachWord(of: name, folding: &folding) { word in
        if let stem = stems.number(of: Self.stem(word)) { knownStems.insert(stem) }
      }
    }
    for (form, isSentence, stems) in read {
      let next = numbers.count
      let number = numbers[form.text, default: next]
      numbers[form.text] = number
      all.append(
        HashtagReading(
          form: form, formNumber: number, isSentence: isSentence, stems: stems,
          isKnown: stems.contains(where: knownStems.contains)))
    }
    formCount = numbers.count
    lastPost = [Int](repeating: -1, count: stems.count)
  }

  /// Takes in the words of a post's text.
  ///
  /// - Parameter post: Another number than any before it.
  mutating func read(_ text: String, ofPost post: Int, folding: inout WordFolding) {
    forEachWord(of: text, folding: &folding) { word in
      guard stems.mayBegin(word[0], word[1]), let stem = stems.number(of: Self.stem(word)) else {
        return
      }
      lastPost[stem] = post
    }
  }

  /// Whether the client's names and topics explain a tag, or the words of the post that was read.
  func isExplained(_ tag: Int, inPost post: Int) -> Bool {
    if all[tag].isKnown { return true }
    for stem in all[tag].stems where lastPost[stem] == post { return true }
    return false
  }

  // MARK: - Stems

  /// A word without the endings of plurals and diminutives, as far as four letters are left.
  static func stem(_ word: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    // All endings end in one of three letters.
    guard let last = word.last,
      last == UInt8(ascii: "e") || last == UInt8(ascii: "n") || last == UInt8(ascii: "s")
    else { return word }
    for ending in endings where word.count >= ending.count + 4 {
      let rest = UnsafeBufferPointer(rebasing: word.dropLast(ending.count))
      if word[rest.count...].elementsEqual(ending),
        // Letters, of which the second and further bytes begin with the bits 10.
        rest.count(where: { $0 & 0xC0 != 0x80 }) >= 4
      {
        return rest
      }
    }
    return word
  }

  private static func stem(_ word: String) -> String {
    word.withBytes { String(decoding: stem($0), as: UTF8.self) }
  }

  private static let endings = ["tjes", "jes", "tje", "je", "en", "es", "s"].map { Array($0.utf8) }
}

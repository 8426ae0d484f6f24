import PeilModel

/// A hashtag with everything about it that does not depend on the post it stands in.
struct HashtagReading {
  let form: TagForm
  /// The same for every spelling of the form.
  let formNumber: Int
  let isSentence: Bool
  /// Of the whole tag, and of its parts from four letters on; as numbers.
  let stems: [Int]
  /// A bit for each pair of letters that one of these stems begins with; none where it needs no explanation by a post.
  fileprivate let beginnings: UInt64
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
  ///   - posts: Of which the texts of those at `places`, the client's own, divide tags into words.
  ///   - known: The client's names and topics.
  init(
    of tags: [String], _ posts: [Post], at places: some Sequence<Int>,
    known: some Sequence<String>, reader: inout WordReader
  ) {
    let forms = tags.map { TagForm($0) }
    var vocabulary = Vocabulary(for: forms.filter { $0.parts.count == 1 })
    if !vocabulary.isEmpty {
      for place in places {
        reader.add(posts[place].text)
        if reader.isFull { vocabulary.takeWords(of: &reader) }
      }
      vocabulary.takeWords(of: &reader)
    }
    var numbers: [String: Int] = [:]
    let read = forms.map { form in
      let division = form.parts.count == 1 ? vocabulary.division(of: form.letters) : nil
      let parts = (division ?? form.parts).filter { $0.unicodeScalars.count >= 4 }
      let own = ([form.text] + parts).map { Self.stem($0) }
      return (
        form: form, isSentence: isSentence(form, division: division),
        stems: own.map { stems.insert($0) },
        beginnings: own.reduce(0) { $0 | $1.withBytes { Self.beginning(of: $0) } }
      )
    }
    var knownStems = Set<Int>()
    for name in known { reader.add(name) }
    reader.forEachWord { word in
      if let stem = stems.number(of: Self.stem(word)) { knownStems.insert(stem) }
    }
    for (form, isSentence, stems, beginnings) in read {
      let next = numbers.count
      let number = numbers[form.text, default: next]
      numbers[form.text] = number
      let isKnown = stems.contains(where: knownStems.contains)
      all.append(
        HashtagReading(
          form: form, formNumber: number, isSentence: isSentence, stems: stems,
          beginnings: isKnown ? 0 : beginnings, isKnown: isKnown))
    }
    formCount = numbers.count
    lastPost = [Int](repeating: -1, count: stems.count)
  }

  /// Takes in those words of a post's text that may explain its tags.
  ///
  /// - Parameter post: Another number than any before it.
  mutating func read(
    _ text: String, ofPost post: Int, with tags: ArraySlice<Int>, reader: inout WordReader
  ) {
    let beginnings = tags.reduce(0) { $0 | all[$1].beginnings }
    guard beginnings != 0 else { return }
    reader.add(text)
    reader.forEachWord(where: { beginnings & Self.beginning($0, $1) != 0 }) { word in
      if let stem = stems.number(of: Self.stem(word)) { lastPost[stem] = post }
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

  /// One of 64 bits for the first two letters; none for a word of one letter, which a text has not.
  private static func beginning(of word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    word.count > 1 ? beginning(word[0], word[1]) : 0
  }

  @inline(__always)
  private static func beginning(_ first: UInt8, _ second: UInt8) -> UInt64 {
    1 &<< UInt64(first &* 5 &+ second)
  }

  private static let endings = ["tjes", "jes", "tje", "je", "en", "es", "s"].map { Array($0.utf8) }
}

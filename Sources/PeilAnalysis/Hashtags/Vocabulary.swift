/// The words of a client's own texts, to divide a tag that is written in one piece.
struct Vocabulary {
  /// Every part of a tag that could be a word among others.
  private var parts = WordTable()
  /// Of each part, whether it stands in a text.
  private var isWord: [Bool] = []
  private var longest = 0
  /// How many parts are in no text so far, by a number that tells most words apart from them: nearly every word of a
  /// text is none of them, or one that was found before, so that the processor foresees the answer. Whether a word only
  /// begins like a part it cannot, and asking that first took longer, though it spared instructions.
  ///
  /// What is too many to count stays so.
  private var sought = [UInt8](repeating: 0, count: 1 << 14)

  /// - Parameter tags: Those that will be divided when the texts are read.
  init(for tags: [TagForm]) {
    for tag in tags where Self.divided.contains(tag.letters.count) {
      let letters = Letters(tag.letters)
      // Words have two letters or more, and one letter alone before or behind a part is none.
      for start in 0..<letters.count - 1 where start != 1 {
        for end in start + 2...letters.count where end != letters.count - 1 {
          letters.with(start..<end) { part in
            let known = parts.count
            parts.insert(part)
            let kind = Self.kind(of: part)
            if parts.count > known, sought[kind] < .max { sought[kind] += 1 }
          }
        }
      }
    }
    isWord = [Bool](repeating: false, count: parts.count)
  }

  /// Whether no text can tell anything.
  var isEmpty: Bool { parts.count == 0 }

  /// Takes in the words of the client's own texts.
  mutating func takeWords(of reader: inout WordReader) {
    reader.forEachWord { word in
      let kind = Self.kind(of: word)
      if sought[kind] > 0 { take(word, kind) }
    }
  }

  // Never inlined: its values would be kept where those of the loop over all words should be.
  @inline(never)
  private mutating func take(_ word: UnsafeBufferPointer<UInt8>, _ kind: Int) {
    guard let part = parts.number(of: word), !isWord[part] else { return }
    isWord[part] = true
    if sought[kind] < .max { sought[kind] -= 1 }
    longest = max(longest, word.count)
  }

  /// How many letters a tag has that is divided: a shorter one cannot be two words of which one has four, and a
  /// longer one is a sentence whatever it is made of, and rare.
  private static let divided = 6...60

  /// By the first two letters, the last one and the length; 14 bits.
  ///
  /// - Parameter word: Of two bytes or more.
  @inline(__always)
  private static func kind(of word: UnsafeBufferPointer<UInt8>) -> Int {
    let ends = UInt32(word[0]) | UInt32(word[1]) << 8 | UInt32(word[word.count - 1]) << 16
    // The upper bits of a product depend on all of the factor's.
    return Int(((ends ^ UInt32(truncatingIfNeeded: word.count) << 24) &* 0x9E37_79B1) >> 18)
  }

  /// The fewest words that make up a tag; `nil` when none do, or when it is too short or too long to be divided.
  func division(of scalars: [Unicode.Scalar]) -> [String]? {
    guard Self.divided.contains(scalars.count), longest > 0 else { return nil }
    let letters = Letters(scalars)
    // The best division of the first n letters: how many words, and where the last one begins.
    var best: [(count: Int, start: Int)?] = [(0, 0)]
    for end in 1...letters.count {
      var found: (count: Int, start: Int)?
      for start in max(0, end - longest)..<end {
        guard let before = best[start] else { continue }
        let count = before.count + 1
        if let found, count >= found.count { continue }
        let isWord = letters.with(start..<end) { part in
          parts.number(of: part).map { self.isWord[$0] } ?? false
        }
        if isWord { found = (count, start) }
      }
      best.append(found)
    }
    var words: [String] = []
    var end = letters.count
    while end > 0 {
      guard let step = best[end] else { return nil }
      words.append(letters.with(step.start..<end) { String(decoding: $0, as: UTF8.self) })
      end = step.start
    }
    return words.reversed()
  }
}

/// The letters of a tag as bytes, to look parts of them up.
private struct Letters {
  private var bytes: [UInt8] = []
  /// Where each letter begins in them, and one more where the last ends.
  private var starts = [0]

  var count: Int { starts.count - 1 }

  init(_ scalars: [Unicode.Scalar]) {
    bytes.reserveCapacity(scalars.count)
    starts.reserveCapacity(scalars.count + 1)
    for scalar in scalars {
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      starts.append(bytes.count)
    }
  }

  func with<Result>(
    _ letters: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer {
      body(
        UnsafeBufferPointer(
          rebasing: $0[starts[letters.lowerBound]..<starts[letters.upperBound]]))
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

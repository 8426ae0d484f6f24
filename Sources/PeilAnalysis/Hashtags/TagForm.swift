import TextFolding

/// A hashtag as it is compared: compatibility forms, case, accents and `_` do not count.
///
/// A reference, because each is held against many others: copies of its texts would be counted each time.
final class TagForm: Sendable {
  /// As it was written, without its sign.
  let written: String
  /// Folded.
  let text: String
  /// Its scalars, for distances.
  let letters: [Unicode.Scalar]
  private let trigrams: [UInt64]
  /// One of 64 bits for each trigram, which some share.
  private let trigramBits: UInt64
  /// The parts that capitals, `_` and digits show, folded; the whole tag when they show none.
  let parts: [String]

  init(_ tag: String) {
    written = tag
    text = Self.fold(tag)
    letters = Array(text.unicodeScalars)
    trigrams = PeilAnalysis.trigrams(of: letters)
    // The upper bits of a product depend on all of the factor's.
    trigramBits = trigrams.reduce(0) { $0 | 1 &<< ($1 &* 0x9E37_79B9_7F4A_7C15 >> 58) }
    let visible = Self.visibleParts(tag)
    parts = visible.count == 1 ? [text] : visible.map { Self.fold(String($0)) }
  }

  private static func fold(_ text: String) -> String {
    let folded = NameKey(text, ignoringMarks: true).text
    return folded.utf8.contains(UInt8(ascii: "_")) ? folded.filter { $0 != "_" } : folded
  }

  /// Divided where a small letter meets a capital, at `_`, and between letters and digits.
  private static func visibleParts(_ tag: String) -> [Substring] {
    // Nearly all are of ASCII, where no property has to be looked up.
    let ranges =
      tag.utf8.allSatisfy { $0 < 0x80 }
      ? divided(tag.utf8) { Kind(ascii: $0) } : divided(tag) { Kind($0) }
    return ranges.map { tag[$0] }
  }

  private static func divided<Letters: Collection>(
    _ letters: Letters, _ kind: (Letters.Element) -> Kind
  ) -> [Range<Letters.Index>] {
    var parts: [Range<Letters.Index>] = []
    var start = letters.startIndex
    var index = start
    var previous = Kind.joint
    func endPart() {
      if previous != .joint { parts.append(start..<index) }
    }
    while index < letters.endIndex {
      let kind = kind(letters[index])
      if kind == .joint || previous == .joint || previous == .small && kind == .capital
        || (previous == .number) != (kind == .number)
      {
        endPart()
        start = index
      }
      previous = kind
      letters.formIndex(after: &index)
    }
    endPart()
    return parts
  }

  private enum Kind {
    /// `_`, which is part of none.
    case joint
    case small, capital, number, other

    init(ascii letter: UInt8) {
      switch letter {
      case UInt8(ascii: "_"): self = .joint
      case 0x61...0x7A: self = .small
      case 0x41...0x5A: self = .capital
      case 0x30...0x39: self = .number
      default: self = .other
      }
    }

    init(_ character: Character) {
      if let letter = character.asciiValue {
        self.init(ascii: letter)
      } else if character.isNumber {
        self = .number
      } else {
        self = character.isLowercase ? .small : character.isUppercase ? .capital : .other
      }
    }
  }
}

extension TagForm {
  /// Whether two tags of one post are forms of one another.
  ///
  /// In this order: equal; the shorter (from 5 letters) begins the longer; it (from 6) ends it; both begin
  /// with the same 6 letters or more, three quarters of the shorter; same first letter and one slip (from
  /// 5 letters) or two (from 9); three quarters of the trigrams shared; or the same words in another order.
  ///
  /// Source: optimal string alignment for slips; Dice, *Ecology* 26 (1945), for trigrams.
  func looksLike(_ other: TagForm) -> Bool {
    let isShorter = letters.count <= other.letters.count
    let (short, long) = isShorter ? (letters, other.letters) : (other.letters, letters)
    var shared = 0
    while shared < short.count, short[shared] == long[shared] { shared += 1 }
    if shared == short.count, short.count >= 5 || short.count == long.count { return true }
    guard let first = short.first, let last = short.last else { return false }
    if short.count >= 6, last == long[long.count - 1],
      long.suffix(short.count).elementsEqual(short)
    {
      return true
    }
    if shared >= 6, shared * 4 >= short.count * 3 { return true }
    if first == long[0], short.count >= 5 {
      let slips = short.count >= 9 ? 2 : 1
      if long.count - short.count <= slips, alignmentDistance(short, long) <= slips { return true }
    }
    if sharesTrigrams(with: other) { return true }
    guard max(parts.count, other.parts.count) > 1, let part = parts.first,
      other.parts.contains(part)
    else { return false }
    return Set(parts) == Set(other.parts)
  }
}

extension TagForm {
  /// Whether twice the shared trigrams are three quarters of all of them; each word is padded by two blanks at both ends.
  private func sharesTrigrams(with other: TagForm) -> Bool {
    let fewest = 3 * (trigrams.count + other.trigrams.count)
    // For each bit that only one has, it has a trigram that is not shared.
    let own = (trigramBits & ~other.trigramBits).nonzeroBitCount
    guard 8 * (trigrams.count - own) >= fewest else { return false }
    var shared = 0
    var (i, j) = (0, 0)
    while i < trigrams.count, j < other.trigrams.count {
      let (first, second) = (trigrams[i], other.trigrams[j])
      if first == second { shared += 1 }
      if first <= second { i += 1 }
      if second <= first { j += 1 }
    }
    return 8 * shared >= fewest
  }
}

/// Insertions, deletions, substitutions and swaps of neighbours between two words.
func alignmentDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var before: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var best = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
      row.append(best)
    }
    before = last
    last = row
  }
  return last[b.count]
}

/// Each once and in order; a scalar has 21 bits, so that three are one number.
private func trigrams(of word: [Unicode.Scalar]) -> [UInt64] {
  let blank = UInt64(Unicode.Scalar(" ").value)
  var all: [UInt64] = []
  all.reserveCapacity(word.count + 2)
  var window = blank << 21 | blank
  func add(_ letter: UInt64) {
    window = (window << 21 | letter) & (1 << 63 - 1)
    all.append(window)
  }
  for letter in word { add(UInt64(letter.value)) }
  for _ in 0..<2 { add(blank) }
  all.sort()
  var trigrams: [UInt64] = []
  trigrams.reserveCapacity(all.count)
  for trigram in all where trigrams.last != trigram { trigrams.append(trigram) }
  return trigrams
}

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
  /// The parts that capitals, `_` and digits show, folded; the whole tag when they show none.
  let parts: [String]

  init(_ tag: String) {
    written = tag
    text = Self.fold(tag)
    letters = Array(text.unicodeScalars)
    trigrams = PeilAnalysis.trigrams(of: letters)
    parts = Self.visibleParts(tag).map(Self.fold)
  }

  private static func fold(_ text: String) -> String {
    let folded = NameKey(text, ignoringMarks: true).text
    return folded.utf8.contains(UInt8(ascii: "_")) ? folded.filter { $0 != "_" } : folded
  }

  /// Divided where a small letter meets a capital, at `_`, and between letters and digits.
  private static func visibleParts(_ tag: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var previous: Kind?
    for character in tag {
      let kind = Kind(character)
      let isBorder =
        previous.map { before in
          before == .small && kind == .capital || (before == .number) != (kind == .number)
        } ?? false
      if character == "_" || isBorder {
        if !part.isEmpty { parts.append(part) }
        part = ""
      }
      if character != "_" { part.append(character) }
      previous = kind
    }
    if !part.isEmpty { parts.append(part) }
    return parts
  }

  private enum Kind {
    case small, capital, number, other

    init(_ character: Character) {
      // Nearly all are of ASCII, where no property has to be looked up.
      if let letter = character.asciiValue {
        switch letter {
        case 0x61...0x7A: self = .small
        case 0x41...0x5A: self = .capital
        case 0x30...0x39: self = .number
        default: self = .other
        }
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
    let (short, long) =
      letters.count <= other.letters.count
      ? (letters, other.letters) : (other.letters, letters)
    guard !short.isEmpty else { return false }
    if short == long { return true }
    if short.count >= 5, long.starts(with: short) { return true }
    if short.count >= 6, long.suffix(short.count).elementsEqual(short) { return true }
    let shared = zip(short, long).prefix { $0 == $1 }.count
    if shared >= 6, shared * 4 >= short.count * 3 { return true }
    if short[0] == long[0], short.count >= 5 {
      let slips = short.count >= 9 ? 2 : 1
      if long.count - short.count <= slips, alignmentDistance(short, long) <= slips { return true }
    }
    if similarity(ofTrigrams: trigrams, other.trigrams) >= 0.75 { return true }
    return parts.count > 1 && Set(parts) == Set(other.parts)
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

/// Twice the shared trigrams over all trigrams, each word padded by two blanks at both ends.
private func similarity(ofTrigrams first: [UInt64], _ second: [UInt64]) -> Double {
  var shared = 0
  var (i, j) = (0, 0)
  while i < first.count, j < second.count {
    if first[i] == second[j] { shared += 1 }
    let isBehind = first[i] <= second[j]
    if second[j] <= first[i] { j += 1 }
    if isBehind { i += 1 }
  }
  return 2 * Double(shared) / Double(first.count + second.count)
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

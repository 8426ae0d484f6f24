import TextFolding

// The words of a text are runs of ones among bits that tell its letters and digits. Sixty-four bytes at a time
// become bits, and a run is found and measured by counting zeros, so that the length of a word, which nobody can
// predict, decides no branch. What may be a hashtag or an address, or is not ASCII, is taken out of the bits first
// and read by itself.

/// Reads the words of texts, folded for comparing; hashtags, mentions and addresses are no words.
///
/// A word is a run of letters and digits, two or more of them. Many short texts are read at a time, which spares what
/// each would need for itself.
struct WordReader: ~Copyable {
  private var texts = TextBuffer()
  /// Kept from text to text, as the words that take long to fold come back in many.
  private var folding = WordFolding()

  /// Takes in a text, to be read with those that were taken in and not read so far.
  mutating func add(_ text: String) { texts.append(text) }

  /// Whether the texts should be read before more are taken in: memory is for some at a time.
  var isFull: Bool { texts.count >= 1 << 13 }

  /// Goes through the words of the texts that were taken in, which are gone then.
  ///
  /// - Parameters:
  ///   - isWanted: Whether a word that begins with two bytes is asked for.
  ///   - body: Gets the bytes of each word, which are gone when it returns; those beyond ASCII come first.
  @inline(__always)
  mutating func forEachWord(
    where isWanted: (UInt8, UInt8) -> Bool = { _, _ in true },
    _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    let bits = texts.take()
    readTokens(of: bits, &folding) { word in
      if isWanted(word[0], word[1]) { body(word) }
    }
    guard let first = bits.text.baseAddress else { return }
    var last: UInt64 = 0
    for block in bits.letters.indices {
      let own = bits.letters[block]
      let next = block + 1 < bits.letters.count ? bits.letters[block + 1] : 0
      // Where words of two letters or more begin.
      var starts = own & ~(own << 1 | last) & (own >> 1 | next << 63)
      last = own >> 63
      while starts != 0 {
        let start = block * 64 + starts.takeLowest()
        guard isWanted(first[start], first[start + 1]) else { continue }
        body(UnsafeBufferPointer(start: first + start, count: bits.letters.ones(from: start)))
      }
    }
  }
}

/// Reads what stands between two blanks and has a sign in it, and takes its letters out of the bits.
@inline(never)
private func readTokens(
  of bits: TextBits, _ folding: inout WordFolding, _ body: (UnsafeBufferPointer<UInt8>) -> Void
) {
  var sign = bits.signs.firstOne(from: 0)
  while sign < bits.text.count {
    let token = bits.blanks.lastOne(before: sign) + 1..<bits.blanks.firstOne(from: sign)
    bits.letters.clear(token)
    // Most are hashtags, which need no further look.
    if bits.text[sign] != UInt8(ascii: "#") {
      folding.forEachWord(of: UnsafeBufferPointer(rebasing: bits.text[token]), body)
    }
    sign = bits.signs.firstOne(from: token.upperBound)
  }
}

/// The words of what is more than letters, digits and blanks of ASCII, read once each.
private struct WordFolding {
  private var tokens = WordTable()
  /// Of all tokens, one word after another.
  private var bytes: [UInt8] = []
  /// Where each word ends in them.
  private var wordEnds: [Int] = []
  /// How many words the tokens up to each have together.
  private var wordCounts: [Int] = []

  /// - Parameter token: What stands between two blanks, with the letters of ASCII small.
  mutating func forEachWord(
    of token: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    let number = tokens.insert(token)
    if number == wordCounts.count { read(token) }
    bytes.withUnsafeBufferPointer { bytes in
      for word in (number > 0 ? wordCounts[number - 1] : 0)..<wordCounts[number] {
        let start = word > 0 ? wordEnds[word - 1] : 0
        body(UnsafeBufferPointer(rebasing: bytes[start..<wordEnds[word]]))
      }
    }
  }

  private mutating func read(_ token: UnsafeBufferPointer<UInt8>) {
    if !isTagOrAddress(token) {
      for stretch in token.split(whereSeparator: { $0 < 0x80 && !isAlphanumeric($0) }) {
        let text = String(decoding: stretch, as: UTF8.self)
        // Beyond ASCII a letter is told by its properties, which takes long: not for those of western languages.
        if isLatin(stretch) {
          add(text)
        } else {
          for word in text.split(whereSeparator: { !$0.isInWords }) { add(String(word)) }
        }
      }
    }
    wordCounts.append(wordEnds.count)
  }

  private mutating func add(_ word: String) {
    let folded = NameKey(word, ignoringMarks: true).text
    guard folded.unicodeScalars.count >= 2 else { return }
    bytes.append(contentsOf: folded.utf8)
    wordEnds.append(bytes.count)
  }
}

private func isAlphanumeric(_ byte: UInt8) -> Bool {
  0x61...0x7A ~= byte | 0x20 || 0x30...0x39 ~= byte
}

/// Whether all that is not ASCII are letters from `À` to `ÿ`, of which the first byte is C3.
private func isLatin(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
  var before: UInt8 = 0
  for byte in bytes {
    // The signs for times and divided by stand among the letters.
    guard byte < 0x80 || byte == 0xC3 || before == 0xC3 && byte & 0xDF != 0x97 else { return false }
    before = byte
  }
  return true
}

private func isTagOrAddress(_ token: UnsafeBufferPointer<UInt8>) -> Bool {
  if token.first == UInt8(ascii: "@") { return true }
  for (index, byte) in token.enumerated() {
    switch byte {
    case UInt8(ascii: "#"): return true
    // The full-width sign.
    case 0xEF where index + 2 < token.count && token[index + 1] == 0xBC && token[index + 2] == 0x83:
      return true
    case UInt8(ascii: "/")
    where index > 1 && token[index - 1] == UInt8(ascii: "/")
      && token[index - 2] == UInt8(ascii: ":"):
      return true
    default: continue
    }
  }
  return false
}

extension Character {
  /// Letters and digits; those of ASCII are told without a look at their properties.
  fileprivate var isInWords: Bool { asciiValue.map(isAlphanumeric) ?? (isLetter || isNumber) }
}

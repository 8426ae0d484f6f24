import CByteMasks
import TextFolding

// The words of a text are runs of ones among bits that tell its letters and digits. Sixty-four bytes at a time
// become bits, and a run is found and measured by counting zeros, so that the length of a word, which nobody can
// predict, decides no branch. What may be a hashtag or an address, or is not ASCII, is taken out of the bits first
// and read by itself.

/// Goes through the words of a text, folded for comparing; hashtags, mentions and addresses are no words.
///
/// A word is a run of letters and digits, two or more of them.
///
/// - Parameters:
///   - folding: Kept from text to text, as the words that take long to fold come back in many.
///   - body: Gets the bytes of each word, which are gone when it returns; those beyond ASCII come first.
@inline(__always)
func forEachWord(
  of text: String, folding: inout WordFolding, _ body: (UnsafeBufferPointer<UInt8>) -> Void
) {
  var text = text
  text.withUTF8 { text in
    // At least one blank stands behind the text, where its last word ends.
    let blocks = text.count / 64 + 1
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: blocks * 64) { folded in
      for index in text.indices {
        folded[index] = (0x41...0x5A).contains(text[index]) ? text[index] | 0x20 : text[index]
      }
      for index in text.count..<folded.count { folded[index] = UInt8(ascii: " ") }
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: blocks) { letters in
        let words = UnsafeBufferPointer(folded)
        guard let first = words.baseAddress else { return }
        readTokens(of: words, written: text, letters: letters, &folding, body)
        var last: UInt64 = 0
        for block in letters.indices {
          let own = letters[block]
          let next = block + 1 < blocks ? letters[block + 1] : 0
          // Where words of two letters or more begin.
          var starts = own & ~(own << 1 | last) & (own >> 1 | next << 63)
          last = own >> 63
          while starts != 0 {
            let start = block * 64 + starts.takeLowest()
            body(UnsafeBufferPointer(start: first + start, count: letters.ones(from: start)))
          }
        }
      }
    }
  }
}

/// Tells letters and digits as bits, and reads what stands between two blanks with a sign in it by itself.
///
/// - Parameters:
///   - text: In small letters, with blanks up to the end of its last block.
///   - written: The same before its capitals were folded, without these blanks.
///   - letters: Gets sixty-four bits for each block, none for what was read here.
@inline(never)
private func readTokens(
  of text: UnsafeBufferPointer<UInt8>, written: UnsafeBufferPointer<UInt8>,
  letters: UnsafeMutableBufferPointer<UInt64>, _ folding: inout WordFolding,
  _ body: (UnsafeBufferPointer<UInt8>) -> Void
) {
  guard let start = text.baseAddress else { return }
  for block in letters.indices { letters[block] = byte_mask_alphanumeric(start + block * 64) }
  var read = 0
  for block in letters.indices {
    // What may begin a hashtag, mention or address, and what is not ASCII.
    var signs = byte_mask_beyond_or(
      start + block * 64, UInt8(ascii: "#"), UInt8(ascii: "/"), UInt8(ascii: "@"))
    while signs != 0 {
      let sign = block * 64 + signs.takeLowest()
      if sign < read { continue }
      var first = sign
      while first > 0, !isBlank(text[first - 1]) { first -= 1 }
      var end = sign
      while end < written.count, !isBlank(text[end]) { end += 1 }
      letters.clearBits(first..<end)
      forEachWord(
        in: UnsafeBufferPointer(rebasing: text[first..<end]),
        written: UnsafeBufferPointer(rebasing: written[first..<end]), &folding, body)
      read = end
    }
  }
}

extension UInt64 {
  /// The place of the lowest bit, which is taken out; there must be one.
  @inline(__always)
  fileprivate mutating func takeLowest() -> Int {
    defer { self &= self &- 1 }
    return trailingZeroBitCount
  }
}

// Bits are counted through the words, the lowest of each first.
extension UnsafeMutableBufferPointer<UInt64> {
  /// How many ones follow one another from a place on; a zero follows the last.
  @inline(__always)
  fileprivate func ones(from start: Int) -> Int {
    let count = (~(self[start / 64] >> UInt64(start % 64))).trailingZeroBitCount
    return start % 64 + count < 64 ? count : count + ones(fromBlock: start / 64 + 1)
  }

  private func ones(fromBlock block: Int) -> Int {
    let count = (~self[block]).trailingZeroBitCount
    return count < 64 ? count : 64 + ones(fromBlock: block + 1)
  }

  fileprivate func clearBits(_ bits: Range<Int>) {
    var start = bits.lowerBound
    while start < bits.upperBound {
      let end = Swift.min(bits.upperBound, (start / 64 + 1) * 64)
      // From the first on, without what is behind the last.
      self[start / 64] &= ~((~0 &>> UInt64(64 - (end - start))) &<< UInt64(start % 64))
      start = end
    }
  }
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

/// The words of what stands between two blanks.
///
/// - Parameter written: The same before its capitals were folded.
private func forEachWord(
  in token: UnsafeBufferPointer<UInt8>, written: UnsafeBufferPointer<UInt8>,
  _ folding: inout WordFolding, _ body: (UnsafeBufferPointer<UInt8>) -> Void
) {
  if isTagOrAddress(token) { return }
  // Beyond ASCII a letter is told by its properties, not by its bytes.
  if token.contains(where: { $0 >= 0x80 }) {
    folding.forEachWord(of: written, body)
    return
  }
  for word in token.split(whereSeparator: {
    !(0x61...0x7A).contains($0) && !(0x30...0x39).contains($0)
  }) where word.count > 1 {
    body(UnsafeBufferPointer(rebasing: word))
  }
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

/// The words of what is not ASCII, each folded once.
struct WordFolding {
  private var tokens = WordTable()
  /// By the number of the token.
  private var words: [[String]] = []

  /// - Parameter token: What stands between two blanks.
  mutating func forEachWord(
    of token: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    let number = tokens.insert(token)
    if number == words.count {
      words.append(
        String(decoding: token, as: UTF8.self).split { !$0.isInWords }
          .map { NameKey(String($0), ignoringMarks: true).text }
          .filter { $0.unicodeScalars.count >= 2 })
    }
    for index in words[number].indices {
      words[number][index].withBytes(body)
    }
  }
}

extension Character {
  /// Letters and digits; those of ASCII are told without a look at their properties.
  fileprivate var isInWords: Bool {
    guard let ascii = asciiValue else { return isLetter || isNumber }
    return 0x61...0x7A ~= ascii | 0x20 || 0x30...0x39 ~= ascii
  }
}

import TextFolding

// The words of a text are runs of ones among bits that tell its letters and digits. Sixty-four bytes at a time
// become bits, and the ends of runs are found by counting zeros, so that the length of a word, which nobody can
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
    let blocks = (text.count + 63) / 64
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: blocks * 64) { folded in
      for index in text.indices {
        folded[index] = (0x41...0x5A).contains(text[index]) ? text[index] | 0x20 : text[index]
      }
      for index in text.count..<folded.count { folded[index] = UInt8(ascii: " ") }
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: blocks) { letters in
        let words = UnsafeBufferPointer(folded)
        readTokens(of: words, written: text, letters: letters, &folding, body)
        var isInWord = false
        var start = 0
        var last: UInt64 = 0
        for block in 0..<blocks {
          var borders = letters[block] ^ (letters[block] << 1 | last)
          last = letters[block] >> 63
          while borders != 0 {
            let border = block * 64 + borders.trailingZeroBitCount
            borders &= borders - 1
            if isInWord, border - start > 1 {
              body(UnsafeBufferPointer(rebasing: words[start..<border]))
            }
            start = border
            isInWord.toggle()
          }
        }
        if isInWord, words.count - start > 1 {
          body(UnsafeBufferPointer(rebasing: words[start...]))
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
private func readTokens(
  of text: UnsafeBufferPointer<UInt8>, written: UnsafeBufferPointer<UInt8>,
  letters: UnsafeMutableBufferPointer<UInt64>, _ folding: inout WordFolding,
  _ body: (UnsafeBufferPointer<UInt8>) -> Void
) {
  for block in letters.indices { letters[block] = text.bits(inBlock: block) { $0.areLetters } }
  var read = 0
  for block in letters.indices {
    var signs = text.bits(inBlock: block) { $0.areSigns }
    while signs != 0 {
      let sign = block * 64 + signs.trailingZeroBitCount
      signs &= signs - 1
      if sign < read { continue }
      var start = sign
      while start > 0, !isBlank(text[start - 1]) { start -= 1 }
      var end = sign
      while end < written.count, !isBlank(text[end]) { end += 1 }
      for place in start..<end { letters[place / 64] &= ~(1 << UInt64(place % 64)) }
      forEachWord(
        in: UnsafeBufferPointer(rebasing: text[start..<end]),
        written: UnsafeBufferPointer(rebasing: written[start..<end]), &folding, body)
      read = end
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// One bit for each of sixty-four bytes, the first the lowest.
  @inline(__always)
  fileprivate func bits(inBlock block: Int, _ areSuch: (EightBytes) -> UInt64) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(self)
    var bits: UInt64 = 0
    for part in 0..<8 {
      let eight = bytes.loadUnaligned(fromByteOffset: block * 64 + part * 8, as: UInt64.self)
      // The product moves the highest bit of each byte to its place in the highest byte.
      let such = areSuch(EightBytes(bytes: UInt64(littleEndian: eight))) >> 7
      bits |= ((such &* 0x0102_0408_1020_4080) >> 56) << UInt64(part * 8)
    }
    return bits
  }
}

/// Eight bytes that are looked at together; answers are in the highest bit of each.
private struct EightBytes {
  let bytes: UInt64

  private static let each: UInt64 = 0x0101_0101_0101_0101
  private static let highest = each &* 0x80

  /// Small letters and digits of ASCII.
  var areLetters: UInt64 { areIn(0x61...0x7A) | areIn(0x30...0x39) }

  /// What may begin a hashtag, mention or address, and what is not ASCII.
  var areSigns: UInt64 {
    bytes & Self.highest | areIn(0x23...0x23) | areIn(0x2F...0x2F) | areIn(0x40...0x40)
  }

  /// - Parameter range: Of ASCII.
  private func areIn(_ range: ClosedRange<UInt8>) -> UInt64 {
    // Seven bits have room above them for what is carried.
    let seven = bytes & ~Self.highest
    let reach = seven &+ Self.each &* UInt64(0x80 - range.lowerBound)
    let exceed = seven &+ Self.each &* UInt64(0x7F - range.upperBound)
    return reach & ~exceed & ~bytes & Self.highest
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
        String(decoding: token, as: UTF8.self).split { !$0.isLetter && !$0.isNumber }
          .map { NameKey(String($0), ignoringMarks: true).text }
          .filter { $0.unicodeScalars.count >= 2 })
    }
    for index in words[number].indices {
      var word = words[number][index]
      word.withUTF8(body)
    }
  }
}

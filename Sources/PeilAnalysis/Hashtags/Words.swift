import TextFolding

/// Goes through the words of a text, folded for comparing; hashtags, mentions and addresses are no words.
///
/// A word is a run of letters and digits, two or more of them. Most texts are ASCII, so a text is read byte by
/// byte: what stands between two blanks is in most cases one word, and no other look at it is needed.
///
/// - Parameters:
///   - folding: Kept from text to text, as the words that take long to fold come back in many.
///   - body: Gets the bytes of each word, which are gone when it returns.
func forEachWord(
  of text: String, folding: inout WordFolding, _ body: (UnsafeBufferPointer<UInt8>) -> Void
) {
  var text = text
  text.withUTF8 { text in
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count) { folded in
      for index in text.indices {
        folded[index] = (0x41...0x5A).contains(text[index]) ? text[index] | 0x20 : text[index]
      }
      ByteKinds.table.withUnsafeBufferPointer { kinds in
        let words = UnsafeBufferPointer(folded)
        var start = 0
        while start < words.count {
          var found: UInt8 = 0
          var end = start
          while end < words.count {
            let kind = kinds[Int(words[end])]
            if kind == ByteKinds.blank { break }
            found |= kind
            end += 1
          }
          if found == 0 {
            if end - start > 1 { body(UnsafeBufferPointer(rebasing: words[start..<end])) }
          } else {
            forEachWord(
              in: UnsafeBufferPointer(rebasing: words[start..<end]),
              written: UnsafeBufferPointer(rebasing: text[start..<end]), found, &folding, body)
          }
          start = end + 1
        }
      }
    }
  }
}

/// What a byte does to what stands between two blanks.
private enum ByteKinds {
  static let blank: UInt8 = 1
  /// Parts two words.
  static let other: UInt8 = 2
  /// May make it a hashtag, mention or address.
  static let sign: UInt8 = 4
  static let beyondASCII: UInt8 = 8

  /// By byte; 0 for small letters and digits.
  static let table: [UInt8] = (0...255).map { byte in
    switch byte {
    case 0x61...0x7A, 0x30...0x39: 0
    case 0x20, 0x09...0x0D: blank
    case 0x23, 0x2F, 0x40: sign
    case 0x80...: beyondASCII
    default: other
    }
  }
}

/// The words of what stands between two blanks and is not one word of ASCII.
///
/// - Parameter written: The same before its capitals were folded.
private func forEachWord(
  in token: UnsafeBufferPointer<UInt8>, written: UnsafeBufferPointer<UInt8>, _ kinds: UInt8,
  _ folding: inout WordFolding, _ body: (UnsafeBufferPointer<UInt8>) -> Void
) {
  if kinds & (ByteKinds.sign | ByteKinds.beyondASCII) != 0, isTagOrAddress(token) { return }
  // Beyond ASCII a letter is told by its properties, not by its bytes.
  if kinds & ByteKinds.beyondASCII != 0 {
    folding.forEachWord(of: written, body)
    return
  }
  for word in token.split(whereSeparator: { ByteKinds.table[Int($0)] != 0 }) where word.count > 1 {
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

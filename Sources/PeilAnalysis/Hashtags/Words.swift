import TextFolding

/// Goes through the words of a text, folded for comparing; hashtags, mentions and addresses are no words.
///
/// A word is a run of letters and digits, two or more of them. Most texts are ASCII and most words are not asked for,
/// so the text is read byte by byte and a word is made only when the filter lets it through.
///
/// - Parameter folding: Kept from text to text, as the words that take long to fold come back in many.
func forEachWord(
  of text: String, passing filter: WordFilter? = nil, folding: inout WordFolding,
  _ body: (String) -> Void
) {
  var text = text
  text.withUTF8 { bytes in
    var start = 0
    while start < bytes.count {
      if isBlank(bytes[start]) {
        start += 1
        continue
      }
      var end = start
      while end < bytes.count, !isBlank(bytes[end]) { end += 1 }
      let token = UnsafeBufferPointer(rebasing: bytes[start..<end])
      if !isTagOrAddress(token) { forEachWord(in: token, filter, &folding, body) }
      start = end
    }
  }
}

private func forEachWord(
  in token: UnsafeBufferPointer<UInt8>, _ filter: WordFilter?, _ folding: inout WordFolding,
  _ body: (String) -> Void
) {
  // Beyond ASCII a letter is told by its properties, not by its bytes.
  if token.contains(where: { $0 >= 0x80 }) {
    for word in folding.words(of: String(decoding: token, as: UTF8.self))
    where filter?.mayHold(word) ?? true {
      body(word)
    }
    return
  }
  var start = 0
  while start < token.count {
    var hash = WordFilter.seed
    var end = start
    while end < token.count, let letter = foldedLetter(token[end]) {
      hash = WordFilter.step(hash, letter)
      end += 1
    }
    if end - start >= 2, filter?.mayHold(hash: hash) ?? true {
      body(
        String(unsafeUninitializedCapacity: end - start) { target in
          for index in start..<end { target[index - start] = foldedLetter(token[index]) ?? 0 }
          return end - start
        })
    }
    start = max(end, start + 1)
  }
}

/// The small letter or digit; `nil` for anything else.
private func foldedLetter(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
  case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
  default: nil
  }
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

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
  private var folded: [String: [String]] = [:]

  /// - Parameter token: What stands between two blanks.
  mutating func words(of token: String) -> [String] {
    if let known = folded[token] { return known }
    let words = token.split { !$0.isLetter && !$0.isNumber }
      .map { NameKey(String($0), ignoringMarks: true).text }
      .filter { $0.unicodeScalars.count >= 2 }
    folded[token] = words
    return words
  }
}

/// Whether a word may be one of some: sometimes yes for another word, never no for one of them.
struct WordFilter {
  private var bits: [UInt64]

  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// FNV-1a.
  static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  init(_ words: some Sequence<some StringProtocol>) {
    bits = [UInt64](repeating: 0, count: 1024)
    for word in words {
      let place = Self.place(Self.hash(word))
      bits[place / 64] |= 1 << UInt64(place % 64)
    }
  }

  func mayHold(_ word: String) -> Bool { mayHold(hash: Self.hash(word)) }

  func mayHold(hash: UInt64) -> Bool {
    let place = Self.place(hash)
    return bits[place / 64] >> UInt64(place % 64) & 1 == 1
  }

  private static func hash(_ word: some StringProtocol) -> UInt64 {
    word.utf8.reduce(seed, step)
  }

  /// The upper bits, which depend on every byte.
  private static func place(_ hash: UInt64) -> Int { Int(hash >> 48) }
}

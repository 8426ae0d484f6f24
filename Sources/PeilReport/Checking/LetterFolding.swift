/// Makes letters comparable for the search after names: case, accents and punctuation go.
///
/// `Café Zuid-Oost`, `CAFE ZUID OOST` and `cafe.zuid_oost` fold to the same. A stand-alone mark is left
/// out, so composed and decomposed accents are alike; so is what is not seen inside a word. The letters
/// that captions borrow from mathematics and from wide type (`𝗖𝗮𝗳𝗲́`, `ｃａｆｅ`) are those they look like.
enum LetterFolding {
  /// What stands for any run of characters that are no letters and no digits.
  static let boundary: UInt8 = 0x20

  /// Folded bytes of a text, with a boundary at both ends and never two in a row.
  static func folded(_ text: String) -> [UInt8] {
    var result = [boundary]
    for scalar in text.unicodeScalars { append(scalar, to: &result) }
    if result.last != boundary { result.append(boundary) }
    return result
  }

  private static func append(_ scalar: Unicode.Scalar, to result: inout [UInt8]) {
    let bytes = Array(String(scalar).utf8)
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while let byte = next(buffer, &index) {
        if byte == boundary, result.last == boundary { continue }
        result.append(byte)
      }
    }
  }

  /// The next folded byte of UTF-8; `nil` at the end. Letters that are neither ASCII nor Latin with a
  /// mark come byte by byte, as they are.
  @inline(__always)
  static func next(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt8? {
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        index += 1
        return ascii(byte)
      }
      if let folded = nextBeyondASCII(text, &index) { return folded }
    }
    return nil
  }

  @inline(__always)
  static func ascii(_ byte: UInt8) -> UInt8 {
    if (byte | 0x20) &- 0x61 < 26 { return byte | 0x20 }
    return byte &- 0x30 < 10 ? byte : boundary
  }

  /// `nil`: the character counts for nothing, go on.
  static func nextBeyondASCII(
    _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int
  ) -> UInt8? {
    let lead = text[index]
    let second = index + 1 < text.count ? text[index + 1] : 0
    switch lead {
    case 0xC2:
      index += 2
      // A soft hyphen shows only where a line ends.
      return second == 0xAD ? nil : boundary
    case 0xC4 where second == 0xB2 || second == 0xB3:
      // `ĳ` is two letters: one for each of its bytes.
      index += 1
      return UInt8(ascii: "i")
    case 0xB2...0xB3 where index > 0 && text[index - 1] == 0xC4:
      index += 1
      return UInt8(ascii: "j")
    case 0xC3...0xC5:
      index += 2
      return latin[Int(lead - 0xC3) * 64 + Int(second & 0x3F)]
    case 0xCC:
      index += 2
      return nil
    case 0xCD where second < 0xB0:
      index += 2
      return nil
    case 0xE2 where second == 0x80 || second == 0x81:
      let third = index + 2 < text.count ? text[index + 2] : 0
      index += 3
      // Zero-width characters and joiners count for nothing; spaces, dashes and quotes part words.
      return second == 0x80 && (0x8B...0x8F).contains(third) ? nil : boundary
    case 0xEF where second == 0xBC || second == 0xBD:
      return nextWide(text, &index)
    case 0xF0 where second == 0x9D:
      return nextMathematical(text, &index)
    default:
      index += 1
      return lead
    }
  }

  /// U+FF01 to U+FF5E are the characters of ASCII in wide type.
  private static func nextWide(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt8? {
    let scalar = bits(text, index + 1, count: 2) | 0xF000
    guard (0xFF01...0xFF5E).contains(scalar) else {
      index += 1
      return text[index - 1]
    }
    index += 3
    return ascii(UInt8(scalar - 0xFF00 + 0x20))
  }

  /// U+1D400 to U+1D6A3 are the alphabet in thirteen styles, capitals first, and U+1D7CE to U+1D7FF its digits
  /// in five.
  private static func nextMathematical(
    _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int
  ) -> UInt8? {
    let scalar = bits(text, index + 2, count: 2) | 0x1D000
    switch scalar {
    case 0x1D400...0x1D6A3:
      index += 4
      return UInt8(ascii: "a") + UInt8((scalar - 0x1D400) % 26)
    case 0x1D7CE...0x1D7FF:
      index += 4
      return UInt8(ascii: "0") + UInt8((scalar - 0x1D7CE) % 10)
    default:
      index += 1
      return text[index - 1]
    }
  }

  /// What the bytes of a character say that are not its first; 0 for those that are missing.
  private static func bits(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, count: Int
  ) -> Int {
    (start..<start + count).reduce(0) { $0 << 6 | Int($1 < text.count ? text[$1] & 0x3F : 0) }
  }

  /// Base letters of U+00C0 to U+017F, by Unicode's decompositions; letters that have none (ø, ł, ß)
  /// by the letter that people type for them. A space is no letter.
  private static let latin: [UInt8] = Array(
    ("aaaaaaaceeeeiiiidnooooo ouuuuyts" + "aaaaaaaceeeeiiiidnooooo ouuuuyty"
      + "aaaaaaccccccccddddeeeeeeeeeegggg" + "gggghhhhiiiiiiiiiiiijjkkklllllll"
      + "lllnnnnnnnnnoooooooorrrrrrssssss" + "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)
}

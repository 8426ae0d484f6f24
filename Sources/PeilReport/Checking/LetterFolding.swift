/// Makes letters comparable for the search after names: case, accents and punctuation go.
///
/// `Café Zuid-Oost`, `CAFE ZUID OOST` and `cafe.zuid_oost` fold to the same. A stand-alone mark is left
/// out, so composed and decomposed accents are alike.
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
      return boundary
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
    default:
      index += 1
      return lead
    }
  }

  /// Base letters of U+00C0 to U+017F, by Unicode's decompositions; letters that have none (ø, ł, ß)
  /// by the letter that people type for them. A space is no letter.
  private static let latin: [UInt8] = Array(
    ("aaaaaaaceeeeiiiidnooooo ouuuuyts" + "aaaaaaaceeeeiiiidnooooo ouuuuyty"
      + "aaaaaaccccccccddddeeeeeeeeeegggg" + "gggghhhhiiiiiiiiiiiijjkkklllllll"
      + "lllnnnnnnnnnoooooooorrrrrrssssss" + "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)
}

import Glibc
import PeilModel

/// Finds the hashtags of a text by the rule of twitter-text, which the platforms follow closely.
///
/// A tag is `#` or `＃` and the longest run of letters, marks, digits and a few signs behind it, at least
/// one of them a letter or mark. What stands before and after must not make it a part of something else,
/// and a tag inside an address is none.
///
/// Source: twitter/twitter-text, conformance suite; its 76 cases are a test where they are at hand.
///
/// - Parameter allowsEmoji: Whether emoji count as letters, as on Instagram and TikTok.
/// - Returns: The tags without their sign, in the order of the text, with repeats.
func hashtags(in text: String, allowsEmoji: Bool = false) -> [String] {
  var tags: [String] = []
  forEachHashtag(in: text, allowsEmoji: allowsEmoji) {
    tags.append(String(decoding: $0, as: UTF8.self))
  }
  return tags
}

extension Platform {
  var allowsEmojiInHashtags: Bool { self == .instagram || self == .tiktok }
}

/// Goes through the hashtags of a text, as ``hashtags(in:allowsEmoji:)`` finds them.
///
/// - Parameter body: Gets the bytes of each tag, which are gone when it returns.
func forEachHashtag(
  in text: String, allowsEmoji: Bool, _ body: (UnsafeBufferPointer<UInt8>) -> Void
) {
  var text = text
  text.withUTF8 { bytes in
    var signs = TagSigns(in: bytes)
    var mayHaveAddress: Bool?
    while let sign = signs.next() {
      var end = sign.upperBound
      var hasLetter = false
      while end < bytes.count {
        let (scalar, next) = scalar(in: bytes, at: end)
        let isLetter = scalar.isTagLetter(allowsEmoji: allowsEmoji)
        guard isLetter || scalar.isTagSign else { break }
        hasLetter = hasLetter || isLetter
        end = next
      }
      signs.skip(to: end)
      guard hasLetter, allowsTag(before: sign.lowerBound, in: bytes),
        allowsTag(after: end, first: sign.upperBound, in: bytes)
      else { continue }
      let mayBeInAddress =
        mayHaveAddress ?? (bytes.firstIndex(of: UInt8(ascii: "/"), from: 0) != nil)
      mayHaveAddress = mayBeInAddress
      if mayBeInAddress, isInAddress(sign.lowerBound, of: bytes) { continue }
      body(UnsafeBufferPointer(rebasing: bytes[sign.upperBound..<end]))
    }
  }
}

/// Where each `#` and `＃` of a text stands, in its order.
private struct TagSigns {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var narrow: Int?
  private var wide: Int?

  init(in bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    narrow = Self.narrow(in: bytes, from: 0)
    wide = Self.wide(in: bytes, from: 0)
  }

  /// Signs before a place are no longer told.
  mutating func skip(to place: Int) { position = place }

  mutating func next() -> Range<Int>? {
    if let sign = narrow, sign < position { narrow = Self.narrow(in: bytes, from: position) }
    if let sign = wide, sign < position { wide = Self.wide(in: bytes, from: position) }
    let sign: Range<Int>
    switch (narrow, wide) {
    case (nil, nil): return nil
    case (let narrow?, let wide?) where wide < narrow: sign = wide..<wide + 3
    case (let narrow?, _): sign = narrow..<narrow + 1
    case (nil, let wide?): sign = wide..<wide + 3
    }
    position = sign.upperBound
    return sign
  }

  private static func narrow(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    bytes.firstIndex(of: UInt8(ascii: "#"), from: start)
  }

  /// A text with the first byte of the full-width sign is rare.
  private static func wide(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var next = bytes.firstIndex(of: 0xEF, from: start)
    while let place = next {
      if place + 2 < bytes.count, bytes[place + 1] == 0xBC, bytes[place + 2] == 0x83 {
        return place
      }
      next = bytes.firstIndex(of: 0xEF, from: place + 1)
    }
    return nil
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    guard let baseAddress, start < count,
      let found = memchr(baseAddress + start, Int32(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(baseAddress)
  }
}

/// The scalar that begins at a place, and where the next one does. The bytes are those of a string, and so valid.
@inline(__always)
private func scalar(
  in bytes: UnsafeBufferPointer<UInt8>, at start: Int
) -> (scalar: Unicode.Scalar, next: Int) {
  let first = bytes[start]
  return first < 0x80
    ? (Unicode.Scalar(first), start + 1) : scalarBeyondASCII(in: bytes, at: start)
}

private func scalarBeyondASCII(
  in bytes: UnsafeBufferPointer<UInt8>, at start: Int
) -> (scalar: Unicode.Scalar, next: Int) {
  let first = bytes[start]
  let count = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  var value = UInt32(first) & (0x7F >> UInt32(count))
  for byte in bytes[start + 1..<start + count] { value = value << 6 | UInt32(byte & 0x3F) }
  return (Unicode.Scalar(value) ?? "\u{FFFD}", start + count)
}

private func allowsTag(before position: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  guard position > 0 else { return true }
  var start = position - 1
  while bytes[start] & 0xC0 == 0x80 { start -= 1 }
  let before = scalar(in: bytes, at: start).scalar
  if before == "\u{FE0E}" || before == "\u{FE0F}" { return true }
  return before != "&" && !before.isTagLetter(allowsEmoji: false)
    && !before.isTagSign
}

private func allowsTag(
  after end: Int, first: Int, in bytes: UnsafeBufferPointer<UInt8>
) -> Bool {
  let start = scalar(in: bytes, at: first).scalar
  if start == "\u{FE0F}" || start == "\u{20E3}" { return false }
  guard end < bytes.count else { return true }
  let after = scalar(in: bytes, at: end).scalar
  if after == "#" || after == "＃" { return false }
  return
    !(after == ":" && end + 2 < bytes.count && bytes[end + 1] == UInt8(ascii: "/")
    && bytes[end + 2] == UInt8(ascii: "/"))
}

/// Whether a place lies in an address: from a scheme, or from a name with a dot and a path, to the next blank.
///
/// No text without a slash has one.
private func isInAddress(_ place: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  var start = place
  while start > 0 {
    var before = start - 1
    while bytes[before] & 0xC0 == 0x80 { before -= 1 }
    if scalar(in: bytes, at: before).scalar.properties.isWhitespace { break }
    start = before
  }
  // Each scalar up to the next blank, and where it begins.
  var word: [Unicode.Scalar] = []
  var places: [Int] = []
  while start < bytes.count {
    let (scalar, next) = scalar(in: bytes, at: start)
    if scalar.properties.isWhitespace { break }
    word.append(scalar)
    places.append(start)
    start = next
  }
  return addressStart(in: word[...]).map { places[$0] <= place } ?? false
}

private func addressStart(in word: ArraySlice<Unicode.Scalar>) -> Int? {
  // `https://…` anywhere in the word.
  for index in word.indices.dropLast(2)
  where word[index] == ":" && word[index + 1] == "/" && word[index + 2] == "/" {
    var start = index
    while start > word.startIndex, word[start - 1].properties.isAlphabetic { start -= 1 }
    return start < index ? start : nil
  }
  // `example.com/…`: letters, a dot, at least two letters, a slash.
  guard let slash = word.firstIndex(of: "/"),
    let dot = word[..<slash].lastIndex(of: "."), dot > word.startIndex, slash - dot > 2,
    word[(dot + 1)..<slash].allSatisfy(\.properties.isAlphabetic)
  else { return nil }
  var start = dot
  while start > word.startIndex,
    word[start - 1].isASCII
      && (word[start - 1].properties.isAlphabetic || word[start - 1].properties.numericType != nil
        || word[start - 1] == "-" || word[start - 1] == ".")
  {
    start -= 1
  }
  return start < dot ? start : nil
}

extension Unicode.Scalar {
  @inline(__always)
  fileprivate func isTagLetter(allowsEmoji: Bool) -> Bool {
    // A capital and its small letter differ by one bit.
    isASCII ? 0x61...0x7A ~= value | 0x20 : isTagLetterBeyondASCII(allowsEmoji: allowsEmoji)
  }

  // Never inlined: room for a scalar's properties would be made where there is none but ASCII.
  @inline(never)
  private func isTagLetterBeyondASCII(allowsEmoji: Bool) -> Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark:
      value != 0xFE0F && value != 0xFE0E && value != 0x20E3
    default:
      allowsEmoji && properties.isEmojiPresentation
    }
  }

  /// Digits and a few signs, which a tag may have beside its letters.
  @inline(__always)
  fileprivate var isTagSign: Bool {
    isASCII ? 0x30...0x39 ~= value || self == "_" : isTagSignBeyondASCII
  }

  @inline(never)
  private var isTagSignBeyondASCII: Bool {
    if properties.generalCategory == .decimalNumber { return true }
    switch value {
    case 0x200C, 0x200D, 0xA67E, 0x05BE, 0x05F3, 0x05F4, 0xFF5E, 0x301C, 0x309B, 0x309C,
      0x30A0, 0x30FB, 0x3003, 0x0F0B, 0x0F0C, 0x00B7:
      return true
    default:
      return false
    }
  }
}

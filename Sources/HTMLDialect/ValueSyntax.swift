/// Tells whether the bytes of a value keep a grammar; nothing is copied.
///
/// Numbers are those of SVG without exponent. All functions read UTF-8 and answer `false` for an empty
/// value unless they say otherwise.
public enum ValueSyntax {
  public typealias Bytes = UnsafeBufferPointer<UInt8>

  public static func isBlank(_ bytes: Bytes) -> Bool {
    bytes.allSatisfy { $0 == space || $0 == newline }
  }

  public static func isIdentifier(_ bytes: Bytes) -> Bool {
    guard let first = bytes.first, isLetter(first) else { return false }
    return bytes.allSatisfy {
      isLetter($0) || isDigit($0) || $0 == hyphen || $0 == "_" || $0 == "."
    }
  }

  /// Items that keep `isItem`, with one space between.
  public static func isList(_ bytes: Bytes, of isItem: (Bytes) -> Bool) -> Bool {
    var start = 0
    while true {
      var end = start
      while end < bytes.count, bytes[end] != space { end += 1 }
      guard isItem(Bytes(rebasing: bytes[start..<end])) else { return false }
      if end == bytes.count { return true }
      start = end + 1
    }
  }

  /// Lower-case words; spaces may be doubled and stand at either end, as sections of a template
  /// leave them, but at least one name is there.
  public static func isClassNames(_ bytes: Bytes) -> Bool {
    var hasName = false
    for byte in bytes where byte != space {
      guard byte >= "a" && byte <= "z" || isDigit(byte) || byte == hyphen || byte == "_" else {
        return false
      }
      hasName = true
    }
    return hasName
  }

  /// A key of the ledger: identifiers and numbers with points and hyphens between.
  public static func isMetricKey(_ bytes: Bytes) -> Bool {
    guard let first = bytes.first, isLetter(first) || isDigit(first) else { return false }
    return bytes.allSatisfy {
      isLetter($0) || isDigit($0) || $0 == hyphen || $0 == "_" || $0 == "." || $0 == ":"
        || $0 == "/"
    }
  }

  public static func isInteger(_ bytes: Bytes, in range: ClosedRange<Int>) -> Bool {
    guard !bytes.isEmpty, bytes.count <= 9, bytes.allSatisfy(isDigit) else { return false }
    return range.contains(integer(bytes))
  }

  public static func isNumber(_ bytes: Bytes) -> Bool {
    var cursor = ByteCursor(bytes)
    return cursor.skipNumber() && cursor.isAtEnd
  }

  public static func isNonNegativeNumber(_ bytes: Bytes) -> Bool {
    isNumber(bytes) && bytes.first != hyphen
  }

  public static func isViewBox(_ bytes: Bytes) -> Bool {
    var cursor = ByteCursor(bytes)
    for index in 0..<4 {
      if index > 0, !cursor.skip(space) { return false }
      let start = cursor.index
      guard cursor.skipNumber() else { return false }
      if index >= 2, !isAboveZero(Bytes(rebasing: bytes[start..<cursor.index])) { return false }
    }
    return cursor.isAtEnd
  }

  /// Pairs of numbers with spaces or commas between.
  public static func isPoints(_ bytes: Bytes) -> Bool {
    var cursor = ByteCursor(bytes)
    var count = 0
    repeat {
      guard cursor.skipNumber() else { return false }
      count += 1
    } while cursor.skipSeparator() && !cursor.isAtEnd
    return cursor.isAtEnd && count % 2 == 0
  }

  /// Begins with a move; each command has its count of numbers once or more; flags of arcs are 0 or 1.
  public static func isPathData(_ bytes: Bytes) -> Bool { PathAutomaton.shared.accepts(bytes) }

  /// Where a number such as `-12.5` or `.5` ends: digits on at least one side of the point and always after
  /// it.
  @inline(__always)
  static func endOfNumber(_ letters: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int? {
    if start &+ 9 <= end {
      let first = letters[start] == hyphen ? start &+ 1 : start
      // The high bit of each of eight bytes that is no digit; no sum reaches into the next byte.
      let word =
        UnsafeRawPointer(letters + first).loadUnaligned(as: UInt64.self) ^ 0x3030_3030_3030_3030
      let low = word & 0x7F7F_7F7F_7F7F_7F7F
      var stops = (low &+ 0x7676_7676_7676_7676 | word) & 0x8080_8080_8080_8080
      if stops != 0 {
        let whole = stops.trailingZeroBitCount &>> 3
        guard letters[first &+ whole] == "." else { return whole > 0 ? first &+ whole : nil }
        stops &= stops &- 1
        if stops != 0 {
          let fraction = stops.trailingZeroBitCount &>> 3
          return fraction > whole &+ 1 ? first &+ fraction : nil
        }
      }
    }
    return endOfLongNumber(letters, from: start, to: end)
  }

  /// In bytes; no report needs as many.
  static let longestNumber = 24

  /// The same byte by byte, for long numbers and those at the end of a value.
  private static func endOfLongNumber(
    _ letters: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> Int? {
    var index = start
    if index < end, letters[index] == hyphen { index &+= 1 }
    var digits = 0
    while index < end, isDigit(letters[index]) {
      index &+= 1
      digits &+= 1
    }
    if index < end, letters[index] == "." {
      index &+= 1
      let point = index
      while index < end, isDigit(letters[index]) { index &+= 1 }
      guard index > point else { return nil }
      digits &+= index &- point
    }
    return digits > 0 && index &- start <= longestNumber ? index : nil
  }

  public static func isTransform(_ bytes: Bytes) -> Bool {
    var cursor = ByteCursor(bytes)
    repeat {
      let counts: ClosedRange<Int>
      let allowed: [Int]
      if cursor.skip("translate(") || cursor.skip("scale(") {
        (counts, allowed) = (1...2, [1, 2])
      } else if cursor.skip("rotate(") {
        (counts, allowed) = (1...3, [1, 3])
      } else if cursor.skip("matrix(") {
        (counts, allowed) = (6...6, [6])
      } else if cursor.skip("skewX(") || cursor.skip("skewY(") {
        (counts, allowed) = (1...1, [1])
      } else {
        return false
      }
      var count = 0
      repeat {
        guard count < counts.upperBound, cursor.skipNumber() else { return false }
        count += 1
      } while cursor.skipSeparator()
      guard allowed.contains(count), cursor.skip(closing) else { return false }
    } while cursor.skip(space)
    return cursor.isAtEnd
  }

  public static func isLocalReference(_ bytes: Bytes) -> Bool {
    guard bytes.count > 6, starts(bytes, with: "url(#"), bytes.last == ")" else { return false }
    return isIdentifier(Bytes(rebasing: bytes[5..<(bytes.count - 1)]))
  }

  public static func isPaint(_ bytes: Bytes) -> Bool {
    equals(bytes, "none") || equals(bytes, "currentColor") || isLocalReference(bytes)
  }

  public static func isFragment(_ bytes: Bytes) -> Bool {
    bytes.first == "#" && isIdentifier(Bytes(rebasing: bytes.dropFirst()))
  }

  /// Base64 of one of the image types that need no other file.
  public static func isImageData(_ bytes: Bytes) -> Bool {
    for type in ["png", "jpeg", "webp", "gif", "svg+xml"] {
      let head = "data:image/\(type);base64,"
      guard starts(bytes, with: head) else { continue }
      return isBase64(Bytes(rebasing: bytes.dropFirst(head.utf8.count)))
    }
    return false
  }

  public static func isIconData(_ bytes: Bytes) -> Bool {
    equals(bytes, "data:,") || isImageData(bytes)
  }

  /// Digits and letters in groups of four, filled with `=`.
  public static func isBase64(_ bytes: Bytes) -> Bool {
    guard !bytes.isEmpty, bytes.count % 4 == 0 else { return false }
    let padding = bytes.suffix(2).reduce(0) { $1 == "=" ? $0 + 1 : 0 }
    return bytes.dropLast(padding).allSatisfy {
      isLetter($0) || isDigit($0) || $0 == "+" || $0 == "/"
    }
  }

  /// A tag of `Dialect.languages`, with or without a script and a region.
  public static func isLanguageTag(_ bytes: Bytes) -> Bool {
    let parts = bytes.split(separator: hyphen, omittingEmptySubsequences: false)
    guard let language = parts.first, parts.count <= 3,
      Dialect.languages.contains(String(decoding: language, as: UTF8.self))
    else { return false }
    var subtags = parts.dropFirst()
    if let script = subtags.first, script.count == 4 {
      guard script.allSatisfy(isLetter) else { return false }
      subtags = subtags.dropFirst()
    }
    if let region = subtags.first {
      let isCountry = region.count == 2 && region.allSatisfy { $0 >= "A" && $0 <= "Z" }
      guard isCountry || region.count == 3 && region.allSatisfy(isDigit) else { return false }
      subtags = subtags.dropFirst()
    }
    return subtags.isEmpty
  }

  // MARK: - Bytes

  public static func equals(_ bytes: Bytes, _ text: String) -> Bool {
    bytes.count == text.utf8.count && bytes.elementsEqual(text.utf8)
  }

  public static func starts(_ bytes: some Sequence<UInt8>, with text: String) -> Bool {
    bytes.starts(with: text.utf8)
  }

  /// The digits as a number; at most 18 of them.
  public static func integer(_ bytes: some Sequence<UInt8>) -> Int {
    bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  static func isAboveZero(_ bytes: Bytes) -> Bool {
    bytes.first != hyphen && bytes.contains { $0 >= "1" && $0 <= "9" }
  }
}

/// Walks over the bytes of a value.
struct ByteCursor {
  let bytes: UnsafeBufferPointer<UInt8>
  var index = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { index == bytes.count }

  var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  mutating func next() -> UInt8? {
    guard index < bytes.count else { return nil }
    defer { index += 1 }
    return bytes[index]
  }

  mutating func skip(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  mutating func skip(_ text: String) -> Bool {
    guard ValueSyntax.starts(bytes[index...], with: text) else { return false }
    index += text.utf8.count
    return true
  }

  mutating func skipSpaces() {
    while index < bytes.count, bytes[index] == space { index += 1 }
  }

  /// Spaces with at most one comma among them; `false` when there is none.
  mutating func skipSeparator() -> Bool {
    let start = index
    skipSpaces()
    if skip(comma) { skipSpaces() }
    return index > start
  }

  /// See `ValueSyntax.endOfNumber`.
  mutating func skipNumber() -> Bool {
    guard let letters = bytes.baseAddress,
      let end = ValueSyntax.endOfNumber(letters, from: index, to: bytes.count)
    else { return false }
    index = end
    return true
  }

  mutating func skipDigits() -> Int {
    let start = index
    while index < bytes.count, isDigit(bytes[index]) { index += 1 }
    return index - start
  }
}

let space = UInt8(ascii: " ")
let newline = UInt8(ascii: "\n")
let hyphen = UInt8(ascii: "-")
let comma = UInt8(ascii: ",")
let closing = UInt8(ascii: ")")

@inline(__always)
func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

@inline(__always)
func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

// Bytes are compared with ASCII characters as they are read.
@inline(__always)
func == (byte: UInt8, character: Unicode.Scalar) -> Bool { byte == UInt8(ascii: character) }

@inline(__always)
func == (byte: UInt8?, character: Unicode.Scalar) -> Bool { byte == UInt8(ascii: character) }

@inline(__always)
func >= (byte: UInt8, character: Unicode.Scalar) -> Bool { byte >= UInt8(ascii: character) }

@inline(__always)
func <= (byte: UInt8, character: Unicode.Scalar) -> Bool { byte <= UInt8(ascii: character) }

@inline(__always)
func ~= (character: Unicode.Scalar, byte: UInt8) -> Bool { byte == UInt8(ascii: character) }

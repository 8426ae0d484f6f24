/// A text as it is compared: two names that a person takes for the same have equal keys.
///
///     NameKey(" Café\u{A0}BAR ") == NameKey("café bar")  // true
///
/// Compatibility forms are one (NFKC: full-width letters, ligatures), case is folded, invisible
/// characters are gone, blanks are single and only inside. Marks such as accents count unless they are
/// left out.
public struct NameKey: Hashable, Comparable, Sendable {
  /// Lower case; for comparing, not for showing.
  public let text: String

  /// - Parameter ignoringMarks: Whether `é` and `e` are the same; by default they are not.
  public init(_ name: String, ignoringMarks: Bool = false) {
    text =
      Self.foldedLatin(name, ignoringMarks: ignoringMarks)
      ?? foldedBeyondASCII(name, ignoringMarks: ignoringMarks)
  }

  public var isEmpty: Bool { text.isEmpty }

  public static func < (a: NameKey, b: NameKey) -> Bool { a.text < b.text }

  /// - Returns: `nil` when there are characters beyond ASCII and the letters of Western European languages.
  private static func foldedLatin(_ name: String, ignoringMarks: Bool) -> String? {
    var folded: [UInt8] = []
    folded.reserveCapacity(name.utf8.count)
    var isAfterBlank = false
    var bytes = name.utf8.makeIterator()
    while let byte = bytes.next() {
      if (0x09...0x0D).contains(byte) || byte == 0x20 {
        isAfterBlank = true
        continue
      }
      if byte < 0x20 || byte == 0x7F { continue }
      if isAfterBlank, !folded.isEmpty { folded.append(0x20) }
      isAfterBlank = false
      switch byte {
      case 0x41...0x5A: folded.append(byte | 0x20)
      case ..<0x80: folded.append(byte)
      case 0xC3:
        guard let second = bytes.next() else { return nil }
        append(letter: second, to: &folded, ignoringMarks: ignoringMarks)
      default: return nil
      }
    }
    return String(decoding: folded, as: UTF8.self)
  }

  /// Adds one of `À` to `ÿ`, folded; in UTF-8 their first byte is C3.
  ///
  /// - Parameter second: Its second byte, from 80 to BF.
  private static func append(
    letter second: UInt8, to folded: inout [UInt8], ignoringMarks: Bool
  ) {
    // `ß` has no capital; `×` has a place among the letters and is none.
    if second == 0x9F { return folded.append(contentsOf: "ss".utf8) }
    let small = second < 0xA0 && second != 0x97 ? second | 0x20 : second
    if ignoringMarks, small >= 0xA0 {
      let base = withoutMarks[Int(small - 0xA0)]
      if base != UInt8(ascii: "-") { return folded.append(base) }
    }
    folded.append(0xC3)
    folded.append(small)
  }

  /// From `à` to `ÿ`; `-` for what has no mark to lose.
  private static let withoutMarks = Array("aaaaaa-ceeeeiiii-nooooo--uuuuy-y".utf8)
}

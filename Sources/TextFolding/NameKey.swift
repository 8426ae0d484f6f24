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
    text = Self.foldedASCII(name) ?? foldedBeyondASCII(name, ignoringMarks: ignoringMarks)
  }

  public var isEmpty: Bool { text.isEmpty }

  public static func < (a: NameKey, b: NameKey) -> Bool { a.text < b.text }

  /// - Returns: `nil` when there are characters outside ASCII.
  private static func foldedASCII(_ name: String) -> String? {
    var folded: [UInt8] = []
    folded.reserveCapacity(name.utf8.count)
    var isAfterBlank = false
    for byte in name.utf8 {
      switch byte {
      case 0x80...: return nil
      case 0x09...0x0D, 0x20: isAfterBlank = true
      case ..<0x20, 0x7F: continue
      default:
        if isAfterBlank, !folded.isEmpty { folded.append(0x20) }
        isAfterBlank = false
        folded.append(0x41...0x5A ~= byte ? byte | 0x20 : byte)
      }
    }
    return String(decoding: folded, as: UTF8.self)
  }
}

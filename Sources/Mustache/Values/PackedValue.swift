/// A value in the form that renders fastest: fixed-size nodes, and all text in one run of bytes.
///
/// Make one with a `ValueBuilder`, or from a `Value`. It can be rendered by any number of templates,
/// also at the same time.
public struct PackedValue: Sendable {
  /// The children of a list, record or object lie next to each other; the root is the last node.
  let nodes: [Node]
  /// UTF-8 of all texts, with `PackedValue.slack` bytes behind them.
  let bytes: [UInt8]
  /// For each object: the keys of its fields as indices of `keyNames`, ascending.
  let keys: [Int32]
  let keyNames: [String: Int32]
  /// The names of keys in the order of their indices.
  let namesOfKeys: [String]
  let lambdas: [Lambda]

  /// Text is copied in steps of 16 bytes, which may read this far behind its end.
  static let slack = 64
  static let padding = [UInt8](repeating: 0, count: slack)
}

/// One value: 16 bytes, meaningful together with the arrays of its `PackedValue`.
struct Node {
  enum Kind: UInt8 {
    case null
    case no
    case yes
    case text
    case markup
    case integer
    case decimal
    case date
    case list
    case record
    /// Its first child's predecessor is a `.keys` node.
    case object
    case keys
    case lambda
  }

  /// Text: offset of its first byte. List, record, object: index of its first child. Keys: index in
  /// `keys`. Numbers: their bits. Date: year, month and day. Lambda: its index.
  var payload: Int
  /// Bytes of a text, children of a list, record or object.
  var count: UInt32 = 0
  var kind: Kind
  /// Of a text.
  var traits: TextTraits = []
}

/// What stands in a text, found once when it is packed, so that most texts are copied unseen.
struct TextTraits: OptionSet {
  let rawValue: UInt8

  /// `&`, `<`, `>` or `"`.
  static let markup = TextTraits(rawValue: 1)
  static let apostrophe = TextTraits(rawValue: 2)
  static let newline = TextTraits(rawValue: 4)
  /// A tab, a carriage return, or a character that HTML does not allow.
  static let control = TextTraits(rawValue: 8)
  /// Every text has it: for what is never copied unseen.
  static let isText = TextTraits(rawValue: 128)
}

extension TextTraits {
  /// - Parameter text: UTF-8; anything else counts as a control, so that it is looked at again.
  init(of text: UnsafeRawBufferPointer) {
    var found: UInt8 = 0
    var index = 0
    while index < text.count {
      if index + 8 <= text.count,
        Self.isPlain(text.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      {
        index += 8
        continue
      }
      let end = min(index + 8, text.count)
      while index < end {
        found |= Self.trait(of: text[index])
        index += 1
      }
    }
    if found & 16 != 0, Self.holdsForbiddenScalar(text) { found |= 8 }
    self.init(rawValue: found & 15 | 128)
  }

  /// Eight bytes of ASCII with nothing to escape.
  ///
  /// A byte is in question if one of these is zero in it: `x | 5` is 0x27 for `" # & '`, `x | 2` is
  /// 0x3E for `< >`, and 0x7F itself; or if it borrows below 0x20.
  @inline(__always)
  private static func isPlain(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = (word | (ones &* 5)) ^ (ones &* 0x27)
    let angles = (word | (ones &* 2)) ^ (ones &* 0x3E)
    let delete = word ^ (ones &* 0x7F)
    let zeros = (quotes &- ones) & ~quotes | (angles &- ones) & ~angles | (delete &- ones) & ~delete
    let controls = (word &- (ones &* 0x20)) & ~word
    return (zeros | controls | word) & (ones &* 0x80) == 0
  }

  /// The bit above the traits stands for first bytes of sequences that need a second look.
  @inline(__always)
  private static func trait(of byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): 1
    case UInt8(ascii: "'"): 2
    case UInt8(ascii: "\n"): 4
    case 0..<0x20, 0x7F: 8
    case 0xC2, 0xEF, 0xF0...: 16
    default: 0
    }
  }

  private static func holdsForbiddenScalar(_ text: UnsafeRawBufferPointer) -> Bool {
    var rest = text[...]
    while let first = rest.first {
      switch first {
      case 0xC2 where rest.count > 1 && rest[rest.startIndex + 1] < 0xA0: return true
      case 0xEF, 0xF0...:
        if forbiddenSequenceLength(at: rest) != nil { return true }
      default: break
      }
      rest = rest.dropFirst()
    }
    return false
  }
}

/// Bytes of the character at the front if HTML does not allow it: C1 controls and noncharacters.
func forbiddenSequenceLength(at text: Slice<UnsafeRawBufferPointer>) -> Int? {
  let start = text.startIndex
  guard let first = text.first else { return nil }
  switch first {
  case 0xC2 where text.count >= 2:
    return text[start + 1] < 0xA0 ? 2 : nil
  case 0xEF where text.count >= 3:
    switch (text[start + 1], text[start + 2]) {
    case (0xB7, 0x90...0xAF), (0xBF, 0xBE...0xBF): return 3
    default: return nil
    }
  case 0xF0... where text.count >= 4:
    // The last two code points of each plane: U+nFFFE and U+nFFFF.
    let isLast =
      text[start + 1] & 0x0F == 0x0F && text[start + 2] == 0xBF && text[start + 3] >= 0xBE
    return isLast ? 4 : nil
  default:
    return nil
  }
}

extension OutputBuffer {
  /// Writes a text that cannot be copied as it is.
  @inline(never)
  mutating func append(
    _ text: UnsafeRawBufferPointer, _ traits: TextTraits, _ escaping: Escaping
  ) {
    switch escaping {
    case .none, .trusted: append(contentsOf: text)
    case .plain: appendEntities(text, apostrophe: true)
    case .html:
      if traits.contains(.control) {
        appendCleaned(text, apostrophe: true, isAttribute: false, inDialect: false)
      } else {
        appendEntities(text, apostrophe: true)
      }
    case .dialectText:
      if traits.contains(.control) {
        appendCleaned(text, apostrophe: false, isAttribute: false, inDialect: true)
      } else {
        appendEntities(text, apostrophe: false)
      }
    case .dialectAttribute:
      if traits.isDisjoint(with: [.control, .newline]) {
        appendEntities(text, apostrophe: false)
      } else {
        appendCleaned(text, apostrophe: false, isAttribute: true, inDialect: true)
      }
    case .url: appendURL(text, isImage: false)
    case .imageURL: appendURL(text, isImage: true)
    case .base64: appendBase64(text)
    case .digits: break
    case .json: append(jsonText: text)
    case .jsonString: appendJSONCharacters(text)
    case .urlPath: appendURLPart(text, keeping: "/:@!$&()*+,;=%")
    case .urlTail: appendURLPart(text, keeping: "/@!$&()*+,;=%")
    case .urlComponent: appendURLPart(text, keeping: "")
    }
  }

  /// Replaces what means something in markup. Reads and writes eight bytes at a time: both sides
  /// have room behind their end.
  private mutating func appendEntities(_ text: UnsafeRawBufferPointer, apostrophe: Bool) {
    guard var source = text.baseAddress else { return }
    var rest = text.count
    // Chunks, so that a long text does not reserve six times its length at once.
    let chunk = 1 << 14
    while rest > 0 {
      let length = min(rest, chunk)
      reserve(length * 6)
      count += Self.writeEntities(source, length, to: base + count, apostrophe: apostrophe)
      source += length
      rest -= length
    }
  }

  /// - Returns: Bytes written: at most six for each.
  private static func writeEntities(
    _ source: UnsafeRawPointer, _ count: Int, to target: UnsafeMutablePointer<UInt8>,
    apostrophe: Bool
  ) -> Int {
    var input = source
    let end = source + count
    var output = UnsafeMutableRawPointer(target)
    while input < end {
      let word = UInt64(littleEndian: input.loadUnaligned(as: UInt64.self))
      output.storeBytes(of: word.littleEndian, as: UInt64.self)
      let marks = Self.candidates(in: word)
      let clean = marks == 0 ? 8 : marks.trailingZeroBitCount >> 3
      if clean >= end - input {
        output += end - input
        break
      }
      input += clean
      output += clean
      if marks == 0 { continue }
      let byte = input.load(as: UInt8.self)
      input += 1
      let (entity, length) = Self.entity(for: byte, apostrophe: apostrophe)
      output.storeBytes(of: entity.littleEndian, as: UInt64.self)
      output += length
    }
    return output - UnsafeMutableRawPointer(target)
  }

  /// A high bit in the first byte that may be one of `& ' " # < >`; those above it may be wrong.
  ///
  /// `x | 5` is 0x27 for `" # & '` and `x | 2` is 0x3E for `< >` only.
  @inline(__always)
  private static func candidates(in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = (word | (ones &* 5)) ^ (ones &* 0x27)
    let angles = (word | (ones &* 2)) ^ (ones &* 0x3E)
    return (((quotes &- ones) & ~quotes) | ((angles &- ones) & ~angles)) & (ones &* 0x80)
  }

  /// The replacement as a word, first byte lowest, and its length.
  @inline(__always)
  private static func entity(for byte: UInt8, apostrophe: Bool) -> (UInt64, Int) {
    switch byte {
    case UInt8(ascii: "&"): (0x3B_706D_6126, 5)
    case UInt8(ascii: "<"): (0x3B_746C26, 4)
    case UInt8(ascii: ">"): (0x3B_746726, 4)
    case UInt8(ascii: "\""): (0x3B74_6F75_7126, 6)
    case UInt8(ascii: "'") where apostrophe: (0x3B_3933_2326, 5)
    default: (UInt64(byte), 1)
    }
  }

  private mutating func appendEntity(for byte: UInt8, apostrophe: Bool) {
    let (entity, length) = Self.entity(for: byte, apostrophe: apostrophe)
    reserve(8)
    UnsafeMutableRawPointer(base + count).storeBytes(of: entity.littleEndian, as: UInt64.self)
    count += length
  }

  /// Entities, and U+FFFD for what HTML does not allow.
  ///
  /// In the dialect a tab becomes a blank and a line end a newline; in its attributes both become a
  /// blank, because XML would do so and a browser would not.
  private mutating func appendCleaned(
    _ text: UnsafeRawBufferPointer, apostrophe: Bool, isAttribute: Bool, inDialect: Bool
  ) {
    var rest = text[...]
    while let byte = rest.first {
      if let length = forbiddenSequenceLength(at: rest) {
        append(contentsOf: "\u{FFFD}".utf8)
        rest = rest.dropFirst(length)
        continue
      }
      rest = rest.dropFirst()
      switch byte {
      case UInt8(ascii: "\t") where inDialect:
        append(contentsOf: " ".utf8)
      case UInt8(ascii: "\r") where inDialect:
        if rest.first == UInt8(ascii: "\n") { rest = rest.dropFirst() }
        append(contentsOf: (isAttribute ? " " : "\n").utf8)
      case UInt8(ascii: "\r"): append(contentsOf: "&#13;".utf8)
      case UInt8(ascii: "\n") where isAttribute: append(contentsOf: " ".utf8)
      case UInt8(ascii: "\t"), UInt8(ascii: "\n"): append(contentsOf: CollectionOfOne(byte))
      case 0..<0x20, 0x7F: append(contentsOf: "\u{FFFD}".utf8)
      default:
        appendEntity(for: byte, apostrophe: apostrophe)
      }
    }
  }

  // MARK: - URLs

  /// A whole URL; one that could run a program becomes `#`.
  private mutating func appendURL(_ text: UnsafeRawBufferPointer, isImage: Bool) {
    // Browsers skip control characters and blanks before they look at the scheme.
    let visible = text.filter { $0 > 0x20 && $0 != 0x7F }
    if let colon = visible.firstIndex(of: UInt8(ascii: ":")) {
      let scheme = visible[..<colon]
      let isScheme = !scheme.contains { "/?#".utf8.contains($0) }
      let isImageData = isImage && visible.starts(with: "data:image/".utf8)
      if isScheme, !isImageData, !URLScheme.isAllowed(scheme.map(lowercased)) {
        append(contentsOf: "#".utf8)
        return
      }
    }
    appendURLPart(text, keeping: "/:@!$&()*+,;=%?#[]")
  }

  /// Percent-encodes all but letters, digits, `- . _ ~` and `keeping`; the `&` of those becomes
  /// an entity.
  private mutating func appendURLPart(
    _ text: UnsafeRawBufferPointer, keeping kept: StaticString
  ) {
    var kept: (UInt64, UInt64) = Self.set(of: kept)
    let unreserved = Self.set(of: "-._~")
    kept.0 |= unreserved.0
    kept.1 |= unreserved.1
    let hex: StaticString = "0123456789ABCDEF"
    for byte in text {
      reserve(8)
      let isKept =
        isLetter(byte) || isDigit(byte)
        || (byte < 0x80
          && (byte < 64 ? kept.0 >> UInt64(byte) : kept.1 >> UInt64(byte - 64)) & 1 == 1)
      if isKept {
        appendEntity(for: byte, apostrophe: true)
      } else {
        append(contentsOf: [
          UInt8(ascii: "%"), hex.utf8Start[Int(byte >> 4)], hex.utf8Start[Int(byte & 15)],
        ])
      }
    }
  }

  /// What is not of its alphabet is left out.
  private mutating func appendBase64(_ text: UnsafeRawBufferPointer) {
    append(
      contentsOf: text.filter {
        isLetter($0) || isDigit($0)
          || "+/=".utf8.contains($0)
      })
  }

  private static func set(of characters: StaticString) -> (UInt64, UInt64) {
    var low: UInt64 = 0
    var high: UInt64 = 0
    for index in 0..<characters.utf8CodeUnitCount {
      let byte = characters.utf8Start[index]
      if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
    }
    return (low, high)
  }
}

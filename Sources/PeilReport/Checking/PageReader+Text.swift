internal import Glibc
internal import HTMLDialect
internal import LibXML2

/// Text between tags: where it may stand, what it may hold.
extension PageReader {
  mutating func characters(_ bytes: Bytes) {
    guard depth > 0, surplusDepth == 0 else { return }
    let element = top.pointee.element
    if element == DialectElement.style.rawValue {
      compareStyle(bytes)
      return
    }
    if bytes.count == 1, bytes[0] == 0x0A {
      // The newline between two tags, by far the most frequent text.
      textNewlines += 1
      text.append(0x0A)
      for index in nameStates.indices { feedBoundary(index) }
      return
    }
    let kinds = scanNames(inText: bytes)
    text.append(bytes)
    guard kinds != 0 else { return }
    if kinds & TextKinds.visible != 0 {
      top.pointee.flags.insert(.hasText)
      if isKnown(element) {
        switch dialect.rules[Int(element)].text {
        case .any, .required: break
        case .none, .whiteSpace:
          let visible = bytes.firstIndex { $0 > 0x20 } ?? 0
          reportText(
            .textMisplaced, "text directly in `\(dialect.names[Int(element)])`",
            needle: Bytes(rebasing: bytes[visible...]))
        }
      }
      if element == DialectElement.pre.rawValue,
        Int(top.pointee.textStart) + bytes.count == text.count,
        bytes.first == 0x0A
      {
        reportText(.preNewline, "`pre` begins with a new line", needle: nil)
      }
    }
    if kinds & TextKinds.beyondASCII != 0 { checkBeyondASCII(bytes) }
    guard !top.pointee.flags.contains(.isQuote) else { return }
    if kinds & TextKinds.special != 0 { checkResidue(bytes) }
    if kinds & TextKinds.digit != 0, provenance.isEmpty, facts.figures != nil {
      reportBareNumber(bytes)
    }
  }

  private mutating func reportBareNumber(_ bytes: Bytes) {
    guard let start = bytes.firstIndex(where: { $0 &- 0x30 < 10 }) else { return }
    let end = bytes[start...].firstIndex { !($0 &- 0x30 < 10) } ?? bytes.count
    let number = Bytes(rebasing: bytes[start..<end])
    reportText(
      .numberUntraceable, "number `\(string(number))` without a key of the ledger", needle: number)
  }

  // MARK: - Residue

  private mutating func checkResidue(_ bytes: Bytes) {
    for index in bytes.indices {
      let length: Int
      switch bytes[index] {
      case UInt8(ascii: "{"), UInt8(ascii: "}"):
        length = index + 1 < bytes.count && bytes[index + 1] == bytes[index] ? 2 : 0
      case UInt8(ascii: "["): length = stands("[object", in: bytes, endingAt: index + 7)
      case UInt8(ascii: "("): length = stands("Optional(", in: bytes, endingAt: index + 1)
      case UInt8(ascii: "%"): length = stands("%@", in: bytes, endingAt: index + 2)
      default: continue
      }
      guard length > 0 else { continue }
      let start = bytes[index] == UInt8(ascii: "(") ? index + 1 - length : index
      let word = Bytes(rebasing: bytes[start..<(start + length)])
      reportText(.residueTemplate, "`\(string(word))` in the text", needle: word)
    }
  }

  /// - Returns: The length of the word when it ends there, else 0.
  private func stands(_ word: StaticString, in bytes: Bytes, endingAt end: Int) -> Int {
    let count = word.utf8CodeUnitCount
    guard end <= bytes.count, end >= count else { return 0 }
    for offset in 0..<count where bytes[end - count + offset] != word.utf8Start[offset] { return 0 }
    return count
  }

  // MARK: - Characters beyond ASCII

  private mutating func checkBeyondASCII(_ bytes: Bytes) {
    var openDirections = 0
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      guard lead >= 0xC2 else {
        index += 1
        continue
      }
      if lead < 0xE0 {
        if lead == 0xC2, index + 1 < bytes.count, (0xBC...0xBE).contains(bytes[index + 1]) {
          reportOddNumeral(bytes, index..<(index + 2))
        } else if lead == 0xD9, index + 1 < bytes.count, (0xA0...0xA9).contains(bytes[index + 1]) {
          reportOddNumeral(bytes, index..<(index + 2))
        }
        index += 2
        continue
      }
      let count = lead < 0xF0 ? 3 : 4
      guard index + count <= bytes.count else { return }
      let scalar = Bytes(rebasing: bytes[index..<(index + count)])
      checkScalar(scalar, &openDirections)
      if lead == 0xE2, bytes[index + 1] == 0x85,
        (0x90...0x9E).contains(bytes[index + 2])
          || lead == 0xEF && bytes[index + 1] == 0xBC && (0x90...0x99).contains(bytes[index + 2])
      {
        reportOddNumeral(bytes, index..<(index + count))
      }
      index += count
    }
    if openDirections != 0 {
      reportText(.textBidi, "a change of direction that the text does not end", needle: nil)
    }
  }

  private mutating func reportOddNumeral(_ bytes: Bytes, _ range: Range<Int>) {
    guard facts.figures != nil, provenance.isEmpty else { return }
    let numeral = Bytes(rebasing: bytes[range])
    reportText(
      .numberUntraceable, "number `\(string(numeral))` without a key of the ledger", needle: numeral
    )
  }

  /// - Parameter scalar: Three or four bytes of UTF-8, valid because libxml2 has read them.
  private mutating func checkScalar(_ scalar: Bytes, _ openDirections: inout Int) {
    switch (scalar[0], scalar[1], scalar[2]) {
    case (0xE2, 0x80, 0xAA), (0xE2, 0x80, 0xAB), (0xE2, 0x80, 0xAD), (0xE2, 0x80, 0xAE),
      (0xE2, 0x81, 0xA6), (0xE2, 0x81, 0xA7), (0xE2, 0x81, 0xA8):
      openDirections += 1
      if scalar[1] == 0x80, scalar[2] >= 0xAD, !top.pointee.flags.contains(.isQuote) {
        reportText(.textBidi, "an override of the direction of text", needle: scalar)
      }
    case (0xE2, 0x80, 0xAC), (0xE2, 0x81, 0xA9):
      openDirections -= 1
    case (0xE2, 0x80, 0x8B), (0xE2, 0x81, 0xA0), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9),
      (0xEF, 0xBB, 0xBF):
      guard !top.pointee.flags.contains(.isQuote) else { return }
      reportText(.textInvisible, "an invisible character in the text", needle: scalar)
    case (0xEF, 0xBF, 0xBD):
      guard !top.pointee.flags.contains(.isQuote) else { return }
      reportText(.residueTemplate, "a replacement character in the text", needle: scalar)
    case (0xEF, 0xB7, 0x90...0xAF):
      reportText(.bytesControl, "a code point that is no character", needle: scalar)
    case (0xF0...0xF4, _, 0xBF) where scalar[1] & 0x0F == 0x0F && scalar[3] >= 0xBE:
      reportText(.bytesControl, "a code point that is no character", needle: scalar)
    default: break
    }
  }
}

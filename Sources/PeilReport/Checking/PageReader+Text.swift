internal import Glibc
internal import HTMLDialect
internal import LibXML2

/// Text between tags: where it may stand, what it may hold.
extension PageReader {
  func characters(_ bytes: Bytes) {
    guard depth > 0, surplusDepth == 0 else { return }
    let element = top.pointee.element
    if element == DialectElement.style.rawValue {
      compareStyle(bytes)
      return
    }
    if bytes.count == 1, bytes[0] == 0x0A {
      // The newline between two tags, by far the most frequent text.
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

  private func reportBareNumber(_ bytes: Bytes) {
    guard let start = bytes.firstIndex(where: { $0 &- 0x30 < 10 }) else { return }
    let end = bytes[start...].firstIndex { !($0 &- 0x30 < 10) } ?? bytes.count
    let number = Bytes(rebasing: bytes[start..<end])
    reportText(
      .numberUntraceable, "number `\(string(number))` without a key of the ledger", needle: number)
  }

  // MARK: - Residue

  private func checkResidue(_ bytes: Bytes) {
    for word in ["{{", "}}", "[object", "Optional(", "%@"] {
      let letters = Array(word.utf8)
      var index = 0
      while index + letters.count <= bytes.count {
        if bytes[index] == letters[0],
          bytes[index..<(index + letters.count)].elementsEqual(letters)
        {
          reportText(
            .residueTemplate, "`\(word)` in the text",
            needle: Bytes(rebasing: bytes[index..<(index + letters.count)]))
          break
        }
        index += 1
      }
    }
  }

  // MARK: - Characters beyond ASCII

  private func checkBeyondASCII(_ bytes: Bytes) {
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

  private func reportOddNumeral(_ bytes: Bytes, _ range: Range<Int>) {
    guard facts.figures != nil, provenance.isEmpty else { return }
    let numeral = Bytes(rebasing: bytes[range])
    reportText(
      .numberUntraceable, "number `\(string(numeral))` without a key of the ledger", needle: numeral
    )
  }

  /// - Parameter scalar: Three or four bytes of UTF-8, valid because libxml2 has read them.
  private func checkScalar(_ scalar: Bytes, _ openDirections: inout Int) {
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

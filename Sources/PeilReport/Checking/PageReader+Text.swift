internal import Glibc
internal import HTMLDialect
internal import LibXML2

/// Text between tags: where it may stand, what it may hold.
extension PageReader {
  @inline(__always)
  mutating func characters(_ bytes: Bytes) {
    guard surplusDepth == 0 else { return }
    let element = top.pointee.element
    // The newline between two tags is by far the most frequent text.
    if bytes.count == 1, bytes[0] <= 0x20, element != DialectElement.style.rawValue {
      appendBoundary(bytes[0])
    } else {
      readText(bytes, element)
    }
  }

  /// Apart, so that a newline does not pay for its frame.
  @inline(never)
  private mutating func readText(_ bytes: Bytes, _ element: UInt8) {
    if element == DialectElement.style.rawValue {
      compareStyle(bytes)
      return
    }
    let start = text.count
    text.append(bytes)
    text.closeWithZeros()
    let kinds = scanQuickly(from: start) ?? scanText(bytes, from: start)
    guard kinds & TextKinds.ofInterest != 0 else { return }
    if kinds & TextKinds.visible != 0 {
      top.pointee.flags.insert(.hasText)
      switch dialect.rules[Int(element)].text {
      case .any, .required: break
      case .none, .whiteSpace:
        let visible = bytes.firstIndex { $0 > 0x20 } ?? 0
        reportText(
          .textMisplaced, "text directly in `\(dialect.names[Int(element)])`",
          needle: Bytes(rebasing: bytes[visible...]))
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
    if TextKinds.mayHoldResidue(kinds) { checkResidue(bytes) }
    if kinds & TextKinds.digit != 0, provenanceCount == 0, keys.ledger != nil {
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

  mutating func checkResidue(_ bytes: Bytes) {
    for index in bytes.indices {
      let length: Int
      switch bytes[index] {
      case UInt8(ascii: "{"), UInt8(ascii: "}"):
        length = index + 1 < bytes.count && bytes[index + 1] == bytes[index] ? 2 : 0
      case UInt8(ascii: "["): length = stands("[object", in: bytes, endingAt: index + 7)
      case UInt8(ascii: "%"): length = stands("%@", in: bytes, endingAt: index + 2)
      default: continue
      }
      guard length > 0 else { continue }
      let word = Bytes(rebasing: bytes[index..<(index + length)])
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

  /// - Parameter isLabel: An attribute's value: its numbers are judged apart.
  mutating func checkBeyondASCII(_ bytes: Bytes, isLabel: Bool = false) {
    let answersForNumbers = !isLabel && keys.ledger != nil && provenanceCount == 0
    var openDirections = 0
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      guard lead >= 0xC2 else {
        index += 1
        continue
      }
      let count = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      guard index + count <= bytes.count else { return }
      let scalar = Bytes(rebasing: bytes[index..<(index + count)])
      if count > 2 {
        checkScalar(scalar, &openDirections)
      } else if lead == 0xCC, !isLabel {
        // The parser begins another run at the first character beyond ASCII.
        let place = text.count - bytes.count + index
        if place > 0 { checkMark(scalar, after: text.base[place - 1]) }
      }
      if answersForNumbers, NumberMatching.isOddNumeral(bytes, index) {
        reportText(
          .numberUntraceable, "number `\(string(scalar))` without a key of the ledger",
          needle: scalar)
      }
      index += count
    }
    if openDirections != 0 {
      reportText(.textBidi, "a change of direction that the text does not end", needle: nil)
    }
  }

  /// A letter and a mark that Unicode has as one character stand as one: else a search for the word
  /// does not find it. Quoted texts stay as they were written.
  private mutating func checkMark(_ mark: Bytes, after letter: UInt8) {
    guard !top.pointee.flags.contains(.isQuote),
      let letters = Self.composed.first(where: { $0.mark == mark[1] })?.letters,
      letters.utf8.contains(letter | 0x20)
    else { return }
    reportText(.textNormal, "a letter and its mark as two characters", needle: mark)
  }

  /// Second byte of a mark from U+0300 on, and the letters that Latin-1 and Latin Extended-A have
  /// together with it.
  private static let composed: [(mark: UInt8, letters: String)] = [
    (0x80, "aeiou"), (0x81, "aceilnorsuyz"), (0x82, "aceghijosuwy"), (0x83, "ainou"),
    (0x84, "aeiou"), (0x88, "aeiouy"), (0x8A, "au"), (0x8C, "cdenrstz"), (0xA7, "cgklnrst"),
    (0xA8, "aeiu"),
  ]

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

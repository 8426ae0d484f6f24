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

  @inline(__always)
  private mutating func readText(_ bytes: Bytes, _ element: UInt8) {
    if element == DialectElement.style.rawValue {
      compareStyle(bytes)
      return
    }
    let start = text.count
    text.append(bytes)
    text.closeWithZeros()
    let kinds = scanQuickly(from: start) ?? scanText(bytes, from: start)
    if kinds & TextKinds.visible != 0 {
      top.pointee.flags.insert(.hasText)
      if !(dialect.rules + Int(element)).pointee.holdsAnyText { checkText(bytes, in: element) }
    }
    if kinds & TextKinds.rare != 0 { checkRareText(bytes, kinds) }
    if kinds & TextKinds.digit != 0, provenanceCount == 0, keys.ledger != nil,
      !top.pointee.flags.contains(.isQuote)
    {
      reportBareNumber(bytes)
    }
  }

  /// Visible text in an element that holds none, or not at its beginning.
  @inline(never)
  private mutating func checkText(_ bytes: Bytes, in element: UInt8) {
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

  @inline(never)
  private mutating func checkRareText(_ bytes: Bytes, _ kinds: UInt16) {
    if kinds & TextKinds.beyondASCII != 0 { checkBeyondASCII(bytes) }
    if TextKinds.mayHoldResidue(kinds) {
      checkResidue(bytes, isQuote: top.pointee.flags.contains(.isQuote))
    }
  }

  @inline(never)
  private mutating func reportBareNumber(_ bytes: Bytes) {
    guard let start = bytes.firstIndex(where: { $0 &- 0x30 < 10 }) else { return }
    let end = bytes[start...].firstIndex { !($0 &- 0x30 < 10) } ?? bytes.count
    let number = Bytes(rebasing: bytes[start..<end])
    reportText(
      .numberUntraceable, "number `\(string(number))` without a key of the ledger", needle: number)
  }

  // MARK: - Residue

  /// - Parameter isQuote: Others may write what they like, but for control characters.
  mutating func checkResidue(_ bytes: Bytes, isQuote: Bool = false) {
    for index in bytes.indices {
      let length: Int
      switch bytes[index] {
      case UInt8(ascii: "{"), UInt8(ascii: "}"):
        length = index + 1 < bytes.count && bytes[index + 1] == bytes[index] ? 2 : 0
      case UInt8(ascii: "["): length = stands("[object", in: bytes, endingAt: index + 7)
      case UInt8(ascii: "%"): length = stands("%@", in: bytes, endingAt: index + 2)
      case 0x7F:
        hasControls = true
        continue
      default: continue
      }
      guard length > 0, !isQuote else { continue }
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
        index = Self.endOfASCII(bytes, from: index &+ 1)
        continue
      }
      let count = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      guard index + count <= bytes.count else { return }
      let scalar = Bytes(rebasing: bytes[index..<(index + count)])
      if count > 2 {
        checkScalar(scalar, &openDirections)
      } else if lead == 0xC2 {
        if bytes[index + 1] < 0xA0 { hasControls = true }
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

  /// Where the first byte stands from there on that is not ASCII, or one before it.
  private static func endOfASCII(_ bytes: Bytes, from start: Int) -> Int {
    guard let letters = bytes.baseAddress else { return start }
    let raw = UnsafeRawPointer(letters)
    var index = start
    while index &+ 8 <= bytes.count {
      let beyond =
        raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080
      if beyond != 0 { return index &+ beyond.trailingZeroBitCount &>> 3 }
      index &+= 8
    }
    return index
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

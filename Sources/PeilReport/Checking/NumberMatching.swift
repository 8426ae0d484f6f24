/// Holds a text against the figures that it says it shows.
///
/// Every number of the text must be one of the accepted forms of the key whose turn it is: not a part
/// of a longer number, not without its sign, not beside a unit that the form does not have.
struct NumberMatching {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  enum Problem: Equatable {
    case unknownKey(String)
    /// The number that stands where the key's should, and what was expected.
    case wrong(key: String, found: Range<Int>?, expected: [String])
    /// A number after all keys have had theirs.
    case surplus(Range<Int>)
  }

  let figures: PageFacts.Figures
  let text: Bytes

  /// - Parameters:
  ///   - keys: One space apart.
  ///   - shown: Is set for the number of each key that was found.
  func firstProblem(keys: Bytes, shown: inout [Bool]) -> Problem? {
    var cursor = 0
    var start = 0
    var index = 0
    while index <= keys.count {
      if index == keys.count || keys[index] == 0x20 {
        if index > start {
          let key = Bytes(rebasing: keys[start..<index])
          if let problem = match(key, &cursor, &shown) { return problem }
        }
        start = index + 1
      }
      index += 1
    }
    return numeral(from: cursor).map { .surplus(wholeNumber(at: $0)) }
  }

  private func match(_ key: Bytes, _ cursor: inout Int, _ shown: inout [Bool]) -> Problem? {
    guard let known = figures.keys.index(of: key) else {
      return .unknownKey(String(decoding: key, as: UTF8.self))
    }
    let numeral = numeral(from: cursor)
    for form in figures.forms[known] {
      let end: Int?
      if let offset = firstNumeral(of: form) {
        end = numeral.flatMap { matchEnd(form, at: $0 - offset, from: cursor) }
      } else {
        end = wordEnd(form, from: cursor, to: numeral ?? text.count)
      }
      if let end {
        cursor = end
        shown[known] = true
        return nil
      }
    }
    return .wrong(
      key: String(decoding: key, as: UTF8.self), found: numeral.map(wholeNumber),
      expected: figures.forms[known].prefix(5).map { String(decoding: $0, as: UTF8.self) })
  }

  // MARK: - Forms in the text

  private func matchEnd(_ form: [UInt8], at start: Int, from cursor: Int) -> Int? {
    let end = start + form.count
    guard start >= cursor, end <= text.count, standsAt(start, form),
      !isContinued(before: start, form[0]), !isContinued(after: end, form)
    else { return nil }
    return end
  }

  /// Where a form without digits ends: an unknown figure, a fraction, a word.
  private func wordEnd(_ form: [UInt8], from cursor: Int, to limit: Int) -> Int? {
    var start = cursor
    while start + form.count <= limit {
      if standsAt(start, form) { return start + form.count }
      start += 1
    }
    return nil
  }

  private func standsAt(_ start: Int, _ form: [UInt8]) -> Bool {
    for index in form.indices where text[start + index] != form[index] { return false }
    return true
  }

  private func isContinued(before start: Int, _ first: UInt8) -> Bool {
    guard start > 0 else { return false }
    let previous = text[start - 1]
    if isDigit(first) {
      if isDigit(previous) || previous == UInt8(ascii: "+") { return true }
      if previous == UInt8(ascii: ".") || previous == UInt8(ascii: ",") {
        return start > 1 && isDigit(text[start - 2])
      }
      if previous == UInt8(ascii: "-") {
        return start == 1 || !isLetter(text[start - 2]) && !isDigit(text[start - 2])
      }
      // U+2212, the minus of typography.
      return start >= 3 && previous == 0x92 && text[start - 2] == 0x88 && text[start - 3] == 0xE2
    }
    return false
  }

  private func isContinued(after end: Int, _ form: [UInt8]) -> Bool {
    guard end < text.count, let last = form.last, isDigit(last) else { return false }
    let next = text[end]
    if isDigit(next) { return true }
    if next == UInt8(ascii: ".") || next == UInt8(ascii: ",") {
      return end + 1 < text.count && isDigit(text[end + 1])
    }
    let space = spaceCount(at: end)
    if space > 0, end + space < text.count, isDigit(text[end + space]), next != 0x20 { return true }
    return isUnit(at: end + space)
  }

  /// U+0020, U+00A0 or U+202F.
  private func spaceCount(at index: Int) -> Int {
    if text[index] == 0x20 { return 1 }
    if text[index] == 0xC2, index + 1 < text.count, text[index + 1] == 0xA0 { return 2 }
    if text[index] == 0xE2, index + 2 < text.count, text[index + 1] == 0x80, text[index + 2] == 0xAF
    {
      return 3
    }
    return 0
  }

  /// Signs and words that change a number's size.
  private func isUnit(at index: Int) -> Bool {
    guard index < text.count else { return false }
    if text[index] == UInt8(ascii: "%") { return true }
    if text[index] == 0xE2, index + 2 < text.count, text[index + 1] == 0x80, text[index + 2] == 0xB0
    {
      return true
    }
    for unit in ["K", "M", "bn", "mld", "mln", "mrd"] {
      let end = index + unit.utf8.count
      guard end <= text.count, text[index..<end].elementsEqual(unit.utf8) else { continue }
      if end == text.count || !isLetter(text[end]) && text[end] < 0x80 { return true }
    }
    return false
  }

  // MARK: - Numerals

  /// The next digit, also one that is not ASCII.
  private func numeral(from start: Int) -> Int? {
    var index = start
    while index < text.count {
      let byte = text[index]
      if isDigit(byte) { return index }
      if byte >= 0xC2, Self.isOddNumeral(text, index) { return index }
      index += 1
    }
    return nil
  }

  private func firstNumeral(of form: [UInt8]) -> Int? {
    form.firstIndex(where: isDigit)
      ?? form.indices.first { form[$0] >= 0xC2 && Self.isOddNumeral(form, $0) }
  }

  /// Fractions, and digits of other scripts.
  static func isOddNumeral(_ text: some RandomAccessCollection<UInt8>, _ index: Int) -> Bool {
    let rest = Array(text.dropFirst(index).prefix(3))
    guard rest.count >= 2 else { return false }
    switch rest[0] {
    case 0xC2: return (0xBC...0xBE).contains(rest[1])
    case 0xD9: return (0xA0...0xA9).contains(rest[1])
    case 0xE2: return rest.count == 3 && rest[1] == 0x85 && (0x90...0x9E).contains(rest[2])
    case 0xEF: return rest.count == 3 && rest[1] == 0xBC && (0x90...0x99).contains(rest[2])
    default: return false
    }
  }

  /// The digits around a place with their marks, for a message.
  private func wholeNumber(at index: Int) -> Range<Int> {
    var end = index
    while end < text.count {
      let isMark = text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: ",")
      guard isDigit(text[end]) || isMark && end + 1 < text.count && isDigit(text[end + 1]) else {
        break
      }
      end += 1
    }
    return index..<max(end, min(index + 1, text.count))
  }

  @inline(__always)
  private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  @inline(__always)
  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}

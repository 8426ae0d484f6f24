/// Holds a text against the figures that it says it shows.
///
/// Every number of the text must be one of the accepted forms of the key whose turn it is: not a part
/// of a longer number, not without its sign, not beside a unit that the form does not have.
struct NumberMatching {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  enum Problem: Equatable {
    /// The number that stands where the key's should, and what was expected.
    case wrong(key: String, found: Range<Int>?, expected: [String])
    /// A number after all keys have had theirs.
    case surplus(Range<Int>)
  }

  let figures: FigureTable.View
  let text: Bytes

  /// - Parameters:
  ///   - keys: Numbers of keys in the order of the text; what follows one that is in no ledger
  ///     cannot be judged.
  ///   - states: Of all keys; the number of each that was found is noted there.
  func firstProblem(
    keys: UnsafeBufferPointer<Int32>, states: UnsafeMutablePointer<KeyState>
  ) -> Problem? {
    var cursor = 0
    for number in keys {
      let key = Int(number)
      guard key < figures.keys.count else { return nil }
      guard let end = match(key, from: cursor) else {
        return .wrong(
          key: figures.keys.string(key),
          found: Self.numeral(in: text, from: cursor).map(wholeNumber),
          expected: figures.forms(of: key).prefix(5).map {
            String(decoding: figures.text($0), as: UTF8.self)
          })
      }
      cursor = end
      states[key].insert(.isShown)
    }
    return Self.numeral(in: text, from: cursor).map { .surplus(wholeNumber(at: $0)) }
  }

  /// Where a form of the key ends, when it stands there.
  private func match(_ key: Int, from cursor: Int) -> Int? {
    let numeral = Self.numeral(in: text, from: cursor)
    for form in figures.forms(of: key) {
      let letters = figures.text(form)
      let end: Int?
      if form.numeral >= 0 {
        end = numeral.flatMap { matchEnd(letters, at: $0 - form.numeral, from: cursor) }
      } else {
        end = wordEnd(letters, from: cursor, to: numeral ?? text.count)
      }
      if let end { return end }
    }
    return nil
  }

  // MARK: - Forms in the text

  @inline(__always)
  private func matchEnd(_ form: Bytes, at start: Int, from cursor: Int) -> Int? {
    let end = start + form.count
    guard start >= cursor, end <= text.count, standsAt(start, form),
      !isContinued(before: start, form[0]), !isContinued(after: end, form)
    else { return nil }
    return end
  }

  /// Where a form without digits ends: an unknown figure, a fraction, a word.
  private func wordEnd(_ form: Bytes, from cursor: Int, to limit: Int) -> Int? {
    var start = cursor
    while start + form.count <= limit {
      if standsAt(start, form) { return start + form.count }
      start += 1
    }
    return nil
  }

  @inline(__always)
  private func standsAt(_ start: Int, _ form: Bytes) -> Bool {
    guard let own = text.baseAddress, let other = form.baseAddress else { return false }
    var index = 0
    while index < form.count {
      if own[start &+ index] != other[index] { return false }
      index &+= 1
    }
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

  private func isContinued(after end: Int, _ form: Bytes) -> Bool {
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
    switch text[index] {
    case UInt8(ascii: "K"), UInt8(ascii: "M"), UInt8(ascii: "b"), UInt8(ascii: "m"): break
    default: return false
    }
    var end = index
    while end < text.count, isLetter(text[end]) || text[end] >= 0x80 { end += 1 }
    return Self.units.contains { text[index..<end].elementsEqual($0.utf8) }
  }

  private static let units = ["K", "M", "bn", "mld", "mln", "mrd"]

  // MARK: - Numerals

  /// The next digit, also one that is not ASCII.
  @inline(__always)
  static func numeral(in text: Bytes, from start: Int) -> Int? {
    guard let letters = text.baseAddress else { return nil }
    var index = start
    while index < text.count {
      let byte = letters[index]
      if byte &- 0x30 < 10 { return index }
      if byte >= 0xC2, isOddNumeral(text, index) { return index }
      index &+= 1
    }
    return nil
  }

  /// Fractions, and digits of other scripts.
  static func isOddNumeral(_ text: Bytes, _ index: Int) -> Bool {
    guard index + 1 < text.count else { return false }
    let second = text[index + 1]
    let third = index + 2 < text.count ? text[index + 2] : 0
    switch text[index] {
    case 0xC2: return (0xBC...0xBE).contains(second)
    case 0xD9: return (0xA0...0xA9).contains(second)
    case 0xE2: return second == 0x85 && (0x90...0x9E).contains(third)
    case 0xEF: return second == 0xBC && (0x90...0x99).contains(third)
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

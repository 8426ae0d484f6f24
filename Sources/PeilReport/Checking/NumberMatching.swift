internal import CByteMasks

/// Holds a text against the figures that it says it shows.
///
/// Every number of the text must be one of the accepted forms of the key whose turn it is: not a part
/// of a longer number, not without its minus where no word says the direction, not beside a unit that the form
/// does not have.
struct NumberMatching {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  enum Problem: Equatable {
    /// The number that stands where the key's should, and what was expected.
    case wrong(key: String, found: Range<Int>?, expected: [String])
    /// Words that are not those of the outcome.
    case otherOutcome(key: String, expected: [String])
    /// A number after all keys have had theirs.
    case surplus(Range<Int>)
  }

  let figures: FigureTable.View
  /// Sixteen bytes behind its last may be read.
  let text: Bytes

  /// - Parameters:
  ///   - keys: Numbers of keys in the order of the text; what follows one that is in no ledger
  ///     cannot be judged.
  ///   - states: Of all keys; the number of each that was found is noted there.
  func firstProblem(
    keys: UnsafeBufferPointer<Int32>, states: UnsafeMutablePointer<KeyState>
  ) -> Problem? {
    var cursor = 0
    var numeral = Self.numeral(in: text, from: 0)
    for number in keys {
      let key = Int(number)
      guard key < figures.keys.count else { return nil }
      guard let end = match(key, from: cursor, numeral) else { return problem(key, numeral) }
      cursor = end
      // A form without digits leaves the numeral to the next key.
      if let place = numeral, place < end { numeral = Self.numeral(in: text, from: end) }
      states[key].insert(.isShown)
    }
    return numeral.map { .surplus(wholeNumber(at: $0)) }
  }

  private func problem(_ key: Int, _ numeral: Int?) -> Problem {
    let name = figures.keys.string(key)
    let forms = figures.forms(of: key)
    let expected = forms.prefix(5).map { String(decoding: figures.text($0), as: UTF8.self) }
    if forms.first?.setting == .nothing { return .otherOutcome(key: name, expected: expected) }
    return .wrong(key: name, found: numeral.map(wholeNumber), expected: expected)
  }

  /// Where a form of the key ends, when it stands there.
  ///
  /// - Parameter numeral: The first one from the cursor on.
  @inline(__always)
  private func match(_ key: Int, from cursor: Int, _ numeral: Int?) -> Int? {
    let forms = figures.forms(of: key)
    guard var form = forms.baseAddress else { return nil }
    let last = form + forms.count
    while form < last {
      let end: Int?
      if form.pointee.numeral < 0 {
        end = wordEnd(form, from: cursor, to: numeral ?? text.count)
      } else if let numeral, begins(form, at: numeral &- form.pointee.numeral, from: cursor) {
        end = matchEnd(form, at: numeral &- form.pointee.numeral)
      } else {
        end = nil
      }
      if let end, form.pointee.setting != .words || hasWords { return end }
      form += 1
    }
    return nil
  }

  private var hasWords: Bool { text.contains(where: isLetter) }

  // MARK: - Forms in the text

  /// The first eight letters of nearly every form pass it over.
  @inline(__always)
  private func begins(
    _ form: UnsafePointer<FigureTable.Form>, at start: Int, from cursor: Int
  ) -> Bool {
    guard start >= cursor, let own = text.baseAddress else { return false }
    let first = UnsafeRawPointer(own + start).loadUnaligned(as: UInt64.self)
    return first & form.pointee.mask == form.pointee.first
  }

  private func matchEnd(_ form: UnsafePointer<FigureTable.Form>, at start: Int) -> Int? {
    let end = start &+ form.pointee.count
    guard end <= text.count, standsAt(start, form) else { return nil }
    let letters = figures.text(form.pointee)
    return isContinued(before: start, letters) || isContinued(after: end, letters) ? nil : end
  }

  /// Where a form without digits ends: an unknown figure, a fraction, a word.
  private func wordEnd(
    _ form: UnsafePointer<FigureTable.Form>, from cursor: Int, to limit: Int
  ) -> Int? {
    guard form.pointee.setting != .nothing else { return nil }
    var start = cursor
    while start + form.pointee.count <= limit {
      if standsAt(start, form) { return start + form.pointee.count }
      start += 1
    }
    return nil
  }

  @inline(__always)
  private func standsAt(_ start: Int, _ form: UnsafePointer<FigureTable.Form>) -> Bool {
    guard let own = text.baseAddress else { return false }
    let first = UnsafeRawPointer(own + start).loadUnaligned(as: UInt64.self)
    guard first & form.pointee.mask == form.pointee.first else { return false }
    guard form.pointee.count > 8, let other = figures.text(form.pointee).baseAddress else {
      return true
    }
    return areSameBytes(own + start, other, form.pointee.count)
  }

  @inline(__always)
  private func isContinued(before start: Int, _ form: Bytes) -> Bool {
    guard start > 0, let first = form.first else { return false }
    let previous = text[start - 1]
    if previous == 0x20 { return false }
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

  @inline(__always)
  private func isContinued(after end: Int, _ form: Bytes) -> Bool {
    guard end < text.count, let last = form.last, isDigit(last) else { return false }
    return isContinued(by: text[end], at: end)
  }

  private func isContinued(by next: UInt8, at end: Int) -> Bool {
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
  ///
  /// - Parameter text: Sixteen bytes behind its last may be read.
  @inline(__always)
  static func numeral(in text: Bytes, from start: Int) -> Int? {
    guard let letters = text.baseAddress else { return nil }
    var block = start
    while block < text.count {
      let classes = byte_classes_of_16(letters + block)
      var candidates = classes.digits | classes.beyond_ascii
      while candidates != 0 {
        let index = block &+ candidates.trailingZeroBitCount
        guard index < text.count else { return nil }
        let byte = letters[index]
        if byte &- 0x30 < 10 || byte >= 0xC2 && isOddNumeral(text, index) { return index }
        candidates &= candidates &- 1
      }
      block &+= 16
    }
    return nil
  }

  /// Fractions, raised and circled digits, Roman numerals, digits of other scripts.
  static func isOddNumeral(_ text: Bytes, _ index: Int) -> Bool {
    guard index + 1 < text.count else { return false }
    switch (text[index], text[index + 1]) {
    // Raised 2, 3 and 1, and quarters; the rest of Latin, Greek and Cyrillic has none.
    case (0xC2, let second): return [0xB2, 0xB3, 0xB9, 0xBC, 0xBD, 0xBE].contains(second)
    case (0..<0xD8, _): return false
    // Punctuation, and mathematical signs such as the minus.
    case (0xE2, 0x80), (0xE2, 0x88), (0xE2, 0x89): return false
    // Currencies begin behind the lowered digits.
    case (0xE2, 0x82) where index + 2 < text.count && text[index + 2] >= 0xA0: return false
    default: return isNumeral(text, index)
    }
  }

  private static func isNumeral(_ text: Bytes, _ index: Int) -> Bool {
    var scalars = Unicode.UTF8.ForwardParser()
    var rest = text[index...].makeIterator()
    guard case .valid(let encoded) = scalars.parseScalar(from: &rest) else { return false }
    switch Unicode.UTF8.decode(encoded).properties.generalCategory {
    case .decimalNumber, .letterNumber, .otherNumber: return true
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

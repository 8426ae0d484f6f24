/// The number that the text of a tick or a figure says, to see whether a scale rises and a bar is as long as
/// its value.
struct TickValue {
  let value: Double
  /// The last digit counts in steps of this size.
  let step: Double

  /// Reads `−12,5%`, `€ 1.000` and `20K`.
  ///
  /// - Parameter decimalMark: A comma or a point; the other one parts thousands.
  /// - Returns: `nil` for names and dates, which need not rise.
  init?(_ text: UnsafeBufferPointer<UInt8>, decimalMark: UInt8) {
    var isNegative = false
    var (number, scale) = (0.0, 1.0)
    var (hasDigits, isFraction) = (false, false)
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte &- 0x30 < 10 {
        number = number * 10 + Double(byte &- 0x30)
        if isFraction { scale *= 10 }
        hasDigits = true
      } else if byte == decimalMark, hasDigits, !isFraction {
        isFraction = true
      } else if !hasDigits, byte == UInt8(ascii: "-") || Self.isMinus(text, index) {
        isNegative = true
        if byte >= 0x80 { index += 2 }
      } else if (byte | 0x20) &- 0x61 < 26 {
        break
      }
      index += 1
    }
    guard hasDigits,
      let factor = Self.factor(of: UnsafeBufferPointer(rebasing: text[index...]))
    else { return nil }
    value = (isNegative ? -number : number) / scale * factor
    step = factor / scale
  }

  /// U+2212.
  private static func isMinus(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index + 2 < text.count && text[index] == 0xE2 && text[index + 1] == 0x88
      && text[index + 2] == 0x92
  }

  /// What the letters behind a number make of it.
  private static func factor(of unit: UnsafeBufferPointer<UInt8>) -> Double? {
    guard let letters = unit.baseAddress, unit.count > 0 else { return 1 }
    guard unit.count <= 3 else { return nil }
    let word = wordOfBytes(letters, unit.count)
    return units.first { $0.word == word }?.factor
  }

  private static let units: [(word: UInt64, factor: Double)] = [
    ("K", 1e3), ("M", 1e6), ("bn", 1e9), ("mld", 1e9), ("mln", 1e6), ("mrd", 1e9),
  ].map { unit, factor in (word: wordOfLetters(unit), factor: factor) }
}

/// The ticks of one picture, in their order: each axis must rise as it goes up or to the right.
struct TickScale {
  private var last: (x: Double, y: Double, value: Double)?
  private var fallsUpward = false
  private var fallsRightward = false
  /// Of the row of ticks at hand. Days of months begin again.
  private var row = (falls: false, isOfDays: true)

  mutating func add(_ value: TickValue?, x: Double, y: Double) {
    guard let value = value?.value else {
      endRow()
      last = nil
      return
    }
    if let last, y == last.y, x > last.x {
      if value <= last.value { row.falls = true }
      if !Self.isDay(value) || !Self.isDay(last.value) { row.isOfDays = false }
    } else {
      endRow()
      if let last, x == last.x, y < last.y, value <= last.value { fallsUpward = true }
    }
    last = (x, y, value)
  }

  private mutating func endRow() {
    if row.falls, !row.isOfDays { fallsRightward = true }
    row = (false, true)
  }

  private static func isDay(_ value: Double) -> Bool {
    value == value.rounded() && value >= 1 && value <= 31
  }

  var falls: Bool { fallsUpward || fallsRightward || row.falls && !row.isOfDays }
}

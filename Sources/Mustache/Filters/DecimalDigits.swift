/// A number as the decimal digits that a person would read, so that 1.005 rounds to 1.01.
struct DecimalDigits {
  private(set) var isNegative: Bool
  /// Before the mark, without leading zeros; empty for 0.
  private var whole: [UInt8]
  private var fraction: [UInt8]

  init(_ value: Int) {
    isNegative = value < 0
    whole = value == 0 ? [] : String(value.magnitude).utf8.map { $0 - UInt8(ascii: "0") }
    fraction = []
  }

  /// The shortest digits that read back as the same number.
  init(_ value: Double) {
    isNegative = value < 0
    var digits: [UInt8] = []
    var mark: Int?
    var exponent = 0
    let text = value.magnitude.description.utf8
    for (index, byte) in text.enumerated() {
      if byte == UInt8(ascii: "e") {
        exponent = Int(String(decoding: Array(text.dropFirst(index + 1)), as: UTF8.self)) ?? 0
        break
      }
      if byte == UInt8(ascii: ".") {
        mark = digits.count
      } else {
        digits.append(byte - UInt8(ascii: "0"))
      }
    }
    let position = (mark ?? digits.count) + exponent
    let zeros = max(0, -position)
    digits = Array(repeating: 0, count: zeros) + digits
    let split = position + zeros
    if split > digits.count { digits += Array(repeating: 0, count: split - digits.count) }
    whole = Array(digits[..<split].drop { $0 == 0 })
    fraction = Array(digits[split...])
    while fraction.last == 0 { fraction.removeLast() }
  }

  /// Moves the mark two places: a fraction as a percentage.
  mutating func multiplyBy100() {
    let moved = fraction.prefix(2) + Array(repeating: 0, count: max(0, 2 - fraction.count))
    whole = Array((whole + moved).drop { $0 == 0 })
    fraction = Array(fraction.dropFirst(2))
  }

  /// Half away from zero; shorter fractions are filled with zeros.
  mutating func round(to decimals: Int) {
    let isUp = fraction.count > decimals && fraction[decimals] >= 5
    fraction = Array(fraction.prefix(decimals))
    fraction += Array(repeating: 0, count: decimals - fraction.count)
    guard isUp else { return }
    var digits = whole + fraction
    var index = digits.count
    while index > 0 {
      index -= 1
      if digits[index] < 9 {
        digits[index] += 1
        break
      }
      digits[index] = 0
      if index == 0 { digits.insert(1, at: 0) }
    }
    if digits.isEmpty { digits = [1] }
    whole = Array(digits.dropLast(decimals))
    fraction = Array(digits.suffix(decimals))
  }

  /// A rounded zero has no sign.
  func text(in language: FilterLanguage) -> String {
    var result = ""
    let isZero = (whole + fraction).allSatisfy { $0 == 0 }
    if isNegative, !isZero { result += "-" }
    if whole.isEmpty { result += "0" }
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { result += language.groupMark }
      result += String(digit)
    }
    guard !fraction.isEmpty else { return result }
    result += language.decimalMark
    for digit in fraction { result += String(digit) }
    return result
  }
}

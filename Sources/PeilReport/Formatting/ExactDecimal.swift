/// A decimal number with every digit it has, for rounding once and right.
///
///     ExactDecimal(2.5).rounded(toFractionDigits: 0).text  // "2"
///
/// A `Double` is taken at its exact value, which is seldom the one that was typed: 0.285 is a little
/// less than that and rounds to 28 %. Halves go to the even digit.
package struct ExactDecimal: Equatable, Sendable {
  package private(set) var isNegative: Bool
  /// From 0 to 9, the most significant first, none in front that is 0; empty for zero.
  private(set) var digits: [UInt8]
  /// How many of the digits stand behind the decimal point.
  private(set) var fractionDigits: Int

  package static let zero = ExactDecimal(isNegative: false, digits: [], fractionDigits: 0)

  private init(isNegative: Bool, digits: [UInt8], fractionDigits: Int) {
    let significant = digits.drop { $0 == 0 }
    self.isNegative = isNegative && !significant.isEmpty
    self.digits = Array(significant)
    self.fractionDigits = fractionDigits
  }

  /// - Parameter fractionDigits: Where the point stands: 2 when `value` counts hundredths.
  package init(_ value: Int, fractionDigits: Int = 0) {
    precondition(fractionDigits >= 0, "a number cannot have \(fractionDigits) decimals")
    self.init(
      isNegative: value < 0, digits: value.magnitude.decimalDigits, fractionDigits: fractionDigits)
  }

  /// - Precondition: The value is finite; infinite and undefined values are no figures.
  package init(_ value: Double) {
    precondition(value.isFinite, "\(value) is not a number that can be written")
    // value = significand * 2^exponent, with a whole significand.
    let bits = Int(value.magnitude.exponentBitPattern)
    let isNormal = bits != 0
    let significand = value.significandBitPattern | (isNormal ? 1 << 52 : 0)
    var exponent = (isNormal ? bits : 1) - 1075
    var factors = significand
    if factors == 0 {
      self = .zero
      return
    }
    let zeros = factors.trailingZeroBitCount
    factors >>= UInt64(zeros)
    exponent += zeros

    var magnitude = WholeNumber(factors)
    if exponent >= 0 {
      magnitude.multiply(by: 2, times: exponent)
    } else {
      // x / 2^k is x * 5^k / 10^k.
      magnitude.multiply(by: 5, times: -exponent)
    }
    self.init(
      isNegative: value < 0, digits: magnitude.decimalDigits, fractionDigits: max(0, -exponent))
  }

  /// Reads `-1234.50`; the decimals that are written are kept, because plural rules count them.
  package init?(_ text: String) {
    var rest = text.utf8[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest.removeFirst() }
    var digits: [UInt8] = []
    var fractionDigits: Int?
    for byte in rest {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits.append(byte - UInt8(ascii: "0"))
        fractionDigits = fractionDigits.map { $0 + 1 }
      case UInt8(ascii: ".") where fractionDigits == nil && !digits.isEmpty:
        fractionDigits = 0
      default:
        return nil
      }
    }
    guard !digits.isEmpty, fractionDigits != 0 else { return nil }
    self.init(isNegative: isNegative, digits: digits, fractionDigits: fractionDigits ?? 0)
  }

  package var isZero: Bool { digits.isEmpty }
  package var magnitude: ExactDecimal {
    ExactDecimal(isNegative: false, digits: digits, fractionDigits: fractionDigits)
  }

  /// How many digits stand before the point; zero or less when the number is smaller than 1.
  package var wholeDigits: Int { digits.count - fractionDigits }
}

// MARK: Rounding

extension ExactDecimal {
  /// The nearest number with exactly so many decimals; halves to the even digit, never `-0`.
  package func rounded(toFractionDigits wanted: Int) -> ExactDecimal {
    precondition(wanted >= 0, "a number cannot have \(wanted) decimals")
    if fractionDigits <= wanted {
      let zeros = [UInt8](repeating: 0, count: wanted - fractionDigits)
      return ExactDecimal(
        isNegative: isNegative, digits: digits + zeros, fractionDigits: wanted)
    }
    let kept = digits.count - (fractionDigits - wanted)
    guard kept >= 0 else {
      return ExactDecimal(isNegative: false, digits: [], fractionDigits: wanted)
    }
    var head = Array(digits[..<kept])
    if roundsUp(head: head, tail: digits[kept...]) { head.increment() }
    return ExactDecimal(isNegative: isNegative, digits: head, fractionDigits: wanted)
  }

  private func roundsUp(head: [UInt8], tail: ArraySlice<UInt8>) -> Bool {
    guard let first = tail.first else { return false }
    if first != 5 { return first > 5 }
    if tail.dropFirst().contains(where: { $0 != 0 }) { return true }
    return (head.last ?? 0) % 2 == 1
  }

  /// The same number without zeros at its end that say nothing: 2.50 as 2.5.
  package func withoutTrailingZeros() -> ExactDecimal {
    let zeros = digits.reversed().prefix { $0 == 0 }.count
    let superfluous = isZero ? fractionDigits : min(zeros, fractionDigits)
    return ExactDecimal(
      isNegative: isNegative, digits: digits.dropLast(isZero ? 0 : superfluous),
      fractionDigits: fractionDigits - superfluous)
  }

  /// The number times ten to this power, exactly.
  package func scaled(byPowerOfTen power: Int) -> ExactDecimal {
    let moved = fractionDigits - power
    if moved >= 0 {
      return ExactDecimal(isNegative: isNegative, digits: digits, fractionDigits: moved)
    }
    let zeros = [UInt8](repeating: 0, count: -moved)
    return ExactDecimal(isNegative: isNegative, digits: digits + zeros, fractionDigits: 0)
  }
}

extension ExactDecimal: Comparable {
  package static func < (a: ExactDecimal, b: ExactDecimal) -> Bool {
    if a.isNegative != b.isNegative { return a.isNegative }
    return a.isNegative ? isSmaller(b, than: a) : isSmaller(a, than: b)
  }

  /// The same value, however many decimals are written: 1.0 is 1.
  package static func == (a: ExactDecimal, b: ExactDecimal) -> Bool {
    let (a, b) = (a.withoutTrailingZeros(), b.withoutTrailingZeros())
    return a.isNegative == b.isNegative && a.digits == b.digits
      && a.fractionDigits == b.fractionDigits
  }

  private static func isSmaller(_ a: ExactDecimal, than b: ExactDecimal) -> Bool {
    if a.isZero || b.isZero { return a.isZero && !b.isZero }
    if a.wholeDigits != b.wholeDigits { return a.wholeDigits < b.wholeDigits }
    let (a, b) = (a.withoutTrailingZeros(), b.withoutTrailingZeros())
    return a.digits.lexicographicallyPrecedes(b.digits)
  }
}

extension ExactDecimal {
  /// The whole part as text without a sign, `0` when there is none.
  var wholeText: String {
    wholeDigits > 0 ? text(of: digits.prefix(wholeDigits)) : "0"
  }

  /// The decimals as text, empty when there are none.
  var fractionText: String {
    let zeros = String(repeating: "0", count: max(0, min(fractionDigits, -wholeDigits)))
    return zeros + text(of: digits.suffix(min(fractionDigits, digits.count)))
  }

  private func text(of digits: ArraySlice<UInt8>) -> String {
    String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
  }
}

// MARK: Whole numbers of any size

/// A whole number of any size, in limbs of nine decimal digits, the least significant first.
private struct WholeNumber {
  private var limbs: [UInt32] = []
  private static let base: UInt64 = 1_000_000_000

  init(_ value: UInt64) {
    var rest = value
    while rest > 0 {
      limbs.append(UInt32(rest % Self.base))
      rest /= Self.base
    }
  }

  mutating func multiply(by factor: UInt32, times count: Int) {
    // As many factors at once as a limb can hold, so that 5^1074 takes 90 rounds and not 1074.
    let atOnce = factor == 2 ? 29 : 12
    var power: UInt32 = 1
    for _ in 0..<atOnce { power *= factor }
    for _ in 0..<(count / atOnce) { multiply(by: power) }
    for _ in 0..<(count % atOnce) { multiply(by: factor) }
  }

  private mutating func multiply(by factor: UInt32) {
    var carry: UInt64 = 0
    for index in limbs.indices {
      let product = UInt64(limbs[index]) * UInt64(factor) + carry
      limbs[index] = UInt32(product % Self.base)
      carry = product / Self.base
    }
    if carry > 0 { limbs.append(UInt32(carry)) }
  }

  var decimalDigits: [UInt8] {
    var digits: [UInt8] = []
    for limb in limbs.reversed() {
      let own = UInt(limb).decimalDigits
      if !digits.isEmpty { digits += [UInt8](repeating: 0, count: 9 - own.count) }
      digits += own
    }
    return digits
  }
}

extension UInt {
  /// The most significant first; none for zero.
  fileprivate var decimalDigits: [UInt8] {
    var digits: [UInt8] = []
    var rest = self
    while rest > 0 {
      digits.append(UInt8(rest % 10))
      rest /= 10
    }
    return digits.reversed()
  }
}

extension [UInt8] {
  /// Adds one to the number that these digits write.
  fileprivate mutating func increment() {
    for index in indices.reversed() {
      if self[index] < 9 {
        self[index] += 1
        return
      }
      self[index] = 0
    }
    insert(1, at: 0)
  }
}

/// A decimal number that rounds once and right.
///
///     ExactDecimal(2.5).rounded(toFractionDigits: 0)  // 2
///
/// A `Double` is taken at its exact value, which is seldom the one that was typed: 0.285 is a little
/// less than that and rounds to 28 %. Halves go to the even digit. Of a value with more than 22 decimals
/// it keeps 22 and whether something follows, which is all that rounding to fewer needs.
package struct ExactDecimal: Sendable {
  package private(set) var isNegative: Bool
  /// The number without its point.
  private var coefficient: UInt128
  /// How many digits of the coefficient stand behind the decimal point; at most 38.
  private(set) var fractionDigits: Int
  /// Whether the value is a little larger than what is kept of it.
  private var hasMore: Bool

  package static let zero = ExactDecimal(0)

  private init(
    isNegative: Bool, coefficient: UInt128, fractionDigits: Int, hasMore: Bool = false
  ) {
    self.isNegative = isNegative && (coefficient != 0 || hasMore)
    self.coefficient = coefficient
    self.fractionDigits = fractionDigits
    self.hasMore = hasMore
  }

  /// - Parameter fractionDigits: Where the point stands: 2 when `value` counts hundredths. 0 to 22.
  package init(_ value: Int, fractionDigits: Int = 0) {
    precondition(0...22 ~= fractionDigits, "\(fractionDigits) decimals")
    self.init(
      isNegative: value < 0, coefficient: UInt128(value.magnitude), fractionDigits: fractionDigits)
  }

  /// - Precondition: The value is finite and smaller than 10^30: nothing else is a figure.
  package init(_ value: Double) {
    precondition(value.magnitude < 1e30, "no figure: \(value)")
    if let whole = Int(exactly: value) {
      self.init(whole)
      return
    }
    // value = significand * 2^exponent, with a whole significand below 2^53.
    let isNormal = value.exponentBitPattern != 0
    let significand = UInt128(value.significandBitPattern | (isNormal ? 1 << 52 : 0))
    let exponent = (isNormal ? Int(value.exponentBitPattern) : 1) - 1075
    if exponent >= 0 {
      self.init(
        isNegative: value < 0, coefficient: significand << UInt128(exponent), fractionDigits: 0)
      return
    }
    // Below 2^127, because 10^22 is below 2^74.
    let product = significand * powersOfTen[22]
    let isTiny = exponent <= -128
    let kept = isTiny ? 0 : product >> UInt128(-exponent)
    self.init(
      isNegative: value < 0, coefficient: kept, fractionDigits: 22,
      hasMore: isTiny || kept << UInt128(-exponent) != product)
  }

  /// Reads `-1234.50`; the decimals that are written are kept, because plural rules count them.
  ///
  /// - Returns: `nil` for anything else, and for more than 22 decimals or 30 digits.
  package init?(_ text: String) {
    var rest = text.utf8[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest.removeFirst() }
    var coefficient: UInt128 = 0
    var digits = 0
    var fractionDigits: Int?
    for byte in rest {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        coefficient = coefficient &* 10 &+ UInt128(byte - UInt8(ascii: "0"))
        digits += 1
        fractionDigits = fractionDigits.map { $0 + 1 }
      case UInt8(ascii: ".") where fractionDigits == nil && digits > 0:
        fractionDigits = 0
      default:
        return nil
      }
    }
    guard 1...30 ~= digits, fractionDigits != 0, fractionDigits ?? 0 <= 22 else { return nil }
    self.init(
      isNegative: isNegative, coefficient: coefficient, fractionDigits: fractionDigits ?? 0)
  }

  package var isZero: Bool { coefficient == 0 && !hasMore }

  package var magnitude: ExactDecimal {
    var copy = self
    copy.isNegative = false
    return copy
  }

  /// How many digits stand before the point; zero or less when the number is smaller than 1.
  package var wholeDigits: Int {
    (powersOfTen.firstIndex { coefficient < $0 } ?? powersOfTen.count) - fractionDigits
  }

  /// What stands before the point and what stands behind it; zeros in front of the latter are not seen.
  var parts: (whole: UInt128, fraction: UInt128) {
    if fractionDigits == 0 { return (coefficient, 0) }
    // Division of 128 bits is slow, and a rounded figure hardly ever needs it.
    if let short = UInt64(exactly: coefficient), fractionDigits < 19 {
      let unit = UInt64(truncatingIfNeeded: powersOfTen[fractionDigits])
      let (whole, fraction) = short.quotientAndRemainder(dividingBy: unit)
      return (UInt128(whole), UInt128(fraction))
    }
    let (whole, fraction) = coefficient.quotientAndRemainder(
      dividingBy: powersOfTen[fractionDigits])
    return (whole, fraction)
  }
}

// MARK: Rounding

extension ExactDecimal {
  /// The nearest number with exactly so many decimals; halves to the even digit, never `-0`.
  ///
  /// - Parameter wanted: 0 to 20.
  package func rounded(toFractionDigits wanted: Int) -> ExactDecimal {
    precondition(0...20 ~= wanted, "\(wanted) decimals")
    if fractionDigits <= wanted {
      return ExactDecimal(
        isNegative: isNegative, coefficient: coefficient * powersOfTen[wanted - fractionDigits],
        fractionDigits: wanted)
    }
    let unit = powersOfTen[fractionDigits - wanted]
    let (kept, rest) = coefficient.quotientAndRemainder(dividingBy: unit)
    let half = unit / 2
    let isUp = rest > half || rest == half && (hasMore || !kept.isMultiple(of: 2))
    return ExactDecimal(
      isNegative: isNegative, coefficient: isUp ? kept + 1 : kept, fractionDigits: wanted)
  }

  /// The nearest `Double`.
  package var approximation: Double {
    let size = Double(coefficient) / Double(powersOfTen[fractionDigits])
    return isNegative ? -size : size
  }

  /// The same number without zeros at its end that say nothing: 2.50 as 2.5.
  package func withoutTrailingZeros() -> ExactDecimal {
    var shorter = self
    while shorter.fractionDigits > 0, shorter.coefficient.isMultiple(of: 10) {
      shorter.coefficient /= 10
      shorter.fractionDigits -= 1
    }
    return shorter
  }

  /// The number times ten to this power, exactly.
  ///
  /// - Parameter power: -12 to 2.
  package func scaled(byPowerOfTen power: Int) -> ExactDecimal {
    precondition(-12...2 ~= power, "10^\(power)")
    var scaled = self
    scaled.fractionDigits -= power
    if scaled.fractionDigits < 0 {
      scaled.coefficient *= powersOfTen[-scaled.fractionDigits]
      scaled.fractionDigits = 0
    }
    return scaled
  }
}

extension ExactDecimal: Comparable {
  package static func < (a: ExactDecimal, b: ExactDecimal) -> Bool {
    if a.isNegative != b.isNegative { return a.isNegative }
    return a.isNegative ? b.isSmaller(than: a) : a.isSmaller(than: b)
  }

  /// The same value, however many decimals are written: 1.0 is 1.
  package static func == (a: ExactDecimal, b: ExactDecimal) -> Bool {
    !(a < b) && !(b < a)
  }

  /// Compares what the two are without their signs.
  private func isSmaller(than other: ExactDecimal) -> Bool {
    let (whole, fraction) = parts
    let (otherWhole, otherFraction) = other.parts
    if whole != otherWhole { return whole < otherWhole }
    // Fractions are below 10^38 when they are written with as many digits.
    let digits = max(fractionDigits, other.fractionDigits)
    let own = fraction * powersOfTen[digits - fractionDigits]
    let others = otherFraction * powersOfTen[digits - other.fractionDigits]
    return own == others ? !hasMore && other.hasMore : own < others
  }
}

/// From 10^0 to 10^38, the largest that 128 bits hold.
private let powersOfTen: [UInt128] = (0...38).map { power in
  (0..<power).reduce(1) { product, _ in product * 10 }
}

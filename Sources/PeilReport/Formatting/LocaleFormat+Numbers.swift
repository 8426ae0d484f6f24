extension LocaleFormat {
  /// A number with exactly so many decimals: `1.234,5`.
  package func number(_ value: ExactDecimal, fractionDigits: Int) -> String {
    signed(value.rounded(toFractionDigits: fractionDigits))
  }

  /// A number with all the decimals it has.
  package func number(_ value: ExactDecimal) -> String {
    signed(value)
  }

  /// With `+` before what is greater than zero after rounding.
  package func signedNumber(_ value: ExactDecimal, fractionDigits: Int) -> String {
    plus(value, fractionDigits) + number(value, fractionDigits: fractionDigits)
  }

  /// - Parameter value: A fraction: 0.1234 is written as 12.3 %.
  package func percent(_ value: ExactDecimal, fractionDigits: Int) -> String {
    number(value.scaled(byPowerOfTen: 2), fractionDigits: fractionDigits) + numbers.percentSuffix
  }

  /// A change with its sign: `+3,1%`; nothing before what rounds to zero.
  package func signedPercent(_ value: ExactDecimal, fractionDigits: Int) -> String {
    plus(value.scaled(byPowerOfTen: 2), fractionDigits)
      + percent(value, fractionDigits: fractionDigits)
  }

  /// - Parameter currency: ISO 4217; a code without a sign of its own is written as it is.
  package func currency(_ value: ExactDecimal, code: String, fractionDigits: Int) -> String {
    let rounded = value.rounded(toFractionDigits: fractionDigits)
    let sign = numbers.currencySigns[code] ?? code
    switch numbers.currencyPlace {
    case .beforeSpacedWithSignInside:
      return sign + noBreakSpace + signed(rounded)
    case .before:
      // A code would run into the number.
      let space = numbers.currencySigns[code] == nil ? noBreakSpace : ""
      return minus(rounded) + sign + space + unsigned(rounded)
    case .behind:
      return signed(rounded) + noBreakSpace + sign
    }
  }

  /// Shortened: `1,2K`, `45,6 mln.`; what rounds up to the next unit is written in it.
  package func compact(_ value: ExactDecimal, maximumFractionDigits: Int = 1) -> String {
    compact(value, units: numbers.shortUnits, maximumFractionDigits)
  }

  /// Shortened with one decimal, be it zero: `45,0K`. What is too small to be shortened is written as ever: `999`.
  ///
  /// For a value among others, each of which is written without looking at the rest.
  package func compactInRow(_ value: ExactDecimal) -> String {
    compact(value, units: numbers.shortUnits, 1, keepsZeros: true)
  }

  /// Shortened, all in the unit of the largest and with the same decimals: `0`, `0,5 mln.`, `1,0 mln.`.
  ///
  /// - Parameter values: In any order; zero is written without a unit.
  package func compact(alike values: [ExactDecimal]) -> [String] {
    guard let largest = values.max(by: { $0.magnitude < $1.magnitude }),
      let unit = unit(of: largest, numbers.shortUnits, maximumFractionDigits: 1)
    else { return values.map { compact($0) } }
    let digits =
      values.map {
        $0.scaled(byPowerOfTen: -unit.powerOfTen).rounded(toFractionDigits: 2)
          .withoutTrailingZeros().fractionDigits
      }.max() ?? 0
    return values.map { value in
      guard !value.magnitude.isZero else { return number(value) }
      let number = value.scaled(byPowerOfTen: -unit.powerOfTen).rounded(toFractionDigits: digits)
      return signed(number) + (plurals.category(of: number) == .one ? unit.one : unit.other)
    }
  }

  /// Shortened with the word: `1,2 miljoen`.
  package func compactLong(_ value: ExactDecimal, maximumFractionDigits: Int = 1) -> String {
    compact(value, units: numbers.longUnits, maximumFractionDigits)
  }

  /// `1e`, `1st`, `1.`, `1er`.
  ///
  /// - Parameter value: From 1.
  package func ordinal(_ value: Int) -> String {
    String(value) + plurals.ordinalSuffix(of: value)
  }

  private func compact(
    _ value: ExactDecimal, units: [NumberTable.CompactUnit], _ maximumFractionDigits: Int,
    keepsZeros: Bool = false
  ) -> String {
    func shortened(_ power: Int) -> ExactDecimal {
      value.scaled(byPowerOfTen: -power).rounded(toFractionDigits: maximumFractionDigits)
    }
    guard let unit = unit(of: value, units, maximumFractionDigits: maximumFractionDigits) else {
      let plain = shortened(0).withoutTrailingZeros()
      // CLDR groups a number without a unit only from five digits on.
      return plain.wholeDigits < 5 ? signed(plain, grouped: false) : signed(plain)
    }
    let inUnit = shortened(unit.powerOfTen)
    let number = keepsZeros ? inUnit : inUnit.withoutTrailingZeros()
    return signed(number) + (plurals.category(of: number) == .one ? unit.one : unit.other)
  }

  /// The largest unit in which one or more are left after rounding in the unit before it.
  private func unit(
    of value: ExactDecimal, _ units: [NumberTable.CompactUnit], maximumFractionDigits: Int
  ) -> NumberTable.CompactUnit? {
    var unit: NumberTable.CompactUnit?
    for next in units {
      let inThisUnit = value.scaled(byPowerOfTen: -(unit?.powerOfTen ?? 0))
        .rounded(toFractionDigits: maximumFractionDigits).withoutTrailingZeros()
      let step = next.powerOfTen - (unit?.powerOfTen ?? 0)
      guard inThisUnit.wholeDigits > step else { break }
      unit = next
    }
    return unit
  }
}

// MARK: Signs and digits

extension LocaleFormat {
  private func signed(_ value: ExactDecimal, grouped: Bool = true) -> String {
    minus(value) + unsigned(value, grouped: grouped)
  }

  private func unsigned(_ value: ExactDecimal, grouped: Bool = true) -> String {
    var (whole, fraction) = value.parts
    var reversed: [UInt8] = []
    reversed.reserveCapacity(32)
    if value.fractionDigits > 0 {
      for _ in 0..<value.fractionDigits { reversed.append(lastDigit(of: &fraction)) }
      reversed.append(contentsOf: numbers.decimalSeparator.utf8.reversed())
    }
    var count = 0
    repeat {
      if grouped, count > 0, count.isMultiple(of: 3) {
        reversed.append(contentsOf: numbers.groupSeparator.utf8.reversed())
      }
      reversed.append(lastDigit(of: &whole))
      count += 1
    } while whole > 0
    reversed.reverse()
    return String(decoding: reversed, as: UTF8.self)
  }

  /// Takes the last digit off a number, as a character.
  private func lastDigit(of number: inout UInt128) -> UInt8 {
    // Division of 128 bits is slow, and hardly any figure needs it.
    if let short = UInt64(exactly: number) {
      let (rest, digit) = short.quotientAndRemainder(dividingBy: 10)
      number = UInt128(rest)
      return UInt8(ascii: "0") + UInt8(digit)
    }
    let (rest, digit) = number.quotientAndRemainder(dividingBy: 10)
    number = rest
    return UInt8(ascii: "0") + UInt8(digit)
  }

  private func minus(_ value: ExactDecimal) -> String {
    value.isNegative ? "\u{2212}" : ""
  }

  private func plus(_ value: ExactDecimal, _ fractionDigits: Int) -> String {
    ExactDecimal.zero < value.rounded(toFractionDigits: fractionDigits) ? "+" : ""
  }

  private var noBreakSpace: String { "\u{A0}" }
}

import CSV

/// Which of `.` and `,` is the decimal sign: a property of a file, never of a field or a machine.
///
/// `2.546` is two thousand or two and a half; another field of the same file settles it.
enum NumberStyle: Hashable {
  case point
  case comma

  /// What one number says of the style of its file.
  enum Hint: Hashable {
    case nothing
    case settles(NumberStyle)
    /// One sign with three digits behind it.
    case ambiguous
  }

  /// What a number says when it counts something: three digits behind a sign are then no decimals.
  static func hintOfCount(_ field: some Collection<UInt8>) -> Hint {
    guard case .ambiguous = hint(field) else { return hint(field) }
    return .settles(field.contains(pointSign) ? .comma : .point)
  }

  /// Reads the signs of one number; a currency, a percent sign and blanks around it do not matter.
  static func hint(_ field: some Collection<UInt8>) -> Hint {
    if let plain = PlainDecimal(field) {
      guard let style = plain.style else { return .nothing }
      let isThousand =
        plain.decimals == 3 && 1...3 ~= plain.whole && field.first != UInt8(ascii: "0")
      return isThousand ? .ambiguous : .settles(style)
    }
    guard field.contains(where: { $0 == pointSign || $0 == commaSign }) else { return .nothing }
    guard let number = NumberText(field) else { return .nothing }
    let digits = Array(number.digits)
    let points = digits.indices.filter { digits[$0] == pointSign }
    let commas = digits.indices.filter { digits[$0] == commaSign }
    switch (points.last, commas.last) {
    case (nil, nil): return .nothing
    case (let point?, let comma?): return .settles(point > comma ? .point : .comma)
    case (let last?, nil):
      return single(.point, count: points.count, first: points[0], last: last, digits)
    case (nil, let last?):
      return single(.comma, count: commas.count, first: commas[0], last: last, digits)
    }
  }

  private static func single(
    _ style: NumberStyle, count: Int, first: Int, last: Int, _ digits: [UInt8]
  ) -> Hint {
    let other: NumberStyle = style == .point ? .comma : .point
    if count > 1 { return .settles(other) }
    if digits.count - last - 1 != 3 || first == 0 || first > 3
      || digits[0] == UInt8(ascii: "0")
    {
      return .settles(style)
    }
    return .ambiguous
  }

  private static let pointSign = UInt8(ascii: ".")
  private static let commaSign = UInt8(ascii: ",")

  var decimalSign: UInt8 { self == .point ? Self.pointSign : Self.commaSign }

  // MARK: - Values

  /// The number in a field; `nil` when it is missing, or none of this style.
  func number(_ field: some Collection<UInt8>) -> Double? {
    if let plain = PlainDecimal(field), plain.style == self || plain.style == nil {
      // Exact: both parts are whole numbers that a Double holds.
      return Double(plain.digits) / Self.powersOfTen[plain.decimals]
    }
    guard let text = NumberText(field) else { return nil }
    var digits = 0.0
    var decimals = 0
    var isBehindSign = false
    // How many digits stand behind the last sign that groups them; groups of two occur in India.
    var group = 0
    var isGrouped = false
    for byte in text.digits {
      if byte == decimalSign {
        guard !isBehindSign, !isGrouped || group == 3 else { return nil }
        isBehindSign = true
      } else if byte == Self.pointSign || byte == Self.commaSign {
        guard !isBehindSign, isGrouped ? 2...3 ~= group : 1...3 ~= group, digits > 0 else {
          return nil
        }
        isGrouped = true
        group = 0
      } else {
        digits = digits * 10 + Double(byte - UInt8(ascii: "0"))
        if isBehindSign { decimals += 1 } else { group += 1 }
      }
    }
    guard !isGrouped || group == 3 else { return nil }
    guard digits <= 9_007_199_254_740_992, decimals <= 22 else {
      return Double(text.plain(decimalSign: decimalSign)).map { $0 * text.power }
    }
    let value = digits / Self.powersOfTen[decimals] * text.power
    return text.isNegative ? -value : value
  }

  /// A whole number; `376.0` is 376, `0.5` is none.
  func count(_ field: some Collection<UInt8>) -> Int? {
    if let plain = PlainDecimal(field), plain.style == nil { return plain.digits }
    guard let number = number(field), number == number.rounded(), abs(number) < 1e15 else {
      return nil
    }
    return Int(number)
  }

  /// The same number; `nil` when its sign is not that of decimals here.
  @inline(__always)
  func number(_ decimal: DecimalText) -> Double? {
    guard decimal.sign == decimalSign else { return nil }
    return Double(decimal.digits) / Self.powersOfTen[decimal.decimals]
  }

  private static let powersOfTen: InlineArray<23, Double> = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}

/// Digits, perhaps with one sign that has digits behind it, at most fifteen: what most numbers are.
private struct PlainDecimal {
  /// All of them as one whole number.
  private(set) var digits = 0
  /// Of the sign, if there is one.
  private(set) var style: NumberStyle?
  /// How many digits stand before the sign, and behind it.
  private(set) var whole = 0
  private(set) var decimals = 0

  init?(_ field: some Collection<UInt8>) {
    guard 1...16 ~= field.count else { return nil }
    for byte in field {
      let digit = byte &- UInt8(ascii: "0")
      if digit < 10 {
        digits = digits &* 10 &+ Int(digit)
        if style == nil { whole &+= 1 } else { decimals &+= 1 }
      } else {
        guard style == nil, byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") else {
          return nil
        }
        style = byte == UInt8(ascii: ".") ? .point : .comma
      }
    }
    guard whole &+ decimals <= 15, style == nil || decimals > 0 else { return nil }
  }
}

/// The parts of a number as it stands in a field: `US$ -1,234.5`, `7.48E-6`, `12,3 %`.
private struct NumberText {
  /// Digits and signs between them.
  let digits: [UInt8]
  let isNegative: Bool
  /// What an exponent multiplies with; 1 without one.
  let power: Double

  /// Returns `nil` for what is missing (`-`, `--`, `N/A`, `NAN`, `undefined`, blank) and for no number.
  init?(_ field: some Collection<UInt8>) {
    var rest = field[...]
    func isBlank(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: " ") || byte == 0xA0 || byte == 0xC2
    }
    func isDigit(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    rest = rest.drop(while: isBlank)
    var isNegative = false
    // A currency may stand on either side of the sign.
    while let byte = rest.first, !isDigit(byte) {
      if byte == UInt8(ascii: "-") {
        guard !isNegative else { return nil }
        isNegative = true
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
      {
        return nil
      } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
        break
      } else if let sign = Self.currencySigns.first(where: { rest.starts(with: $0) }) {
        rest = rest.dropFirst(sign.count - 1)
      } else if !isBlank(byte) {
        let isCurrency = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        guard isCurrency else { return nil }
      }
      rest = rest.dropFirst()
    }
    var digits: [UInt8] = []
    while let byte = rest.first,
      isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
    {
      digits.append(byte)
      rest = rest.dropFirst()
    }
    guard let last = digits.last, isDigit(last) else { return nil }
    var power = 1.0
    if let byte = rest.first, byte == UInt8(ascii: "E") || byte == UInt8(ascii: "e") {
      let exponent = String(decoding: rest.dropFirst(), as: UTF8.self)
      guard let value = Int(exponent), abs(value) <= 300, let factor = Double("1e\(value)") else {
        return nil
      }
      power = factor
      rest = rest.suffix(0)
    }
    let behind = rest.drop(while: isBlank)
    guard
      behind.isEmpty || behind.elementsEqual("%".utf8)
        || Self.currencySigns.contains(where: behind.elementsEqual)
    else { return nil }
    self.digits = digits
    self.isNegative = isNegative
    self.power = power
  }

  private static let currencySigns = ["$", "€", "£", "¥", "₹"].map { Array($0.utf8) }

  /// For numbers with more digits than a Double counts exactly.
  func plain(decimalSign: UInt8) -> String {
    let kept = digits.compactMap { byte -> UInt8? in
      if byte == decimalSign { return UInt8(ascii: ".") }
      return byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") ? nil : byte
    }
    return (isNegative ? "-" : "") + String(decoding: kept, as: UTF8.self)
  }
}

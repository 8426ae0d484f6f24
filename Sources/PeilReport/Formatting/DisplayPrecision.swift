/// How many decimals a figure is shown with, decided after all computing.
///
///     DisplayPrecision.percent.fractionDigits(for: ExactDecimal(0.0312))  // 1: "3,1%"
///     DisplayPrecision.percent.fractionDigits(for: ExactDecimal(0.312))   // 0: "31%"
package enum DisplayPrecision: CaseIterable, Hashable, Sendable {
  /// Whole things: none.
  case count
  /// A fraction written as a percentage: one below 10 %, else none.
  case percent
  /// Rates and ratios: two significant digits, and whole from 10 up.
  case ratio
  /// From -1 to 1: two.
  case correlation
  /// Two, and none from 100 up.
  case money

  /// - Parameter value: In the unit of the figure; for `percent` a fraction.
  /// - Returns: For zero 0, except with `correlation`.
  package func fractionDigits(for value: ExactDecimal) -> Int {
    let size = value.magnitude
    switch self {
    case .count: return 0
    case .correlation: return 2
    case .percent: return decimals(1, below: 10, size.scaled(byPowerOfTen: 2))
    case .money: return size.isZero ? 0 : decimals(2, below: 100, size)
    case .ratio:
      guard !size.isZero else { return 0 }
      let wanted = max(0, 2 - size.wholeDigits)
      // 0.0996 becomes 0.10 and not 0.100: rounding may add a digit in front.
      let grew = size.rounded(toFractionDigits: wanted).wholeDigits > size.wholeDigits
      return max(0, grew ? wanted - 1 : wanted)
    }
  }

  /// The decimals of an estimate with its limits: those of the estimate, and one more for all when
  /// lower and upper would look alike. A ratio gets no more than the width of its interval deserves:
  /// 0.00 (−0.17 to 0.18), and not 0.0041.
  package func fractionDigits(for estimate: Double, low: Double, high: Double) -> Int {
    var own = fractionDigits(for: ExactDecimal(estimate))
    if self == .ratio, high > low {
      own = min(own, max(1, fractionDigits(for: ExactDecimal(high - low))))
    }
    let (low, high) = (ExactDecimal(low), ExactDecimal(high))
    let power = self == .percent ? 2 : 0
    func shown(_ limit: ExactDecimal) -> ExactDecimal {
      limit.scaled(byPowerOfTen: power).rounded(toFractionDigits: own)
    }
    return low != high && shown(low) == shown(high) ? own + 1 : own
  }

  /// So many decimals for what is below the limit also after rounding; none for zero.
  private func decimals(_ count: Int, below limit: Int, _ size: ExactDecimal) -> Int {
    guard !size.isZero else { return 0 }
    return size.rounded(toFractionDigits: count) < ExactDecimal(limit) ? count : 0
  }
}

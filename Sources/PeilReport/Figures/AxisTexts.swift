import Charts
import PeilAnalysis

/// How the ticks of an axis read: all with the same decimals and the same unit.
struct AxisTexts: Sendable {
  let locale: LocaleFormat
  let currency: String

  /// An axis for values of this unit.
  func axis(of quantity: Quantity?, isLogarithmic: Bool = false) -> ValueAxis {
    switch quantity {
    case .share: ValueAxis(.share(whole: 1), tickTexts: percents)
    case .change, .pointChange: ValueAxis(.amount, tickTexts: percents)
    case .ratio: ValueAxis(isLogarithmic ? .ratio : .amount, tickTexts: numbers)
    case .money, .averageMoney: ValueAxis(.amount, tickTexts: amounts)
    case .count, .coarse(.index): ValueAxis(.count, tickTexts: counts)
    case .coarse(.share): ValueAxis(.share(whole: 1), tickTexts: percents)
    case .coarse(.change), .coarse(.pointChange): ValueAxis(.amount, tickTexts: percents)
    case .correlation, .duration, .day, .days, .month, .name, .coarse, nil:
      ValueAxis(.amount, tickTexts: numbers)
    }
  }

  /// An axis for values of this unit over several orders of magnitude.
  func logarithmicAxis(of quantity: Quantity?) -> ValueAxis {
    ValueAxis(.logarithmic, tickTexts: axis(of: quantity).tickTexts)
  }

  private func percents(_ ticks: [Double]) -> [String] {
    let digits = decimals(ticks.map { $0 * 100 })
    return ticks.map { locale.percent(ExactDecimal($0), fractionDigits: digits) }
  }

  private func numbers(_ ticks: [Double]) -> [String] {
    let digits = decimals(ticks)
    return ticks.map { locale.number(ExactDecimal($0), fractionDigits: digits) }
  }

  private func amounts(_ ticks: [Double]) -> [String] {
    let digits = decimals(ticks) > 0 ? 2 : 0
    return ticks.map { locale.currency(ExactDecimal($0), code: currency, fractionDigits: digits) }
  }

  /// Thousands are shortened when every tick is a whole number of them.
  private func counts(_ ticks: [Double]) -> [String] {
    let isRound = ticks.allSatisfy { $0 == 0 || abs($0) >= 1000 } && (ticks.last ?? 0) >= 10_000
    return isRound ? locale.compact(alike: ticks.map { ExactDecimal($0) }) : numbers(ticks)
  }

  /// The decimals that the finest tick needs, at most six.
  private func decimals(_ ticks: [Double]) -> Int {
    ticks.map { tick in
      ExactDecimal(tick).rounded(toFractionDigits: 6).withoutTrailingZeros().fractionDigits
    }.max() ?? 0
  }
}

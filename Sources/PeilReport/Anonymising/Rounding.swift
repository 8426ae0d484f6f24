import Glibc
import PeilAnalysis

extension Quantity {
  /// Shares and changes in whole per cent, rates and times to two significant digits, as they are shown in a
  /// sales copy; `nil` for what is never shown there so: counts, money, names and days.
  ///
  /// A share near none or all is put into the middle of what it is told to lie in.
  var rounded: Quantity? {
    switch self {
    case .share(let share) where share < Coarse.edge: .coarse(.share(Coarse.edge / 2))
    case .share(let share) where share > 1 - Coarse.edge: .coarse(.share(1 - Coarse.edge / 2))
    case .share(let share): .coarse(.share(hundredths(share)))
    case .change(let change): .coarse(.change(hundredths(change)))
    case .pointChange(let change): .coarse(.pointChange(hundredths(change)))
    case .ratio(let ratio): .ratio(twoDigits(ratio))
    case .correlation(let correlation): .correlation(hundredths(correlation))
    case .duration(let seconds): .duration(twoDigits(seconds))
    case .count, .money, .averageMoney, .day, .days, .month, .name, .coarse: nil
    }
  }
}

/// To two decimals, halves to the even one, as a report rounds.
private func hundredths(_ number: Double) -> Double {
  ExactDecimal(number).rounded(toFractionDigits: 2).approximation
}

/// To two significant digits: 177 as 180, 0.0663 as 0.066.
private func twoDigits(_ number: Double) -> Double {
  guard number != 0 else { return 0 }
  let digits = 1 - Int(floor(log10(abs(number))))
  guard digits < 0 else {
    return ExactDecimal(number).rounded(toFractionDigits: min(digits, 20)).approximation
  }
  let unit = pow(10, Double(-digits))
  return (number / unit).rounded(.toNearestOrEven) * unit
}

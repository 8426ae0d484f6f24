extension LocaleFormat {
  /// A stretch of time in the unit that a reader expects: `45 minuten`, `3,5 uur`, `2 dagen`.
  ///
  /// - Parameters:
  ///   - seconds: Not negative.
  ///   - unit: The unit of the estimate, when this is a limit of its interval.
  package func duration(seconds: Double, in unit: TimeUnit? = nil) -> String {
    let unit = unit ?? TimeUnit(forSeconds: seconds)
    return amount(unit.shown(seconds: seconds), of: unit)
  }
}

extension TimeUnit {
  /// Minutes below an hour, hours below two days, else days; judged by what is shown after rounding,
  /// so that nothing is ever written as 60 minutes.
  package init(forSeconds seconds: Double) {
    if TimeUnit.minute.shown(seconds: seconds) < ExactDecimal(60) {
      self = .minute
    } else if TimeUnit.hour.shown(seconds: seconds) < ExactDecimal(48) {
      self = .hour
    } else {
      self = .day
    }
  }

  private var seconds: Double {
    switch self {
    case .minute: 60
    case .hour: 3600
    case .day: 86_400
    }
  }

  /// Whole minutes; hours and days with one decimal where it is not 0.
  fileprivate func shown(seconds: Double) -> ExactDecimal {
    ExactDecimal(seconds / self.seconds)
      .rounded(toFractionDigits: self == .minute ? 0 : 1).withoutTrailingZeros()
  }
}

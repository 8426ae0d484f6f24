/// A value that is told no more closely than a sales copy may; what it was before cannot be had back from it.
package enum Coarse: Equatable, Sendable {
  /// The size of a sample.
  case band(Band, Quantity.Noun)
  /// A part of a whole in whole hundredths, as a fraction; nearer to none or to all than `edge` only that is told.
  case share(Double)
  /// A change in whole hundredths, as a fraction of the earlier value.
  case change(Double)
  /// A change between two shares, as a fraction in whole hundredths.
  case pointChange(Double)
  /// In whole points; the first of a series is 100.
  case index(Double)
  /// Counted so that 12 is the month of the report.
  case month(Int)
  case months(ClosedRange<Int>)
  /// Counted from the first of its series, which is 1.
  case week(Int)

  /// A share below it is told as such and no closer, and so is one whose rest is.
  package static let edge = 0.05

  /// How large a sample is, roughly.
  package enum Band: CaseIterable, Sendable {
    case under30, to100, to300, over300

    package init(_ count: Double) {
      self =
        switch count {
        case ..<30: .under30
        case ...100: .to100
        case ...300: .to300
        default: .over300
        }
    }

    /// The smallest and the largest count; `nil` where it is open.
    package var limits: (low: Int?, high: Int?) {
      switch self {
      case .under30: (nil, 30)
      case .to100: (30, 100)
      case .to300: (100, 300)
      case .over300: (300, nil)
      }
    }
  }

  /// The number for drawing and comparing; `nil` for a size or a time.
  package var number: Double? {
    switch self {
    case .share(let value), .change(let value), .pointChange(let value), .index(let value): value
    case .band, .month, .months, .week: nil
    }
  }

  /// The same unit with another number, which is as coarse already.
  func with(number: Double) -> Coarse {
    switch self {
    case .share: .share(number)
    case .change: .change(number)
    case .pointChange: .pointChange(number)
    case .index: .index(number)
    case .band, .month, .months, .week: self
    }
  }

  /// The name of the unit in `proposal.json`.
  var unit: String {
    switch self {
    case .band: "band"
    case .share: "share"
    case .change: "change"
    case .pointChange: "point-change"
    case .index: "index"
    case .month: "month"
    case .months: "months"
    case .week: "week"
    }
  }
}

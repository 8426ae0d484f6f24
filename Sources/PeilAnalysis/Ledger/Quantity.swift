package import Calendars
package import PeilModel

/// A value with its unit: what a number means, before anybody decides how to write it.
package enum Quantity: Equatable, Sendable {
  /// Whole things. Half an interaction can occur in an interval's limit.
  case count(Double, Noun)
  /// A part of a whole, as a fraction: `0.042` is 4.2 %.
  case share(Double)
  /// One thing per another, without a unit: 1.3 times as much.
  case ratio(Double)
  /// From -1 to 1.
  case correlation(Double)
  /// A change between two counts or amounts, as a fraction of the earlier one.
  case change(Double)
  /// A change between two shares, as a fraction: `0.02` is two percentage points.
  case pointChange(Double)
  case money(Money)
  /// An amount that was computed and is not exact: a cost per result.
  case averageMoney(Double)
  /// In seconds.
  case duration(Double)
  case day(Day)
  case days(ClosedRange<Day>)
  case month(Month)
  /// A name or address that may hold digits, quoted as it is.
  case name(String)
  /// Only in the ledger of a sales copy.
  case coarse(Coarse)

  /// What is counted; the noun that stands behind the number.
  package enum Noun: String, CaseIterable, Hashable, Sendable {
    case click, client, comment, conversation, conversion, day, department, file, finding
    case follower, hashtag, hour
    case impression, interaction, message, month, person, platform, post, record, result
    case goal, sentence, session, step, week, year
    /// A number that has no noun of its own: a threshold, a rank.
    case none
  }

  /// The number alone, for comparing and drawing; `nil` for names and dates.
  package var number: Double? {
    switch self {
    case .count(let value, _): value
    case .share(let value), .ratio(let value), .correlation(let value), .change(let value),
      .pointChange(let value), .averageMoney(let value), .duration(let value):
      value
    case .money(let money): money.amount
    case .coarse(let coarse): coarse.number
    case .day, .days, .month, .name: nil
    }
  }

  /// The same unit with another number; dates and names stay as they are.
  package func with(number: Double) -> Quantity {
    switch self {
    case .count(_, let noun): .count(number, noun)
    case .share: .share(number)
    case .ratio: .ratio(number)
    case .correlation: .correlation(number)
    case .change: .change(number)
    case .pointChange: .pointChange(number)
    case .money, .averageMoney: .averageMoney(number)
    case .duration: .duration(number)
    case .coarse(let coarse): .coarse(coarse.with(number: number))
    case .day, .days, .month, .name: self
    }
  }

  /// The name of the unit in `report.json`.
  package var unit: String {
    switch self {
    case .count(_, let noun): noun == .none ? "number" : noun.rawValue
    case .share: "share"
    case .ratio: "ratio"
    case .correlation: "correlation"
    case .change: "change"
    case .pointChange: "point-change"
    case .money, .averageMoney: "money"
    case .duration: "seconds"
    case .day: "day"
    case .days: "days"
    case .month: "month"
    case .name: "name"
    case .coarse(let coarse): coarse.unit
    }
  }
}

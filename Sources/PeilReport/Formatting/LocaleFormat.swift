/// How a language writes numbers, dates and lists: one table, and nothing of the machine it runs on.
///
///     LocaleFormat.dutch.percent(ExactDecimal(0.1234), fractionDigits: 1)  // "12,3%"
///
/// Source of the tables: Unicode CLDR 47, with U+2212 as minus sign and the house rules of
/// `reference/locales.json`, which tests hold them to.
///
/// A class, so that passing it on costs one count and not one for each word of its tables.
package final class LocaleFormat: Sendable {
  /// BCP 47, as in the attribute `lang`: `nl`, `en-GB`.
  package let tag: String
  let numbers: NumberTable
  let dates: DateTable
  let words: WordTable
  let plurals: PluralRules

  init(
    tag: String, numbers: NumberTable, dates: DateTable, words: WordTable, plurals: PluralRules
  ) {
    self.tag = tag
    self.numbers = numbers
    self.dates = dates
    self.words = words
    self.plurals = plurals
  }

  /// Every language with a table, in the order of their tags.
  package static let all = [german, britishEnglish, french, dutch]

  /// - Parameter tag: The tag of a table, or its language alone: `en` is `en-GB`.
  package static func named(_ tag: String) -> LocaleFormat? {
    all.first { $0.tag == tag }
      ?? all.first { $0.tag.prefix { $0 != "-" } == tag[...] }
  }
}

extension LocaleFormat: Equatable {
  package static func == (a: LocaleFormat, b: LocaleFormat) -> Bool { a === b }
}

/// Signs and patterns of numbers.
struct NumberTable: Equatable, Sendable {
  let decimalSeparator: String
  let groupSeparator: String
  /// Stands behind the number, with the space that belongs before it.
  let percentSuffix: String
  let currencyPlace: CurrencyPlace
  /// By ISO 4217 code, where the sign is not the code itself.
  let currencySigns: [String: String]
  let shortUnits: [CompactUnit]
  let longUnits: [CompactUnit]

  enum CurrencyPlace: Equatable, Sendable {
    /// `€ −12`
    case beforeSpacedWithSignInside
    /// `−€12`
    case before
    /// `−12 €`
    case behind
  }

  /// What stands for thousands, millions and so on; the smallest first.
  struct CompactUnit: Equatable, Sendable {
    let powerOfTen: Int
    /// With the space before it; for one of it and for more.
    let one: String
    let other: String

    init(_ powerOfTen: Int, _ one: String, _ other: String? = nil) {
      self.powerOfTen = powerOfTen
      self.one = one
      self.other = other ?? one
    }
  }
}

/// Names and patterns of dates. Patterns are written with the letters of CLDR: `EEEE`, `d`, `dd`, `MM`,
/// `MMM`, `MMMM`, `y`, `yy`; everything else stands for itself.
struct DateTable: Equatable, Sendable {
  /// January first.
  let months: [String]
  /// As within a date.
  let shortMonths: [String]
  /// As standing alone.
  let shortMonthsAlone: [String]
  /// Monday first.
  let weekdays: [String]
  let shortWeekdays: [String]
  let full: String
  let long: String
  let medium: String
  let short: String
  let dayMonth: String
  /// What stands before the number of a quarter.
  let quarterPrefix: String
  let interval: Interval
  let range: Range

  /// The compact form for axes and tables.
  struct Interval: Equatable, Sendable {
    /// The first day when month and year are the second's.
    let day: String
    /// Between two months of one year.
    let monthDash: String
  }

  /// The form for running text.
  struct Range: Equatable, Sendable {
    let prefix: String
    let joiner: String
    /// The day of the month alone.
    let day: String
    /// What the first day of a month is called, where it has a form of its own.
    let firstDay: String?
  }
}

/// Words and signs that hold other words together.
struct WordTable: Equatable, Sendable {
  let and: String
  let or: String
  let openingQuote: String
  let closingQuote: String
  let units: [TimeUnit: Unit]

  /// With the space before it; for one of it and for more.
  struct Unit: Equatable, Sendable {
    let one: String
    let other: String
  }
}

/// Units that a stretch of time is told in.
package enum TimeUnit: String, CaseIterable, Hashable, Sendable {
  case minute, hour, day
}

extension LocaleFormat {
  package static let dutch = LocaleFormat(
    tag: "nl",
    numbers: NumberTable(
      decimalSeparator: ",", groupSeparator: ".", percentSuffix: "%",
      currencyPlace: .beforeSpacedWithSignInside,
      currencySigns: ["EUR": "€", "GBP": "£", "USD": "US$"],
      shortUnits: [.init(3, "K"), .init(6, "\u{A0}mln."), .init(9, "\u{A0}mld.")],
      longUnits: [.init(3, " duizend"), .init(6, " miljoen"), .init(9, " miljard")]),
    dates: DateTable(
      months: [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
        "oktober", "november", "december",
      ],
      shortMonths: shortMonths, shortMonthsAlone: shortMonths,
      weekdays: [
        "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
      ],
      shortWeekdays: ["ma", "di", "wo", "do", "vr", "za", "zo"],
      full: "EEEE d MMMM y", long: "d MMMM y", medium: "d MMM y", short: "dd-MM-y",
      dayMonth: "d MMM", quarterPrefix: "K",
      interval: .init(day: "d", monthDash: "–"),
      range: .init(prefix: "", joiner: " tot en met ", day: "d", firstDay: nil)),
    words: WordTable(
      and: "en", or: "of", openingQuote: "‘", closingQuote: "’",
      units: [
        .minute: .init(one: " minuut", other: " minuten"),
        .hour: .init(one: " uur", other: " uur"),
        .day: .init(one: " dag", other: " dagen"),
      ]),
    plurals: .dutch)

  private static let shortMonths = [
    "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
  ]
}

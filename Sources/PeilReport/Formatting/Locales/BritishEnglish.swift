extension LocaleFormat {
  package static let britishEnglish = LocaleFormat(
    tag: "en-GB",
    numbers: NumberTable(
      decimalSeparator: ".", groupSeparator: ",", percentSuffix: "%",
      currencyPlace: .before, currencySigns: ["EUR": "€", "GBP": "£", "USD": "US$"],
      shortUnits: [.init(3, "K"), .init(6, "M"), .init(9, "B")],
      longUnits: [.init(3, " thousand"), .init(6, " million"), .init(9, " billion")]),
    dates: DateTable(
      months: [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
      ],
      shortMonths: shortMonths, shortMonthsAlone: shortMonths,
      weekdays: [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
      ],
      shortWeekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
      full: "EEEE, d MMMM y", long: "d MMMM y", medium: "d MMM y", short: "dd/MM/y",
      dayMonth: "d MMM", quarterPrefix: "Q",
      interval: .init(day: "d", monthDash: "\u{2009}–\u{2009}"),
      range: .init(prefix: "", joiner: " to ", day: "d", firstDay: nil)),
    words: WordTable(
      and: "and", or: "or", openingQuote: "‘", closingQuote: "’",
      units: [
        .minute: .init(one: " minute", other: " minutes"),
        .hour: .init(one: " hour", other: " hours"),
        .day: .init(one: " day", other: " days"),
      ]),
    plurals: .english)

  private static let shortMonths = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec",
  ]
}

extension LocaleFormat {
  package static let german = LocaleFormat(
    tag: "de",
    numbers: NumberTable(
      decimalSeparator: ",", groupSeparator: ".", percentSuffix: "\u{A0}%",
      currencyPlace: .behind, currencySigns: ["EUR": "€", "GBP": "£", "USD": "$"],
      // German has no short form below a million.
      shortUnits: [.init(6, "\u{A0}Mio."), .init(9, "\u{A0}Mrd.")],
      longUnits: [
        .init(3, " Tausend"), .init(6, " Million", " Millionen"),
        .init(9, " Milliarde", " Milliarden"),
      ]),
    dates: DateTable(
      months: [
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
        "Oktober", "November", "Dezember",
      ],
      shortMonths: [
        "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.",
        "Dez.",
      ],
      shortMonthsAlone: [
        "Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez",
      ],
      weekdays: [
        "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag",
      ],
      shortWeekdays: ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"],
      full: "EEEE, d. MMMM y", long: "d. MMMM y", medium: "dd.MM.y", short: "dd.MM.yy",
      dayMonth: "d. MMM", quarterPrefix: "Q",
      interval: .init(day: "d.", monthDash: "–"),
      range: .init(prefix: "", joiner: " bis ", day: "d.", firstDay: nil)),
    words: WordTable(
      and: "und", or: "oder", openingQuote: "„", closingQuote: "“",
      units: [
        .minute: .init(one: " Minute", other: " Minuten"),
        .hour: .init(one: " Stunde", other: " Stunden"),
        .day: .init(one: " Tag", other: " Tage"),
      ]),
    plurals: .german)
}

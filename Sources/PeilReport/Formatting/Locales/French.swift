extension LocaleFormat {
  package static let french = LocaleFormat(
    tag: "fr",
    numbers: NumberTable(
      decimalSeparator: ",", groupSeparator: "\u{202F}", percentSuffix: "\u{A0}%",
      currencyPlace: .behind, currencySigns: ["EUR": "€", "GBP": "£GB", "USD": "$US"],
      shortUnits: [.init(3, "\u{A0}k"), .init(6, "\u{A0}M"), .init(9, "\u{A0}Md")],
      longUnits: [
        .init(3, " mille"), .init(6, " million", " millions"),
        .init(9, " milliard", " milliards"),
      ]),
    dates: DateTable(
      months: [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
        "octobre", "novembre", "décembre",
      ],
      shortMonths: shortMonths, shortMonthsAlone: shortMonths,
      weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
      shortWeekdays: ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."],
      full: "EEEE d MMMM y", long: "d MMMM y", medium: "d MMM y", short: "dd/MM/y",
      dayMonth: "d MMM", quarterPrefix: "T",
      interval: .init(day: "d", monthDash: "–"),
      range: .init(prefix: "du ", joiner: " au ", day: "d", firstDay: "1er")),
    words: WordTable(
      and: "et", or: "ou", openingQuote: "«\u{A0}", closingQuote: "\u{A0}»",
      units: [
        // CLDR keeps an ordinary space before minutes.
        .minute: .init(one: " minute", other: " minutes"),
        .hour: .init(one: "\u{A0}heure", other: "\u{A0}heures"),
        .day: .init(one: "\u{A0}jour", other: "\u{A0}jours"),
      ]),
    plurals: .french)

  private static let shortMonths = [
    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
    "déc.",
  ]
}

/// How numbers and dates are written; enough for a template alone.
enum FilterLanguage: String, CaseIterable {
  case de
  case en
  case fr
  case nl

  var decimalMark: String { self == .en ? "." : "," }

  /// French groups with a narrow blank that does not break the line.
  var groupMark: String {
    switch self {
    case .en: ","
    case .fr: "\u{202F}"
    case .de, .nl: "."
    }
  }

  /// English writes `5%`, the others put a blank that does not break the line before it.
  var percentMark: String {
    switch self {
    case .en, .nl: "%"
    case .de: "\u{A0}%"
    case .fr: "\u{202F}%"
    }
  }

  /// January first.
  var months: [String] {
    switch self {
    case .de:
      [
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
        "Oktober", "November", "Dezember",
      ]
    case .en:
      [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
      ]
    case .fr:
      [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
        "octobre", "novembre", "décembre",
      ]
    case .nl:
      [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
        "oktober", "november", "december",
      ]
    }
  }

  var shortMonths: [String] {
    switch self {
    case .de:
      [
        "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.",
        "Dez.",
      ]
    case .en:
      ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    case .fr:
      [
        "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
        "déc.",
      ]
    case .nl:
      [
        "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
      ]
    }
  }

  /// Monday first.
  var weekdays: [String] {
    switch self {
    case .de:
      ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]
    case .en:
      ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    case .fr: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
    case .nl:
      ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
    }
  }

  var shortWeekdays: [String] {
    switch self {
    case .de, .nl: weekdays.map { String($0.prefix(2)) }
    case .en: weekdays.map { String($0.prefix(3)) }
    case .fr: weekdays.map { "\($0.prefix(3))." }
    }
  }
}

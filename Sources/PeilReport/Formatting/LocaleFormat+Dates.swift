package import Calendars

extension LocaleFormat {
  /// How much of a date is written.
  package enum DateLength: CaseIterable, Hashable, Sendable {
    /// `zaterdag 22 november 2025`
    case full
    /// `22 november 2025`
    case long
    /// `22 nov 2025`
    case medium
    /// `22-11-2025`
    case short
  }

  package func date(_ day: Day, _ length: DateLength = .long) -> String {
    let pattern =
      switch length {
      case .full: dates.full
      case .long: dates.long
      case .medium: dates.medium
      case .short: dates.short
      }
    return text(of: day, pattern)
  }

  /// A day without its year, for axes: `1 nov`.
  package func dayAndMonth(_ day: Day) -> String {
    text(of: day, dates.dayMonth)
  }

  /// `november 2025`; a sentence that begins with it needs a capital.
  package func month(_ month: Month) -> String {
    text(of: month.firstDay, "MMMM y")
  }

  /// `nov 2025`
  package func shortMonth(_ month: Month) -> String {
    text(of: month.firstDay, "MMM y")
  }

  /// - Parameter monthOfYear: 1 is January.
  package func monthName(_ monthOfYear: Int) -> String {
    dates.months[monthOfYear - 1]
  }

  /// The short name as it stands alone, on an axis: `Sep`.
  ///
  /// - Parameter monthOfYear: 1 is January.
  package func shortMonthName(_ monthOfYear: Int) -> String {
    dates.shortMonthsAlone[monthOfYear - 1]
  }

  package func weekdayName(_ weekday: Day.Weekday) -> String {
    dates.weekdays[weekday.rawValue - 1]
  }

  package func shortWeekdayName(_ weekday: Day.Weekday) -> String {
    dates.shortWeekdays[weekday.rawValue - 1]
  }

  /// - Parameters:
  ///   - hour: 0 to 23.
  ///   - minute: 0 to 59.
  package func time(hour: Int, minute: Int) -> String {
    twoDigits(hour) + ":" + twoDigits(minute)
  }

  /// - Parameter quarter: 1 to 4.
  package func quarter(_ quarter: Int, year: Int) -> String {
    "\(dates.quarterPrefix)\(quarter) \(year)"
  }
}

// MARK: Stretches of days

extension LocaleFormat {
  /// The compact form for axes and tables: `1–30 nov 2025`.
  package func interval(_ days: ClosedRange<Day>) -> String {
    let (first, last) = (days.lowerBound, days.upperBound)
    let end = "\(dates.dayMonth) y"
    if first == last { return text(of: last, end) }
    if first.month == last.month {
      return text(of: first, dates.interval.day) + "–" + text(of: last, end)
    }
    let start = first.year == last.year ? dates.dayMonth : end
    return text(of: first, start) + spacedDash + text(of: last, end)
  }

  /// The same for months: `okt–nov 2025`.
  package func interval(_ months: ClosedRange<Month>) -> String {
    let (first, last) = (months.lowerBound, months.upperBound)
    if first == last { return shortMonth(last) }
    if first.year == last.year {
      return text(of: first.firstDay, "MMM") + dates.interval.monthDash + shortMonth(last)
    }
    return shortMonth(first) + spacedDash + shortMonth(last)
  }

  /// The form for running text: `1 tot en met 30 november 2025`; one day is written as a date.
  package func range(_ days: ClosedRange<Day>) -> String {
    let (first, last) = (days.lowerBound, days.upperBound)
    if first == last { return date(last) }
    let start =
      if first.month == last.month {
        dayInRange(first)
      } else if first.year == last.year {
        dayInRange(first) + text(of: first, " MMMM")
      } else {
        dayInRange(first) + text(of: first, " MMMM y")
      }
    return dates.range.prefix + start + dates.range.joiner + dayInRange(last)
      + text(of: last, " MMMM y")
  }

  private func dayInRange(_ day: Day) -> String {
    if day.dayOfMonth == 1, let firstDay = dates.range.firstDay { return firstDay }
    return text(of: day, dates.range.day)
  }

  /// An en dash between thin spaces, where one of the ends has a space of its own.
  private var spacedDash: String { "\u{2009}–\u{2009}" }
}

// MARK: Patterns

extension LocaleFormat {
  private func text(of day: Day, _ pattern: String) -> String {
    let (year, month, dayOfMonth) = day.components
    var text = ""
    var rest = pattern[...]
    while let letter = rest.first {
      let field = rest.prefix { $0 == letter }
      rest = rest.dropFirst(field.count)
      switch field {
      case "d": text += String(dayOfMonth)
      case "dd": text += twoDigits(dayOfMonth)
      case "MM": text += twoDigits(month)
      case "MMM": text += dates.shortMonths[month - 1]
      case "MMMM": text += dates.months[month - 1]
      case "y": text += String(year)
      case "yy": text += twoDigits(year % 100)
      case "EEEE": text += weekdayName(day.weekday)
      default: text += field
      }
    }
    return text
  }

  private func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}

/// Patterns of dates with the letters of Unicode's TR35, as far as a day goes.
enum DatePattern {
  enum Part {
    case day(digits: Int)
    case month(digits: Int)
    case shortMonth
    case monthName
    case year
    case shortYear
    case shortWeekday
    case weekday
    case literal([UInt8])
  }

  /// - Returns: `nil` for a letter that says nothing about a day; text in `'…'` is literal.
  static func parts(of pattern: String) -> [Part]? {
    var result: [Part] = []
    var rest = pattern[...]
    while let letter = rest.first {
      if letter == "'" {
        let quoted = rest.dropFirst().prefix { $0 != "'" }
        guard quoted.endIndex < rest.endIndex else { return nil }
        result.append(.literal(Array(quoted.utf8)))
        rest = rest[quoted.endIndex...].dropFirst()
        continue
      }
      let run = rest.prefix { $0 == letter }
      rest = rest.dropFirst(run.count)
      guard letter.isLetter else {
        result.append(.literal(Array(run.utf8)))
        continue
      }
      switch (letter, run.count) {
      case ("d", 1...2): result.append(.day(digits: run.count))
      case ("M", 1...2): result.append(.month(digits: run.count))
      case ("M", 3): result.append(.shortMonth)
      case ("M", 4): result.append(.monthName)
      case ("y", 4): result.append(.year)
      case ("y", 2): result.append(.shortYear)
      case ("E", 3): result.append(.shortWeekday)
      case ("E", 4): result.append(.weekday)
      default: return nil
      }
    }
    return result
  }

  static func text(of date: CalendarDate, _ parts: [Part], _ language: FilterLanguage) -> [UInt8] {
    var result: [UInt8] = []
    for part in parts {
      switch part {
      case .day(let digits): result += padded(date.day, digits)
      case .month(let digits): result += padded(date.month, digits)
      case .shortMonth: result += language.shortMonths[date.month - 1].utf8
      case .monthName: result += language.months[date.month - 1].utf8
      case .year: result += padded(date.year, 4)
      case .shortYear: result += padded(date.year % 100, 2)
      case .shortWeekday: result += language.shortWeekdays[date.weekday].utf8
      case .weekday: result += language.weekdays[date.weekday].utf8
      case .literal(let text): result += text
      }
    }
    return result
  }

  private static func padded(_ number: Int, _ digits: Int) -> [UInt8] {
    let text = String(number)
    return Array((String(repeating: "0", count: max(0, digits - text.count)) + text).utf8)
  }
}

extension CalendarDate {
  /// Reads `2026-10-31`, also at the front of a moment `2026-10-31T…`.
  init?(iso text: some Collection<UInt8>) {
    let bytes = Array(text.prefix(11))
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      bytes.count == 10 || bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ")
    else { return nil }
    let fields = [bytes[0..<4], bytes[5..<7], bytes[8..<10]].map { digits in
      digits.allSatisfy { isDigit($0) }
        ? digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } : 0
    }
    self.init(year: fields[0], month: fields[1], day: fields[2])
  }

  /// Monday is 0.
  ///
  /// Source: Sakamoto's method, which counts days since the first of March.
  fileprivate var weekday: Int {
    let offsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let year = month < 3 ? self.year - 1 : self.year
    let sundayIsZero = (year + year / 4 - year / 100 + year / 400 + offsets[month - 1] + day) % 7
    return (sundayIsZero + 6) % 7
  }
}

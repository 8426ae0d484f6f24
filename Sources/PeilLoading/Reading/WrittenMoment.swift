import Calendars

/// A day, and perhaps a time, as platforms write it; what a text leaves out is `nil`.
///
///     WrittenMoment("02/19/2015 11:45:22 PM")  // 2015-02-19, second 85,522
///     WrittenMoment("30 de abril")  // 30 April of no year
///
/// Names of months are known in English, Dutch, German, Spanish, Portuguese and Vietnamese.
struct WrittenMoment: Equatable {
  private(set) var year: Int?
  private(set) var month: Int?
  private(set) var dayOfMonth: Int?
  /// Since midnight on the clock of whoever wrote it.
  private(set) var secondOfDay: Int?
  /// Seconds ahead of UTC.
  private(set) var offset: Int?

  /// The day, when nothing of it is left out.
  var day: Day? {
    guard let year, let month, let dayOfMonth else { return nil }
    return Day(year: year, month: month, day: dayOfMonth)
  }

  /// - Parameter order: What stands first where numbers alone are written and the year is last.
  init?(_ text: String, _ order: DayOrder = .monthFirst) {
    var rest = text.unicodeScalars.split { $0 == " " || $0 == "," || $0 == "\u{A0}" }
      .flatMap { Self.divided(String($0)) }[...]
    while let word = rest.first {
      rest = rest.dropFirst()
      if takeNumericDate(word, order) || takeClock(word) || takeOffset(word) { continue }
      if let number = Int(word), number > 0 {
        guard takeNumber(number, digits: word.utf8.count) else { return nil }
      } else {
        guard takeWord(word.lowercased(), &rest) else { return nil }
      }
    }
    guard month != nil, dayOfMonth != nil else { return nil }
  }

  /// `2025-01-05T01:00:00` as a day and a time.
  private static func divided(_ word: String) -> [String] {
    guard word.utf8.first.map(isDigit) == true, word.contains("T") else { return [word] }
    return word.split(separator: "T", maxSplits: 1).map { String($0) }
  }

  // MARK: - Parts

  /// `03/18/2025`, `13-06-2025`, `2025/10/31`, `2025-10-31`, `20251031`
  private mutating func takeNumericDate(_ word: String, _ order: DayOrder) -> Bool {
    guard month == nil else { return false }
    if word.utf8.count == 8, let day = Day(compact: word) {
      (year, month, dayOfMonth) = day.components
      return true
    }
    guard let sign = word.first(where: { "/-.".contains($0) }) else { return false }
    let parts = word.split(separator: sign, omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isDigit) })
    else { return false }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3 else { return false }
    if parts[0].utf8.count == 4 {
      (year, month, dayOfMonth) = (numbers[0], numbers[1], numbers[2])
    } else {
      let isMonthFirst = order == .monthFirst
      month = numbers[isMonthFirst ? 0 : 1]
      dayOfMonth = numbers[isMonthFirst ? 1 : 0]
      year = parts[2].utf8.count == 2 ? 2000 + numbers[2] : numbers[2]
    }
    return true
  }

  /// `02:39`, `10:23:52`, `9:40`
  private mutating func takeClock(_ word: String) -> Bool {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, secondOfDay == nil else { return false }
    let numbers = parts.compactMap { $0.utf8.allSatisfy(isDigit) ? Int($0) : nil }
    guard numbers.count == parts.count, numbers[0] < 24, numbers[1] < 60, (numbers + [0])[2] < 60
    else { return false }
    secondOfDay = numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
    return true
  }

  /// `+0000`
  private mutating func takeOffset(_ word: String) -> Bool {
    guard let sign = word.first, sign == "+" || sign == "-", secondOfDay != nil,
      word.utf8.count == 5, word.utf8.dropFirst().allSatisfy(isDigit),
      let number = Int(word.dropFirst())
    else { return false }
    offset = (sign == "-" ? -1 : 1) * (number / 100 * 3600 + number % 100 * 60)
    return true
  }

  /// Beside the name of a month.
  private mutating func takeNumber(_ number: Int, digits: Int) -> Bool {
    if digits == 4, year == nil {
      year = number
    } else if digits <= 2, dayOfMonth == nil, number <= 31 {
      dayOfMonth = number
    } else {
      return false
    }
    return true
  }

  private mutating func takeWord(_ word: String, _ rest: inout ArraySlice<String>) -> Bool {
    if word == "am" || word == "pm", let second = secondOfDay, second < 13 * 3600 {
      secondOfDay = second % 43_200 + (word == "pm" ? 43_200 : 0)
      return true
    }
    if word == "tháng" {
      // The eleventh and the twelfth have two words.
      let two = rest.prefix(2).joined(separator: " ").lowercased()
      if rest.count > 1, let number = Self.vietnameseMonths.firstIndex(of: two) {
        month = number + 1
        rest = rest.dropFirst(2)
        return true
      }
      guard let one = rest.popFirst(),
        let number = Self.vietnameseMonths.firstIndex(of: one.lowercased())
      else { return false }
      month = number + 1
      return true
    }
    let bare = word.hasSuffix(".") ? String(word.dropLast()) : word
    if month == nil, let number = Self.months[bare] {
      month = number
      return true
    }
    return Self.fillers.contains(bare)
  }

  private static let fillers: Set<String> = [
    "de", "of", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
  ]

  private static let months: [String: Int] = {
    let names = [
      "january february march april may june july august september october november december",
      "jan feb mar apr may jun jul aug sep oct nov dec",
      "januari februari maart april mei juni juli augustus september oktober november december",
      "jan feb mrt apr mei jun jul aug sep okt nov dec",
      "januar februar märz april mai juni juli august september oktober november dezember",
      "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
      "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    ]
    var months: [String: Int] = [:]
    for list in names {
      for (index, name) in list.split(separator: " ").enumerated() {
        months[String(name)] = index + 1
      }
    }
    return months
  }()

  private static let vietnameseMonths = [
    "một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai",
  ]
}

private func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

/// A value of `datetime`: what HTML calls a valid date string, and which exist in the calendar.
public struct DateTimeSyntax: Hashable, Sendable {
  public var year: Int?
  public var month: Int?
  public var day: Int?
  /// Week of ISO 8601.
  public var week: Int?
  public var hour: Int?
  public var minute: Int?

  /// Reads `2026`, `2026-10`, `2026-10-31`, `2026-W44`, `09:30`, `2026-10-31T09:30` with an optional
  /// `Z` or `+01:00`, and durations such as `PT3H30M` and `P1D`; anything else is `nil`.
  public init?(_ bytes: ValueSyntax.Bytes) {
    var cursor = ByteCursor(bytes)
    if bytes.first == "P" {
      guard Self.isDuration(bytes) else { return nil }
      return
    }
    if bytes.count == 5, bytes[2] == ":" {
      guard readTime(&cursor), cursor.isAtEnd else { return nil }
      return
    }
    guard let year = Self.digits(4, &cursor), year > 0 else { return nil }
    self.year = year
    if cursor.isAtEnd { return }
    guard cursor.skip(hyphen) else { return nil }
    if cursor.skip("W") {
      guard let week = Self.digits(2, &cursor), week >= 1, week <= Self.weeks(in: year),
        cursor.isAtEnd
      else { return nil }
      self.week = week
      return
    }
    guard let month = Self.digits(2, &cursor), (1...12).contains(month) else { return nil }
    self.month = month
    if cursor.isAtEnd { return }
    guard cursor.skip(hyphen), let day = Self.digits(2, &cursor), day >= 1,
      day <= Self.days(in: month, of: year)
    else { return nil }
    self.day = day
    if cursor.isAtEnd { return }
    guard cursor.skip("T") || cursor.skip(space), readTime(&cursor) else { return nil }
    guard cursor.isAtEnd || Self.skipZone(&cursor), cursor.isAtEnd else { return nil }
  }

  /// Hours and minutes, with seconds where they are given.
  private mutating func readTime(_ cursor: inout ByteCursor) -> Bool {
    guard let hour = Self.digits(2, &cursor), hour < 24, cursor.skip(":"),
      let minute = Self.digits(2, &cursor), minute < 60
    else { return false }
    (self.hour, self.minute) = (hour, minute)
    guard cursor.skip(":") else { return true }
    guard let second = Self.digits(2, &cursor) else { return false }
    return second < 60
  }

  private static func skipZone(_ cursor: inout ByteCursor) -> Bool {
    if cursor.skip("Z") { return true }
    guard cursor.skip("+") || cursor.skip(hyphen), let hours = digits(2, &cursor), hours < 24,
      cursor.skip(":"), let minutes = digits(2, &cursor)
    else { return false }
    return minutes < 60
  }

  private static func isDuration(_ bytes: ValueSyntax.Bytes) -> Bool {
    var cursor = ByteCursor(bytes)
    guard cursor.skip("P") else { return false }
    var units: [Unicode.Scalar] = ["D", "T"]
    var isInTime = false
    var parts = 0
    while let next = cursor.peek {
      if next == "T" {
        guard !isInTime else { return false }
        _ = cursor.next()
        isInTime = true
        units = ["H", "M", "S"]
        continue
      }
      guard cursor.skipDigits() > 0, let letter = cursor.next(),
        let index = units.firstIndex(where: { letter == $0 }), letter != UInt8(ascii: "T")
      else { return false }
      units.removeFirst(index + 1)
      parts += 1
    }
    return parts > 0 && bytes.last != UInt8(ascii: "T")
  }

  private static func digits(_ count: Int, _ cursor: inout ByteCursor) -> Int? {
    let start = cursor.index
    guard cursor.skipDigits() >= count else { return nil }
    cursor.index = start + count
    return ValueSyntax.integer(cursor.bytes[start..<cursor.index])
  }

  static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// 53 when the year begins on a Thursday, or on a Wednesday and is a leap year.
  static func weeks(in year: Int) -> Int {
    let before = year - 1
    let firstDay = (1 + before * 365 + before / 4 - before / 100 + before / 400) % 7
    return firstDay == 4 || firstDay == 3 && isLeap(year) ? 53 : 52
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && year % 100 != 0 || year % 400 == 0
  }
}

/// A value of `datetime`: what HTML calls a valid date string, and which exist in the calendar.
public struct DateTimeSyntax: Hashable, Sendable {
  /// All parts one after the other, each plus 1 and 0 for one that is not given: 16 bits of the year, then
  /// month, day, week, hour and minute with 7 bits each.
  public private(set) var bits: UInt64 = 0

  public var year: Int? { part(at: 0, 16) }
  public var month: Int? { part(at: 16, 7) }
  public var day: Int? { part(at: 23, 7) }
  /// Week of ISO 8601.
  public var week: Int? { part(at: 30, 7) }
  public var hour: Int? { part(at: 37, 7) }
  public var minute: Int? { part(at: 44, 7) }

  @inline(__always)
  private func part(at shift: UInt64, _ width: UInt64) -> Int? {
    let part = Int(truncatingIfNeeded: bits &>> shift & (1 &<< width &- 1))
    return part == 0 ? nil : part &- 1
  }

  private mutating func set(_ part: Int, at shift: UInt64) { bits |= UInt64(part + 1) << shift }

  /// Reads `2026`, `2026-10`, `2026-10-31`, `2026-W44`, `09:30`, `2026-10-31T09:30` with an optional
  /// `Z` or `+01:00`, and durations such as `PT3H30M` and `P1D`; anything else is `nil`.
  public init?(_ bytes: ValueSyntax.Bytes) {
    if bytes.count == 10 || bytes.count == 7, let date = Self.date(bytes) {
      bits = date
      return
    }
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
    set(year, at: 0)
    if cursor.isAtEnd { return }
    guard cursor.skip(hyphen) else { return nil }
    if cursor.skip("W") {
      guard let week = Self.digits(2, &cursor), week >= 1, week <= Self.weeks(in: year),
        cursor.isAtEnd
      else { return nil }
      set(week, at: 30)
      return
    }
    guard let month = Self.digits(2, &cursor), (1...12).contains(month) else { return nil }
    set(month, at: 16)
    if cursor.isAtEnd { return }
    guard cursor.skip(hyphen), let day = Self.digits(2, &cursor), day >= 1,
      day <= Self.days(in: month, of: year)
    else { return nil }
    set(day, at: 23)
    if cursor.isAtEnd { return }
    guard cursor.skip("T") || cursor.skip(space), readTime(&cursor) else { return nil }
    guard cursor.isAtEnd || Self.skipZone(&cursor), cursor.isAtEnd else { return nil }
  }

  /// A whole date in ten bytes or a month in seven, as nearly all are; `nil` for what must be looked at part
  /// by part.
  private static func date(_ bytes: ValueSyntax.Bytes) -> UInt64? {
    guard let letters = bytes.baseAddress, letters[4] == hyphen,
      let century = number(letters), let rest = number(letters + 2), let month = number(letters + 5)
    else { return nil }
    let year = century &* 100 &+ rest
    guard year > 0, month > 0, month <= 12 else { return nil }
    let bits = UInt64(year &+ 1) | UInt64(month &+ 1) &<< 16
    if bytes.count == 7 { return bits }
    guard letters[7] == hyphen, let day = number(letters + 8), day > 0,
      day <= 28 || day <= days(in: month, of: year)
    else { return nil }
    return bits | UInt64(day &+ 1) &<< 23
  }

  /// Two digits.
  @inline(__always)
  private static func number(_ letters: UnsafePointer<UInt8>) -> Int? {
    let (tens, ones) = (letters[0] &- 0x30, letters[1] &- 0x30)
    return tens < 10 && ones < 10 ? Int(tens) &* 10 &+ Int(ones) : nil
  }

  /// Hours and minutes, with seconds where they are given.
  private mutating func readTime(_ cursor: inout ByteCursor) -> Bool {
    guard let hour = Self.digits(2, &cursor), hour < 24, cursor.skip(":"),
      let minute = Self.digits(2, &cursor), minute < 60
    else { return false }
    set(hour, at: 37)
    set(minute, at: 44)
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

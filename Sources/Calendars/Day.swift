/// A day of the proleptic Gregorian calendar, without a clock or a zone.
///
///     let day = Day(year: 2026, month: 10, day: 31)
///     day?.weekday  // .saturday
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01, which is 0; earlier days are negative.
  public let daysSince1970: Int

  @inlinable
  public init(daysSince1970: Int) {
    self.daysSince1970 = daysSince1970
  }

  /// - Parameters:
  ///   - year: 1 to 9999.
  ///   - month: 1 is January.
  ///   - day: From 1.
  /// - Returns: `nil` for a day that does not exist, such as 30 February.
  @inlinable @inline(__always)
  public init?(year: Int, month: Int, day: Int) {
    guard 1...9999 ~= year, 1...12 ~= month, day >= 1,
      day <= 28 || day <= Month.length(month, year: year)
    else { return nil }
    self.init(uncheckedYear: year, month: month, day: day)
  }

  /// - Parameter year: Not far below 0.
  ///
  /// Source: Neri and Schneider, *Euclidean affine functions and their application to calendar
  /// algorithms* (2022), for the days before a month.
  @inlinable @inline(__always)
  init(uncheckedYear year: Int, month: Int, day: Int) {
    // The year begins in March here, so that the leap day is its last. Whole cycles of 400 years keep
    // everything positive, so that divisions are shifts and products.
    let isEarly = month <= 2
    let cycles = 1000
    let yearFromMarch = UInt(bitPattern: year &+ cycles &* 400 &- (isEarly ? 1 : 0))
    let monthFromMarch = isEarly ? month &+ 12 : month
    let century = yearFromMarch / 100
    let daysBeforeYear = yearFromMarch &* 1461 / 4 &- century &+ century / 4
    let daysBeforeMonth = (979 &* monthFromMarch &- 2919) &>> 5
    daysSince1970 =
      Int(bitPattern: daysBeforeYear) &+ daysBeforeMonth &+ day &- 1 &- 719_468 &- cycles &* 146_097
  }

  @inlinable
  public static func < (a: Day, b: Day) -> Bool { a.daysSince1970 < b.daysSince1970 }

  /// The day that is `days` later, or earlier when it is negative.
  @inlinable
  public static func + (day: Day, days: Int) -> Day {
    Day(daysSince1970: day.daysSince1970 + days)
  }

  @inlinable
  public static func - (day: Day, days: Int) -> Day { day + -days }

  /// How many days `end` lies after `start`.
  @inlinable
  public static func - (end: Day, start: Day) -> Int {
    end.daysSince1970 - start.daysSince1970
  }
}

// MARK: Year, month, day

extension Day {
  public var year: Int { components.year }

  /// 1 is January.
  public var monthOfYear: Int { components.month }

  /// From 1.
  public var dayOfMonth: Int { components.day }

  public var month: Month {
    let parts = components
    return Month(unchecked: parts.year, parts.month)
  }

  /// Year, month from 1 and day from 1 at once; cheaper than one by one.
  ///
  /// Source: Howard Hinnant, *chrono-Compatible Low-Level Date Algorithms*, `civil_from_days`.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = daysSince1970 + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}

// MARK: Weeks

extension Day {
  /// In the order of ISO 8601; the raw value is its number, 1 to 7.
  public enum Weekday: Int, CaseIterable, Hashable, Comparable, Sendable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday

    public static func < (a: Weekday, b: Weekday) -> Bool { a.rawValue < b.rawValue }
  }

  public var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    switch (daysSince1970 + 3).modulo(7) {
    case 0: .monday
    case 1: .tuesday
    case 2: .wednesday
    case 3: .thursday
    case 4: .friday
    case 5: .saturday
    default: .sunday
    }
  }

  public var week: ISOWeek { ISOWeek(containing: self) }
}

extension Day: Strideable {
  @inlinable public func distance(to other: Day) -> Int { other - self }
  @inlinable public func advanced(by days: Int) -> Day { self + days }
}

extension Day: CustomStringConvertible {
  /// `2026-10-31`, ISO 8601.
  public var description: String {
    let parts = components
    return "\(padded(parts.year, 4))-\(padded(parts.month, 2))-\(padded(parts.day, 2))"
  }
}

extension Int {
  /// The rest of a division that rounds down: never negative.
  func modulo(_ divisor: Int) -> Int {
    let rest = self % divisor
    return rest < 0 ? rest + divisor : rest
  }

  /// The quotient that rounds down, also below 0.
  func floorDivided(by divisor: Int) -> Int {
    (self - modulo(divisor)) / divisor
  }
}

/// A year and a number of two digits, as in `2026-10` and `2026-W44`.
func text(ofYear year: Int, _ separator: StaticString, _ number: Int) -> String {
  guard 0...9999 ~= year else {
    return "\(padded(year, 4))\(separator)\(padded(number, 2))"
  }
  // Written at once: a report names months and weeks several hundred times.
  let count = 4 + separator.utf8CodeUnitCount + 2
  return String(unsafeUninitializedCapacity: count) { text in
    func put(_ digit: Int, at place: Int) {
      text.initializeElement(at: place, to: UInt8(ascii: "0") + UInt8(digit))
    }
    put(year / 1000, at: 0)
    put(year / 100 % 10, at: 1)
    put(year / 10 % 10, at: 2)
    put(year % 10, at: 3)
    for place in 0..<separator.utf8CodeUnitCount {
      text.initializeElement(at: 4 + place, to: separator.utf8Start[place])
    }
    put(number / 10, at: count - 2)
    put(number % 10, at: count - 1)
    return count
  }
}

/// A number with at least `width` digits.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number.magnitude)
  let zeros = String(repeating: "0", count: max(0, width - digits.count))
  return (number < 0 ? "-" : "") + zeros + digits
}

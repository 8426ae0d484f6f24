/// A month of a year.
public struct Month: Hashable, Comparable, Sendable {
  /// Months since January of the year 0.
  @usableFromInline let number: Int

  /// - Parameters:
  ///   - year: 1 to 9999.
  ///   - month: 1 is January.
  /// - Returns: `nil` outside these ranges.
  public init?(year: Int, month: Int) {
    guard 1...9999 ~= year, 1...12 ~= month else { return nil }
    self.init(unchecked: year, month)
  }

  /// Reads `2026-10`, and nothing else.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "-"),
      let year = decimal(bytes.span, at: 0, digits: 4),
      let month = decimal(bytes.span, at: 5, digits: 2)
    else { return nil }
    self.init(year: year, month: month)
  }

  init(unchecked year: Int, _ month: Int) {
    number = year * 12 + month - 1
  }

  private init(number: Int) {
    self.number = number
  }

  public var year: Int { number.floorDivided(by: 12) }

  /// 1 is January.
  public var monthOfYear: Int { number.modulo(12) + 1 }

  public var next: Month { advanced(by: 1) }
  public var previous: Month { advanced(by: -1) }

  public var firstDay: Day { Day(uncheckedYear: year, month: monthOfYear, day: 1) }
  public var lastDay: Day { firstDay + (length - 1) }
  public var days: ClosedRange<Day> { firstDay...lastDay }

  /// In days, 28 to 31.
  public var length: Int { Self.length(monthOfYear, year: year) }

  public static func < (a: Month, b: Month) -> Bool { a.number < b.number }

  @usableFromInline
  static func length(_ month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Month: Strideable {
  public func distance(to other: Month) -> Int { other.number - number }
  public func advanced(by months: Int) -> Month { Month(number: number + months) }
}

extension Month: CustomStringConvertible {
  /// `2026-10`, ISO 8601.
  public var description: String { text(ofYear: year, "-", monthOfYear) }
}

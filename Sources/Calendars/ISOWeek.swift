/// A week of ISO 8601: Monday to Sunday, of the year that its Thursday lies in.
public struct ISOWeek: Hashable, Comparable, Sendable {
  /// Weeks since the one of 1970-01-01, which is 0.
  private let number: Int

  /// The week that a day lies in.
  public init(containing day: Day) {
    number = (day.daysSince1970 + 3).floorDivided(by: 7)
  }

  /// - Parameters:
  ///   - year: 1 to 9999.
  ///   - week: 1 to 52, in long years 53.
  /// - Returns: `nil` for a week that the year does not have.
  public init?(year: Int, week: Int) {
    guard 1...53 ~= week, let fourth = Day(year: year, month: 1, day: 4) else { return nil }
    // The week of 4 January is the first of its year.
    let first = ISOWeek(containing: fourth)
    self.init(number: first.number + week - 1)
    guard self.year == year else { return nil }
  }

  private init(number: Int) {
    self.number = number
  }

  /// The year that the week is counted in; its first and last days may lie in another.
  public var year: Int { (firstDay + 3).year }

  /// 1 to 53.
  public var weekOfYear: Int {
    let thursday = firstDay + 3
    let first = Day(uncheckedYear: thursday.year, month: 1, day: 1)
    return (thursday - first) / 7 + 1
  }

  /// Monday.
  public var firstDay: Day { Day(daysSince1970: number * 7 - 3) }

  /// Sunday.
  public var lastDay: Day { firstDay + 6 }

  public var days: ClosedRange<Day> { firstDay...lastDay }

  public static func < (a: ISOWeek, b: ISOWeek) -> Bool { a.number < b.number }
}

extension ISOWeek: Strideable {
  public func distance(to other: ISOWeek) -> Int { other.number - number }
  public func advanced(by weeks: Int) -> ISOWeek { ISOWeek(number: number + weeks) }
}

extension ISOWeek {
  /// The newest complete weeks that end on or before the last day of a month.
  ///
  ///     ISOWeek.completeWeeks(13, endingWithin: october)  // 2026-W31 … 2026-W43
  ///
  /// - Returns: Exactly `count` weeks in their order. The first days may lie before the month.
  public static func completeWeeks(_ count: Int, endingWithin month: Month) -> Range<ISOWeek> {
    completeWeeks(count, endingBy: month.lastDay)
  }

  /// The newest complete weeks that end on or before a day.
  public static func completeWeeks(_ count: Int, endingBy day: Day) -> Range<ISOWeek> {
    precondition(count >= 0, "\(count) weeks")
    // The week of the day after is the first that is not complete.
    let end = ISOWeek(containing: day + 1)
    return end.advanced(by: -count)..<end
  }
}

extension ISOWeek: CustomStringConvertible {
  /// `2026-W44`, ISO 8601.
  public var description: String { text(ofYear: year, "-W", weekOfYear) }
}

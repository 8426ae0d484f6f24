import Calendars
import Testing

@Suite struct ISOWeekTests {
  /// Python: the last Sunday on or before the end of the month, 91 days back, and `isocalendar()`.
  @Test(
    arguments: [
      ("2026-10", "2026-07-27", "2026-10-25", "2026-W31", "2026-W43"),
      ("2026-05", "2026-03-02", "2026-05-31", "2026-W10", "2026-W22"),
      ("2027-01", "2026-11-02", "2027-01-31", "2026-W45", "2027-W04"),
      ("2021-01", "2020-11-02", "2021-01-31", "2020-W45", "2021-W04"),
      ("2026-02", "2025-11-24", "2026-02-22", "2025-W48", "2026-W08"),
    ])
  func `takes 13 complete weeks up to the end of a month`(
    month: String, first: String, last: String, firstWeek: String, lastWeek: String
  ) throws {
    let weeks = ISOWeek.completeWeeks(13, endingWithin: try #require(Month(month)))
    #expect(weeks.count == 13)
    let start = try #require(weeks.first)
    let end = try #require(weeks.last)
    #expect("\(start.firstDay)" == first)
    #expect("\(end.lastDay)" == last)
    #expect("\(start)" == firstWeek)
    #expect("\(end)" == lastWeek)
  }

  @Test func `refuses weeks that a year does not have`() {
    #expect(ISOWeek(year: 2026, week: 53) != nil)
    #expect(ISOWeek(year: 2025, week: 53) == nil)
    #expect(ISOWeek(year: 2026, week: 0) == nil)
    #expect(ISOWeek(year: 2026, week: 54) == nil)
  }

  @Test func `begins on Monday and ends on Sunday`() throws {
    let week = try #require(ISOWeek(year: 2020, week: 53))
    #expect(week.firstDay.weekday == .monday)
    #expect(week.lastDay.weekday == .sunday)
    #expect("\(week.firstDay)" == "2020-12-28")
    #expect("\(week.advanced(by: 1))" == "2021-W01")
  }
}

import Calendars
import Testing

@Suite struct DayTests {
  /// Python: `date.fromisoformat(s)`, its distance from 1970-01-01 and its `isocalendar()`.
  @Test(
    arguments: [
      ("0001-01-01", -719162, 1, 1, 1),
      ("1600-02-29", -135081, 2, 1600, 9),
      ("1899-12-31", -25568, 7, 1899, 52),
      ("1969-12-31", -1, 3, 1970, 1),
      ("1970-01-01", 0, 4, 1970, 1),
      ("2000-02-29", 11016, 2, 2000, 9),
      ("2020-12-31", 18627, 4, 2020, 53),
      ("2021-01-03", 18630, 7, 2020, 53),
      ("2021-01-04", 18631, 1, 2021, 1),
      ("2024-12-30", 20087, 1, 2025, 1),
      ("2026-10-31", 20757, 6, 2026, 44),
      ("2026-11-01", 20758, 7, 2026, 44),
      ("2027-01-01", 20819, 5, 2026, 53),
      ("9999-12-31", 2_932_896, 5, 9999, 52),
    ] as [(String, Int, Int, Int, Int)])
  func `counts days, weekdays and ISO weeks`(
    text: String, days: Int, weekday: Int, year: Int, week: Int
  ) throws {
    let day = try #require(Day(iso8601: text))
    #expect(day.daysSince1970 == days)
    #expect(day.description == text)
    #expect(day.weekday.rawValue == weekday)
    #expect(day.week.year == year)
    #expect(day.week.weekOfYear == week)
    #expect(ISOWeek(year: year, week: week) == day.week)
    #expect(day.week.days.contains(day))
  }

  @Test func `goes through every day of 800 years`() throws {
    let first = try #require(Day(year: 1600, month: 1, day: 1))
    let last = try #require(Day(year: 2399, month: 12, day: 31))
    // Twice the 146,097 days of the Gregorian cycle.
    #expect(last - first + 1 == 292_194)
    var expected = first
    for year in 1600...2399 {
      for month in 1...12 {
        let month = try #require(Month(year: year, month: month))
        #expect(month.firstDay == expected)
        let parts = month.lastDay.components
        #expect(parts == (year, month.monthOfYear, month.length))
        expected = month.lastDay + 1
      }
    }
    #expect(expected == last + 1)
  }

  @Test(
    arguments: [
      (2026, 2, 29), (1900, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1),
      (2026, 1, 0), (0, 1, 1), (10_000, 1, 1),
    ])
  func `refuses days that do not exist`(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: ["2026-10-3", "2026-10-031", "2026/10/31", "20261031", "2026-1a-31", ""])
  func `refuses other ways to write a day`(text: String) {
    #expect(Day(iso8601: text) == nil)
  }
}

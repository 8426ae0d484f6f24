import Calendars
import Testing

@Suite struct MonthTests {
  @Test func `reads and writes ISO 8601`() throws {
    let month = try #require(Month("2026-10"))
    #expect(month.year == 2026)
    #expect(month.monthOfYear == 10)
    #expect("\(month)" == "2026-10")
    for text in ["2026-13", "2026-00", "2026-1", "2026-010", "2026/10", "26-10", "", "2026-1x"] {
      #expect(Month(text) == nil, "\(text)")
    }
  }

  @Test func `goes over the end of a year`() throws {
    let december = try #require(Month("2026-12"))
    #expect("\(december.next)" == "2027-01")
    #expect("\(december.next.previous)" == "2026-12")
    #expect("\(december.advanced(by: -12))" == "2025-12")
    #expect(december.next.distance(to: december) == -1)
  }

  @Test(
    arguments: [
      ("2026-02", 28), ("2024-02", 29), ("2000-02", 29), ("2100-02", 28), ("2026-04", 30),
      ("2026-12", 31),
    ])
  func `knows its days`(text: String, length: Int) throws {
    let month = try #require(Month(text))
    #expect(month.length == length)
    #expect(month.lastDay.month == month)
    #expect((month.lastDay + 1).month == month.next)
    #expect("\(month.firstDay)" == "\(text)-01")
    #expect("\(month.lastDay)" == "\(text)-\(length)")
  }
}

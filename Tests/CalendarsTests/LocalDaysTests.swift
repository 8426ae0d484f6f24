import Testing

@testable import Calendars

@Suite struct LocalDaysTests {
  /// Every half hour of two years, forwards, backwards and far apart, also where clocks are set; Lord Howe sets
  /// them by half an hour, Apia left out a day and Havana sets them at midnight.
  @Test(
    arguments: [
      "Europe/Amsterdam", "America/Los_Angeles", "Australia/Lord_Howe", "Pacific/Apia",
      "America/Havana", "UTC",
    ])
  func `gives the days of the zone in any order`(_ name: String) throws {
    let zone = try #require(TimeZoneTable(identifier: name))
    let start = try #require(Day(year: 2011, month: 1, day: 1)).daysSince1970 * 86_400
    let moments = (0..<730 * 48).map { Instant(secondsSince1970: start + $0 * 1800) }
    let scattered = moments.indices.map { moments[$0 * 7919 % moments.count] }
    for order in [moments, moments.reversed(), scattered] {
      var days = LocalDays(zone)
      #expect(order.allSatisfy { days.day(of: $0) == zone.day(of: $0) })
    }
  }
}

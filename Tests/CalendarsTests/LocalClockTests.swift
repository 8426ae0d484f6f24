import Testing

@testable import Calendars

@Suite struct LocalClockTests {
  /// Every half hour of two years, forwards, backwards and far apart, also where clocks are set.
  @Test(arguments: ["Europe/Amsterdam", "America/Los_Angeles", "Australia/Lord_Howe", "UTC"])
  func `gives the moments of the zone in any order`(_ name: String) throws {
    let zone = try #require(TimeZoneTable(identifier: name))
    let start = try #require(Day(year: 2025, month: 1, day: 1))
    let times = try (0..<730 * 48).map { half in
      try #require(LocalTime(day: start + half / 48, secondOfDay: half % 48 * 1800))
    }
    let scattered = times.indices.map { times[$0 * 7919 % times.count] }
    for order in [times, times.reversed(), scattered] {
      var clock = LocalClock(zone)
      #expect(order.allSatisfy { clock.instant(of: $0) == zone.instant(of: $0) })
    }
  }
}

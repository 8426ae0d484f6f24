import Testing

@testable import Calendars

@Suite struct InstantReaderTests {
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
      var reader = InstantReader(zone)
      #expect(
        order.allSatisfy {
          reader.read(Array($0.description.utf8).span) == zone.instant(of: $0)
        })
    }
  }

  @Test func `reads every second of a day and refuses what is beyond`() throws {
    var reader = InstantReader(.utc)
    for hour in 0..<100 {
      for rest in ["00:00", "59:59", "07:42", "60:00", "00:60", "99:99"] {
        let text = "2026-10-31T\(hour < 10 ? "0" : "")\(hour):\(rest)"
        #expect(reader.read(Array(text.utf8).span) == moment(text), "\(text)")
      }
    }
  }

  @Test func `reads a column as its texts one by one`() {
    let column = [
      "\0\0\0\0\0\0\0\0\0\0\0" + "12:30:05", "1970-01-01T00:00:00", "2026-10-31T12:30:05",
      "2026-10-31T23:59:59", "2026-10-31x12:30:05", "2026-10-31 00:00:00", "2026-10-31T1a:30:05",
      "2026-11-31T12:30:05", "2026-11-01T12:30:05", "2026-11-01T24:30:05", "2026-10-31T12-30-05",
    ]
    var reader = InstantReader(.utc)
    #expect(column.map { reader.read(Array($0.utf8).span) } == column.map(moment))
    #expect(column.compactMap(moment).count == 5)
  }

  @Test func `leaves a time with an offset and one without seconds to others`() {
    var reader = InstantReader(.utc)
    for text in ["2026-11-01T12:30:05Z", "2026-11-01T12:30", "2026-11-01", ""] {
      #expect(reader.read(Array(text.utf8).span) == nil, "\(text)")
    }
  }

  /// As the reader of single timestamps has it.
  private func moment(_ text: String) -> Instant? {
    guard case .local(let time) = Timestamp(iso8601: text) else { return nil }
    return TimeZoneTable.utc.instant(of: time)
  }
}

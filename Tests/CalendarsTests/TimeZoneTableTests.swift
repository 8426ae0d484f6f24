import Calendars
import Testing

@Suite struct TimeZoneTableTests {
  /// Python: `datetime.fromtimestamp(seconds, ZoneInfo(zone))`.
  @Test(
    arguments: [
      ("Europe/Amsterdam", 1_774_745_999, "2026-03-29T01:59:59"),
      ("Europe/Amsterdam", 1_774_746_000, "2026-03-29T03:00:00"),
      ("Europe/Amsterdam", 1_792_889_999, "2026-10-25T02:59:59"),
      ("Europe/Amsterdam", 1_792_890_000, "2026-10-25T02:00:00"),
      ("Europe/Amsterdam", 1_793_487_599, "2026-10-31T23:59:59"),
      ("Europe/Amsterdam", 1_793_487_600, "2026-11-01T00:00:00"),
      ("Europe/Amsterdam", 2_540_325_600, "2050-07-02T00:00:00"),
      ("America/Los_Angeles", 1_793_516_399, "2026-10-31T23:59:59"),
      ("America/Los_Angeles", 1_793_516_400, "2026-11-01T00:00:00"),
      ("America/Los_Angeles", 1_772_964_000, "2026-03-08T03:00:00"),
      ("America/Sao_Paulo", 1_541_300_399, "2018-11-03T23:59:59"),
      ("America/Sao_Paulo", 1_541_300_400, "2018-11-04T01:00:00"),
      ("Australia/Lord_Howe", 1_775_314_800, "2026-04-05T01:30:00"),
      ("Australia/Lord_Howe", 1_791_041_400, "2026-10-04T02:30:00"),
      ("Asia/Kathmandu", 1_767_291_299, "2026-01-01T23:59:59"),
      ("Asia/Kathmandu", 1_767_291_300, "2026-01-02T00:00:00"),
      ("Pacific/Apia", 1_325_239_199, "2011-12-29T23:59:59"),
      ("Pacific/Apia", 1_325_239_200, "2011-12-31T00:00:00"),
      ("UTC", -1, "1969-12-31T23:59:59"),
    ])
  func `shows what clocks show at a moment`(zone: String, seconds: Int, local: String) throws {
    let table = try #require(TimeZoneTable(identifier: zone))
    let instant = Instant(secondsSince1970: seconds)
    #expect(table.localTime(of: instant).description == local)
    #expect(table.day(of: instant).description == String(local.prefix(10)))
  }

  /// Python: `datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone)).timestamp()`, `fold=0`.
  @Test(
    arguments: [
      ("Europe/Amsterdam", "2026-03-29T01:59:59", 1_774_745_999),
      ("Europe/Amsterdam", "2026-03-29T02:00:00", 1_774_746_000),
      ("Europe/Amsterdam", "2026-03-29T02:30:00", 1_774_747_800),
      ("Europe/Amsterdam", "2026-03-29T03:00:00", 1_774_746_000),
      ("Europe/Amsterdam", "2026-10-25T01:59:59", 1_792_886_399),
      ("Europe/Amsterdam", "2026-10-25T02:00:00", 1_792_886_400),
      ("Europe/Amsterdam", "2026-10-25T02:59:59", 1_792_889_999),
      ("Europe/Amsterdam", "2026-10-25T03:00:00", 1_792_893_600),
      ("Europe/Amsterdam", "2026-11-01T00:00:00", 1_793_487_600),
      ("America/Los_Angeles", "2026-03-08T02:30:00", 1_772_965_800),
      ("America/Los_Angeles", "2026-11-01T01:30:00", 1_793_521_800),
      ("America/Los_Angeles", "2026-11-01T02:00:00", 1_793_527_200),
      ("America/Sao_Paulo", "2018-11-04T00:00:00", 1_541_300_400),
      ("America/Sao_Paulo", "2018-11-04T00:30:00", 1_541_302_200),
      ("America/Sao_Paulo", "2018-02-17T23:30:00", 1_518_917_400),
      ("America/Sao_Paulo", "2018-02-18T00:00:00", 1_518_922_800),
      ("Australia/Lord_Howe", "2026-10-04T02:15:00", 1_791_042_300),
      ("Australia/Lord_Howe", "2026-04-05T01:45:00", 1_775_313_900),
      ("Pacific/Apia", "2011-12-29T23:59:59", 1_325_239_199),
      ("Pacific/Apia", "2011-12-31T00:00:00", 1_325_239_200),
      ("Asia/Kathmandu", "2026-01-02T00:00:00", 1_767_291_300),
    ])
  func `finds the moment at which clocks show a time`(
    zone: String, local: String, seconds: Int
  ) throws {
    let table = try #require(TimeZoneTable(identifier: zone))
    guard case .local(let time) = Timestamp(iso8601: local) else {
      Issue.record("\(local) is not read")
      return
    }
    #expect(table.instant(of: time).secondsSince1970 == seconds)
    #expect(
      table.instant(localDay: time.day, secondOfDay: time.secondOfDay).secondsSince1970 == seconds)
  }

  /// The first second that `date` shows as the day: `TZ=zone date -d @seconds`.
  @Test(
    arguments: [
      ("Europe/Amsterdam", "2026-11-01", 1_793_487_600),
      ("America/Sao_Paulo", "2018-11-04", 1_541_300_400),
      ("Pacific/Apia", "2011-12-31", 1_325_239_200),
    ])
  func `begins a day at its first moment`(zone: String, day: String, seconds: Int) throws {
    let table = try #require(TimeZoneTable(identifier: zone))
    let day = try #require(Day(iso8601: day))
    let start = table.startOfDay(day)
    #expect(start.secondsSince1970 == seconds)
    #expect(table.day(of: start) == day)
    #expect(table.day(of: start + -1) < day)
  }

  @Test func `knows no zone by a wrong name`() {
    #expect(TimeZoneTable(identifier: "Europe/Amsterdm") == nil)
  }
}

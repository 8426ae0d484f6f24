import Calendars
import PeilModel
import Testing

@testable import PeilLoading

/// How platforms write days and times, from the exports themselves; expected values by hand.
@Suite struct WrittenMomentTests {
  @Test(
    arguments: [
      ("03/18/2025", "2025-03-18"), ("3/8/2025", "2025-03-08"), ("2025-03-18", "2025-03-18"),
      ("2025/10/31", "2025-10-31"), ("20260224", "2026-02-24"), ("01-31-2025", "2025-01-31"),
      ("2/27/14", "2014-02-27"), ("Aug 28, 2025", "2025-08-28"),
      ("Sat, Aug 1, 2026", "2026-08-01"), ("Mon Feb 17 2025", "2025-02-17"),
      ("27 January 2026", "2026-01-27"), ("March 27, 2026", "2026-03-27"),
      ("28 februari 2026", "2026-02-28"), ("30 de abril de 2026", "2026-04-30"),
      ("2025-01-05T01:00:00", "2025-01-05"), ("8 de março de 2025", "2025-03-08"),
    ])
  func `a day is read as it is written`(text: String, day: String) {
    #expect(WrittenMoment(text)?.day?.description == day)
  }

  @Test(
    arguments: [
      ("13-06-2025", "2025-06-13"), ("03/04/2024", "2024-04-03"), ("2024-04-03", "2024-04-03"),
    ])
  func `where the day stands first it is read first`(text: String, day: String) {
    #expect(WrittenMoment(text, .dayFirst)?.day?.description == day)
  }

  @Test(
    arguments: [
      ("February 28", 2, 28), ("30 de abril", 4, 30), ("18 tháng Sáu", 6, 18),
      ("1 tháng Mười Hai", 12, 1), ("5 tháng Mười", 10, 5), ("28 februari", 2, 28),
    ])
  func `a year may be left out`(text: String, month: Int, day: Int) {
    let written = WrittenMoment(text)
    #expect(written?.month == month)
    #expect(written?.dayOfMonth == day)
    #expect(written?.year == nil)
    #expect(written?.day == nil)
  }

  @Test(
    arguments: [
      ("02/19/2015 11:45:22 PM", "2015-02-19T23:45:22Z"),
      ("12/11/2014 12:05:00 AM", "2014-12-11T00:05:00Z"),
      ("2022-02-28 17:39 +0000", "2022-02-28T17:39:00Z"),
      ("2022-02-28 17:39 +0530", "2022-02-28T12:09:00Z"),
      ("12/30/2025 9:40 am", "2025-12-30T09:40:00Z"),
      ("2025/10/31 18:19:10", "2025-10-31T18:19:10Z"),
    ])
  func `a time may stand behind a day`(text: String, instant: String) {
    #expect(WrittenMoment(text)?.instant(by: .utc)?.description == instant)
  }

  @Test(
    arguments: [
      "", "Lifetime", "13/13/2025", "2025-02-30", "Aug", "28", "Aug 28 2025 5", "1/2", "1/2/3/4",
      "tháng", "Smarch 3, 2026", "10:30", "1.5", "3.apr",
    ])
  func `what is no day is none`(text: String) {
    #expect(WrittenMoment(text)?.day == nil)
  }

  /// Amsterdam puts its clocks forward on 29 March 2026 and back on 25 October; a tracked night over
  /// either is as long as the clocks say.
  @Test func `months are cut in the agency's zone across daylight saving`() throws {
    let posts =
      "Tweet id,Tweet permalink,Tweet text,time,impressions\n"
      + "1,https://x.com/a/status/1,a,2026-03-28 22:59 +0000,1\n"
      + "2,https://x.com/a/status/2,b,2026-03-31 21:59 +0000,1\n"
      + "3,https://x.com/a/status/3,c,2026-03-31 22:00 +0000,1\n"
      + "4,https://x.com/a/status/4,d,2026-10-31 22:59 +0000,1\n"
      + "5,https://x.com/a/status/5,e,2026-10-31 23:00 +0000,1\n"
    let zone = try #require(TimeZoneTable(identifier: "Europe/Amsterdam"))
    let load = try load(["x.csv": posts], platforms: "x")
    // Two hours ahead of UTC in summer, one in winter.
    #expect(
      load.data.posts.map { zone.day(of: $0.publishedAt).description } == [
        "2026-03-28", "2026-03-31", "2026-04-01", "2026-10-31", "2026-11-01",
      ])
  }
}

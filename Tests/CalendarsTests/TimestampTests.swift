import Calendars
import Testing

@Suite struct TimestampTests {
  /// Python: `datetime.strptime(…).timestamp()`.
  @Test(
    arguments: [
      ("2026-10-31T12:30:05Z", 1_793_449_805),
      ("2026-10-31T12:30:05.123+01:00", 1_793_446_205),
      ("2026-10-31T12:30-07:00", 1_793_475_000),
      ("2026-10-31 12:30:05 +0000", 1_793_449_805),
      ("2026-10-31T12:30:05+0530", 1_793_430_005),
      ("1969-12-31T23:59:59Z", -1),
    ])
  func `reads moments with their offset`(text: String, seconds: Int) {
    #expect(Timestamp(iso8601: text) == .instant(Instant(secondsSince1970: seconds)))
  }

  @Test(
    arguments: [
      ("2026-10-31T12:30", "2026-10-31T12:30:00"),
      ("2026-10-31 12:30:05", "2026-10-31T12:30:05"),
      ("2026-10-31 12:30:05.5", "2026-10-31T12:30:05"),
    ])
  func `reads times without a zone`(text: String, expected: String) {
    guard case .local(let time) = Timestamp(iso8601: text) else {
      Issue.record("\(text) is not read")
      return
    }
    #expect(time.description == expected)
  }

  @Test(
    arguments: [
      "2026-10-31", "2026-10-31T24:00:00", "2026-10-31T12:60", "2026-10-31T12:30:60",
      "2026-10-31T12:30:05.", "2026-10-31T12:30:05x", "2026-10-31T12:30:05+1", "2026-10-31T12:30:",
      "2026-10-31T12:30:05+19:00", "2026-10-31T12:30:05 ", "2026-10-31T12:30:05+01-00",
      "2026-02-29T12:30:05", "2026-10-31x12:30:05", "2026-10-31T12:30.5", "",
    ])
  func `refuses what is no time`(text: String) {
    #expect(Timestamp(iso8601: text) == nil)
  }

  @Test func `reads a column as its texts one by one`() {
    let column = [
      "\0\0\0\0\0\0\0\0\0\0T12:30:05", "1970-01-01T00:00:00", "2026-10-31T12:30:05",
      "2026-10-31T23:59:59", "2026-10-31x12:30:05", "2026-10-31 00:00:00",
      "2026-11-31T12:30:05", "2026-11-01T12:30:05", "2026-11-01T12:30:05Z", "2026-11-01T24:30:05",
      "2026-10-31T12:30:05", "", "2026-10-31T12:30",
    ]
    var reader = TimestampReader()
    #expect(
      column.map { reader.read(Array($0.utf8).span) } == column.map { Timestamp(iso8601: $0) })
    #expect(column.filter { Timestamp(iso8601: $0) != nil }.count == 8)
  }

  @Test func `reads a column of days as its texts one by one`() {
    let column = [
      "1970-01-01", "2026-10-31", "2026-10-31", "2026-11-31", "2026-10-31", "2026-11-01", "",
      "2026-11-01T12:30:05", "2026-1-1", "2026-11-01 ", "2028-02-29", "2027-02-29",
    ]
    var reader = TimestampReader()
    #expect(
      column.map { reader.readDay(Array($0.utf8).span) }
        == column.map { Day(iso8601: Array($0.utf8).span) })
    #expect(column.filter { Day(iso8601: $0) != nil }.count == 6)
  }
}

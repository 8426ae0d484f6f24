import CSV
import Calendars
import PeilModel

// Days and moments as the formats write them. Each format says by which clock it goes.
extension RecordReader {
  /// `2026-10-31`
  @inline(__always)
  mutating func isoDay(_ field: Field) -> Day? {
    guard let index = index(of: field) else { return nil }
    let day = cursor.withBytes(at: index) { timestamps.readDay($0) }
    return day ?? text(field).flatMap { Day(iso8601: $0) }
  }

  /// `20260224`
  func compactDay(_ field: Field) -> Day? { text(field).flatMap { Day(compact: $0) } }

  /// A day as the file writes it: in numbers, with the name of a month, without a year.
  func day(_ field: Field) -> Day? {
    if let yearless = facts.yearless { return yearless[cursor.position] }
    guard let text = text(field) else { return nil }
    // A spreadsheet that forgot that its number is a day: they count from the end of 1899.
    if text.utf8.count == 5, let serial = Int(text), 36_526..<73_051 ~= serial {
      return Day(daysSince1970: serial - 25_569)
    }
    return WrittenMoment(text, facts.order)?.day
  }

  /// A day with a time, by a clock of some zone unless it names an offset.
  func moment(_ field: Field, by zone: TimeZoneTable) -> Instant? {
    text(field).flatMap { WrittenMoment($0, facts.order) }.flatMap { $0.instant(by: zone) }
  }

  /// `10:23:52 AM`
  func secondOfDay(_ field: Field) -> Int? {
    // A day is put before it, because without one it would be no moment.
    text(field).flatMap { WrittenMoment("2000-01-01 \($0)") }?.secondOfDay
  }

  /// `00:25:20`, `101:00:00`, `1:30`; in seconds.
  func clockLength(_ field: Field) -> Int? {
    guard let parts = text(field)?.split(separator: ":", omittingEmptySubsequences: false) else {
      return nil
    }
    let numbers = parts.compactMap { UInt16($0).map(Int.init) }
    guard numbers.count == parts.count, 2...3 ~= numbers.count,
      numbers.dropFirst().allSatisfy({ $0 < 60 })
    else { return nil }
    return numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
  }

  /// `2026-10`
  @inline(__always)
  mutating func month(_ field: Field) -> Month? {
    guard let index = index(of: field) else { return nil }
    let word = cursor.word(at: index)
    return months.meaning(of: word)
      ?? months.remember(cursor.text(at: index).flatMap { Month($0) }, of: word)
  }

  /// `2026-10`, `2026-W40` or `2026-10-31`
  mutating func monthWeekOrDay(_ field: Field) -> ClosedRange<Day>? {
    guard let index = index(of: field) else { return nil }
    let word = cursor.word(at: index)
    return spans.meaning(of: word)
      ?? spans.remember(cursor.text(at: index).flatMap { Self.monthWeekOrDay($0) }, of: word)
  }

  private static func monthWeekOrDay(_ text: String) -> ClosedRange<Day>? {
    if let month = Month(text) { return month.days }
    if let day = Day(iso8601: text) { return day...day }
    let parts = text.split(separator: "-")
    guard parts.count == 2, parts[1].first == "W", let year = Int(parts[0]),
      let week = Int(parts[1].dropFirst())
    else { return nil }
    return ISOWeek(year: year, week: week)?.days
  }

  /// `2024-03-01 - 2024-03-11`
  func days(_ field: Field) -> ClosedRange<Day>? {
    let ends = text(field)?.split(separator: " - ").map { Day(iso8601: String($0)) } ?? []
    guard ends.count == 2, let start = ends[0], let end = ends[1], start <= end else { return nil }
    return start...end
  }

  /// The period that a record of an advertising report is about.
  func period() -> ClosedRange<Day>? {
    guard let start = day(.periodStart), let end = day(.periodEnd), start <= end else {
      return nil
    }
    return start...end
  }

  /// `2026-10-02T19:30:00`, by the agency's clock unless it names an offset.
  @inline(__always)
  mutating func agencyInstant(_ field: Field) -> Instant? {
    guard let index = index(of: field) else { return nil }
    return cursor.withWrittenBytes(at: index) { agencyInstants.read($0) }
      ?? uncommonInstant(at: index)
  }

  /// A moment with an offset, without seconds, between quotes or blanks, or none.
  @inline(never)
  private mutating func uncommonInstant(at index: Int) -> Instant? {
    if cursor.isEmpty(at: index) { return nil }
    let written = cursor.withBytes(at: index) { Timestamp(iso8601: $0) }
    return switch written ?? cursor.text(at: index).flatMap({ Timestamp(iso8601: $0) }) {
    case .instant(let instant): instant
    case .local(let time): clocks.agency.instant(of: time)
    case nil: nil
    }
  }

  /// When an Instagram post was published: the second in its link, where that agrees with the time that
  /// was written down. A clock that is some hours off is put right by it; a link of another post is not.
  func instagramInstant(link: String?) -> Instant? {
    let written = pacificInstant(.publishedAt)
    guard let exact = link.flatMap(PeilLoading.instagramInstant) else { return written }
    guard let written else { return exact }
    return abs(exact - written) <= 86_400 ? exact : written
  }

  /// `03/18/2025 02:39`, by the clock of California, as all exports of Meta's posts go.
  func pacificInstant(_ field: Field) -> Instant? {
    guard let text = text(field) else { return nil }
    let numbers = text.split { $0 == "/" || $0 == " " || $0 == ":" }.map { Int($0) }
    guard numbers.count == 5 || numbers.count == 6, let month = numbers[0], let day = numbers[1],
      let year = numbers[2], let hour = numbers[3], let minute = numbers[4],
      (0..<24).contains(hour), (0..<60).contains(minute),
      let date = Day(year: year, month: month, day: day)
    else { return nil }
    return clocks.pacific.instant(localDay: date, secondOfDay: hour * 3600 + minute * 60)
  }
}

extension WrittenMoment {
  /// - Parameter zone: Of the clock, where no offset is written.
  func instant(by zone: TimeZoneTable) -> Instant? {
    guard let day, let secondOfDay else { return nil }
    if let offset {
      return Instant(secondsSince1970: day.daysSince1970 * 86_400 + secondOfDay - offset)
    }
    return zone.instant(localDay: day, secondOfDay: secondOfDay)
  }
}

/// The part of an Instagram permalink that names the post: `/p/CODE/`, `/reel/CODE/`, `/name/reel/CODE/`.
func instagramShortcode(_ link: String) -> Substring? {
  let parts = link.prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
  guard parts.contains(where: { $0.lowercased().hasSuffix("instagram.com") }),
    let kind = parts.firstIndex(where: { $0 == "p" || $0 == "reel" || $0 == "reels" || $0 == "tv" }
    ),
    kind + 1 < parts.count
  else { return nil }
  return parts[kind + 1]
}

/// The moment that an Instagram permalink holds.
///
/// A shortcode is the post's number in base 64; its upper bits count milliseconds since a moment in 2011.
func instagramInstant(_ link: String) -> Instant? {
  guard let code = instagramShortcode(link) else { return nil }
  var number: UInt64 = 0
  for letter in code.utf8 {
    let digit: UInt8
    switch letter {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit = letter - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): digit = letter - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = letter - UInt8(ascii: "0") + 52
    case UInt8(ascii: "-"): digit = 62
    case UInt8(ascii: "_"): digit = 63
    default: return nil
    }
    let (shifted, overflow) = number.multipliedReportingOverflow(by: 64)
    guard !overflow else { return nil }
    number = shifted | UInt64(digit)
  }
  let milliseconds = Int(number >> 23) + 1_314_220_021_721
  return Instant(secondsSince1970: milliseconds / 1000)
}

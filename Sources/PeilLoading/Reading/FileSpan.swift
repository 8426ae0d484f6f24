import CSV
import Calendars

/// Which days a file speaks of, and when it was made, as far as the platform wrote it down.
struct FileSpan {
  /// The period that was asked for, also where its first or last days have no record.
  let days: ClosedRange<Day>?
  /// The day of the export; never the file's own time.
  let asOf: Day?

  /// - Parameters:
  ///   - declared: What `declared(by:in:path:)` found.
  ///   - data: The days that the records themselves speak of.
  init(declared: ClosedRange<Day>?, path: String, data: ClosedRange<Day>?) {
    // A name that says less than what is inside was given by hand.
    if let declared, let data, declared.lowerBound <= data.lowerBound + 1,
      declared.upperBound >= data.upperBound - 1
    {
      days =
        min(declared.lowerBound, data.lowerBound)...max(declared.upperBound, data.upperBound)
      asOf = declared.upperBound
    } else if let data, let export = Self.exportDay(path), export > data.upperBound {
      // What the platform exports goes up to the day before.
      days = data.lowerBound...export - 1
      asOf = export
    } else {
      days = data
      asOf = data?.upperBound
    }
  }

  /// The period that a file names: in the lines before its header, else in its name.
  static func declared(
    by table: RecognisedTable, in records: Records, path: String
  ) -> ClosedRange<Day>? {
    let noted = noted(in: records[..<table.header])
    return switch table.format.layout {
    case .analytics: noted
    case .table, .explainedTable: noted ?? named(path)
    }
  }

  // MARK: - Notes before the header

  /// `# Start date: 20260224` and `# End date: 20260323`, `# 20251201-20251231`,
  /// `July 8, 2025 - July 31, 2025`, `Report Start: 1/1/2026`.
  static func noted(in notes: Records) -> ClosedRange<Day>? {
    var start: Day?
    var end: Day?
    for note in notes.prefix(12) where note.countWithoutTrailing <= 2 {
      let line = note.strings.joined(separator: " ").trimmingBlanks()
      let lowered = line.lowercased()
      if let last = line.split(separator: " ").last {
        if lowered.contains("start date") { start = Day(compact: last) ?? start }
        if lowered.contains("end date") { end = Day(compact: last) ?? end }
      }
      if let value = value(of: "report start:", in: lowered) { start = value }
      if let value = value(of: "report end:", in: lowered) { end = value }
      if let period = period(line) { return period }
    }
    guard let start, let end, start <= end else { return nil }
    return start...end
  }

  private static func value(of name: String, in line: String) -> Day? {
    guard line.hasPrefix(name) else { return nil }
    return line.dropFirst(name.count).split(separator: " ").first
      .flatMap { WrittenMoment(String($0))?.day }
  }

  private static func period(_ line: String) -> ClosedRange<Day>? {
    let bare = line.drop { $0 == "#" || $0 == " " }
    let ends: [Day?]
    if bare.utf8.count == 17, bare.contains("-") {
      ends = bare.split(separator: "-").map { Day(compact: $0) }
    } else {
      ends = bare.split(separator: " - ").map { WrittenMoment(String($0))?.day }
    }
    guard ends.count == 2, let start = ends[0], let end = ends[1], start <= end else { return nil }
    return start...end
  }

  // MARK: - Names

  /// The first two days of a name, of the file or of the archive that it came in:
  /// `Oct-01-2025_Oct-31-2026_1396.csv`, `…_(from_2025-10-01_to_2026-06-30).csv`,
  /// `Content 2025-10-01_2026-11-01 NAME.zip/`, `…_20161201_20170101_en.csv`.
  private static func named(_ path: String) -> ClosedRange<Day>? {
    for name in path.split(separator: "/").reversed() {
      let days = days(in: Array(name.utf8))
      if days.count >= 2, days[0].day <= days[1].day {
        // Where X writes days without signs, the second is the one after the last.
        let end = days[1].isCompact ? max(days[0].day, days[1].day - 1) : days[1].day
        return days[0].day...end
      }
    }
    return nil
  }

  private static func days(in name: [UInt8]) -> [(day: Day, isCompact: Bool)] {
    var days: [(day: Day, isCompact: Bool)] = []
    var position = 0
    while position < name.count {
      let isStart =
        position == 0 || !isWord(name[position - 1]) || !isWord(name[position])
        || isDigit(name[position]) != isDigit(name[position - 1])
      if isStart, let (day, length) = day(at: position, in: name) {
        days.append((day, length == 8))
        position += length
      } else {
        position += 1
      }
    }
    return days
  }

  /// `2026-07-06`, `20161201`, `Oct-01-2025`, `Oct-1-2025`
  private static func day(at start: Int, in name: [UInt8]) -> (Day, length: Int)? {
    for length in [10, 8, 11] where start + length <= name.count {
      let isEnd = start + length == name.count || !isDigit(name[start + length])
      guard isEnd else { continue }
      let text = String(decoding: name[start..<start + length], as: UTF8.self)
      let day: Day? =
        switch length {
        case 8: Day(compact: text)
        default: Day(iso8601: text) ?? Day(americanName: text)
        }
      if let day { return (day, length) }
    }
    return nil
  }

  /// The day in a number of seconds or milliseconds since 1970, which TikTok and LinkedIn put into
  /// names: the moment of the export.
  static func exportDay(_ path: String) -> Day? {
    for name in path.split(separator: "/").reversed() {
      for number in name.utf8.split(whereSeparator: { !isDigit($0) }) {
        guard number.count == 10 || number.count == 13,
          let value = Int(String(decoding: number, as: UTF8.self))
        else { continue }
        let seconds = number.count == 13 ? value / 1000 : value
        // From 2010 to 2100: another number of ten digits is hardly in there.
        if 1_262_304_000..<4_102_444_800 ~= seconds { return Day(daysSince1970: seconds / 86_400) }
      }
    }
    return nil
  }
}

private func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

private func isWord(_ byte: UInt8) -> Bool {
  isDigit(byte) || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte || byte >= 0x80
}

extension Day {
  /// `20260224`
  init?(compact text: some StringProtocol) {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard text.utf8.count == 8, text.utf8.allSatisfy(digits.contains), let number = Int(text) else {
      return nil
    }
    self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  /// As platforms shorten them under every language.
  static let englishMonths = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// `Oct-01-2025`
  fileprivate init?(americanName text: some StringProtocol) {
    let parts = text.split(separator: "-")
    guard parts.count == 3, let month = Self.englishMonths.firstIndex(of: String(parts[0])),
      let day = Int(parts[1]), let year = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month + 1, day: day)
  }
}

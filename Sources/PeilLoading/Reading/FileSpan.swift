import CSV
import Calendars

/// Which days a file speaks of, and when it was made, as far as the platform wrote it down.
struct FileSpan {
  /// The period that was asked for, also where its first or last days have no record.
  let days: ClosedRange<Day>?
  /// The day of the export; never the file's own time.
  let asOf: Day?

  /// - Parameter data: The days that the records themselves speak of.
  init(of table: RecognisedTable, in records: Records, path: String, data: ClosedRange<Day>?) {
    let declared =
      switch table.format.layout {
      case .analytics: Self.preamble(of: table, in: records)
      case .table: Self.named(path)
      }
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

  /// `# Start date: 20260224` and `# End date: 20260323` before the header.
  private static func preamble(
    of table: RecognisedTable, in records: Records
  ) -> ClosedRange<Day>? {
    var start: Day?
    var end: Day?
    for position in 0..<table.header {
      let line = records[position].string(at: 0).lowercased()
      guard line.hasPrefix("#"), let digits = line.split(separator: " ").last else { continue }
      if line.contains("start date") { start = Day(compact: digits) }
      if line.contains("end date") { end = Day(compact: digits) }
    }
    guard let start, let end, start <= end else { return nil }
    return start...end
  }

  /// The first two days of a name, of the file or of the archive's folder that it came in:
  /// `Oct-01-2025_Oct-31-2026_1396.csv`, `…_2026-07-06_2026-08-02.csv`, `Content 2025-10-01_2026-11-01 NAME/`.
  private static func named(_ path: String) -> ClosedRange<Day>? {
    for name in path.split(separator: "/").reversed() {
      let parts = name.split { $0 == "_" || $0 == " " }
      let days = parts.compactMap { part -> Day? in
        let bare = part.hasSuffix(".csv") ? part.dropLast(4) : part
        return Day(iso8601: String(bare)) ?? Day(americanName: bare)
      }
      if days.count >= 2, days[0] <= days[1] { return days[0]...days[1] }
    }
    return nil
  }

  /// The day in a number of milliseconds since 1970, which LinkedIn puts into names: the export's moment.
  private static func exportDay(_ path: String) -> Day? {
    let name = path.split(separator: "/").last ?? ""
    let number = name.split { $0 == "_" || $0 == " " || $0 == "." }
      .first { $0.utf8.count == 13 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    return number.flatMap { Int($0) }.map { Day(daysSince1970: $0 / 86_400_000) }
  }
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

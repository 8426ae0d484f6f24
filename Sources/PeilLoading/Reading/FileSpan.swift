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
      asOf = max(declared.upperBound, data.upperBound)
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

  /// `Oct-01-2025_Oct-31-2026_1396.csv` or `…_2026-07-06_2026-08-02.csv`: the first two days of the name.
  private static func named(_ path: String) -> ClosedRange<Day>? {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let days = name.split(separator: "_").compactMap { part -> Day? in
      let bare = part.hasSuffix(".csv") ? part.dropLast(4) : part
      return Day(iso8601: String(bare)) ?? Day(americanName: bare)
    }
    guard days.count >= 2, days[0] <= days[1] else { return nil }
    return days[0]...days[1]
  }
}

extension Day {
  /// `20260224`
  init?(compact text: some StringProtocol) {
    guard text.utf8.count == 8, let number = Int(text) else { return nil }
    self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  /// `Oct-01-2025`
  fileprivate init?(americanName text: some StringProtocol) {
    let parts = text.split(separator: "-")
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    guard parts.count == 3, let month = names.firstIndex(of: String(parts[0])),
      let day = Int(parts[1]), let year = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month + 1, day: day)
  }
}

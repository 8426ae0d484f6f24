import CSV
import Calendars

/// Days of a file that writes no year: its records follow one another up to the day of the export.
struct YearlessDays: Sendable {
  /// By the position of the record.
  private let days: [Int: Day]

  /// - Parameters:
  ///   - column: Where month and day stand.
  ///   - reference: The day of the export, or one near it: the last record is of the year that brings it
  ///     nearest.
  init(of column: Int, in records: Records, near reference: Day) {
    var days: [Int: Day] = [:]
    var later: Day?
    for position in records.indices.reversed() where column < records[position].count {
      guard let written = WrittenMoment(records[position].string(at: column)),
        let month = written.month, let dayOfMonth = written.dayOfMonth
      else { continue }
      let years = (reference.year - 20...reference.year + 1).reversed()
      let candidates = years.lazy.compactMap { Day(year: $0, month: month, day: dayOfMonth) }
      // 29 February is in one year of four.
      let day: Day? =
        if let later {
          candidates.first { $0 <= later }
        } else {
          candidates.min { abs($0 - reference) < abs($1 - reference) }
        }
      days[position] = day
      later = day ?? later
    }
    self.days = days
  }

  /// - Parameter position: Of a record.
  subscript(position: Int) -> Day? { days[position] }
}

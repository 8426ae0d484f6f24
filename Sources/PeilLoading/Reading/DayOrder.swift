import CSV
import Calendars
import Diagnostics

/// Whether `03/04/2026` is the fourth of March or the third of April: a setting of whoever exported.
enum DayOrder: Hashable, Sendable {
  case monthFirst
  case dayFirst

  /// Decides from all days of a column, else from the period that the file is about.
  ///
  /// - Throws: When neither settles it, and when two days contradict each other.
  init(
    of column: Int, in records: Records, period: ClosedRange<Day>?
  ) throws(Diagnostic) {
    var settled: DayOrder?
    var open: (record: Record, text: String)?
    var isOutside: Set<DayOrder> = []
    for record in records where column < record.count {
      let text = record.string(at: column)
      let first = WrittenMoment(text, .monthFirst)?.day
      let second = WrittenMoment(text, .dayFirst)?.day
      switch (first, second) {
      case (nil, nil): continue
      case (let day?, let other?):
        // Written with the year first, or on a day whose two numbers are the same.
        if day == other { continue }
        open = open ?? (record, text)
        if let period {
          if !period.contains(day) { isOutside.insert(.monthFirst) }
          if !period.contains(other) { isOutside.insert(.dayFirst) }
        }
      case (_?, nil), (nil, _?):
        let order: DayOrder = first != nil ? .monthFirst : .dayFirst
        guard order == settled ?? order else {
          throw .mixedDays(text, at: record.place(of: column))
        }
        settled = order
      }
    }
    if settled == nil, let open {
      switch (isOutside.contains(.monthFirst), isOutside.contains(.dayFirst)) {
      case (true, false): settled = .dayFirst
      case (false, true): settled = .monthFirst
      case (true, true), (false, false):
        throw .ambiguousDays(open.text, at: open.record.place(of: column))
      }
    }
    self = settled ?? .monthFirst
  }
}

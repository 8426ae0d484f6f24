import Calendars
import PeilModel

/// Time that somebody tracked, before it becomes a cost.
struct TimeEntry: Sendable {
  let day: Day
  let item: String
  let seconds: Int
  /// `nil` for time that is paid at the agency's rate.
  let amount: Money?
  let platform: Platform?
  let source: SourceRecord
  /// What two exports of the same entry have in common; nothing of it leaves the loader.
  let identity: String
}

extension [TimeEntry] {
  /// The entries as costs, each in hundredths of an hour, so that they add up to the whole exactly.
  var costs: [CostEntry] {
    var seconds = 0
    var given = 0
    return map { entry in
      seconds += entry.seconds
      let hundredths = (seconds + 18) / 36
      defer { given = hundredths }
      return CostEntry(
        days: entry.day...entry.day, item: entry.item, kind: .hours,
        hundredthsOfHours: hundredths - given, amount: entry.amount, platform: entry.platform,
        source: entry.source)
    }
  }
}

import Calendars
import Diagnostics
import PeilModel

/// Finds the newest month that all of a client's platforms cover completely.
struct MonthChoice {
  /// `nil` when no month is complete.
  let month: Month?
  /// Platforms that keep a newer month from being reported, and those without any export of posts.
  let notes: [Diagnostic]

  init(client: Client, data: ClientData) {
    var notes: [Diagnostic] = []
    var covered: [(platform: Platform, days: ClosedRange<Day>)] = []
    for platform in client.platforms {
      if let days = data.postDays(of: platform).last {
        covered.append((platform, days))
      } else {
        notes.append(.platformWithoutPosts(platform, client: client.slug))
      }
    }
    let newest = covered.map { lastCompleteMonth(before: $0.days.upperBound) }
    guard let month = newest.min(), let furthest = newest.max() else {
      self.month = nil
      self.notes = notes
      return
    }
    for (platform, days) in covered
    where month != furthest && lastCompleteMonth(before: days.upperBound) == month {
      notes.append(.platformStops(platform, on: days.upperBound, client: client.slug))
    }
    let isComplete = covered.allSatisfy { $0.days.lowerBound <= month.firstDay }
    self.month = isComplete ? month : nil
    self.notes = notes
  }
}

/// The month of a day when it is the month's last, else the month before.
private func lastCompleteMonth(before day: Day) -> Month {
  let month = day.month
  return day == month.lastDay ? month : month.previous
}

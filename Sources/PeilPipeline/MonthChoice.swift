import Calendars
import Diagnostics
import PeilModel

/// Settles which month a client's report is about.
///
/// A month that was asked for must lie in the days that the exports speak of. Without one it is the newest
/// month that all of the client's platforms cover completely.
struct MonthChoice {
  let month: Month
  /// Platforms that do not cover the month to its end, that keep a newer one from being reported, or
  /// that have no export of posts.
  let notes: [Diagnostic]

  /// - Parameters:
  ///   - wanted: The month that was asked for.
  ///   - place: Where a message points to: the client's folder.
  /// - Throws: When the data hold nothing of that month, or no month completely.
  init(
    _ wanted: Month?, for client: Client, data: ClientData, at place: Place
  ) throws(Problems) {
    var notes: [Diagnostic] = []
    var stretches: [Stretch] = []
    for platform in client.platforms {
      if let days = data.postDays(of: platform).last {
        stretches.append(Stretch(platform: platform, days: days))
      } else {
        notes.append(.platformWithoutPosts(platform, at: place))
      }
    }
    if let wanted {
      guard let days = data.days, days.overlaps(wanted.days) else {
        throw Problems([
          .monthWithoutData(wanted, client: client.slug, covered: data.days, at: place)
        ])
      }
      for stretch in stretches where stretch.days.upperBound < wanted.lastDay {
        notes.append(
          .platformStopsEarly(
            stretch.platform, on: stretch.days.upperBound, in: wanted, at: place))
      }
      month = wanted
    } else {
      guard let month = Self.newestCompleteMonth(in: stretches) else {
        let covered = stretches.map { "\($0.platform.rawValue): \(text(of: $0.days))" }
        throw Problems(notes + [.noCompleteMonth(client.slug, covered: covered, at: place)])
      }
      let furthest = stretches.map(\.lastCompleteMonth).max()
      for stretch in stretches where month != furthest && stretch.lastCompleteMonth == month {
        notes.append(
          .platformStops(stretch.platform, on: stretch.days.upperBound, at: place))
      }
      self.month = month
    }
    self.notes = notes
  }

  /// The newest month that every stretch covers from its first day to its last.
  private static func newestCompleteMonth(in stretches: [Stretch]) -> Month? {
    guard let month = stretches.map(\.lastCompleteMonth).min() else { return nil }
    return stretches.allSatisfy { $0.days.lowerBound <= month.firstDay } ? month : nil
  }

  /// The newest days without a break that the exports of a platform's posts speak of.
  private struct Stretch {
    let platform: Platform
    let days: ClosedRange<Day>

    /// The month of the last day when that is the month's last, else the month before.
    var lastCompleteMonth: Month {
      let month = days.upperBound.month
      return days.upperBound == month.lastDay ? month : month.previous
    }
  }
}

/// First and last day, as a message states them.
func text(of days: ClosedRange<Day>) -> String {
  "\(days.lowerBound.description) to \(days.upperBound.description)"
}

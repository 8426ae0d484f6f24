import Calendars
import PeilModel
import Statistics

/// The day of the month whose posts drew far more interactions than those of a usual day.
///
/// By the rule of ``SpikeRule``, on the interactions of all posts by their day of publication. Where nothing is
/// posted on most days there is no usual day, and a post is no spike. Neighbouring spikes are one event, of which
/// the highest day is named.
struct EngagementSpike {
  let day: Day
  let interactions: Double
  /// Over the usual day of the 28 before.
  let times: Double
  /// Whether money was put behind a post of that day.
  let isAdvertised: Bool

  /// The largest event of the month; `nil` in a quiet month, and where the exports do not cover its posts.
  init?(_ dataset: Dataset, in month: Month) {
    // A quarter before the month is enough for usual days and weekdays.
    let first = month.firstDay - 91
    let counts = dataset.dailyInteractions(in: first...month.lastDay)
    let events = spikeEvents(counts, from: first).filter { month.days.contains(first + $0.peak) }
    guard
      let event = events.max(by: { (counts[$0.peak] ?? 0) < (counts[$1.peak] ?? 0) }),
      let interactions = counts[event.peak], let start = event.days.first
    else { return nil }
    let before = counts[max(0, start - SpikeRule().baselineDays)..<start].compactMap { $0 }
    guard let usual = Statistics.median(of: before), usual > 0 else { return nil }
    day = first + event.peak
    self.interactions = interactions
    times = interactions / usual
    isAdvertised = dataset.postPlaces(in: day...day).contains { place in
      dataset.posts[place].isBoosted == true
    }
  }

  /// Says it, with its figures in the ledger.
  func tell(into ledger: inout Ledger) -> Statement {
    func add(_ name: String, _ quantity: Quantity) -> Statement.Argument {
      .figure(
        ledger.add(
          Figure(
            FigureKey("engagement-spike.\(name)"), .known(quantity), definition: .spike,
            days: day...day)),
        name == "interactions" ? .counted : .plain)
    }
    return Statement(
      isAdvertised ? "summary.engagement-spike-advertised" : "summary.engagement-spike",
      [
        "date": add("day", .day(day)),
        "interactions": add("interactions", .count(interactions, .interaction)),
        "times": add("times", .ratio(times)),
      ])
  }
}

extension Dataset {
  /// The interactions of each of some days, as ``interactions(in:platform:)`` tells them of all platforms.
  fileprivate func dailyInteractions(in days: ClosedRange<Day>) -> [Double?] {
    var sums = [Double](repeating: 0, count: days.count)
    // Platforms that have posts, and those that counted some of them.
    var all = [PlatformSet](repeating: PlatformSet(), count: days.count)
    var counted = all
    for place in postPlaces(in: days) {
      let day = posts[place].day - days.lowerBound
      let platform = PlatformSet(posts[place].platform)
      all[day].formUnion(platform)
      guard let interactions = posts[place].counts.interactions else { continue }
      counted[day].formUnion(platform)
      sums[day] += Double(interactions)
    }
    let areCovered = coversPosts(days)
    return days.map { day in
      let place = day - days.lowerBound
      return all[place] == counted[place] && (areCovered || coversPosts(day...day))
        ? sums[place] : nil
    }
  }
}

/// Days that stand out of a daily series, joined to events; each day at the level of its weekday, unless there is
/// a weekday without anything.
///
/// - Parameters:
///   - counts: One a day; `nil` where it is unknown.
///   - first: The day of the first.
func spikeEvents(_ counts: [Double?], from first: Day) -> [SpikeEvent] {
  let monday = (8 - first.weekday.rawValue) % 7
  let factors = weekdayFactors(ofDaily: counts.dropFirst(monday)).flatMap { factors in
    (0..<7).allSatisfy { factors[$0] > 0 } ? factors : nil
  }
  return spikes(
    inDaily: counts, factors: factors,
    firstWeekday: first.weekday.rawValue - 1)
}

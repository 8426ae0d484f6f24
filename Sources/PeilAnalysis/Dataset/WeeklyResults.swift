import Calendars
import PeilModel

/// What a week brought: conversions where there are enough of them, else interactions.
struct WeeklyResults {
  let noun: Quantity.Noun
  /// One for each week asked for; `nil` where the week is not covered.
  let values: [Double?]

  /// Conversions count as results from this many in the window, in at least half of its weeks.
  static let enoughConversions = 30.0

  init(_ dataset: Dataset, weeks: [ISOWeek], period: ReportingPeriod) {
    let window = period.weeks.map { dataset.conversions(in: $0.days) }
    let known = window.compactMap { $0 }
    let isEnough =
      known.reduce(0, +) >= Self.enoughConversions
      && known.count { $0 > 0 } * 2 >= window.count
    noun = isEnough ? .conversion : .interaction
    values = weeks.map {
      isEnough ? dataset.conversions(in: $0.days) : dataset.interactions(in: $0.days)
    }
  }
}

extension Dataset {
  /// Conversions of some days, as far as the traffic files cover them.
  func conversions(in days: ClosedRange<Day>, platform: Platform? = nil) -> Double? {
    guard coversTraffic(days) else { return nil }
    let counted = traffic(in: days).filter { platform == nil || $0.platform == platform }
      .compactMap(\.conversions)
    return counted.isEmpty && !hasConversions ? nil : counted.reduce(0, +)
  }

  func sessions(in days: ClosedRange<Day>) -> Double? {
    guard coversTraffic(days) else { return nil }
    let counted = traffic(in: days).compactMap(\.sessions)
    return counted.isEmpty && !hasSessions ? nil : counted.reduce(0) { $0 + Double($1) }
  }

  /// Reactions, comments and shares of the posts of some days, as far as the exports cover them.
  ///
  /// Unknown where a platform counted none of the three on any of its posts.
  func interactions(in days: ClosedRange<Day>, platform: Platform? = nil) -> Double? {
    guard coversPosts(days, platform: platform) else { return nil }
    let own = posts(in: days).filter { platform == nil || $0.platform == platform }
    let counted = own.filter { $0.counts.interactions != nil }
    guard
      counted.count == own.count
        || Set(counted.map(\.platform)) == Set(own.map(\.platform))
    else { return nil }
    return counted.reduce(0) { $0 + Double($1.counts.interactions ?? 0) }
  }

  /// Net new followers of a week over the platforms that are counted by then.
  ///
  /// Unknown when a platform that was counted before lacks a count at either end of the week.
  func followerChange(in week: ISOWeek) -> Double? {
    var change: Int?
    for platform in client.platforms {
      guard let first = firstFollowerDay(of: platform), first < week.firstDay else { continue }
      guard let before = followers(of: platform, on: week.firstDay - 1),
        let after = followers(of: platform, on: week.lastDay), after.day >= week.firstDay
      else { return nil }
      change = (change ?? 0) + after.followers - before.followers
    }
    return change.map(Double.init)
  }
}

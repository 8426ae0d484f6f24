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
    let window = period.weeks.map { dataset.conversions(in: $0) }
    let known = window.compactMap { $0 }
    let isEnough =
      known.reduce(0, +) >= Self.enoughConversions
      && known.count { $0 > 0 } * 2 >= window.count
    noun = isEnough ? .conversion : .interaction
    values = weeks.map {
      isEnough ? dataset.conversions(in: $0) : dataset.interactions(in: $0)
    }
  }
}

extension Dataset {
  /// Conversions of some days, as far as the traffic files cover them.
  func conversions(in days: ClosedRange<Day>, platform: Platform? = nil) -> Double? {
    guard coversTraffic(days) else { return nil }
    var sum = 0.0
    var isCounted = hasConversions
    for place in visitPlaces(in: days) {
      if let platform, visits[place].platform.place != platform.place { continue }
      guard let conversions = visits[place].conversions else { continue }
      sum += conversions
      isCounted = true
    }
    return isCounted ? sum : nil
  }

  func conversions(in week: ISOWeek, platform: Platform? = nil) -> Double? {
    memory.value(.conversions, of: platform, in: week) {
      conversions(in: week.days, platform: platform)
    }
  }

  func sessions(in days: ClosedRange<Day>) -> Double? {
    guard coversTraffic(days) else { return nil }
    var sum = 0.0
    var isCounted = hasSessions
    for place in visitPlaces(in: days) {
      guard let sessions = visits[place].sessions else { continue }
      sum += Double(sessions)
      isCounted = true
    }
    return isCounted ? sum : nil
  }

  func sessions(in week: ISOWeek) -> Double? {
    memory.value(.sessions, in: week) { sessions(in: week.days) }
  }

  /// Reactions, comments and shares of the posts of some days, as far as the exports cover them.
  ///
  /// Unknown where a platform counted none of the three on any of its posts.
  func interactions(in days: ClosedRange<Day>, platform: Platform? = nil) -> Double? {
    guard coversPosts(days, platform: platform) else { return nil }
    guard let platform else { return sum(ofPostsIn: days) { posts[$0].counts.interactions } }
    return sum(ofPostsIn: days, where: { posts[$0].platform == platform }) {
      posts[$0].counts.interactions
    }
  }

  func interactions(in week: ISOWeek, platform: Platform? = nil) -> Double? {
    memory.value(.interactions, of: platform, in: week) {
      interactions(in: week.days, platform: platform)
    }
  }

  /// Net new followers of a week over the platforms that are counted by then.
  ///
  /// Unknown when a platform that was counted before lacks a count at either end of the week.
  func followerChange(in week: ISOWeek) -> Double? {
    memory.value(.followerChange, in: week) { newFollowers(in: week) }
  }

  private func newFollowers(in week: ISOWeek) -> Double? {
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

import Calendars
import PeilModel
import Statistics

extension Funnel {
  /// Impressions, clicks, sessions, engaged sessions, conversions, revenue.
  static func commercial(_ dataset: Dataset, _ period: ReportingPeriod) -> Funnel {
    let weeks = period.weeks
    let isWithoutAds = dataset.client.confirmedNone.contains(.advertising)
    func paid(_ week: ISOWeek, _ count: KeyPath<AdResult, Int?>) -> Double? {
      isWithoutAds ? 0 : dataset.paid(count, in: week.days)
    }
    func sum(_ first: Double?, _ second: Double?) -> Double? {
      first.flatMap { first in second.map { first + $0 } }
    }
    let impressions = weeks.map {
      sum(dataset.organicImpressions(in: $0.days), paid($0, \.impressions))
    }
    let clicks = weeks.map { sum(dataset.organicClicks(in: $0.days), paid($0, \.linkClicks)) }
    let sessions = weeks.map { dataset.sessions(in: $0) }
    let engaged = weeks.map { dataset.engagedSessions(in: $0.days) }
    let conversions = weeks.map { dataset.conversions(in: $0) }
    let revenue = dataset.revenue(in: period.window)
    let known = impressions.compactMap { $0 }
    // Where visits are not told apart by engagement, conversions are held against all of them.
    let visits = engaged.allSatisfy { $0 == nil } ? sessions : engaged
    return Funnel(
      name: "commercial",
      steps: [
        Step("impressions", known.isEmpty ? nil : .count(known.reduce(0, +), .impression)),
        step("clicks", .click, clicks, of: impressions),
        step("sessions", .session, sessions, of: clicks),
        step("engaged-sessions", .session, engaged, of: sessions),
        step("conversions", .conversion, conversions, of: visits),
        Step("revenue", revenue.map { .money($0) }),
      ])
  }

  /// Reach of a post, interactions, conversations, new followers.
  ///
  /// Reach does not add, so the first step is that of a typical post, and interactions are held against it
  /// post by post.
  static func brand(_ dataset: Dataset, _ period: ReportingPeriod) -> Funnel {
    let weeks = period.weeks
    let reach = OrganicReach(dataset, weeks: weeks).median
    let rates = dataset.engagementRates(in: period.window)
    let rate =
      rates.denominators.values.allSatisfy({ $0 == .reach })
      ? medianInterval(of: rates.posts.map(\.rate)) : nil
    let interactions = weeks.map { dataset.interactions(in: $0) }
    let known = interactions.compactMap { $0 }
    let days = dataset.conversationDays(upTo: period.window.upperBound)
    let conversations = weeks.map { week -> Double? in
      guard let days, days.lowerBound <= week.firstDay, days.upperBound >= week.lastDay else {
        return nil
      }
      return Double(dataset.conversationTotals(in: week.days).all)
    }
    let followers = weeks.map { dataset.followerChange(in: $0) }
    let gained = followers.compactMap { $0 }
    return Funnel(
      name: "brand",
      steps: [
        Step(
          "reach", reach.map { .count($0.median, .person) }, orElse: .notOffered,
          sampleSize: reach.map { Figure.SampleSize($0.sampleSize, .post) }),
        Step(
          "interactions", known.isEmpty ? nil : .count(known.reduce(0, +), .interaction),
          rate: rate.map { $0.median <= 1 ? .share($0.median) : .ratio($0.median) },
          interval: rate?.limits.map { ($0.interval.lower, $0.interval.upper) },
          sampleSize: rate.map { Figure.SampleSize($0.sampleSize, .post) }),
        step("conversations", .conversation, conversations, of: interactions),
        Step("new-followers", gained.isEmpty ? nil : .count(gained.reduce(0, +), .follower)),
      ])
  }
}

extension Dataset {
  /// Clicks on links of posts that were not boosted; unknown where a platform does not count them.
  func organicClicks(in days: ClosedRange<Day>) -> Double? {
    guard coversPosts(days) else { return nil }
    return sum(ofPostsIn: days, where: { posts[$0].isBoosted != true }) {
      posts[$0].counts.linkClicks
    }
  }

  func engagedSessions(in days: ClosedRange<Day>) -> Double? {
    guard coversTraffic(days) else { return nil }
    let places = visitPlaces(in: days)
    var sum = 0.0
    for place in places {
      guard let engaged = visits[place].engagedSessions else { return nil }
      sum += Double(engaged)
    }
    return places.isEmpty ? nil : sum
  }

  /// What visits from the client's platforms brought in, by the web statistics; unknown without an amount.
  func revenue(in days: ClosedRange<Day>) -> Money? {
    guard coversTraffic(days) else { return nil }
    let amounts = visitPlaces(in: days).compactMap { visits[$0].revenue }
    return amounts.isEmpty ? nil : amounts.reduce(.zero, +)
  }
}

package import Calendars

/// How many people followed a client on a platform at the end of a day.
package struct FollowerCount: Equatable, Sendable {
  package var day: Day
  package var platform: Platform
  package var followers: Int
  package var source: SourceRecord

  package init(day: Day, platform: Platform, followers: Int, source: SourceRecord) {
    self.day = day
    self.platform = platform
    self.followers = followers
    self.source = source
  }
}

/// Visits to the client's site that came from one platform on one day.
package struct TrafficDay: Equatable, Sendable {
  package var day: Day
  package var platform: Platform
  /// Whether the visits came from advertisements; `nil` where the export does not tell.
  package var isPaid: Bool?
  package var sessions: Int?
  package var engagedSessions: Int?
  /// What the client counts as a result: orders, requests, bookings. May be a fraction in GA4.
  package var conversions: Double?
  package var revenue: Money?
  package var source: SourceRecord

  package init(day: Day, platform: Platform, source: SourceRecord) {
    self.day = day
    self.platform = platform
    self.source = source
  }
}

/// One entry of what social media cost.
package struct CostEntry: Equatable, Sendable {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case hours, advertising, tools, production
  }

  /// The days the entry is about: a month, a week or one day.
  package var days: ClosedRange<Day>
  package var item: String
  package var kind: Kind
  /// In hundredths of an hour, so that sums are exact; `nil` when the entry is not about hours.
  package var hundredthsOfHours: Int?
  /// `nil` for hours that are paid at the agency's rate.
  package var amount: Money?
  package var platform: Platform?
  package var source: SourceRecord

  package init(
    days: ClosedRange<Day>, item: String, kind: Kind, hundredthsOfHours: Int?, amount: Money?,
    platform: Platform?, source: SourceRecord
  ) {
    self.days = days
    self.item = item
    self.kind = kind
    self.hundredthsOfHours = hundredthsOfHours
    self.amount = amount
    self.platform = platform
    self.source = source
  }
}

/// A question, complaint or other exchange with somebody, without anything about who it was.
///
/// A client has tens of thousands of them: they hold what some figure needs and no references.
package struct Conversation: Equatable, Sendable {
  package enum Sentiment: String, Hashable, Sendable {
    case negative, neutral, positive
  }

  package var receivedAt: Instant
  // As the answers are kept: who looks at many conversations asks these.
  package var answer = PossibleInstant(nil)
  package var humanAnswer = PossibleInstant(nil)
  package var source: SourceRecord
  /// In the client's `words`.
  package var department: Words.ID?
  package var isAnsweredByMachine: Bool?
  package var sentiment: Sentiment?
  /// Whether somebody outside the social team was needed; `nil` where it was not recorded.
  package var isHandedOver: Bool?

  /// The first answer by a person or a machine.
  package var answeredAt: Instant? {
    get { answer.instant }
    set { answer = PossibleInstant(newValue) }
  }

  /// The first answer that a person gave; a machine's acknowledgement is none.
  package var humanAnswerAt: Instant? {
    get { humanAnswer.instant }
    set { humanAnswer = PossibleInstant(newValue) }
  }

  package init(receivedAt: Instant, source: SourceRecord) {
    self.receivedAt = receivedAt
    self.source = source
  }
}

/// The part of a platform's audience that belongs to one segment.
package struct AudienceShare: Equatable, Sendable {
  package var month: Month
  package var platform: Platform
  /// `age`, `gender`, `country` or what the export calls it.
  package var dimension: String
  package var segment: String
  /// As a fraction.
  package var share: Double
  package var source: SourceRecord

  package init(
    month: Month, platform: Platform, dimension: String, segment: String, share: Double,
    source: SourceRecord
  ) {
    self.month = month
    self.platform = platform
    self.dimension = dimension
    self.segment = segment
    self.share = share
    self.source = source
  }
}

/// What an advertising account spent and got in a stretch of days.
package struct AdResult: Equatable, Sendable {
  package var days: ClosedRange<Day>
  /// `nil` where the account advertises on several platforms and the export does not tell which.
  package var platform: Platform?
  package var campaign: String?
  package var impressions: Int?
  package var linkClicks: Int?
  package var spend: Money?
  package var source: SourceRecord

  package init(days: ClosedRange<Day>, source: SourceRecord) {
    self.days = days
    self.source = source
  }
}

/// What a platform counted for a whole account on one day.
package struct DailyValue: Equatable, Sendable {
  /// By the platform's clock: Meta's and YouTube's days are Californian, X's and TikTok's those of UTC.
  package var day: Day
  package var platform: Platform
  package var measure: Measure
  package var value: Int
  package var source: SourceRecord

  package init(
    day: Day, platform: Platform, measure: Measure, value: Int, source: SourceRecord
  ) {
    self.day = day
    self.platform = platform
    self.measure = measure
    self.value = value
    self.source = source
  }

  package enum Measure: String, CaseIterable, Comparable, Hashable, Sendable {
    case clicks, comments, impressions, interactions
    case linkClicks = "link-clicks"
    case lostFollowers = "lost-followers"
    /// New followers less those who left.
    case netFollowers = "net-followers"
    case newFollowers = "new-followers"
    /// Displays of the account's own page, not of its posts.
    case pageViews = "page-views"
    /// The part of `impressions` that was paid for.
    case paidImpressions = "paid-impressions"
    case profileVisits = "profile-visits"
    case reach, reactions, saves, shares
    case videoViews = "video-views"
    case views, viewers, visits
    case watchSeconds = "watch-seconds"

    package static func < (a: Measure, b: Measure) -> Bool { a.rawValue < b.rawValue }

    /// Whether days may be added: people are counted again on each.
    package var isAdditive: Bool { self != .reach && self != .viewers }
  }
}

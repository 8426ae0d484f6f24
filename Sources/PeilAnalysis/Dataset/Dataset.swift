import Calendars
import PeilModel

/// A client's data cut into days once, from which the metrics of every month are taken.
struct Dataset {
  let agency: Agency
  let client: Client
  let data: ClientData
  private let zone: TimeZoneTable
  /// By day; the platforms are the client's own.
  let posts: [DatedPost]
  /// In the order they came in, with the day in the agency's time zone.
  private let conversationDays: [Day]
  /// Of the client's platforms, by day.
  private let visits: [TrafficDay]
  private let trafficDays: [ClosedRange<Day>]
  private let followersByPlatform: [Platform: [FollowerCount]]
  /// The days that the exports of a platform's posts speak of.
  let postDays: [Platform: [ClosedRange<Day>]]
  /// Those of which any export holds posts.
  private let platformsWithPosts: [Platform]
  /// The last moment that the conversation files know of: until then the unanswered had waited.
  let lastConversationInstant: Instant?
  /// Whether any traffic file has conversions; a week without one is then a week with none.
  let hasConversions: Bool
  /// The same for sessions.
  let hasSessions: Bool

  init(agency: Agency, client: Client, data: ClientData, zone: TimeZoneTable) {
    self.agency = agency
    self.client = client
    let data = data.ordered
    self.data = data
    self.zone = zone
    let asOf = data.files.map(\.asOf)
    var posts = data.posts.indices.compactMap { index -> DatedPost? in
      let post = data.posts[index]
      guard client.platforms.contains(post.platform) else { return nil }
      return DatedPost(
        post, index: index, day: zone.day(of: post.publishedAt),
        countedOn: asOf[post.source.file.index])
    }
    let order = posts.indices.sorted {
      (posts[$0].day, posts[$0].platform, $0) < (posts[$1].day, posts[$1].platform, $1)
    }
    for (place, index) in order.enumerated() { posts[index].number = place + 1 }
    self.posts = posts
    visits = data.traffic.filter { client.platforms.contains($0.platform) }
    trafficDays = data.files.filter { $0.kind == .traffic }.compactMap(\.days)
    conversationDays = zone.days(ofOrdered: data.conversations.lazy.map(\.receivedAt))
    followersByPlatform = Dictionary(grouping: data.followers, by: \.platform)
    platformsWithPosts = client.platforms.filter(data.hasPosts(of:))
    var last: Instant?
    for conversation in data.conversations {
      let known = conversation.humanAnswerAt ?? conversation.receivedAt
      last = max(last ?? known, known, conversation.receivedAt)
    }
    lastConversationInstant = last
    postDays = Dictionary(
      uniqueKeysWithValues: client.platforms.map { ($0, data.postDays(of: $0)) })
    hasConversions = data.traffic.contains { $0.conversions != nil }
    hasSessions = data.traffic.contains { $0.sessions != nil }
  }

  /// What verdicts compare of a post, with the day it was published on in the agency's time zone.
  ///
  /// Without its texts it is a plain value, which is copied and cut by window many times.
  struct DatedPost {
    let platform: Platform
    let counts: Post.Counts
    let authorship: Post.Authorship?
    let isBoosted: Bool?
    /// Whether anything was done to distribute it; `nil` where nobody noted.
    let isDistributed: Bool?
    let editorScore: Int?
    let hashtagCount: Int
    let day: Day
    /// When its counts were read off.
    let countedOn: Day?
    let source: SourceRecord
    /// Of the post in the client's data.
    let index: Int
    /// From 1, by day and platform: a platform's clock does not change it.
    fileprivate(set) var number = 0

    init(_ post: Post, index: Int, day: Day, countedOn: Day?) {
      platform = post.platform
      counts = post.counts
      authorship = post.authorship
      isBoosted = post.isBoosted
      isDistributed = post.distribution.map { !$0.isEmpty }
      editorScore = post.editorScore
      hashtagCount = post.hashtags.count
      self.day = day
      self.countedOn = countedOn
      source = post.source
      self.index = index
    }

    /// Whether most of its reactions have come in; a younger post is shown and not compared.
    var isSettled: Bool {
      guard let countedOn else { return true }
      return countedOn - day >= platform.settlingDays
    }
  }

  /// The posts of some days, oldest first.
  func posts(in days: ClosedRange<Day>) -> ArraySlice<DatedPost> {
    let first = posts.partitioningIndex { $0.day >= days.lowerBound }
    let last = posts.partitioningIndex { $0.day > days.upperBound }
    return posts[first..<last]
  }

  /// Posts with their texts, in the same order.
  func texts(of posts: some Sequence<DatedPost>) -> [Post] { posts.map { data.posts[$0.index] } }

  /// The followers of a platform at the end of a day; a count up to six days older stands in.
  func followers(of platform: Platform, on day: Day) -> FollowerCount? {
    guard let counts = followersByPlatform[platform] else { return nil }
    let next = counts.partitioningIndex { $0.day > day }
    guard next > counts.startIndex else { return nil }
    let count = counts[next - 1]
    return day - count.day <= 6 ? count : nil
  }

  /// Whether exports speak of a platform's posts of every one of these days; of all platforms without one.
  func coversPosts(_ days: ClosedRange<Day>, platform: Platform? = nil) -> Bool {
    let platforms = platform.map { [$0] } ?? platformsWithPosts
    return !platforms.isEmpty
      && platforms.allSatisfy { platform in
        postDays[platform, default: []].contains {
          $0.lowerBound <= days.lowerBound && $0.upperBound >= days.upperBound
        }
      }
  }

  /// Why figures of posts over days that are not covered are unknown.
  func absenceOfPosts(_ days: ClosedRange<Day>) -> Absence {
    postDays.values.joined().contains { $0.overlaps(days) } ? .incomplete : .notConnected
  }

  func firstFollowerDay(of platform: Platform) -> Day? {
    followersByPlatform[platform]?.first?.day
  }

  func countsFollowers(of platform: Platform) -> Bool { followersByPlatform[platform] != nil }

  var hasConversations: Bool { !data.conversations.isEmpty }

  /// What came in on some days, oldest first.
  func conversations(in days: ClosedRange<Day>) -> ArraySlice<Conversation> {
    data.conversations[conversationIndices(in: days)]
  }

  private func conversationIndices(in days: ClosedRange<Day>) -> Range<Int> {
    let first = conversationDays.partitioningIndex { $0 >= days.lowerBound }
    let last = conversationDays.partitioningIndex { $0 > days.upperBound }
    return first..<last
  }

  /// Of what came in on some days, the place among the client's conversations and the day.
  func conversationDays(in days: ClosedRange<Day>) -> some Sequence<(index: Int, day: Day)> {
    conversationIndices(in: days).lazy.map { ($0, conversationDays[$0]) }
  }

  /// When the conversations of some days came in, on the agency's clock.
  func conversationTimes(in days: ClosedRange<Day>) -> [LocalTime] {
    conversationIndices(in: days).map { zone.localTime(of: data.conversations[$0].receivedAt) }
  }

  /// Whether the traffic files speak of every one of these days.
  func coversTraffic(_ days: ClosedRange<Day>) -> Bool {
    trafficDays.contains {
      $0.lowerBound <= days.lowerBound && $0.upperBound >= days.upperBound
    }
  }

  /// Why figures of traffic over days that are not covered are unknown.
  func absenceOfTraffic(_ days: ClosedRange<Day>) -> Absence {
    trafficDays.contains { $0.overlaps(days) } ? .incomplete : .notConnected
  }

  /// Visits of some days, from the client's platforms.
  func traffic(in days: ClosedRange<Day>) -> ArraySlice<TrafficDay> {
    let first = visits.partitioningIndex { $0.day >= days.lowerBound }
    let last = visits.partitioningIndex { $0.day > days.upperBound }
    return visits[first..<last]
  }
}

extension TimeZoneTable {
  /// The days of moments in the order of time; one day is looked up once.
  fileprivate func days(ofOrdered instants: some Sequence<Instant>) -> [Day] {
    var days: [Day] = []
    days.reserveCapacity(instants.underestimatedCount)
    var current: (day: Day, end: Instant)?
    for instant in instants {
      if let current, instant < current.end {
        days.append(current.day)
      } else {
        let day = day(of: instant)
        current = (day, startOfDay(day + 1))
        days.append(day)
      }
    }
    return days
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first index whose element is past the division; the elements are sorted by it.
  func partitioningIndex(where isPast: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if isPast(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

import Calendars
import PeilModel

/// A client's data cut into days once, from which the metrics of every month are taken.
///
/// A reference, because it is handed around: copies of its many lists would be counted each time.
final class Dataset {
  let agency: Agency
  let client: Client
  let data: ClientData
  private let zone: TimeZoneTable
  /// By day; the platforms are the client's own.
  let posts: [DatedPost]
  private let postIndex: DayIndex
  private let conversationIndex: ConversationIndex
  /// Of the client's platforms, by day.
  let visits: [TrafficDay]
  private let visitIndex: DayIndex
  private let trafficDays: [ClosedRange<Day>]
  /// The days that each advertising file speaks of, and each file of conversations.
  let advertisingDays: [ClosedRange<Day>]
  let conversationFileDays: [ClosedRange<Day>]
  /// By the platform's place.
  private let followersByPlatform: [[FollowerCount]]
  /// The days that the exports of a platform's posts speak of, by the platform's place.
  private let postDaysByPlatform: [[ClosedRange<Day>]]
  /// Those of which any export holds posts.
  private let platformsWithPosts: [Platform]
  /// Whether any traffic file has conversions; a week without one is then a week with none.
  let hasConversions: Bool
  /// The same for sessions.
  let hasSessions: Bool
  let memory: Memory

  init(agency: Agency, client: Client, data: ClientData, zone: TimeZoneTable) {
    self.agency = agency
    self.client = client
    let data = data.ordered
    self.data = data
    self.zone = zone
    memory = Memory(data.days, posts: data.posts.count)
    let own = PlatformSet(client.platforms)
    let asOf = data.files.map(\.asOf)
    var localDays = LocalDays(zone)
    var posts: [DatedPost] = []
    posts.reserveCapacity(data.posts.count)
    for index in data.posts.indices where own.contains(data.posts[index].platform) {
      posts.append(
        DatedPost(
          data.posts, index, day: localDays.day(of: data.posts[index].publishedAt),
          countedOn: asOf[data.posts[index].source.file.index]))
    }
    let postIndex = DayIndex(count: posts.count) { posts[$0].day }
    posts.number(by: postIndex)
    self.posts = posts
    self.postIndex = postIndex
    let visits =
      data.traffic.contains { !own.contains($0.platform) }
      ? data.traffic.filter { own.contains($0.platform) } : data.traffic
    self.visits = visits
    visitIndex = DayIndex(count: visits.count) { visits[$0].day }
    func days(ofFiles kind: SourceFile.Kind) -> [ClosedRange<Day>] {
      data.files.filter { $0.kind == kind }.compactMap(\.days)
    }
    trafficDays = days(ofFiles: .traffic)
    advertisingDays = days(ofFiles: .advertising)
    conversationFileDays = days(ofFiles: .conversations)
    conversationIndex = ConversationIndex(data.conversations, data.words, zone: zone)
    var followers = [[FollowerCount]](repeating: [], count: Platform.allCases.count)
    for count in data.followers { followers[count.platform.place].append(count) }
    followersByPlatform = followers
    platformsWithPosts = client.platforms.filter(data.hasPosts(of:))
    postDaysByPlatform = Platform.allCases.map { own.contains($0) ? data.postDays(of: $0) : [] }
    hasConversions = data.traffic.contains { $0.conversions != nil }
    hasSessions = data.traffic.contains { $0.sessions != nil }
  }

  /// What verdicts compare of a post, with the day it was published on in the agency's time zone.
  ///
  /// Without its texts it is a plain value. It is a large one all the same: what passes on many posts passes on their
  /// places.
  struct DatedPost {
    let platform: Platform
    let counts: Post.Counts
    let authorship: Post.Authorship?
    let isBoosted: Bool?
    /// Whether anything was done to distribute it; `nil` where nobody noted.
    let isDistributed: Bool?
    let editorScore: Int?
    let day: Day
    /// When its counts were read off.
    let countedOn: Day?
    let source: SourceRecord
    /// Of the post in the client's data.
    let index: Int
    /// From 1, by day and platform: a platform's clock does not change it.
    fileprivate(set) var number = 0

    /// - Parameter posts: Of which the one at `index` is meant, so that none is copied.
    @inline(__always)
    init(_ posts: [Post], _ index: Int, day: Day, countedOn: Day?) {
      platform = posts[index].platform
      counts = posts[index].counts
      authorship = posts[index].authorship
      isBoosted = posts[index].isBoosted
      isDistributed = posts[index].distribution.map { !$0.isEmpty }
      editorScore = posts[index].editorScore
      self.day = day
      self.countedOn = countedOn
      source = posts[index].source
      self.index = index
    }

    /// Whether most of its reactions have come in; a younger post is shown and not compared.
    var isSettled: Bool {
      guard let countedOn else { return true }
      return countedOn - day >= platform.settlingDays
    }
  }

  /// The places in `posts` of those of some days, oldest first.
  func postPlaces(in days: ClosedRange<Day>) -> Range<Int> { postIndex.records(in: days) }

  /// How many posts of some days are a platform's.
  func postCount(in days: ClosedRange<Day>, platform: Platform) -> Int {
    postPlaces(in: days).count { posts[$0].platform == platform }
  }

  func postCount(in week: ISOWeek, platform: Platform) -> Double {
    memory.value(.posts, of: platform, in: week) {
      Double(postCount(in: week.days, platform: platform))
    } ?? 0
  }

  /// A post with its texts.
  ///
  /// - Parameter place: In `posts`.
  func wholePost(at place: Int) -> Post { data.posts[posts[place].index] }

  /// How many hashtags posts have.
  ///
  /// - Parameter places: In `posts`.
  func hashtagCounts(ofPostsAt places: some Sequence<Int>) -> [Int] {
    memory.tags.counts(ofPosts: places.lazy.map { self.posts[$0].index }, among: data.posts)
  }

  /// What may be compared of the posts of a window, by one denominator for each platform.
  func engagementRates(in days: ClosedRange<Day>) -> EngagementRates {
    memory.engagementRates(in: days) { EngagementRates(self, in: days) }
  }

  /// The followers of a platform at the end of a day; a count up to six days older stands in.
  func followers(of platform: Platform, on day: Day) -> FollowerCount? {
    let counts = followersByPlatform[platform.place]
    guard let first = counts.first, day >= first.day else { return nil }
    // Mostly there is one a day.
    let next = counts.partitioningIndex(near: day - first.day + 1) { $0.day > day }
    let count = counts[next - 1]
    return day - count.day <= 6 ? count : nil
  }

  /// Whether exports speak of a platform's posts of every one of these days; of all platforms without one.
  func coversPosts(_ days: ClosedRange<Day>, platform: Platform? = nil) -> Bool {
    func covers(_ platform: Platform) -> Bool {
      postDaysByPlatform[platform.place].contains {
        $0.lowerBound <= days.lowerBound && $0.upperBound >= days.upperBound
      }
    }
    if let platform { return covers(platform) }
    return !platformsWithPosts.isEmpty && platformsWithPosts.allSatisfy(covers)
  }

  /// The days that the exports of a platform's posts speak of, oldest first.
  func postDays(of platform: Platform) -> [ClosedRange<Day>] { postDaysByPlatform[platform.place] }

  /// Why figures of posts over days that are not covered are unknown.
  func absenceOfPosts(_ days: ClosedRange<Day>) -> Absence {
    postDaysByPlatform.contains { $0.contains { $0.overlaps(days) } }
      ? .incomplete : .notConnected
  }

  func firstFollowerDay(of platform: Platform) -> Day? {
    followersByPlatform[platform.place].first?.day
  }

  func countsFollowers(of platform: Platform) -> Bool {
    !followersByPlatform[platform.place].isEmpty
  }

  var hasConversations: Bool { !data.conversations.isEmpty }

  /// The last moment that the conversation files know of: until then the unanswered had waited.
  var lastConversationInstant: Instant? { conversationIndex.last }

  /// What came in on some days, oldest first.
  func conversations(in days: ClosedRange<Day>) -> ArraySlice<Conversation> {
    data.conversations[conversationIndex.conversations(in: days)]
  }

  /// How many came in on some days.
  func conversationTotals(in days: ClosedRange<Day>) -> ConversationIndex.Totals {
    conversationIndex.totals(in: days)
  }

  /// The same for each of the days that has any.
  func conversationTotals(
    byDay days: ClosedRange<Day>
  ) -> some Sequence<(day: Day, totals: ConversationIndex.Totals)> {
    conversationIndex.byDay(days)
  }

  /// When the conversations of some days came in, on the agency's clock.
  func conversationTimes(in days: ClosedRange<Day>) -> [LocalTime] {
    conversationIndex.conversations(in: days).map {
      zone.localTime(of: data.conversations[$0].receivedAt)
    }
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

  /// What the visits of each of some days have together, 0 on a day without any; unknown on days that no traffic file
  /// speaks of.
  ///
  /// - Parameter value: Of the visits at a place in `visits`.
  @inline(__always)
  func dailySums(in days: ClosedRange<Day>, ofVisits value: (Int) -> Double?) -> [Double?] {
    var sums = [Double](repeating: 0, count: days.count)
    for place in visitPlaces(in: days) {
      if let value = value(place) { sums[visits[place].day - days.lowerBound] += value }
    }
    return zip(days.areHeld(by: trafficDays), sums).map { isKnown, sum in isKnown ? sum : nil }
  }

  /// The places in `visits` of those of some days.
  func visitPlaces(in days: ClosedRange<Day>) -> Range<Int> { visitIndex.records(in: days) }
}

extension [Dataset.DatedPost] {
  /// Numbers the posts, which stand in the order of time: by day, and those of one day by platform.
  fileprivate mutating func number(by index: DayIndex) {
    /// Of the next post of each platform.
    var next = [Int](repeating: 0, count: Platform.allCases.count)
    for day in index.days.indices {
      let places = index.records(atPlace: day)
      if places.count == 1 {
        self[places.lowerBound].number = places.lowerBound + 1
        continue
      }
      for platform in next.indices { next[platform] = 0 }
      for place in places { next[self[place].platform.place] += 1 }
      var number = places.lowerBound + 1
      for platform in next.indices { (next[platform], number) = (number, number + next[platform]) }
      for place in places {
        self[place].number = next[self[place].platform.place]
        next[self[place].platform.place] += 1
      }
    }
  }
}

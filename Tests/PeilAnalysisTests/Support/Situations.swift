import Calendars
import PeilModel

@testable import PeilAnalysis

/// Situations in which every belief can be tested, to be changed by a test in one respect.
extension Situation {
  /// Two platforms with posts, followers, visits, advertising, costs and conversations.
  static func full() -> Situation {
    var situation = Situation()
    situation.addWeeklyPosts(2)
    situation.addRelations()
    situation.addAds(
      impressions: (0..<13).map { 3000 + $0 * 20 }, cents: (0..<13).map { 4000 + $0 * 10 },
      weeks: situation.weeks(13))
    situation.addWork()
    situation.addConversations(60, handedOver: 24, department: "service")
    return situation
  }

  /// Posts on every platform in each week of the window, with tags, authors and distribution that vary.
  ///
  /// - Parameter change: Gets the number of the post on its platform, from 0.
  mutating func addWeeklyPosts(
    _ perWeek: Int, tags: (Int) -> Int = { $0 % 4 },
    _ change: (Int, inout Post) -> Void = { _, _ in }
  ) {
    for platform in client.platforms {
      var index = 0
      for week in weeks(13) {
        for day in 0..<perWeek {
          addPost(platform, on: week.firstDay + day, second: 40_000 + index, tags: tags(index)) {
            $0.authorship = index.isMultiple(of: 2) ? .human : .automated
            $0.distribution = index.isMultiple(of: 4) ? ["newsletter"] : []
            $0.counts.reactions = 40 + index * 7 % 23
            $0.counts.saves = index % 5
            $0.counts.reach = 1000 + index * 37 % 101
            change(index, &$0)
          }
          index += 1
        }
      }
    }
  }

  /// Follower counts and visits of 26 weeks; weeks with more of one bring more conversions.
  mutating func addRelations(
    weeks count: Int = 26, changes: (Int) -> Int = { $0 * 7 % 13 },
    sessions: (Int) -> Int = { 200 + $0 * 7 % 13 * 30 },
    conversions: (Int) -> Double = { Double(10 + $0 * 7 % 13 * 2) }
  ) {
    let weeks = weeks(count)
    addFollowers(
      client.platforms[0], start: 1000, changes: (0..<count).map(changes), weeks: weeks)
    addTraffic(
      client.platforms[0], sessions: (0..<count).map(sessions),
      conversions: (0..<count).map { (conversions($0) / 2).rounded() }, weeks: weeks)
    if client.platforms.count > 1 {
      addTraffic(
        client.platforms[1], sessions: (0..<count).map { _ in 50 },
        conversions: (0..<count).map { (conversions($0) / 2).rounded() }, weeks: weeks)
    }
  }

  /// Hours on every platform in each week of the window, and a tool each month.
  mutating func addWork(hours: (Platform, Int) -> Int = { _, _ in 4 }) {
    for (index, week) in weeks(13).enumerated() {
      for platform in client.platforms {
        addCost(.hours, week.days, hours: hours(platform, index), platform)
      }
    }
    for back in 0..<3 {
      addCost(.tools, month.advanced(by: -back).days, cents: 5000)
    }
  }
}

// MARK: - Changes

extension Situation {
  /// Situations with one platform more than the usual two each, with as many posts on each.
  static func wide(_ platforms: Int) -> Situation {
    var situation = Situation(
      Array([Platform.instagram, .facebook, .linkedin, .tiktok].prefix(platforms)))
    situation.addWeeklyPosts(2)
    situation.addRelations()
    situation.addConversations(60, handedOver: 24)
    return situation
  }

  /// As if files had never been there, so that the others keep their numbers.
  mutating func forget(_ kind: SourceFile.Kind, _ platform: Platform? = nil) {
    for index in data.files.indices
    where data.files[index].kind == kind
      && (platform == nil || data.files[index].platform == platform)
    {
      data.files[index].kind = .dailySeries
      data.files[index].platform = nil
      data.files[index].days = nil
    }
  }

  mutating func clearRelations() {
    data.followers = []
    data.traffic = []
    forget(.traffic)
  }

  /// Leaves the posts of the window this many interactions in all, spread over its first weeks.
  mutating func keepInteractions(_ total: Int, inWeeks count: Int = 13) {
    var left = total
    for index in data.posts.indices { data.posts[index].counts.clearEngagements() }
    let monday = weeks(13)[0].firstDay
    let own = data.posts.indices.filter {
      (data.posts[$0].day - monday) / 7 < count && data.posts[$0].platform == client.platforms[0]
    }
    for (place, index) in own.enumerated() {
      let part = left / (own.count - place)
      data.posts[index].counts.reactions = part
      left -= part
    }
  }

  mutating func removeAds() {
    data.ads = []
    forget(.advertising)
  }

  /// Other impressions of the advertising account, by week of the window.
  mutating func pay(_ impressions: [Int]) {
    for (index, number) in impressions.enumerated() { data.ads[index].impressions = number }
  }

  mutating func limit(
    _ kind: SourceFile.Kind, _ platform: Platform? = nil, to days: ClosedRange<Day>
  ) {
    for index in data.files.indices
    where data.files[index].kind == kind
      && (platform == nil || data.files[index].platform == platform)
    {
      data.files[index].days = days
    }
  }

  /// Gives each post its reactions and no other interaction; visits go, so that interactions count.
  ///
  /// - Parameter reactions: Gets the platform and the number of the post on it, from 0.
  mutating func bring(_ reactions: (Platform, Int) -> Int) {
    data.traffic = []
    eachPost { post, index in
      post.counts.clearEngagements()
      post.counts.reactions = reactions(post.platform, index)
    }
  }

  /// Gives each post this many reactions for a reach of 1,000.
  mutating func engage(_ reactions: (Post, Int) -> Int) {
    eachPost { post, index in
      post.counts.clearEngagements()
      post.counts.reach = 1000
      post.counts.reactions = reactions(post, index)
    }
  }

  mutating func removeEngagement() {
    eachPost { post, _ in
      post.counts.reactions = nil
      post.counts.comments = nil
      post.counts.shares = nil
      post.counts.saves = nil
    }
  }

  /// Makes this many posts of each platform automated, the others written by hand.
  mutating func automate(_ counts: [Platform: Int]) {
    eachPost { post, index in
      post.authorship = index < counts[post.platform, default: 0] ? .automated : .human
    }
  }

  mutating func tag(_ count: (Int) -> Int) {
    eachPost { post, index in
      post.text =
        "Nieuws "
        + (0..<count(index)).map { "#w\("abcdefgh".map(\.self)[$0])" }
        .joined(separator: " ")
    }
  }

  mutating func score(_ score: (Int) -> Int) {
    eachPost { post, index in post.editorScore = score(index) }
  }

  mutating func help(_ isHelped: (Int) -> Bool) {
    eachPost { post, index in post.distribution = isHelped(index) ? ["newsletter"] : [] }
  }

  /// Every post is good, every second one was distributed.
  mutating func distribute(_ reach: (Bool, Int) -> Int) {
    score { _ in 5 }
    help { $0.isMultiple(of: 2) }
    eachPost { post, index in post.counts.reach = reach(index.isMultiple(of: 2), index) }
  }

  mutating func removeDistribution() {
    eachPost { post, _ in post.distribution = nil }
  }

  /// Every second post is good.
  mutating func reach(_ reach: (Bool, Int) -> Int) {
    score { $0.isMultiple(of: 2) ? 5 : 1 }
    eachPost { post, index in post.counts.reach = reach(index.isMultiple(of: 2), index) }
  }

  mutating func converse(_ count: Int, handedOver: Int) {
    data.conversations = []
    addConversations(count, handedOver: handedOver, department: "service")
  }

  private mutating func eachPost(_ change: (inout Post, Int) -> Void) {
    var counts: [Platform: Int] = [:]
    for index in data.posts.indices {
      let platform = data.posts[index].platform
      change(&data.posts[index], counts[platform, default: 0])
      counts[platform, default: 0] += 1
    }
  }
}

extension Post {
  /// In the zone of the tests.
  var day: Day { Day(daysSince1970: publishedAt.secondsSince1970 / 86_400) }
}

extension Post.Counts {
  mutating func clearEngagements() {
    reactions = 0
    comments = 0
    shares = 0
    saves = 0
  }
}

// MARK: - Key results

extension Situation {
  /// One platform with thirteen months of posts, each with ten reactions.
  ///
  /// - Parameters:
  ///   - first: The first month with data, from 0 for a year ago to 12 for this month.
  ///   - posts: How many posts a month has.
  static func history(since first: Int = 0, _ posts: (Int) -> Int) -> Situation {
    var situation = Situation([.instagram])
    let months = (first...12).map { ($0, situation.month.advanced(by: $0 - 12)) }
    situation.addFile(
      .posts, .instagram, days: months[0].1.firstDay...situation.month.lastDay)
    for (index, month) in months {
      for number in 0..<posts(index) {
        situation.addPost(.instagram, on: month.firstDay + number) {
          $0.counts.clearEngagements()
          $0.counts.reactions = 10
        }
      }
    }
    return situation
  }

  static func aiming(_ goals: KeyValuePairs<KeyResult, Double>) -> Situation {
    var situation = Situation.full()
    situation.client.goals = goals.map { Client.Goal(result: $0.key, target: $0.value) }
    return situation
  }

  /// Ten conversations in the month before and ten in this one, of which so many are answered.
  static func answering(before: Int, now: Int) -> Situation {
    var situation = Situation([.instagram])
    situation.client.goals = [Client.Goal(result: .answered, target: 0.8)]
    for (month, answered) in [(situation.month.previous, before), (situation.month, now)] {
      situation.addConversations(10, handedOver: 0, in: month.days) { $0 < answered ? 2 : nil }
    }
    return situation
  }
}

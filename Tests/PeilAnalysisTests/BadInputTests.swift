import Calendars
import PeilModel
import Testing

@testable import PeilAnalysis

/// Data that say nothing or too much: figures are unknown or a stated result, never a made-up verdict.
@Suite struct BadInputTests {
  struct Case: Sendable, CustomStringConvertible {
    let name: String
    let situation: Situation
    var description: String { name }

    init(_ name: String, _ situation: Situation = .full(), _ change: (inout Situation) -> Void) {
      self.name = name
      var situation = situation
      change(&situation)
      self.situation = situation
    }
  }

  /// Nothing can be judged from these.
  static let silent = [
    Case("nothing at all", Situation()) { _ in },
    Case("no platforms", Situation([])) { _ in },
    Case("files without records", Situation()) {
      for kind in SourceFile.Kind.allCases where kind != .posts { $0.addFile(kind) }
      for platform in $0.client.platforms { $0.addFile(.posts, platform) }
    },
    Case("one post", Situation([.instagram])) {
      $0.addPost(.instagram, on: $0.month.firstDay) { _ in }
    },
    Case("one day of everything", Situation([.instagram])) {
      let day = $0.month.firstDay
      $0.addFile(.posts, .instagram, days: day...day)
      $0.addFile(.traffic, days: day...day)
      $0.addPost(.instagram, on: day) { _ in }
      $0.addFollowers(.instagram, start: 0, changes: [0], weeks: [day.week])
    },
    Case("posts without any count", Situation()) {
      $0.addWeeklyPosts(2, tags: { $0 % 4 }) { _, post in
        post.counts = Post.Counts()
      }
    },
    Case("posts nobody saw", Situation()) {
      $0.addWeeklyPosts(2, tags: { $0 % 4 }) { _, post in
        post.counts = Post.Counts()
        post.counts.reach = 0
        post.counts.impressions = 0
        post.counts.reactions = 0
      }
    },
    Case("a month in the future", .full()) { $0.month = $0.month.advanced(by: 24) },
    Case("a month before the data") { $0.month = $0.month.advanced(by: -60) },
    Case("posts and visits of other platforms only") {
      $0.client.platforms = [.youtube]
      $0.data.costs = []
      $0.data.ads = []
      $0.data.conversations = []
    },
  ]

  @Test(arguments: silent)
  func `nothing is judged from nothing`(_ bad: Case) {
    let findings = bad.situation.analysed()
    for section in findings.sections {
      #expect(section.verdict.effect == nil, "\(section.belief.code): \(section.verdict.kind)")
      // Where only time helps, nothing is asked for.
      #expect(section.next.count == 1 || section.verdict.kind == .tooLittleData)
    }
  }

  /// Whatever these come to, they come to an end, and to numbers.
  static let loud = [
    Case("every value equal", Situation()) {
      $0.addWeeklyPosts(2, tags: { _ in 3 }) { _, post in
        post.counts.reactions = 10
        post.counts.saves = 0
        post.counts.reach = 100
      }
      $0.addRelations(changes: { _ in 5 }, sessions: { _ in 100 }, conversions: { _ in 10 })
      $0.addAds(
        impressions: $0.weeks(13).map { _ in 100 }, cents: $0.weeks(13).map { _ in 100 },
        weeks: $0.weeks(13))
      $0.addWork()
      $0.addConversations(40, handedOver: 40) { _ in 1 }
    },
    Case("negative counts") {
      for index in $0.data.posts.indices {
        $0.data.posts[index].counts.reactions = -5
        $0.data.posts[index].counts.comments = -5
        $0.data.posts[index].counts.shares = -5
        $0.data.posts[index].counts.saves = -5
        $0.data.posts[index].counts.reach = -5
        $0.data.posts[index].counts.impressions = -5
      }
      for index in $0.data.followers.indices { $0.data.followers[index].followers = -5 }
      for index in $0.data.traffic.indices {
        $0.data.traffic[index].sessions = -5
        $0.data.traffic[index].conversions = -5
      }
      for index in $0.data.ads.indices {
        $0.data.ads[index].impressions = -5
        $0.data.ads[index].spend = Money(cents: -5)
      }
      for index in $0.data.costs.indices {
        $0.data.costs[index].hundredthsOfHours = -5
        $0.data.costs[index].amount = Money(cents: -5)
      }
    },
    Case("zero followers") {
      for index in $0.data.followers.indices { $0.data.followers[index].followers = 0 }
      for index in $0.data.posts.indices {
        $0.data.posts[index].counts.reach = nil
        $0.data.posts[index].counts.impressions = nil
      }
    },
    Case("counts as large as the loader lets through") { $0.setAll(to: 1_000_000_000_000_000) },
    Case("conversions that are no number") {
      for index in $0.data.traffic.indices {
        $0.data.traffic[index].conversions = index.isMultiple(of: 2) ? .infinity : .nan
      }
    },
    Case("fractions of conversions") {
      for index in $0.data.traffic.indices { $0.data.traffic[index].conversions = 0.1 }
    },
    Case("answers before questions") {
      for index in $0.data.conversations.indices {
        $0.data.conversations[index].humanAnswerAt =
          $0.data.conversations[index].receivedAt + -3600
      }
    },
    Case("costs over ten years") {
      $0.data.costs = []
      $0.addCost(.hours, $0.month.advanced(by: -120).firstDay...$0.month.lastDay, hours: 1)
    },
    Case("goals of nothing and of too much") {
      $0.client.goals = [
        Client.Goal(result: .posts, target: 0), Client.Goal(result: .followers, target: 1e300),
      ]
    },
    Case("thresholds that exclude each other") {
      for belief in Belief.allCases {
        $0.agency.thresholds[belief] = Thresholds.Pair(useless: -5, holds: 5)
      }
    },
  ]

  @Test(arguments: loud)
  func `no data stop the analysis or make a number that is none`(_ bad: Case) {
    let findings = bad.situation.analysed()
    #expect(findings.sections.count == 9)
    for figure in findings.ledger.figures {
      #expect(figure.numbers.filter { !$0.isFinite } == [], "\(figure.key.text)")
    }
  }

  @Test func `negative counts are judged nowhere`() throws {
    let bad = try #require(Self.loud.first { $0.name == "negative counts" })
    for section in bad.situation.analysed().sections
    where section.belief != .socialIsSeparate {
      #expect(section.verdict.effect == nil, "\(section.belief.code): \(section.verdict.kind)")
    }
  }
}

extension Situation {
  fileprivate mutating func setAll(to count: Int) {
    for index in data.posts.indices {
      data.posts[index].counts.reactions = count
      data.posts[index].counts.comments = count
      data.posts[index].counts.shares = count
      data.posts[index].counts.saves = count
      data.posts[index].counts.reach = count
      data.posts[index].counts.impressions = count
    }
    for index in data.followers.indices { data.followers[index].followers = count }
    for index in data.traffic.indices {
      data.traffic[index].sessions = count
      data.traffic[index].conversions = Double(count)
    }
    for index in data.ads.indices {
      data.ads[index].impressions = count
      data.ads[index].spend = Money(cents: count)
    }
    for index in data.costs.indices {
      data.costs[index].hundredthsOfHours = count
      data.costs[index].amount = Money(cents: count)
    }
  }

  /// Sums of the largest numbers that fit end at the largest number, and verdicts stay away.
  @Test func `huge numbers end in no figure and no crash`() {
    var situation = Situation.full()
    for index in situation.data.posts.indices {
      situation.data.posts[index].counts.reach = .max
      situation.data.posts[index].counts.impressions = .max
      situation.data.posts[index].counts.reactions = .max
      situation.data.posts[index].counts.comments = .max
      situation.data.posts[index].counts.shares = .max
      situation.data.posts[index].counts.linkClicks = .max
    }
    for index in situation.data.costs.indices {
      situation.data.costs[index].amount = Money(cents: .max)
      situation.data.costs[index].hundredthsOfHours = .max
    }
    for index in situation.data.ads.indices {
      situation.data.ads[index].impressions = .max
      situation.data.ads[index].spend = Money(cents: .max)
    }
    for index in situation.data.traffic.indices {
      situation.data.traffic[index].sessions = .max
      situation.data.traffic[index].conversions = .greatestFiniteMagnitude
      situation.data.traffic[index].revenue = Money(cents: .max)
    }
    for index in situation.data.followers.indices {
      situation.data.followers[index].followers = .max
    }
    let findings = situation.analysed()
    let kinds = findings.sections.filter {
      $0.belief != .socialIsFree && $0.belief != .socialIsSeparate
    }
    .map(\.verdict.kind)
    #expect(kinds.allSatisfy { $0 == .notTestable || $0 == .tooLittleData })
  }
}

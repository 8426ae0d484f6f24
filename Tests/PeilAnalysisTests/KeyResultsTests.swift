import Calendars
import PeilModel
import Testing

@testable import PeilAnalysis

@Suite struct KeyResultsTests {
  private func finding(_ result: KeyResult, _ findings: Findings) throws -> ResultFinding {
    try #require(findings.results.first { $0.result == result })
  }

  @Test func `adds up what the posts of the month brought`() throws {
    var situation = Situation([.instagram])
    let month = situation.month
    for (day, reactions) in [(-1, 100), (0, 3), (30, 4), (31, 100)] {
      situation.addPost(.instagram, on: month.firstDay + day) {
        $0.counts.reactions = reactions
        $0.counts.comments = 2
        $0.counts.shares = 1
        // Not every platform counts saves, so they are no part of it.
        $0.counts.saves = 50
      }
    }
    let findings = situation.analysed()
    #expect(findings.ledger.number("results.interactions") == 13)
    #expect(findings.ledger.number("results.posts") == 2)
    #expect(findings.ledger.number("results.impressions") == 2400)
    let sources = try #require(findings.ledger["results.interactions"]).sources
    #expect(sources.map(\.records) == [2])
  }

  @Test func `a month that exports cover in part is unknown and not smaller`() throws {
    var situation = Situation([.instagram])
    let month = situation.month
    situation.client.goals = [Client.Goal(result: .interactions, target: 10)]
    situation.addFile(.posts, .instagram, days: month.previous.firstDay...month.firstDay + 9)
    situation.addFile(.posts, .instagram, days: month.firstDay + 11...month.lastDay)
    situation.addPost(.instagram, on: month.previous.firstDay) { _ in }
    situation.addPost(.instagram, on: month.firstDay) { _ in }
    let findings = situation.analysed()
    let interactions = try finding(.interactions, findings)
    #expect(
      findings.ledger["results.interactions"]?.measurement == .unknown(.incomplete))
    #expect(interactions.status == .unknown)
    #expect(interactions.changes == [])
    #expect(findings.results.count == 1)
  }

  @Test func `files that join cover a month together`() throws {
    var situation = Situation([.instagram])
    let month = situation.month
    situation.addFile(.posts, .instagram, days: month.firstDay...month.firstDay + 9)
    situation.addFile(.posts, .instagram, days: month.firstDay + 10...month.lastDay)
    situation.addPost(.instagram, on: month.firstDay) { _ in }
    #expect(situation.analysed().ledger.number("results.posts") == 1)
  }

  @Test func `a covered month without posts brought nothing`() throws {
    let findings = Situation.history { $0 == 12 ? 0 : 2 }.analysed()
    #expect(findings.ledger.number("results.posts") == 0)
    #expect(findings.ledger.number("results.interactions") == 0)
    let change = try #require(try finding(.posts, findings).changes.first)
    #expect(findings.ledger[change.amount]?.measurement.known == .count(-2, .post))
    #expect(!change.isUp)
  }

  @Test func `after a month with nothing the change is told in things`() throws {
    let findings = Situation.history { $0 == 11 ? 0 : 2 }.analysed()
    let amounts = try finding(.posts, findings).changes.map {
      findings.ledger[$0.amount]?.measurement.known
    }
    #expect(amounts == [.count(2, .post), .count(0, .post)])
  }

  @Test(
    arguments: [
      (1, 2, .count(1, .post)), (19, 29, .count(10, .post)), (20, 21, .change(0.05)),
      (20, 10, .change(-0.5)),
    ] as [(Int, Int, Quantity)])
  func `a change from fewer than twenty is told in things and not in per cent`(
    _ before: Int, _ now: Int, _ amount: Quantity
  ) throws {
    let findings = Situation.history(since: 11) { $0 == 12 ? now : before }.analysed()
    let change = try #require(try finding(.posts, findings).changes.first)
    guard case .change(let expected) = amount else {
      #expect(findings.ledger[change.amount]?.measurement.known == amount)
      return
    }
    let found = try #require(findings.ledger.number(change.amount))
    #expect(abs(found - expected) < 1e-9)
  }

  @Test func `a gap between months stays a gap`() throws {
    var situation = Situation.history { _ in 2 }
    let missing = situation.month.advanced(by: -5)
    let first = situation.month.advanced(by: -12)
    situation.data.files[0].days = first.firstDay...missing.previous.lastDay
    situation.addFile(.posts, .instagram, days: missing.next.firstDay...situation.month.lastDay)
    let findings = situation.analysed()
    let posts = try finding(.posts, findings)
    #expect(posts.months.count == 13)
    #expect(
      posts.months.map { findings.ledger.number($0) }
        == (0...12).map { $0 == 7 ? nil : 2 })
  }

  @Test func `the first month has one bar and no change`() throws {
    let findings = Situation.history(since: 12) { _ in 2 }.analysed()
    let posts = try finding(.posts, findings)
    #expect(posts.months.count == 1)
    #expect(posts.changes == [])
    #expect(findings.remarks.map(\.phrase) == ["summary.first-month"])
  }

  /// ln changes of 10, 12, 9, 11, 10, 13, 9, 12 posts: mean 0.0260459, s 0.2730762, t(6) 2.4469119 give
  /// 12·exp(0.0260459 ± 0.7143288), worked out with scipy 1.17.1.
  @Test(arguments: [(14, false), (26, true)])
  func `a change outside what earlier changes let expect is unusual`(
    _ now: Int, _ isUnusual: Bool
  ) throws {
    let earlier = [10, 12, 9, 11, 10, 13, 9, 12]
    let situation = Situation.history(since: 4) { $0 == 12 ? now : earlier[$0 - 4] }
    let findings = situation.analysed()
    let change = try #require(try finding(.posts, findings).changes.first)
    let expected = try #require(findings.ledger["results.posts.change-on-month.expected"])
    #expect(change.judgement == (isUnusual ? .unusual(expected.key) : .usual(expected.key)))
    #expect(expected.sampleSize == Figure.SampleSize(7, .month))
    let limits = [
      expected.measurement.known?.number, expected.interval?.low, expected.interval?.high,
    ]
    for (found, worked) in zip(limits, Self.expected) {
      #expect(abs((found ?? 0) - worked) < 1e-6)
    }
    #expect(findings.alerts.map(\.phrase).contains("summary.unusual") == isUnusual)
  }

  static let expected = [12.316657155084474, 6.029257225989163, 25.160652098568512]

  @Test func `five earlier changes are too few to judge`() throws {
    let findings = Situation.history(since: 6) { $0 % 3 + 3 }.analysed()
    let change = try #require(try finding(.posts, findings).changes.first)
    #expect(change.judgement == .notJudged)
  }

  @Test(
    arguments: [
      (2, ResultFinding.Status.met, "goal-met"), (3, .missed, "goal-missed"),
    ] as [(Double, ResultFinding.Status, String)])
  func `a goal is met when it is reached`(
    _ target: Double, _ status: ResultFinding.Status, _ headline: String
  ) throws {
    var situation = Situation.history { _ in 2 }
    situation.client.goals = [Client.Goal(result: .posts, target: target)]
    let findings = situation.analysed()
    #expect(findings.results.first?.result == .posts)
    #expect(findings.results.first?.status == status)
    #expect(findings.headline.phrase == "summary.\(headline)")
  }

  @Test func `goals come first, and five results are the most`() {
    var situation = Situation.full()
    situation.client.goals = [
      Client.Goal(result: .posts, target: 1), Client.Goal(result: .answered, target: 0.9),
    ]
    #expect(
      situation.analysed().results.map(\.result) == [
        .posts, .answered, .interactions, .conversions, .sessions,
      ])
  }

  @Test func `impressions and views are never added`() {
    var situation = Situation()
    situation.addPost(.instagram, on: situation.month.firstDay) { $0.counts.impressions = 10 }
    situation.addPost(.facebook, on: situation.month.firstDay) {
      $0.counts.impressions = nil
      $0.counts.views = 10
    }
    #expect(
      Impressions.measure(situation.dataset, over: situation.month.days)
        == .unknown(.notOffered))
  }

  @Test(arguments: [(6, true), (7, false)])
  func `a count of followers stands in for six days`(_ age: Int, _ isKnown: Bool) {
    var situation = Situation([.instagram])
    let source = SourceRecord(file: situation.addFile(.followers), line: 2)
    situation.data.followers = [
      FollowerCount(
        day: situation.month.lastDay - age, platform: .instagram, followers: 10, source: source)
    ]
    let measured = Followers.measure(situation.dataset, over: situation.month.days)
    #expect(measured.measurement.known == (isKnown ? .count(10, .follower) : nil))
  }

  @Test func `visits without a conversion on a platform that has them are none`() {
    var situation = Situation([.instagram])
    let weeks = situation.weeks(4)
    situation.addTraffic(
      .instagram, sessions: [1, 2, 3, 4], conversions: [0, 0, 0.4, 0.4], weeks: weeks)
    let measured = Conversions.measure(
      situation.dataset, over: weeks[0].firstDay...weeks[3].lastDay)
    #expect(measured.measurement == .known(.count(1, .conversion)))
  }
}

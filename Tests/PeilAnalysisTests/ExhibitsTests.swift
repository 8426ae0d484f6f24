import Calendars
import PeilModel
import Testing

@testable import PeilAnalysis

/// Which charts a section offers, and what stands in them.
@Suite struct ExhibitsTests {
  private func section(_ belief: Belief, of situation: Situation) throws -> SectionFinding {
    try #require(situation.analysed().sections.first { $0.belief == belief })
  }

  @Test func `a section has the charts of the catalogue, two at most`() throws {
    let names = Situation.full().analysed().sections.map { $0.exhibits.map(\.name) }
    #expect(
      names == [
        ["followers", "relation"], ["impressions"], ["effort"], ["engagement", "ratios"],
        ["engagement", "tags"], ["visits", "funnel"], ["costs", "cost-per-result"],
        ["quality"], ["response", "departments"],
      ])
  }

  /// The thresholds are ln 0.8 and -ln 1.25; the chart of belief 8 shows the ratio the other way round.
  @Test func `ratios by platform have the limit from where on the belief holds`() throws {
    func limit(_ belief: Belief, _ situation: Situation) throws -> Double? {
      let exhibits = try section(belief, of: situation).exhibits
      guard case .intervals(let intervals) = exhibits.first(where: { $0.name == "ratios" })?.data
      else { return nil }
      return intervals.limit
    }
    let automation = try #require(try limit(.automateEverything, .full()))
    #expect(abs(automation - 0.8) < 1e-12)
    let scenario = try #require(
      Scenario.all.first { $0.description == "m8: distribution doubles reach" })
    let distribution = try #require(try limit(.goodContentSellsItself, scenario.situation))
    #expect(abs(distribution - 1.25) < 1e-12)
  }

  @Test func `reach by pace is shown where weeks differ in how many posts they have`() throws {
    var situation = Situation.full()
    let quiet = situation.weeks(13).prefix(5).map(\.days)
    situation.data.posts.removeAll { post in
      let day = Day(daysSince1970: post.publishedAt.secondsSince1970 / 86_400)
      return quiet.contains { $0.lowerBound + 1 == day }
    }
    let section = try section(.paidIsTheOnlyWay, of: situation)
    #expect(section.exhibits.map(\.name) == ["impressions", "reach"])
  }

  @Test func `groups hold every post once, with their median`() throws {
    let situation = Situation.full()
    let findings = situation.analysed()
    let exhibit = try #require(findings.sections[4].exhibits.first)
    guard case .strips(let strips) = exhibit.data else {
      Issue.record("no strips")
      return
    }
    // Tags go 0, 1, 2, 3, 0 …: a quarter has none, half has one or two.
    #expect(strips.groups.map(\.values.count) == [14, 26, 12])
    for group in strips.groups {
      let sorted = group.values.sorted()
      let middle = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
      let median = try #require(findings.ledger.number(group.median))
      #expect(abs(median - middle) < 1e-12)
    }
  }

  // By hand: the fifth post of the strip reaches fifty times as many as the others.
  @Test func `a post far from the others is named by its day, with its figure of the table`() throws
  {
    var situation = Situation.full()
    situation.data.posts[4].counts.reactions = 3000
    let findings = situation.analysed()
    let exhibit = try #require(findings.sections[4].exhibits.first)
    guard case .strips(let strips) = exhibit.data else {
      Issue.record("no strips")
      return
    }
    let outliers = strips.groups.flatMap { group in
      group.outliers.map { (group: group, outlier: $0) }
    }
    try #require(outliers.count == 1)
    let (group, outlier) = outliers[0]
    #expect(outlier.index == group.values.count - 1)
    guard case .figure(let day, _)? = outlier.name.arguments["date"] else {
      Issue.record("no date")
      return
    }
    let published = situation.data.posts[4].publishedAt.secondsSince1970 / 86_400
    #expect(
      findings.ledger[day]?.measurement == .known(.day(Day(daysSince1970: published))))
    #expect(findings.ledger.number(outlier.value) != nil)
  }

  // By hand: 31 % + 12 % of the followers are of the target's ages.
  @Test func `the fit with the target group has a row for each platform, known or not`() throws {
    var situation = Situation.full()
    situation.client.targetAges = ["25-34", "35-44"]
    #expect(try section(.morePlatformsAreBetter, of: situation).exhibits.map(\.name) == ["effort"])
    let file = situation.addFile(.audience, .instagram)
    for (age, share) in [("18-24", 0.5), ("25-34", 0.31), ("35-44", 0.12)] {
      situation.data.audience.append(
        AudienceShare(
          month: situation.month, platform: .instagram, dimension: "age", segment: age,
          share: share, source: SourceRecord(file: file, line: 2)))
    }
    let findings = situation.analysed()
    let exhibits = findings.sections[2].exhibits
    #expect(exhibits.map(\.name) == ["effort", "fit"])
    guard case .bars(let rows)? = exhibits.last?.data else {
      Issue.record("no bars")
      return
    }
    #expect(rows.map(\.platform) == [.instagram, .facebook])
    let share = try #require(findings.ledger.number(rows[0].value))
    #expect(abs(share - 0.43) < 1e-12)
    #expect(findings.ledger[rows[1].value]?.measurement == .unknown(.notConnected))
    #expect(exhibits.last?.remarks.map(\.phrase) == ["figures.m3.fit.no-data"])
  }

  @Test func `the largest cost is that of the months that are drawn`() throws {
    var situation = Situation.full()
    // Before the window, so no verdict counts it.
    situation.addCost(.tools, situation.month.advanced(by: -9).days, cents: 99_000_000)
    let exhibit = try #require(
      try section(.socialIsFree, of: situation).exhibits.first { $0.name == "costs" })
    #expect(exhibit.title.arguments["largest"] == .phrase("parts.tools"))
  }

  @Test func `all posts stand in one table, with what keeps one from being compared`() throws {
    var situation = Situation.full()
    situation.data.posts[0].isBoosted = true
    let findings = situation.analysed()
    #expect(findings.posts.map(\.platform) == [.instagram, .facebook])
    #expect(findings.posts.map(\.rows.count) == [26, 26])
    let rows = findings.posts[0].rows
    // Newest first; the first post is the oldest.
    #expect(rows.map(\.day) == rows.map(\.day).sorted(by: >))
    #expect(rows.last?.state == .boosted && rows.last?.engagementRate == nil)
    #expect(rows.dropLast().allSatisfy { $0.state == .compared && $0.engagementRate != nil })
    // By hand: reach 1,000 + 37 · 25 mod 101 = 1,016 of the newest; comments, shares and no saves make 8.
    let newest = try #require(rows.first)
    #expect(newest.reach.flatMap { findings.ledger.number($0) } == 1016)
    let quality = try #require(newest.quality.flatMap { findings.ledger.number($0) })
    #expect(abs(quality - 8.0 / 1016 * 1000) < 1e-9)
  }

  @Test func `messages are counted by weekday and hour from a hundred on`() throws {
    var situation = Situation.full()
    situation.data.conversations = []
    situation.addConversations(99, handedOver: 30, department: "service")
    var section = try section(.socialIsSeparate, of: situation)
    #expect(section.exhibits.map(\.name) == ["response", "departments"])
    situation.addConversations(1, handedOver: 0)
    let findings = situation.analysed()
    section = findings.sections[8]
    guard case .rhythm(let rhythm)? = section.exhibits.last?.data else {
      Issue.record("no rhythm")
      return
    }
    let counts = rhythm.rows.map { $0.counts.map { findings.ledger.number($0) ?? -1 } }
    #expect(counts.joined().reduce(0, +) == 100)
    // Soon after midnight: one on each of the 91 days of the window, eight more from its first day on, and the
    // hundredth on that Monday.
    #expect(counts.map { $0[0] } == [16, 14, 14, 14, 14, 14, 14])
    #expect(counts.allSatisfy { $0.count == 8 && $0.dropFirst().allSatisfy { $0 == 0 } })
  }

  @Test func `what still waits is told after hours, as far as it was watched`() throws {
    var situation = Situation.full()
    situation.data.conversations = []
    // Six of ten answered within two hours, three after thirty, one not at all.
    situation.addConversations(40, handedOver: 0, department: nil) { index in
      switch index % 10 {
      case 0...5: 2
      case 6...8: 30
      default: nil
      }
    }
    let findings = situation.analysed()
    guard case .waiting(let waiting)? = findings.sections[8].exhibits.first?.data else {
      Issue.record("no curve")
      return
    }
    let group = try #require(waiting.groups.first)
    #expect(waiting.groups.count == 1)
    #expect(waiting.hours.map { findings.ledger.number($0) } == [4, 24, 72])
    let parts = group.remaining.map { findings.ledger.number($0) ?? -1 }
    for (part, expected) in zip(parts, [0.4, 0.4, 0.1]) { #expect(abs(part - expected) < 0.02) }
    let half = try #require(findings.ledger.number(group.median))
    #expect(abs(half - 7200) < 1e-6)
    #expect(group.censored.count == 4)
  }

  @Test func `steps of the funnels are told where both ends and the interval are known`() throws {
    let findings = Situation.full().analysed()
    let exhibit = try #require(findings.sections[5].exhibits.last)
    guard case .passages(let passages) = exhibit.data else {
      Issue.record("no funnel")
      return
    }
    #expect(passages.map(\.rate.text).contains("funnel.commercial.conversions.rate"))
    for passage in passages {
      let rate = try #require(findings.ledger[passage.rate])
      #expect(rate.interval != nil)
      // The rate of a typical post is no part of two totals: reach does not add up.
      #expect((passage.counts == nil) == (rate.sampleSize?.noun == .post))
      for key in [passage.counts?.from, passage.counts?.to].compactMap({ $0 }) {
        #expect(findings.ledger.number(key) != nil)
      }
    }
    #expect(passages.contains { $0.counts == nil })
    #expect(exhibit.remarks.map(\.phrase) == ["figures.m6.funnel.per-post"])
    #expect(exhibit.sources == [.posts, .traffic, .conversations])
  }
}

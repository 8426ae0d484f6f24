import Calendars
import PeilModel
import Testing

@testable import PeilAnalysis

/// Which sentences a section says, and when.
@Suite struct SentencesTests {
  private func section(_ belief: Belief, _ situation: Situation) throws -> SectionFinding {
    try #require(situation.analysed().sections.first { $0.belief == belief })
  }

  @Test(arguments: Scenario.all.filter { $0.expected.kind == .notTestable })
  func `without input a section tells its formula and counts nothing`(
    _ scenario: Scenario
  ) throws {
    let findings = try #require(Scenario.findings[scenario.description])
    let section = try #require(findings.sections.first { $0.belief == scenario.belief })
    #expect(section.how.first?.phrase == "metrics.\(scenario.belief.measure.rawValue).formula")
    #expect(section.exhibits == [])
  }

  @Test(arguments: Scenario.all.filter { $0.expected.kind == .tooLittleData })
  func `too little data says how much is missing`(_ scenario: Scenario) throws {
    let findings = try #require(Scenario.findings[scenario.description])
    let section = try #require(findings.sections.first { $0.belief == scenario.belief })
    guard case .tooLittle(_, let found, let needed) = scenario.expected else { return }
    // Of two kinds both may be short, so their numbers stand in the sentence.
    let isOfTwoKinds =
      ["m4", "m8"].contains(scenario.belief.code)
      && !["m8.gates.posts", "m8.gates.good-posts", "m4.gates.authorship"].contains(
        section.lead.first?.phrase)
    #expect((section.lead.last?.phrase == "states.still-missing") == !isOfTwoKinds)
    #expect(
      findings.ledger.number(FigureKey("\(scenario.belief.code).missing"))
        == Double(needed - found))
  }

  /// What is asked for is what is lacking, and never what is there.
  @Test(
    arguments: [
      ("m1.weeks", "m1.next.test"), ("m1.results", "states.more-results"),
      ("m1.weeks-with-results", "states.more-results"), ("m1.no followers", "m1.next.test"),
      ("m1.no results", "states.arrange"), ("m2.impressions", nil),
      ("m2.no advertising", "m2.next.test"), ("m2.no impressions", "states.arrange"),
      ("m3.posts", "m3.next.test-posts"), ("m3.results", "states.more-results"),
      ("m3.no platforms", "m3.next.test-platforms"), ("m3.no posts", "m3.next.test-platforms"),
      ("m3.no effort", "m3.next.test"), ("m4.posts", "m4.next.test-posts"),
      ("m4.authorship", "m4.next.test"), ("m4.no authorship", "m4.next.test"),
      ("m4.no engagement", "states.arrange"), ("m6.weeks", nil),
      ("m6.conversions", "states.more-results"), ("m6.no traffic", "m6.next.test"),
      ("m6.no sessions", "m6.next.test-contrast"), ("m7.no hourly-rate", "states.arrange"),
      ("m7.no costs", "m7.next.test"), ("m8.no reach", "states.arrange"),
      ("m8.no distribution", "m8.next.test"), ("m9.conversations", "m9.next.test"),
    ] as [(String, String?)])
  func `the cheapest test is for what is lacking`(_ lack: String, _ step: String?) throws {
    let parts = lack.split(separator: ".", maxSplits: 1).map(String.init)
    let belief = try #require(Belief.allCases.first { $0.code == parts[0] })
    let verdict: Verdict =
      parts[1].hasPrefix("no ")
      ? .notTestable(
        MissingInput(
          String(parts[1].dropFirst(3)),
          ["no sessions", "no distribution"].contains(parts[1]) ? .noContrast : .missing))
      : .tooLittleData(Shortfall(parts[1], found: 1, needed: 2, .post))
    var ledger = Ledger()
    let draft = SectionDraft(
      belief, verdict, ReportingPeriod(month: Situation.full().month), taking: &ledger)
    #expect(draft.cheapestTest()?.phrase == step)
  }

  @Test func `a client without advertising is not asked for its results`() throws {
    var situation = Situation.full()
    situation.data.ads = []
    situation.data.files.removeAll { $0.kind == .advertising }
    situation.client.confirmedNone = [.advertising]
    let refuted = try section(.paidIsTheOnlyWay, situation)
    #expect(refuted.verdict.kind == .refuted)
    #expect(refuted.next.contains { $0.phrase == "m2.next.without-ads" })
    #expect(!refuted.next.contains { $0.phrase == "m2.next.advertise" })
    // What there never was is neither drawn nor named.
    let exhibit = try #require(refuted.exhibits.first { $0.name == "impressions" })
    #expect(exhibit.title.phrase == "figures.m2.impressions.title-no-ads")
    guard case .stacks(let stacks) = exhibit.data else {
      Issue.record("no bars")
      return
    }
    #expect(stacks.allSatisfy { $0.parts.map(\.name) == ["organic"] })
    for index in situation.data.posts.indices {
      situation.data.posts[index].counts.impressions = 1
      situation.data.posts[index].counts.views = nil
    }
    let few = try section(.paidIsTheOnlyWay, situation)
    #expect(few.verdict.kind == .tooLittleData)
    #expect(few.next == [])
    #expect(few.headline.phrase == "m2.too-little-no-ads")
  }

  @Test func `the interval of a cost is told only where one is`() throws {
    func tells(_ situation: Situation) throws -> Bool {
      try section(.socialIsFree, situation).how.contains { $0.phrase == "m7.how.conversions" }
    }
    #expect(try tells(Situation.full()))
    var situation = Situation.full()
    situation.data.costs = []
    situation.data.ads = []
    situation.data.files.removeAll { $0.kind == .advertising || $0.kind == .costs }
    #expect(try !tells(situation))
    #expect(try section(.socialIsFree, situation).how.contains { $0.phrase == "m7.how.rule" })
  }

  @Test func `a cost of which hours are missing is at least what is known`() throws {
    var situation = Situation.full()
    situation.client.conversion.value = Money(cents: 5000)
    let whole = try section(.socialIsFree, situation)
    #expect(whole.lead.map(\.phrase).contains("m7.lead-return-agreed"))
    #expect(whole.exhibits.first?.remarks == [])
    // The hours of the last week were not logged.
    let last = try #require(situation.weeks(1).first)
    situation.data.costs.removeAll { $0.kind == .hours && $0.days.overlaps(last.days) }
    let partial = try section(.socialIsFree, situation)
    #expect(partial.headline.phrase == "m7.refuted-at-least")
    #expect(
      partial.lead.map(\.phrase) == [
        "m7.lead-partial", "m7.lead-each-conversion-partial", "m7.lead-return-agreed-partial",
        "m7.lead-missing-weeks",
      ])
    let ledger = situation.analysed().ledger
    #expect(ledger["m7.cost-per-conversion"]?.interval == nil)
    #expect(ledger["m7.return"]?.interval == nil)
    #expect(!partial.how.contains { $0.phrase == "m7.how.conversions" })
    #expect(
      partial.exhibits.first?.remarks.map(\.phrase) == ["figures.m7.costs.partial"])
  }

  @Test func `engagement is called by what it is divided by`() throws {
    func base(_ change: (inout Post) -> Void) throws -> Statement.Argument? {
      var situation = Situation.full()
      for index in situation.data.posts.indices { change(&situation.data.posts[index]) }
      return try section(.automateEverything, situation).how.first?.arguments["engagement"]
    }
    #expect(try base { _ in } == .phrase("engagement-per.reach"))
    #expect(try base { $0.counts.reach = nil } == .phrase("engagement-per.displays"))
    // One platform gives reach, the other is told of beside it.
    #expect(
      try base { if $0.platform == .facebook { $0.counts.reach = nil } }
        == .phrase("engagement-per.reach"))
  }

  @Test func `a few good posts are counted and not told as a share`() throws {
    func lead(_ perWeek: Int) throws -> [String] {
      var situation = Situation([.instagram])
      situation.addWeeklyPosts(perWeek, tags: { _ in 1 }) { index, post in
        post.distribution = nil
        post.counts.saves = index % 9
      }
      return try section(.goodContentSellsItself, situation).lead.map(\.phrase)
    }
    // A third of 39 posts is 13, of 78 it is 26.
    #expect(try lead(3).first == "m8.lead-fallback-few")
    #expect(try lead(6).first == "m8.lead-fallback")
  }

  @Test func `what cannot be measured has the formula and the rule of one measure`() throws {
    var situation = Situation.full()
    for index in situation.data.posts.indices { situation.data.posts[index].counts.reach = nil }
    let section = try section(.goodContentSellsItself, situation)
    #expect(section.verdict.kind == .notTestable)
    #expect(
      section.how.prefix(2).map(\.phrase) == [
        "metrics.\(Belief.goodContentSellsItself.measure.rawValue).formula", "m8.how.rule",
      ])
  }

  @Test func `platforms that disagree are named, the lowest first`() throws {
    let name = "m5: platforms disagree"
    let findings = try #require(Scenario.findings[name])
    let section = try #require(findings.sections.first { $0.belief == .hashtagsHelp })
    let sentence = try #require(section.lead.first { $0.phrase == "states.disagree" })
    #expect(sentence.arguments["platform-one"] == .platform(.facebook))
    #expect(sentence.arguments["platform-two"] == .platform(.instagram))
  }

  @Test func `help is advised only where posts needed it`() throws {
    func advises(_ scenario: String) throws -> Bool {
      let findings = try #require(Scenario.findings[scenario])
      let section = try #require(findings.sections.first { $0.belief == .goodContentSellsItself })
      return section.next.contains { $0.phrase == "m8.next.approach" }
    }
    #expect(try advises("m8: distribution doubles reach"))
    #expect(try advises("m8: wide spread"))
    #expect(try !advises("m8: distribution adds nothing"))
  }

  @Test func `a changed threshold is stated, a default is not`() throws {
    var situation = Situation.full()
    situation.agency.thresholds[.paidIsTheOnlyWay] = Thresholds.Pair(useless: 0.6, holds: 0.8)
    let findings = situation.analysed()
    for section in findings.sections {
      let isStated = section.how.contains { $0.phrase == "notes.changed-thresholds" }
      #expect(isStated == (section.belief == .paidIsTheOnlyWay))
    }
    #expect(findings.ledger.number("m2.threshold.refuted-below") == 0.6)
    #expect(findings.ledger.number("m2.threshold.holds-above") == 0.8)
  }

  @Test func `advertising alone says nothing about work`() throws {
    var situation = Situation.full()
    situation.data.costs = []
    let section = try section(.socialIsFree, situation)
    #expect(section.verdict.kind == .refuted)
    #expect(!section.lead.contains { $0.phrase == "m7.lead" })
    #expect(section.how.first?.phrase == "m7.how.measure-amounts")
  }

  /// 4 hours a week on two platforms in 13 weeks, and 50 of each month's tool.
  @Test(
    arguments: [
      ("agency", nil, [:], 104 * 80.0), ("client", 100, [:], 104 * 100.0),
      ("kind of work", 100, ["hours": 120], 104 * 120.0),
      ("another kind", nil, ["design": 120], 104 * 80.0),
    ] as [(String, Int?, [String: Int], Double)])
  func `an hour costs what its kind, the client or the agency says`(
    _ name: String, _ client: Int?, _ kinds: [String: Int], _ work: Double
  ) {
    var situation = Situation.full()
    situation.client.hourlyRate = client.map { Money(cents: $0 * 100) }
    situation.agency.hourlyRates = kinds.mapValues { Money(cents: $0 * 100) }
    let ledger = situation.analysed().ledger
    let share = ledger.number("m7.work-share") ?? 0
    let cost = ledger.number("m7.cost") ?? 0
    #expect(abs(share * cost - work) < 1e-6)
  }

  @Test func `what was posted in a crisis is not brought again`() {
    var situation = Situation.full()
    situation.score { _ in 5 }
    situation.removeDistribution()
    let days = situation.month.advanced(by: -3).firstDay...situation.month.lastDay
    situation.data.conversations = []
    situation.addConversations(2 * days.count, handedOver: 30, in: days)
    let day = situation.month.firstDay + 5
    for index in situation.data.posts.indices where situation.data.posts[index].day == day {
      situation.data.posts[index].counts.reach = 900
      situation.data.posts[index].counts.shares = 500
    }
    func gem() -> Figure.Measurement? {
      situation.analysed().ledger["m8.hidden-gem.day"]?.measurement
    }
    #expect(gem() == .known(.day(day)))
    situation.addConversations(60, handedOver: 0, in: day...day)
    #expect(gem() != .known(.day(day)))
  }

  @Test func `a delivered month keeps its verdict`() throws {
    let situation = Situation.full()
    let month = situation.month.previous
    func analysed(_ delivered: [DeliveredMonth]) -> Findings {
      analyse(
        agency: situation.agency, client: situation.client, data: situation.data,
        period: situation.period, zone: .utc, delivered: delivered)
    }
    let computed = try #require(
      analysed([]).sections.first { $0.belief == .socialIsSeparate })
    let changed = analysed([
      DeliveredMonth(
        month: month, verdicts: [.socialIsSeparate: .holds], results: [], measures: [:],
        exports: [])
    ])
    let section = try #require(changed.sections.first { $0.belief == .socialIsSeparate })
    #expect(section.verdict == computed.verdict)
    #expect(section.history.dropLast().last?.kind == .holds)
    #expect(section.history.streak == 1)
    #expect(changed.remarks.contains { $0.phrase == "summary.verdict-changed" })
  }

  @Test(
    arguments: [
      ([], 0), ([Verdict.Kind.mixed], 1), ([.mixed, .holds, .holds], 2),
      ([.holds, .mixed, .holds], 1),
    ])
  func `a streak counts back from this month`(_ kinds: [Verdict.Kind], _ streak: Int) {
    let history = kinds.map { MonthVerdict(month: "month.x", kind: $0) }
    #expect(history.streak == streak)
  }

  /// By hand: n × (width now ÷ width allowed)².
  @Test(
    arguments: [
      (0.25, 0, 0.75, 104), (0, -0.5, 1, 104), (0.6, -0.2, 0.9, 47), (0.3, 0.1, 0.45, nil),
      (0.5, -0.5, 0.9, 104),
    ] as [(Double, Double, Double, Int?)])
  func `the sample that a clear verdict needs`(
    _ estimate: Double, _ low: Double, _ high: Double, _ needed: Int?
  ) {
    let effect = Effect(
      estimate: estimate, low: low, high: high, sampleSize: Figure.SampleSize(26, .week))
    #expect(effect.sizeNeeded(Thresholds.Pair(useless: 0.5, holds: 0)) == needed)
  }
}

import Calendars
import PeilModel
import Testing

@testable import PeilAnalysis

/// What is not known is never counted as nothing.
@Suite struct UnknownIsNotZeroTests {
  private func verdict(_ belief: Belief, _ situation: Situation) throws -> Verdict {
    try #require(situation.analysed().sections.first { $0.belief == belief }).verdict
  }

  @Test func `advertising by the month does not say what a week had`() throws {
    var situation = Situation.full()
    situation.data.ads = []
    let source = SourceRecord(file: SourceFile.ID(0), line: 2)
    for back in 0..<4 {
      var result = AdResult(days: situation.month.advanced(by: -back).days, source: source)
      result.impressions = 90_000
      situation.data.ads.append(result)
    }
    let expected = Verdict.notTestable(MissingInput("advertising"))
    #expect(try verdict(.paidIsTheOnlyWay, situation) == expected)
  }

  @Test func `advertising without its impressions is unknown`() throws {
    var situation = Situation.full()
    for index in situation.data.ads.indices { situation.data.ads[index].impressions = nil }
    let expected = Verdict.notTestable(MissingInput("advertising"))
    #expect(try verdict(.paidIsTheOnlyWay, situation) == expected)
  }

  @Test func `weeks without traffic files are left out of the relation`() throws {
    var situation = Situation.full()
    let weeks = situation.weeks(20)
    situation.limit(.traffic, to: weeks[0].firstDay...situation.month.lastDay)
    let effect = try #require(try verdict(.trafficIsTheGoal, situation).effect)
    #expect(effect.sampleSize == Figure.SampleSize(20, .week))
  }

  @Test func `visits that the export does not count are unknown`() throws {
    var situation = Situation.full()
    for index in situation.data.traffic.indices {
      situation.data.traffic[index].sessions = nil
    }
    let expected = Verdict.notTestable(MissingInput("traffic"))
    #expect(try verdict(.trafficIsTheGoal, situation) == expected)
    let measured = Sessions.measure(situation.dataset, over: situation.month.days)
    #expect(measured == .unknown(.notOffered))
  }

  @Test func `interactions of a platform that counts none are unknown in the sum`() {
    var situation = Situation.full()
    for index in situation.data.posts.indices
    where situation.data.posts[index].platform == .facebook {
      situation.data.posts[index].counts.reactions = nil
      situation.data.posts[index].counts.comments = nil
      situation.data.posts[index].counts.shares = nil
    }
    let measured = Interactions.measure(situation.dataset, over: situation.month.days)
    #expect(measured == .unknown(.notOffered))
    let week = situation.weeks(1)[0].days
    #expect(situation.dataset.interactions(in: week) == nil)
    #expect(situation.dataset.interactions(in: week, platform: .instagram) != nil)
  }

  @Test func `a young post is in no comparison`() throws {
    var situation = Situation.full()
    for index in situation.data.files.indices where situation.data.files[index].kind == .posts {
      situation.data.files[index].asOf = situation.period.window.upperBound - 21
    }
    let dataset = situation.dataset
    let days = EngagementRates(dataset, in: situation.period.window).posts
      .map { dataset.posts[$0.place].day }
    #expect(days.max() == situation.period.window.upperBound - 33)
  }

  @Test func `a boosted post is in no comparison`() throws {
    var situation = Situation.full()
    situation.data.posts[0].isBoosted = true
    situation.data.posts[1].isBoosted = false
    let rated = EngagementRates(situation.dataset, in: situation.period.window).posts
    #expect(rated.count == situation.data.posts.count - 1)
  }

  /// Ten of thirteen reach counts are too few; impressions are there for all.
  @Test func `one denominator serves a platform`() {
    var situation = Situation([.instagram])
    situation.addWeeklyPosts(1)
    for index in 0..<3 { situation.data.posts[index].counts.reach = nil }
    let rates = EngagementRates(situation.dataset, in: situation.period.window)
    #expect(rates.denominators == [.instagram: .displays])
    #expect(rates.posts.count == 13)
    // (40 + 5 + 3 + 0 + 1/2) / 1200, by hand.
    #expect(rates.posts.first?.rate == 48.5 / 1200)
  }

  @Test func `a month of advertising counts for its days in the window`() throws {
    var situation = Situation([.instagram])
    let source = SourceRecord(file: situation.addFile(.advertising), line: 2)
    // Five of July's days lie in the window.
    var july = AdResult(days: situation.month.advanced(by: -3).days, source: source)
    july.spend = Money(cents: 31_000)
    situation.data.ads = [july]
    #expect(situation.analysed().ledger.number("m7.advertising") == 50)
  }

  @Test func `without a rate the method prices no hour at nothing`() {
    var situation = Situation.full()
    situation.agency.hourlyRate = nil
    let findings = situation.analysed()
    #expect(findings.ledger["constant.hourly-rate"] == nil)
    let section = findings.sections.first { $0.belief == .socialIsFree }
    #expect(section?.how.first?.phrase == "m7.how.measure-amounts")
  }

  @Test(
    arguments: [
      ("both priced", 0, false, "refuted"), ("not all weeks", 6, false, "refuted-at-least"),
      ("no rate", 0, true, "refuted-at-least"),
    ])
  func `a cost that is known in part is at least that`(
    _ name: String, _ missing: Int, _ isWithoutRate: Bool, _ headline: String
  ) throws {
    var situation = Situation.full()
    situation.data.costs.removeFirst(missing)
    if isWithoutRate { situation.agency.hourlyRate = nil }
    let section = try #require(
      situation.analysed().sections.first { $0.belief == .socialIsFree })
    #expect(section.headline.phrase == "m7.\(headline)")
  }

  @Test(
    arguments: [
      ("known", ["service", "sales"], "lead", ["service", "sales"]),
      ("in capitals", ["Service"], "lead", ["service"]),
      ("the largest has another name", ["Molenaars", "sales"], "lead-without-departments", []),
      ("the social team itself", ["social"], "lead-without-departments", []),
    ])
  func `departments are named when the most needed one has a name`(
    _ name: String, _ departments: [String], _ phrase: String, _ named: [String]
  ) throws {
    var situation = Situation([.instagram])
    for (index, department) in departments.enumerated() {
      situation.addConversations(30 - index, handedOver: 30 - index, department: department)
    }
    let section = try #require(situation.analysed().sections.last)
    let lead = try #require(section.lead.first)
    #expect(lead.phrase == "m9.\(phrase)")
    let list: Statement.Argument? =
      named.isEmpty ? nil : .list(named.map { .phrase("departments.\($0)") })
    #expect(lead.arguments["departments"] == list)
  }

  @Test(arguments: StatementsTests.languages)
  func `every department that a page may name has a name`(_ language: String) throws {
    let phrases = try Translation.sentences(of: language)
    for department in SocialIsSeparate.departments {
      #expect(phrases["departments.\(department)"] != nil, "\(department)")
    }
    for absence in Absence.allCases {
      #expect(phrases["reasons.\(absence.rawValue)"] != nil, "\(absence)")
    }
  }
}

import Calendars
import PeilAnalysis
import PeilModel
import Testing

@testable import PeilReport

/// Sentences said again with what may be told.
@Suite struct RetellingTests {
  private static let phrases: [String: [String]] = [
    "m2.lead": ["impressions", "organic"], "proposal.m2.lead": ["organic"],
    "m2.next.fewer": ["from"], "m7.refuted": ["amount"], "proposal.m7.refuted": ["work-share"],
    "m8.lead": ["posts"], "change.more": ["since"],
  ]

  private func retelling() throws -> Retelling {
    var ledger = Ledger()
    func add(_ key: FigureKey, _ quantity: Quantity, _ definition: Definition) {
      ledger.add(Figure(key, .known(quantity), definition: definition))
    }
    add("m2.impressions", .count(96_020, .impression), .impressions)
    add("m2.organic-share", .share(0.704), .organicShare)
    add("m2.from", .count(12, .post), .posts)
    add("m7.cost", .money(.zero), .cost)
    add("m7.work-share", .share(0.3), .workShare)
    add("month.2026-09", .month(try #require(Month("2026-09"))), .month)
    let months = MonthNumbers(report: try #require(Month("2026-10")))
    return Retelling(ledger: ToldLedger(of: ledger, months)) { Self.phrases[$0] }
  }

  @Test func `a sentence of the sales copy stands in for the report's`() throws {
    let statement = Statement(
      "m2.lead",
      ["impressions": .figure("m2.impressions"), "organic": .figure("m2.organic-share")])
    #expect(
      try retelling().statement(statement)
        == Statement("proposal.m2.lead", ["organic": .figure("m2.organic-share")]))
  }

  @Test func `a place that the report's had not is a figure of its section`() throws {
    #expect(
      try retelling().statement(Statement("m7.refuted", ["amount": .figure("m7.cost")]))
        == Statement("proposal.m7.refuted", ["work-share": .figure("m7.work-share")]))
  }

  @Test func `a sentence that needs what is not told is left out`() throws {
    let retelling = try retelling()
    #expect(retelling.statement(Statement("m8.lead", ["posts": .figure("m2.impressions")])) == nil)
    #expect(retelling.statement(Statement("m8.lead", ["posts": .figure("m5.tag")])) == nil)
    #expect(
      retelling.statement(
        Statement(
          "m8.lead",
          ["posts": .list([.figure("m2.organic-share"), .figure("m2.impressions")])])) == nil)
  }

  @Test func `a band stands in running text and in no step`() throws {
    let step = Statement("m2.next.fewer", ["from": .figure("m2.from")])
    #expect(try retelling().statement(step) == step)
    #expect(try retelling().statement(step, mayHoldBands: false) == nil)
  }
}

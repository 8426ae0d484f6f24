import Calendars
import PeilModel
import Testing

@testable import PeilAnalysis

@Suite struct CrisisTests {
  /// Two conversations a day over three months, and a day on which forty come in.
  private func situation(peak count: Int, answered: Int, on back: Int = 10) -> Situation {
    var situation = Situation([.instagram])
    let days = situation.month.advanced(by: -3).firstDay...situation.month.lastDay
    situation.addFile(.conversations, days: days)
    situation.addConversations(2 * days.count, handedOver: 30, department: "service", in: days)
    let peak = situation.month.lastDay - back
    situation.addConversations(count, handedOver: 0, in: peak...peak) { $0 < answered ? 3 : nil }
    return situation
  }

  @Test func `a day far above the weeks before is told in the summary and in section 9`() throws {
    let situation = situation(peak: 40, answered: 30)
    let findings = situation.analysed()
    let ledger = findings.ledger
    // Two usual ones and forty; the median of the 28 days before is two.
    #expect(ledger.number("crisis.messages") == 42)
    #expect(ledger.number("crisis.times") == 21)
    #expect(ledger.number("crisis.answered").map { abs($0 - 32.0 / 42) < 1e-12 } == true)
    #expect(
      ledger["crisis.peak"]?.measurement == .known(.day(situation.month.lastDay - 10)))
    #expect(findings.alerts.map(\.phrase) == ["summary.crisis"])
    let section = try #require(findings.sections.first { $0.belief == .socialIsSeparate })
    #expect(section.lead.contains { $0.phrase == "m9.crisis" })
    #expect(section.next.contains { $0.phrase == "m9.next.spike" })
  }

  @Test func `without answers the box says nothing about them`() {
    var situation = situation(peak: 40, answered: 0)
    for index in situation.data.conversations.indices {
      situation.data.conversations[index].humanAnswerAt = nil
      situation.data.conversations[index].answeredAt = nil
    }
    #expect(situation.analysed().alerts.map(\.phrase) == ["summary.crisis-without-answers"])
  }

  @Test(
    arguments: [
      ("nine are too few to matter", 7, 10), ("a day of an earlier month", 40, 40),
    ])
  func `a quiet month has no box`(_ name: String, _ count: Int, _ back: Int) {
    let findings = situation(peak: count, answered: count, on: back).analysed()
    #expect(findings.ledger["crisis.peak"] == nil)
    #expect(findings.alerts == [])
  }

  /// The first days of a file have nothing to be compared with.
  @Test func `the first two weeks cannot be judged`() {
    var situation = Situation([.instagram])
    situation.addFile(.conversations, days: situation.month.days)
    let day = situation.month.firstDay + 5
    situation.addConversations(40, handedOver: 0, in: day...day)
    #expect(situation.analysed().alerts == [])
  }
}

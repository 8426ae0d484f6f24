import Calendars
import PeilModel
import Testing

@testable import PeilAnalysis

/// What was delivered is held against what the data say now.
@Suite struct RestatementTests {
  private let situation = Situation.full()

  private func restatements(_ delivered: [DeliveredMonth]) -> (Findings, [Restatement]) {
    let findings = analyse(
      agency: situation.agency, client: situation.client, data: situation.data,
      period: situation.period, zone: .utc, delivered: delivered)
    return (findings, findings.restatements)
  }

  private var exports: Set<DeliveredMonth.Export> {
    Set(situation.data.files.map { DeliveredMonth.Export($0) })
  }

  /// What the month before would be delivered with now.
  private func delivered() throws -> DeliveredMonth {
    let month = situation.month.previous
    let findings = analyse(
      agency: situation.agency, client: situation.client, data: situation.data,
      period: ReportingPeriod(month: month), zone: .utc)
    return DeliveredMonth(
      month: month,
      verdicts: Dictionary(
        findings.sections.map { ($0.belief, $0.verdict.kind) }, uniquingKeysWith: { $1 }),
      results: findings.results.map {
        DeliveredMonth.Result(
          $0.result, value: findings.ledger.number($0.value), exports: exports)
      },
      measures: findings.sections.reduce(into: [:]) { measures, section in
        guard let main = section.main, let figure = findings.ledger[main],
          let value = figure.measurement.known?.number
        else { return }
        measures[section.belief] = DeliveredMonth.Measure(figure.definition, value: value)
      }, exports: exports)
  }

  @Test func `what was delivered by the same data and rules is not restated`() throws {
    #expect(try restatements([delivered()]).1 == [])
  }

  @Test func `a verdict that comes out otherwise from the same exports is told with its cause`()
    throws
  {
    var earlier = try delivered()
    let now = try #require(earlier.verdicts[.socialIsFree])
    let then: Verdict.Kind = now == .holds ? .mixed : .holds
    earlier.verdicts[.socialIsFree] = then
    let (_, restated) = restatements([earlier])
    #expect(restated.map(\.subject) == [.verdict(.socialIsFree, then: then, now: now)])
    #expect(restated.map(\.cause) == [.otherRules])
  }

  @Test func `a result is told with both values, and other exports are its cause`() throws {
    var earlier = try delivered()
    let index = try #require(earlier.results.indices.first)
    let value = try #require(earlier.results[index].value)
    earlier.results[index].value = value - 7
    earlier.results[index].exports = [
      DeliveredMonth.Export(sha256: "another", asOf: situation.month.next.lastDay)
    ]
    let (findings, restated) = restatements([earlier])
    let told = try #require(restated.first)
    guard case .figure(_, let then, let now) = told.subject else {
      Issue.record("\(told.subject) is no result")
      return
    }
    #expect(findings.ledger.number(then) == value - 7)
    #expect(findings.ledger.number(now) == value)
    #expect(told.cause == .otherExports)
    #expect(restated.count == 1)
  }

  @Test func `every belief that was measured has its measure held against the data`() throws {
    let earlier = try delivered()
    #expect(earlier.measures.count >= 7)
    for (belief, measure) in earlier.measures {
      var changed = earlier
      changed.measures[belief]?.value = measure.value + 0.5
      let (findings, restated) = restatements([changed])
      guard restated.count == 1, case .figure(let told, let then, let now) = restated[0].subject
      else {
        Issue.record("\(belief) is told as \(restated)")
        continue
      }
      #expect(told == measure.definition)
      #expect(findings.ledger.number(then) == measure.value + 0.5)
      #expect(findings.ledger.number(now) == measure.value)
    }
  }

  @Test func `another measure than was delivered is not held against it`() throws {
    var earlier = try delivered()
    earlier.measures[.goodContentSellsItself] = DeliveredMonth.Measure(.posts, value: 3)
    #expect(restatements([earlier]).1 == [])
  }

  @Test func `what was unknown and is known now is told`() throws {
    var earlier = try delivered()
    earlier.results[0].value = nil
    #expect(restatements([earlier]).1.count == 1)
  }
}

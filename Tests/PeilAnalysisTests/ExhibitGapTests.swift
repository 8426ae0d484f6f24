import Calendars
import PeilModel
import Testing

@testable import PeilAnalysis

/// A chart over time leaves no time out: what is missing is a gap that is named.
@Suite struct ExhibitGapTests {
  private func exhibit(_ belief: Belief, _ findings: Findings) throws -> Exhibit {
    let section = try #require(findings.sections.first { $0.belief == belief })
    return try #require(section.exhibits.first)
  }

  // Months without data were once left out, and the period counted back from the last one: bars from
  // October 2025, with a month missing in between, were said to begin in November.
  @Test func `a month without data keeps its place among the bars`() throws {
    var situation = Situation.full()
    let missing = situation.month.advanced(by: -6)
    for month in (3..<13).map({ situation.month.advanced(by: -$0) }) where month != missing {
      situation.addCost(.tools, month.days, cents: 5000)
    }
    let findings = situation.analysed()
    let exhibit = try exhibit(.socialIsFree, findings)
    guard case .stacks(let stacks) = exhibit.data else {
      Issue.record("no bars")
      return
    }
    let months = stacks.compactMap { stack -> Month? in
      guard case .figure(let key, _) = stack.label,
        case .month(let month)? = findings.ledger[key]?.measurement.known
      else { return nil }
      return month
    }
    #expect(months == (0..<13).map { situation.month.advanced(by: $0 - 12) })
    #expect(stacks.map { findings.ledger.number($0.total) != nil } == months.map { $0 != missing })
    #expect(stacks[6].parts.allSatisfy { findings.ledger.number($0.value) == nil })

    let period = Quantity.days(months[0].firstDay...situation.month.lastDay)
    #expect(findings.ledger["m7.months.period"]?.measurement == .known(period))
    #expect(findings.ledger.number("m7.months") == 12)
    #expect(exhibit.gaps.map(\.measure) == [nil])
    #expect(findings.ledger[exhibit.gaps[0].days]?.measurement == .known(.days(missing.days)))
  }

  @Test func `weeks without followers are named with the measure that misses them`() throws {
    var situation = Situation.full()
    let weeks = situation.weeks(10)
    let missing = weeks[2].firstDay...weeks[3].lastDay
    situation.data.followers.removeAll { missing.contains($0.day) }
    let findings = situation.analysed()
    let exhibit = try exhibit(.followersAreSuccess, findings)
    guard case .lines(let panels) = exhibit.data else {
      Issue.record("no lines")
      return
    }
    let gap = try #require(exhibit.gaps.first)
    #expect(exhibit.gaps.count == 1)
    #expect(gap.measure == panels[0].title)
    guard case .days(let days)? = findings.ledger[gap.days]?.measurement.known else {
      Issue.record("no days")
      return
    }
    #expect(days.contains(missing.lowerBound) && days.contains(missing.upperBound))
  }

  @Test func `nothing is missing where everything is known`() throws {
    for section in Situation.full().analysed().sections {
      #expect(section.exhibits.allSatisfy { $0.gaps.isEmpty })
    }
  }
}

import PeilModel
import Testing

@testable import PeilAnalysis

@Suite struct VerdictsTests {
  /// Belief 7 is arithmetic and cannot be mixed.
  @Test(arguments: Belief.allCases)
  func `the table holds every verdict that a belief can get`(_ belief: Belief) {
    let reached = Set(Scenario.all.filter { $0.belief == belief }.map(\.expected.kind))
    let possible = Set(Verdict.Kind.allCases).subtracting(belief == .socialIsFree ? [.mixed] : [])
    #expect(reached == possible)
  }

  @Test(arguments: Scenario.all)
  func `judges by the rule of the belief`(_ scenario: Scenario) throws {
    let findings = try #require(Scenario.findings[scenario.description])
    let section = try #require(findings.sections.first { $0.belief == scenario.belief })
    #expect(Scenario.Expectation(section.verdict) == scenario.expected)
  }
}

import PeilModel
import Testing

@testable import PeilAnalysis

@Suite struct GateNamesTests {
  /// The table of scenarios reaches every gate.
  @Test(arguments: Belief.allCases)
  func `the gates of a belief are those that its verdict can fail at`(_ belief: Belief) {
    let reached = Scenario.all.filter { $0.belief == belief }.compactMap { scenario -> String? in
      guard case .tooLittle(let gate, _, _) = scenario.expected else { return nil }
      return gate
    }
    #expect(Set(reached) == Set(belief.gates))
  }
}

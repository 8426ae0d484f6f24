import PeilModel
import Testing

@testable import PeilAnalysis

@Suite struct DefinitionTests {
  @Test(arguments: ["nl", "en"])
  func `every definition has a name, a formula and a pitfall`(_ language: String) throws {
    let phrases = try Translation.sentences(of: language).keys
    let told = Set(phrases.filter { $0.hasPrefix("metrics.") })
    let expected = Definition.allCases.flatMap { definition in
      ["name", "formula", "pitfall"].map { "metrics.\(definition.rawValue).\($0)" }
    }
    let subjects = KeyResult.allCases.map { "metrics.\($0.rawValue).subject" }
    #expect(told == Set(expected + subjects))
  }

  /// Names sort and address well: small letters and hyphens.
  @Test func `every key of a ledger is a name of small letters`() {
    for findings in Scenario.findings.values {
      for figure in findings.ledger.figures {
        #expect(
          figure.key.text.wholeMatch(of: /[a-z0-9]+([.-][a-z0-9]+)*/) != nil, "\(figure.key.text)")
      }
    }
  }
}

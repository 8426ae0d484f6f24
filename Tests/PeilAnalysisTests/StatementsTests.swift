import Calendars
import PeilModel
import Testing

@testable import PeilAnalysis

@Suite struct StatementsTests {
  static let languages = ["nl", "en"]

  /// Goals met and missed, changes up and down, a first month, no results at all.
  static let results: [Situation] = [
    .full(), .history { _ in 1 }, .history { $0 == 12 ? 3 : 1 }, .history { 13 - $0 },
    .history(since: 12) { _ in 1 }, Situation(),
    .aiming([.posts: 1]), .aiming([.posts: 1000]), .aiming([.posts: 1, .interactions: 1]),
    .aiming([.posts: 1, .interactions: 1_000_000]),
    .aiming([.posts: 1000, .interactions: 1_000_000, .answered: 0.5]),
    .answering(before: 4, now: 8), .answering(before: 8, now: 4),
  ]

  /// The sentences of every situation of the verdict table, and those of the key results.
  @Test(arguments: languages)
  func `every sentence is in the translations and gets what its places ask for`(
    _ language: String
  ) throws {
    let phrases = try Translation.sentences(of: language)
    #expect(phrases.count > 500)
    var problems: Set<String> = []
    for findings in Array(Scenario.findings.values) + Self.results.map({ $0.analysed() }) {
      for statement in findings.statements {
        problems.formUnion(statement.problems(phrases, findings.ledger))
      }
    }
    #expect(problems.sorted() == [])
  }
}

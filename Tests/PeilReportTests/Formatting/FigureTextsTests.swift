import PeilAnalysis
import Testing

@testable import PeilReport

@Suite struct FigureTextsTests {
  /// By hand. The labels of bars are written in this form, each without a look at the others.
  @Test(arguments: [(45_000.0, "45.0K"), (33_122, "33.1K"), (999, "999")])
  func `a shortened figure keeps its decimal`(_ count: Double, _ expected: String) throws {
    var ledger = Ledger()
    let key = ledger.add(
      Figure("results.impressions", .known(.count(count, .impression)), definition: .impressions))
    let texts = FigureTexts(
      ledger: ledger, locale: .britishEnglish,
      phrases: try Phrasebook([:], places: [:], file: "en.yaml"), currency: "EUR")
    #expect(texts.text(key, .compact) == expected)
  }
}

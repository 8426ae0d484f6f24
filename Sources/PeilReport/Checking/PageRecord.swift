/// What a page was held against when it was built, in a form that `report.json` keeps: with it the page can
/// be checked again wherever it lies.
package struct PageRecord: Equatable, Sendable {
  /// As `lang` says it.
  package var language: String
  /// Of each key of the ledger its accepted texts.
  package var forms: [String: [String]]
  /// Of each verdict and goal the words for its outcome.
  package var outcomes: [String: [String]]
  /// Keys without which the page is incomplete.
  package var required: [String]
  /// Texts that were written by others.
  package var quotes: [String]
  /// Addresses outside the page.
  package var links: [String]
  /// Texts of ticks and keys of marks, by the id of the chart.
  package var charts: [String: PageFacts.Charts.Chart]
  /// Base64 of the SHA-256 of the style sheet.
  package var sheetHash: String

  package init(
    language: String, forms: [String: [String]], outcomes: [String: [String]],
    required: [String], quotes: [String], links: [String],
    charts: [String: PageFacts.Charts.Chart], sheetHash: String
  ) {
    self.language = language
    self.forms = forms
    self.outcomes = outcomes
    self.required = required
    self.quotes = quotes
    self.links = links
    self.charts = charts
    self.sheetHash = sheetHash
  }
}

extension PageFacts {
  /// - Parameter sheet: The bytes of the style sheet whose hash the record has, when they are known.
  package init(_ record: PageRecord, sheet: [UInt8]) {
    self.init()
    figures = Figures(
      forms: record.forms, outcomes: record.outcomes, required: Set(record.required))
    quotes = TextSet(record.quotes)
    links = TextSet(record.links)
    sheets = [Sheet(bytes: sheet, hash: record.sheetHash)]
    charts = Charts(record.charts)
    language = record.language
    times = LocaleFormat.named(String(record.language.prefix(2))).map { Times(of: $0) }
    standsAlone = true
  }
}

/// What `proposal.mustache` sees, and nothing else reaches a sales copy.
struct ProposalView: Sendable {
  var language: String
  var title: SentenceView
  var sheet: Sheet
  var words: Words
  var agency: AgencyView
  /// "An organisation in retail"
  var organisation: SentenceView
  var headline: SentenceView
  var lead: SentenceView
  /// What the reader may rely on: nothing was chosen, and what was left out.
  var promises: [SentenceView]
  var call: CallView
  var results: ResultsView
  var glance: GlanceView
  var beliefs: [BeliefView]
  var method: Method
  var glossary: [DefinitionView]

  /// - Parameter words: The names of the words, which the translations decide.
  static func view(words: RecordView<Words>) -> RecordView<ProposalView> {
    RecordView(
      "proposal",
      [
        .text("language") { $0.language },
        .record("title", SentenceView.view) { $0.title },
        .markup("sheet") { $0.sheet.markup },
        .text("sheet-hash") { $0.sheet.hash },
        .record("words", words) { $0.words },
        .record("agency", AgencyView.view) { $0.agency },
        .record("organisation", SentenceView.view) { $0.organisation },
        .record("headline", SentenceView.view) { $0.headline },
        .record("lead", SentenceView.view) { $0.lead },
        .list("promises", SentenceView.view) { $0.promises },
        .record("call", CallView.view) { $0.call },
        .record("results", ResultsView.view) { $0.results },
        .record("glance", GlanceView.view) { $0.glance },
        .list("beliefs", BeliefView.view) { $0.beliefs },
        .record("method", Method.view) { $0.method },
        .list("glossary", DefinitionView.view) { $0.glossary },
      ])
  }

  /// What was measured and how, and what was done so that it tells of nobody.
  struct Method: Equatable, Sendable {
    var intro: [SentenceView]
    var disguises: [SentenceView]
    var definitions: [DefinitionView]
    var rules: [SentenceView]

    static let view = RecordView<Method>(
      "proposal-method",
      [
        .list("intro", SentenceView.view) { $0.intro },
        .list("disguises", SentenceView.view) { $0.disguises },
        .list("definitions", DefinitionView.view) { $0.definitions },
        .list("rules", SentenceView.view) { $0.rules },
      ])
  }
}

/// The one thing that is asked of the reader.
struct CallView: Equatable, Sendable {
  var address: String
  /// As the agency wrote it; otherwise the template has words for it.
  var text: QuotedView?

  static let view = RecordView<CallView>(
    "call",
    [
      .text("href") { $0.address },
      .optionalRecord("text", QuotedView.view) { $0.text },
    ])
}

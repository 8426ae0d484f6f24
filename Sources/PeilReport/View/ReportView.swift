import Mustache

/// What `report.mustache` sees, and nothing else reaches a page.
struct ReportView: Sendable {
  var language: String
  var title: SentenceView
  var sheet: Sheet
  var words: Words
  var agency: AgencyView
  var client: QuotedView
  var clientLogo: LogoView?
  var month: DateView
  /// Nobody has approved what stands here.
  var isDraft: Bool
  var completeTo: DateView?
  var timeZone: QuotedView
  var summary: SummaryView
  var results: ResultsView
  var actions: ActionsView?
  var glance: GlanceView
  var beliefs: [BeliefView]
  var posts: PostsView?
  var method: MethodView
  var glossary: [DefinitionView]

  /// - Parameter words: The names of the words, which the translations decide.
  static func view(words: RecordView<Words>) -> RecordView<ReportView> {
    RecordView(
      "report",
      [
        .text("language") { $0.language },
        .record("title", SentenceView.view) { $0.title },
        .markup("sheet") { $0.sheet.markup },
        .text("sheet-hash") { $0.sheet.hash },
        .record("words", words) { $0.words },
        .record("agency", AgencyView.view) { $0.agency },
        .record("client", QuotedView.view) { $0.client },
        .optionalRecord("client-logo", LogoView.view) { $0.clientLogo },
        .record("month", DateView.view) { $0.month },
        .flag("is-draft") { $0.isDraft },
        .optionalRecord("complete-to", DateView.view) { $0.completeTo },
        .record("time-zone", QuotedView.view) { $0.timeZone },
        .record("summary", SummaryView.view) { $0.summary },
        .record("results", ResultsView.view) { $0.results },
        .optionalRecord("actions", ActionsView.view) { $0.actions },
        .record("glance", GlanceView.view) { $0.glance },
        .list("beliefs", BeliefView.view) { $0.beliefs },
        .optionalRecord("posts", PostsView.view) { $0.posts },
        .record("method", MethodView.view) { $0.method },
        .list("glossary", DefinitionView.view) { $0.glossary },
      ])
  }
}

/// Data and method: where the figures come from and how a verdict comes about.
struct MethodView: Equatable, Sendable {
  var intro: [SentenceView]
  var sources: TableView?
  var gaps: [SentenceView]
  /// What comes out otherwise now than it was delivered.
  var restatements: TableView?
  var definitions: [DefinitionView]
  var rules: [SentenceView]
  var program: QuotedView
  var inputHash: QuotedView

  static let view = RecordView<MethodView>(
    "method",
    [
      .list("intro", SentenceView.view) { $0.intro },
      .optionalRecord("sources", TableView.view) { $0.sources },
      .optionalRecord("gaps", gapsView) { $0.gaps.isEmpty ? nil : $0.gaps },
      .optionalRecord("restatements", TableView.view) { $0.restatements },
      .list("definitions", DefinitionView.view) { $0.definitions },
      .list("rules", SentenceView.view) { $0.rules },
      .record("program", QuotedView.view) { $0.program },
      .record("input-hash", QuotedView.view) { $0.inputHash },
    ])

  private static let gapsView = RecordView<[SentenceView]>(
    "gaps",
    [
      .list("items", SentenceView.view) { $0 }
    ])
}

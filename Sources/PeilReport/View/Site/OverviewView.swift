import Mustache

/// What `site/index.mustache` sees: the agency's own page, which may name every client.
struct OverviewView: SitePageView {
  var frame: SiteFrame
  var intro: SentenceView
  var heldBack: [HeldBackView]
  /// By name.
  var clients: [ClientCardView]

  static func view(words: RecordView<Words>) -> RecordView<OverviewView> {
    .page(
      "overview", words: words,
      [
        .record("intro", SentenceView.view) { $0.intro },
        .optionalRecord("held-back", heldBackView) { $0.heldBack.isEmpty ? nil : $0.heldBack },
        .list("clients", ClientCardView.view) { $0.clients },
      ])
  }

  private static let heldBackView = RecordView<[HeldBackView]>(
    "held-back-list",
    [
      .list("items", HeldBackView.view) { $0 }
    ])
}

/// A report that was not released, for the agency's eyes.
struct HeldBackView: Equatable, Sendable {
  var client: QuotedView
  var month: DateView
  var findings: SentenceView
  /// In the words of the check, which are English.
  var first: QuotedView

  static let view = RecordView<HeldBackView>(
    "held-back",
    [
      .record("client", QuotedView.view) { $0.client },
      .record("month", DateView.view) { $0.month },
      .record("findings", SentenceView.view) { $0.findings },
      .record("first", QuotedView.view) { $0.first },
    ])
}

/// A client on the overview, with the newest month.
struct ClientCardView: Equatable, Sendable {
  var id: String
  var name: QuotedView
  var newest: Newest?

  static let view = RecordView<ClientCardView>(
    "client-card",
    [
      .text("id") { $0.id },
      .record("name", QuotedView.view) { $0.name },
      .optionalRecord("newest", Newest.view) { $0.newest },
    ])

  struct Newest: Equatable, Sendable {
    var archive: SiteLinkView
    var month: SiteLinkView
    var headline: QuotedView
    var counts: [VerdictCountView]
    var trend: Trend?
    var reports: [ReportLinkView]
    var sources: TableView?

    static let view = RecordView<Newest>(
      "newest-month",
      [
        .record("archive", SiteLinkView.view) { $0.archive },
        .record("month", SiteLinkView.view) { $0.month },
        .record("headline", QuotedView.view) { $0.headline },
        .list("counts", VerdictCountView.view) { $0.counts },
        .optionalRecord("trend", Trend.view) { $0.trend },
        .list("reports", ReportLinkView.view) { $0.reports },
        .optionalRecord("sources", TableView.view) { $0.sources },
      ])
  }

  /// The main result of the month, with the line of the months before it.
  struct Trend: Equatable, Sendable {
    var id: String
    var name: SentenceView
    var value: FigureValueView
    var sparkline: PlotView?
    var table: TableView?

    static let view = RecordView<Trend>(
      "client-trend",
      [
        .text("id") { $0.id },
        .record("name", SentenceView.view) { $0.name },
        .record("value", FigureValueView.view) { $0.value },
        .optionalRecord("sparkline", PlotView.view) { $0.sparkline },
        .optionalRecord("table", TableView.view) { $0.table },
      ])
  }
}

/// How many of the nine beliefs got a verdict.
struct VerdictCountView: Equatable, Sendable {
  var verdict: VerdictView
  var count: FigureValueView

  static let view = RecordView<VerdictCountView>(
    "verdict-count",
    [
      .record("verdict", VerdictView.view) { $0.verdict },
      .record("count", FigureValueView.view) { $0.count },
    ])
}

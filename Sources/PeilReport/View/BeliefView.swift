import Charts
import PeilAnalysis

/// One of the nine sections.
struct BeliefView: Equatable, Sendable {
  var id: String
  var number: FigureValueView
  var topic: String
  var belief: String
  var verdict: VerdictView
  var streak: SentenceView?
  var history: PlotView?
  var headline: SentenceView
  var lead: SentenceView
  var note: NoteView?
  var figures: [FigureView]
  var how: [SentenceView]
  var next: [SentenceView]

  static let view = RecordView<BeliefView>(
    "belief",
    [
      .text("id") { $0.id },
      .record("number", FigureValueView.view) { $0.number },
      .text("topic") { $0.topic },
      .text("belief") { $0.belief },
      .record("verdict", VerdictView.view) { $0.verdict },
      .optionalRecord("streak", SentenceView.view) { $0.streak },
      .optionalRecord("history", PlotView.view) { $0.history },
      .record("headline", SentenceView.view) { $0.headline },
      .record("lead", SentenceView.view) { $0.lead },
      .optionalRecord("note", NoteView.view) { $0.note },
      .list("figures", FigureView.view) { $0.figures },
      .list("how", SentenceView.view) { $0.how },
      .optionalRecord("next", stepsView) { $0.next.isEmpty ? nil : $0.next },
    ])

  private static let stepsView = RecordView<[SentenceView]>(
    "steps",
    [
      .list("items", SentenceView.view) { $0 }
    ])
}

/// A verdict in words, with the sign of its badge.
struct VerdictView: Equatable, Sendable {
  var kind: Verdict.Kind
  var word: String
  var short: String
  /// Of the outcome, where it is one.
  var key: String?

  static let view = RecordView<VerdictView>(
    "verdict",
    [
      .text("code") { $0.kind.rawValue },
      .text("word") { $0.word },
      .text("short") { $0.short },
      .optionalText("key") { $0.key },
      .text("icon") { Icon.Shape(verdict: $0.kind).rawValue },
    ])
}

/// A chart with its texts and its table.
struct FigureView: Equatable, Sendable {
  var id: String
  var title: SentenceView
  var unit: SentenceView
  var wide: PlotView?
  var narrow: PlotView?
  var table: TableView?
  /// Where the single things of the chart are listed.
  var link: LinkView?
  var source: SentenceView
  var remarks: [SentenceView]

  static let view = RecordView<FigureView>(
    "figure",
    [
      .text("id") { $0.id },
      .record("title", SentenceView.view) { $0.title },
      .record("unit", SentenceView.view) { $0.unit },
      .optionalRecord("wide", PlotView.view) { $0.wide },
      .optionalRecord("narrow", PlotView.view) { $0.narrow },
      .flag("is-drawn") { $0.wide != nil },
      .optionalRecord("table", TableView.view) { $0.table },
      .optionalRecord("link", LinkView.view) { $0.link },
      .record("source", SentenceView.view) { $0.source },
      .list("remarks", SentenceView.view) { $0.remarks },
    ])
}

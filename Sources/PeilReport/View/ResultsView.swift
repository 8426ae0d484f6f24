import Charts

/// The key results of the month against their goals.
struct ResultsView: Equatable, Sendable {
  var intro: SentenceView?
  var items: [ResultView]
  var remarks: [SentenceView]
  var note: NoteView?

  static let view = RecordView<ResultsView>(
    "results",
    [
      .optionalRecord("intro", SentenceView.view) { $0.intro },
      .optionalRecord("rows", listView) { $0.items.isEmpty ? nil : $0.items },
      .list("remarks", SentenceView.view) { $0.remarks },
      .optionalRecord("note", NoteView.view) { $0.note },
    ])

  private static let listView = RecordView<[ResultView]>(
    "result-list",
    [
      .list("items", ResultView.view) { $0 },
      .flag("is-explained") { $0.contains { $0.hasGoal || $0.hasEarlier } },
      .flag("has-goal") { $0.contains(where: \.hasGoal) },
      .flag("has-earlier") { $0.contains(where: \.hasEarlier) },
    ])
}

/// One key result.
struct ResultView: Equatable, Sendable {
  var id: String
  var name: SentenceView
  var value: FigureValueView
  var unit: SentenceView?
  var status: Status
  var bullet: PlotView?
  var changes: [Change]
  var noComparison: SentenceView?
  var trend: Trend?
  var table: TableView?

  static let view = RecordView<ResultView>(
    "result",
    [
      .text("id") { $0.id },
      .record("name", SentenceView.view) { $0.name },
      .record("value", FigureValueView.view) { $0.value },
      .optionalRecord("unit", SentenceView.view) { $0.unit },
      .record("status", Status.view) { $0.status },
      .optionalRecord("bullet", PlotView.view) { $0.bullet },
      .optionalRecord("comparison", comparisonView) { $0.changes.isEmpty ? nil : $0.changes },
      .optionalRecord("no-comparison", SentenceView.view) { $0.noComparison },
      .optionalRecord("trend", Trend.view) { $0.trend },
      .optionalRecord("table", TableView.view) { $0.table },
    ])

  /// A goal is drawn.
  var hasGoal: Bool { bullet?.plot.rules.contains { $0.kind == .goal } ?? false }
  /// The same month a year earlier is drawn.
  var hasEarlier: Bool { bullet.map { !$0.plot.points.isEmpty } ?? false }

  private static let comparisonView = RecordView<[Change]>(
    "comparison",
    [
      .list("changes", Change.view) { $0 }
    ])

  /// Good or bad news, or neither.
  enum Judgement: Equatable, Sendable {
    case good, bad, neutral
  }

  struct Status: Equatable, Sendable {
    var word: String
    var judgement: Judgement
    var key: String

    static let view = RecordView<Status>(
      "status",
      [
        .text("word") { $0.word },
        .text("key") { $0.key },
        .flag("is-good") { $0.judgement == .good },
        .flag("is-bad") { $0.judgement == .bad },
        .flag("is-neutral") { $0.judgement == .neutral },
      ])
  }

  /// The last months as a line of a word's size.
  struct Trend: Equatable, Sendable {
    var label: SentenceView
    var line: PlotView
    /// What stands behind the line: its last value.
    var end: FigureValueView

    static let view = RecordView<Trend>(
      "trend",
      [
        .record("label", SentenceView.view) { $0.label },
        .record("line", PlotView.view) { $0.line },
        .record("end", FigureValueView.view) { $0.end },
      ])
  }

  /// A change since an earlier month; judged only outside the usual range, so that no arrow is noise.
  struct Change: Equatable, Sendable {
    var against: SentenceView
    var amount: SentenceView
    var isUp: Bool
    var judgement: Judgement
    var remark: SentenceView?

    static let view = RecordView<Change>(
      "change",
      [
        .record("against", SentenceView.view) { $0.against },
        .record("amount", SentenceView.view) { $0.amount },
        .flag("is-up") { $0.isUp },
        .flag("is-good") { $0.judgement == .good },
        .flag("is-bad") { $0.judgement == .bad },
        .flag("is-neutral") { $0.judgement == .neutral },
        .optionalRecord("remark", SentenceView.view) { $0.remark },
      ])
  }
}

/// The verdict of the month.
struct SummaryView: Equatable, Sendable {
  var headline: SentenceView
  var lead: SentenceView
  /// A crisis, or a result outside its usual range.
  var alerts: [SentenceView]
  /// Verdicts that changed, a first month, sources that stopped.
  var remarks: [SentenceView]
  var note: NoteView?

  static let view = RecordView<SummaryView>(
    "summary",
    [
      .record("headline", SentenceView.view) { $0.headline },
      .record("lead", SentenceView.view) { $0.lead },
      .list("alerts", SentenceView.view) { $0.alerts },
      .list("remarks", SentenceView.view) { $0.remarks },
      .optionalRecord("note", NoteView.view) { $0.note },
    ])
}

/// The steps for next month.
struct ActionsView: Equatable, Sendable {
  var items: [Item]

  static let view = RecordView<ActionsView>(
    "actions",
    [
      .list("items", Item.view) { $0.items }
    ])

  struct Item: Equatable, Sendable {
    /// One of the report's own steps; otherwise `written` is there.
    var action: SentenceView?
    /// A step as the account manager wrote it.
    var written: QuotedView?
    var owner: QuotedView
    var due: DateView
    var section: LinkView?

    static let view = RecordView<Item>(
      "action-item",
      [
        .optionalRecord("action", SentenceView.view) { $0.action },
        .optionalRecord("written", QuotedView.view) { $0.written },
        .record("owner", QuotedView.view) { $0.owner },
        .record("due", DateView.view) { $0.due },
        .optionalRecord("section", LinkView.view) { $0.section },
      ])
  }
}

/// What stands above the list of nine.
struct GlanceView: Equatable, Sendable {
  var counts: SentenceView?
  var remarks: [SentenceView]
  /// What the rows of signs mean; `nil` in a first month, which has none.
  var scale: Scale?

  static let view = RecordView<GlanceView>(
    "glance",
    [
      .optionalRecord("counts", SentenceView.view) { $0.counts },
      .list("remarks", SentenceView.view) { $0.remarks },
      .optionalRecord("scale", Scale.view) { $0.scale },
    ])

  /// The months from the first sign of a row to its last, and a key to the signs.
  struct Scale: Equatable, Sendable {
    var first: TimeView
    var last: TimeView
    /// Each verdict that a row shows, in the order of their list.
    var signs: [VerdictView]

    static let view = RecordView<Scale>(
      "scale",
      [
        .record("first", TimeView.view) { $0.first },
        .record("last", TimeView.view) { $0.last },
        .list("signs", VerdictView.view) { $0.signs },
      ])
  }
}

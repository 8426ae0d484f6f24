import Mustache

/// What `site/archive.mustache` sees: all months of one client, which names no other.
struct ArchiveView: SitePageView {
  var frame: SiteFrame
  var client: QuotedView
  var intro: SentenceView
  /// What the signs of the rows mean: each verdict that a month has.
  var signs: [VerdictView]
  /// Newest first.
  var years: [Year]

  static func view(words: RecordView<Words>) -> RecordView<ArchiveView> {
    .page(
      "archive", words: words,
      [
        .record("client", QuotedView.view) { $0.client },
        .record("intro", SentenceView.view) { $0.intro },
        .list("signs", VerdictView.view) { $0.signs },
        .list("years", Year.view) { $0.years },
      ])
  }

  /// The verdicts of a year: nine rows, a column for each month that stands.
  struct Year: Equatable, Sendable {
    var id: String
    var year: DateView
    var caption: SentenceView
    /// Oldest first, the heads of the columns.
    var columns: [DateView]
    var rows: [Row]
    /// Newest first.
    var months: [Entry]

    static let view = RecordView<Year>(
      "year",
      [
        .text("id") { $0.id },
        .record("year", DateView.view) { $0.year },
        .record("caption", SentenceView.view) { $0.caption },
        .list("columns", DateView.view) { $0.columns },
        .list("rows", Row.view) { $0.rows },
        .list("months", Entry.view) { $0.months },
      ])
  }

  struct Row: Equatable, Sendable {
    var topic: String
    /// One a month.
    var cells: [Cell]

    static let view = RecordView<Row>(
      "belief-row",
      [
        .text("topic") { $0.topic },
        .list("cells", Cell.view) { $0.cells },
      ])
  }

  struct Cell: Equatable, Sendable {
    var verdict: VerdictView
    /// The month, shown where the table stacks.
    var label: String

    static let view = RecordView<Cell>(
      "verdict-cell",
      [
        .record("verdict", VerdictView.view) { $0.verdict },
        .text("label") { $0.label },
      ])
  }

  /// The way to a month, with what it came to.
  struct Entry: Equatable, Sendable {
    var link: SiteLinkView
    var headline: QuotedView

    static let view = RecordView<Entry>(
      "archive-entry",
      [
        .record("link", SiteLinkView.view) { $0.link },
        .record("headline", QuotedView.view) { $0.headline },
      ])
  }
}

import Mustache

/// What `site/clients.mustache` sees: all clients from A to Z.
struct ClientIndexView: SitePageView {
  var frame: SiteFrame
  var letters: [Letter]

  static func view(words: RecordView<Words>) -> RecordView<ClientIndexView> {
    .page(
      "client-index", words: words,
      [
        .list("letters", Letter.view) { $0.letters }
      ])
  }

  struct Letter: Equatable, Sendable {
    /// The first sign of the names.
    var initial: QuotedView
    var clients: [SiteLinkView]

    static let view = RecordView<Letter>(
      "letter",
      [
        .record("initial", QuotedView.view) { $0.initial },
        .list("clients", SiteLinkView.view) { $0.clients },
      ])
  }
}

/// What `site/months.mustache` sees: all reports, newest month first.
struct MonthIndexView: SitePageView {
  var frame: SiteFrame
  var months: [Entry]

  static func view(words: RecordView<Words>) -> RecordView<MonthIndexView> {
    .page(
      "month-index", words: words,
      [
        .list("months", Entry.view) { $0.months }
      ])
  }

  struct Entry: Equatable, Sendable {
    var id: String
    var month: DateView
    /// By name.
    var clients: [SiteLinkView]

    static let view = RecordView<Entry>(
      "month-entry",
      [
        .text("id") { $0.id },
        .record("month", DateView.view) { $0.month },
        .list("clients", SiteLinkView.view) { $0.clients },
      ])
  }
}

/// What `site/feed.mustache` sees: an Atom feed (RFC 4287) of the newest reports.
struct FeedView: Equatable, Sendable {
  var language: String
  var title: String
  var id: String
  /// RFC 3339.
  var updated: String
  var author: String
  var entries: [Entry]

  static let view = RecordView<FeedView>(
    "feed",
    [
      .text("language") { $0.language },
      .text("title") { $0.title },
      .text("id") { $0.id },
      .text("updated") { $0.updated },
      .text("author") { $0.author },
      .list("entries", Entry.view) { $0.entries },
    ])

  struct Entry: Equatable, Sendable {
    var id: String
    var title: String
    var address: String
    var language: String
    var updated: String
    var summary: String

    static let view = RecordView<Entry>(
      "feed-entry",
      [
        .text("id") { $0.id },
        .text("title") { $0.title },
        .text("href") { $0.address },
        .text("language") { $0.language },
        .text("updated") { $0.updated },
        .text("summary") { $0.summary },
      ])
  }
}

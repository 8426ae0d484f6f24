import Mustache

/// What `site/index.mustache` sees: the agency's own page, which may name every client.
struct SiteView: Sendable {
  var language: String
  var title: SentenceView
  var sheet: Sheet
  var words: Words
  var agency: AgencyView
  var clients: [Client]

  static func view(words: RecordView<Words>) -> RecordView<SiteView> {
    RecordView(
      "site",
      [
        .text("language") { $0.language },
        .record("title", SentenceView.view) { $0.title },
        .markup("sheet") { $0.sheet.markup },
        .text("sheet-hash") { $0.sheet.hash },
        .record("words", words) { $0.words },
        .record("agency", AgencyView.view) { $0.agency },
        .list("clients", Client.view) { $0.clients },
      ])
  }

  /// A client with the reports that stand, newest first.
  struct Client: Equatable, Sendable {
    var name: QuotedView
    var headline: SentenceView
    var reports: [ReportLink]

    static let view = RecordView<Client>(
      "site-client",
      [
        .record("name", QuotedView.view) { $0.name },
        .record("newest", newest) { $0 },
      ])

    private static let newest = RecordView<Client>(
      "site-report",
      [
        .record("headline", SentenceView.view) { $0.headline },
        .list("reports", ReportLink.view) { $0.reports },
      ])
  }

  struct ReportLink: Equatable, Sendable {
    var address: String
    var language: String
    /// Whose report it is and in which language, so that every link says where it goes.
    var client: QuotedView
    var languageName: String
    var iso: String
    var text: String

    static let view = RecordView<ReportLink>(
      "report-link",
      [
        .text("href") { $0.address },
        .text("language") { $0.language },
        .record("client", QuotedView.view) { $0.client },
        .text("language-name") { $0.languageName },
        .text("iso") { $0.iso },
        .text("text") { $0.text },
      ])
  }
}

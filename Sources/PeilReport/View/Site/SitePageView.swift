import Mustache

/// A page of the site: what its template sees of its own, besides what every page has.
protocol SitePageView: Sendable {
  var frame: SiteFrame { get }
}

/// What every page of the site has.
struct SiteFrame: Sendable {
  var language: String
  var title: SentenceView
  var sheet: Sheet
  var words: Words
  var agency: AgencyView
  /// The pages above this one, the overview first.
  var trail: [SiteLinkView]
}

extension RecordView where Subject: SitePageView {
  /// The view of a page: the fields of the frame, then its own.
  static func page(
    _ name: String, words: RecordView<Words>, _ fields: [RecordView<Subject>.Field]
  ) -> RecordView<Subject> {
    RecordView(
      name,
      [
        .text("language") { $0.frame.language },
        .record("title", SentenceView.view) { $0.frame.title },
        .markup("sheet") { $0.frame.sheet.markup },
        .text("sheet-hash") { $0.frame.sheet.hash },
        .record("words", words) { $0.frame.words },
        .record("agency", AgencyView.view) { $0.frame.agency },
        .list("trail", SiteLinkView.view) { $0.frame.trail },
      ] + fields)
  }
}

/// A link to another page of the site, named by a client, a month or both.
struct SiteLinkView: Equatable, Sendable {
  /// Relative to the page it stands on.
  var address: String
  /// A word of the site.
  var word: String?
  var client: QuotedView?
  var month: DateView?

  init(_ address: String, word: String? = nil, client: String? = nil, month: DateView? = nil) {
    self.address = address
    self.word = word
    self.client = client.map { QuotedView($0) }
    self.month = month
  }

  static let view = RecordView<SiteLinkView>(
    "site-link",
    [
      .text("href") { $0.address },
      .optionalText("word") { $0.word },
      .optionalRecord("client", QuotedView.view) { $0.client },
      .optionalRecord("month", DateView.view) { $0.month },
    ])
}

/// A link to a report.
struct ReportLinkView: Equatable, Sendable {
  var address: String
  /// Language tag of the report.
  var language: String
  var languageName: String
  /// Whose report it is and of which month, so that every link says where it goes.
  var client: QuotedView
  var month: DateView
  var isDraft: Bool
  var isDelivered: Bool

  static let view = RecordView<ReportLinkView>(
    "report-link",
    [
      .text("href") { $0.address },
      .text("language") { $0.language },
      .text("language-name") { $0.languageName },
      .record("client", QuotedView.view) { $0.client },
      .record("month", DateView.view) { $0.month },
      .flag("is-draft") { $0.isDraft },
      .flag("is-delivered") { $0.isDelivered },
    ])
}

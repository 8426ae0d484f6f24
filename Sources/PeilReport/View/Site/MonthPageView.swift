import Mustache

/// What `site/month.mustache` sees: one month of one client, with the way to its reports and neighbours.
struct MonthPageView: SitePageView {
  var frame: SiteFrame
  var client: QuotedView
  var month: DateView
  var headline: QuotedView
  var reports: [ReportLinkView]
  /// All nine, in the order of the beliefs.
  var findings: [Finding]
  var previous: SiteLinkView?
  var following: SiteLinkView?

  static func view(words: RecordView<Words>) -> RecordView<MonthPageView> {
    .page(
      "month-page", words: words,
      [
        .record("client", QuotedView.view) { $0.client },
        .record("month", DateView.view) { $0.month },
        .record("headline", QuotedView.view) { $0.headline },
        .list("reports", ReportLinkView.view) { $0.reports },
        .list("findings", Finding.view) { $0.findings },
        .optionalRecord("neighbours", neighbours) {
          $0.previous == nil && $0.following == nil ? nil : $0
        },
      ])
  }

  private static let neighbours = RecordView<MonthPageView>(
    "neighbours",
    [
      .optionalRecord("previous", SiteLinkView.view) { $0.previous },
      .optionalRecord("following", SiteLinkView.view) { $0.following },
    ])

  struct Finding: Equatable, Sendable {
    var topic: String
    var verdict: VerdictView
    var headline: QuotedView

    static let view = RecordView<Finding>(
      "month-finding",
      [
        .text("topic") { $0.topic },
        .record("verdict", VerdictView.view) { $0.verdict },
        .record("headline", QuotedView.view) { $0.headline },
      ])
  }
}

import Calendars
import PeilAnalysis
import PeilModel

extension SiteComposer {
  /// The newest reports as an Atom feed.
  func feed() -> FeedView {
    let entries = clients.flatMap { client in client.months.map { (client, $0) } }
      .sorted { ($1.1.month, $0.0.slug) < ($0.1.month, $1.0.slug) }
      .prefix(Self.longestFeed)
    let title = writer.sentence(
      Statement("site.title", ["agency": .figure("agency.name")]))
    return FeedView(
      language: locale.tag, title: title.text, id: identifier("feed"),
      updated: moment(entries.map { updated($0.1) }.max()), author: agency.name,
      entries: entries.map { client, month in
        FeedView.Entry(
          id: identifier("\(client.slug.text)/\(month.month)"),
          title: writer.sentence(
            Statement(
              "site.title-month",
              [
                "client": .figure("client.\(client.slug.text).name"),
                "month": .figure("month.\(month.month.description)"),
              ])
          ).text,
          address: "\(client.slug.text)/\(month.month)/index.html",
          language: month.language.text, updated: moment(updated(month)),
          summary: month.headline)
      })
  }

  /// Readers of feeds want what is new; everything stands in the index of months.
  private static let longestFeed = 50

  /// The day of the newest data: a page knows no clock.
  private func updated(_ month: SiteMonth) -> Day {
    month.sources.map(\.asOf).max() ?? month.month.lastDay
  }

  private func moment(_ day: Day?) -> String {
    "\((day ?? Month(year: 1970, month: 1)?.firstDay)?.description ?? "")T00:00:00Z"
  }

  /// A name that stays the same from run to run: a UUID of version 8 (RFC 9562) out of what it names.
  private func identifier(_ name: String) -> String {
    var digits = Array(sha256(Array("peil/\(agency.name)/\(name)".utf8)).prefix(32))
    digits[12] = "8"
    digits[16] = "8"
    let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
    return "urn:uuid:\(groups.joined(separator: "-"))"
  }
}

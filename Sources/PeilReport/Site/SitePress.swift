import Calendars
package import Diagnostics
import LibXML2
import Mustache
package import PeilModel

/// Makes the pages of the site out of what stands in the output, and proves each as a report is proven.
///
/// For one task: it keeps the check's memory from page to page.
package struct SitePress {
  private let theme: Theme
  private let agency: Agency
  private let names: ClientNames
  private let edition: LanguageEdition
  private let locale: LocaleFormat
  private let checker = PageChecker()

  /// Pages are in the agency's language, or in the theme's first where it has no translation for it.
  ///
  /// - Parameter names: Of all clients of the agency: a client's pages may show no other.
  package init(theme: Theme, agency: Agency, names: ClientNames) throws(Diagnostic) {
    let language = theme.languages.contains(agency.language) ? agency.language : theme.languages[0]
    guard let edition = theme.edition(language), let locale = LocaleFormat.named(language.text)
    else { throw .noLocale(language.text, in: language.text) }
    self.theme = theme
    self.agency = agency
    self.names = names
    self.edition = edition
    self.locale = locale
  }

  /// The overview, both indexes and the feed.
  ///
  /// - Parameter clients: In any order; those without a month stand on the overview alone.
  /// - Returns: None where there is no client to lead to.
  package func agencyPages(_ clients: [SiteClient]) throws(Diagnostic) -> [SitePage] {
    guard !clients.isEmpty else { return [] }
    let sorted = clients.sorted {
      ($0.name.lowercased(), $0.slug) < ($1.name.lowercased(), $1.slug)
    }
    let composer = composer(sorted)
    let words = edition.words.view
    let overview = composer.overview()
    return [
      try page(
        "index.html", theme.site.overview, OverviewView.view(words: words), overview, composer,
        plots: overview.clients.compactMap { $0.newest?.trend?.sparkline },
        quotes: overview.heldBack.map(\.first.text)),
      try page(
        "clients.html", theme.site.clients, ClientIndexView.view(words: words),
        composer.clientIndex(), composer),
      try page(
        "months.html", theme.site.months, MonthIndexView.view(words: words),
        composer.monthIndex(), composer),
      try feed(composer.feed()),
    ]
  }

  /// The archive of a client and a page for each of its months; none when it has no month.
  package func pages(of client: SiteClient) throws(Diagnostic) -> [SitePage] {
    guard !client.months.isEmpty else { return [] }
    let composer = composer([client])
    let words = edition.words.view
    let folder = client.slug.text
    var pages = [
      try page(
        "\(folder)/index.html", theme.site.archive, ArchiveView.view(words: words),
        composer.archive(of: client), composer, owner: client)
    ]
    let view = MonthPageView.view(words: words)
    for (index, month) in client.months.enumerated() {
      pages.append(
        try page(
          "\(folder)/\(month.month)/index.html", theme.site.month, view,
          composer.monthPage(index, of: client), composer, owner: client))
    }
    return pages
  }

  // MARK: - Pages

  private func composer(_ clients: [SiteClient]) -> SiteComposer {
    SiteComposer(agency: agency, edition: edition, locale: locale, clients: clients)
  }

  private func page<View: SitePageView>(
    _ path: String, _ template: Template, _ shape: RecordView<View>, _ view: View,
    _ composer: SiteComposer, owner: SiteClient? = nil, plots: [PlotView] = [],
    quotes: [String] = []
  ) throws(Diagnostic) -> SitePage {
    let bytes = try template.rendered(shape.packed(view))
    var facts = PageFacts()
    facts.figures = PageFacts.Figures(
      of: composer.ledger, as: composer.writer, outcomes: composer.outcomes)
    facts.quotes = PageFacts.TextSet(quotes + composer.quotes)
    facts.sheets = [PageFacts.Sheet(bytes: edition.siteSheet.bytes, hash: edition.siteSheet.hash)]
    facts.clients = PageFacts.Clients(names: names, owner: owner?.slug.text)
    facts.charts = PageFacts.Charts(of: plots)
    facts.language = locale.tag
    facts.times = PageFacts.Times(of: locale)
    facts.severities = RuleSeverities(of: agency)
    let page = checker.check(bytes, facts: facts, file: path)
    return SitePage(
      path: path, bytes: page.bytes, facts: facts,
      diagnostics: composer.writer.problems
        + page.findings.map { $0.diagnostic(writtenBy: theme.tags, in: page.bytes) },
      isReleasable: page.isReleasable && composer.writer.problems.isEmpty)
  }

  /// A feed is XML and no page: libxml2 says whether it is well-formed.
  private func feed(_ view: FeedView) throws(Diagnostic) -> SitePage {
    let path = "atom.xml"
    let bytes = try theme.site.feed.rendered(FeedView.view.packed(view))
    let outcome = bytes.withUnsafeBufferPointer { XMLParser().parse($0, telling: Silence()) }
    return SitePage(
      path: path, bytes: bytes, facts: PageFacts(),
      diagnostics: outcome.isWellFormed
        ? [] : [.feedNotWellFormed(outcome.firstProblem?.message ?? "", at: Place(file: path))],
      isReleasable: outcome.isWellFormed)
  }

  private final class Silence: XMLHandler {
    func startElement(_ tag: XMLStartTag) {}
    func endElement() {}
    func characters(_ text: UnsafeBufferPointer<UInt8>) {}
  }
}

/// A page of the site, checked and not yet written.
package struct SitePage: Sendable {
  /// Relative to the output folder.
  package let path: String
  package let bytes: [UInt8]
  /// What it was held against; nothing for the feed, which is no page.
  package let facts: PageFacts
  package let diagnostics: [Diagnostic]
  /// Whether its check found nothing that holds it back.
  package let isReleasable: Bool
}

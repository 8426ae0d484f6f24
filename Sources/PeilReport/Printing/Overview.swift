package import Calendars
package import Diagnostics
import Mustache
package import PeilModel

/// The agency's overview of the reports that stand; it may name every client.
package struct Overview {
  /// A client with its reports, newest first.
  package struct Client {
    package var name: String
    package var headline: String
    package var reports: [Report]

    package init(name: String, headline: String, reports: [Report]) {
      self.name = name
      self.headline = headline
      self.reports = reports
    }
  }

  package struct Report {
    /// Relative to the overview.
    package var path: String
    package var language: LanguageCode
    package var month: Month

    package init(path: String, language: LanguageCode, month: Month) {
      self.path = path
      self.language = language
      self.month = month
    }
  }

  private let agency: Agency
  private let clients: [Client]

  package init(agency: Agency, clients: [Client]) {
    self.agency = agency
    self.clients = clients
  }

  /// The page in the agency's language, or the theme's first where it has no translation for it.
  package func page(theme: Theme) throws(Diagnostic) -> [UInt8] {
    let language = theme.languages.contains(agency.language) ? agency.language : theme.languages[0]
    guard let words = theme.edition(language), let locale = LocaleFormat.named(language.text)
    else { throw .noLocale(language.text, in: language.text) }
    let view = SiteView(
      language: locale.tag,
      title: SentenceView(
        text: words.phrases["title.overview"]?.text(["agency": agency.name]) ?? agency.name),
      sheet: words.sheet, words: words.words,
      agency: AgencyView(name: QuotedView(agency.name)),
      clients: clients.map { client in
        SiteView.Client(
          name: QuotedView(client.name), headline: SentenceView(text: client.headline),
          reports: client.reports.map { report in
            SiteView.ReportLink(
              address: report.path,
              language: LocaleFormat.named(report.language.text)?.tag ?? report.language.text,
              client: QuotedView(client.name),
              languageName: words.phrases["languages.\(report.language.text)"]?.text([:])
                ?? report.language.text,
              iso: report.month.description, text: locale.month(report.month))
          })
      })
    return try theme.site.rendered(SiteView.view(words: words.words.view).packed(view))
  }
}

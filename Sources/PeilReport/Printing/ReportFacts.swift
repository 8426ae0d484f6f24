import PeilAnalysis
import PeilModel

/// Gathers what the check must know of a report before it can believe a page: apart from the rendering,
/// so that a number that went astray there is found.
struct ReportFacts {
  let findings: Findings
  let agency: Agency
  let note: Note?
  let writer: SentenceWriter
  let sheet: Sheet
  let names: ClientNames

  /// - Parameter view: Gives the charts, whose ticks are a scale and no figures.
  func facts(of view: ReportView) -> PageFacts {
    var facts = PageFacts()
    facts.figures = PageFacts.Figures(of: findings.ledger, as: writer)
    facts.quotes = PageFacts.TextSet(quotes(of: view))
    facts.links = PageFacts.TextSet(
      [agency.contact.email.map { "mailto:\($0)" }].compactMap { $0 } + noteParts.flatMap(\.links))
    facts.sheets = [PageFacts.Sheet(bytes: sheet.bytes, hash: sheet.hash)]
    facts.clients = PageFacts.Clients(names: names, owner: findings.client.slug.text)
    facts.charts = PageFacts.Charts(of: plots(of: view))
    facts.language = writer.locale.tag
    facts.times = PageFacts.Times(of: writer.locale)
    facts.standsAlone = true
    return facts
  }

  private func quotes(of view: ReportView) -> [String] {
    let contact = view.agency.contact
    var quotes = [
      agency.name, findings.client.name, agency.timeZone, view.method.program.text,
      view.method.inputHash.text,
    ]
    quotes += findings.files.map(\.path)
    quotes += [contact?.name, contact?.telephone].compactMap { $0?.text }
    quotes += [contact?.email?.text].compactMap { $0 }
    for item in view.actions?.items ?? [] {
      quotes += [item.owner.text] + [item.written?.text].compactMap { $0 }
    }
    let notes = [view.summary.note, view.results.note] + view.beliefs.map(\.note)
    quotes += notes.compactMap { $0?.author.text }
    return quotes + noteParts.map(\.text)
  }

  private var noteParts: [Note.Part] { note.map { Array($0.parts.values) } ?? [] }

  private func plots(of view: ReportView) -> [PlotView] {
    let plots =
      view.results.items.flatMap { [$0.bullet, $0.trend?.line] }
      + view.beliefs.flatMap { [$0.history] + $0.figures.flatMap { [$0.wide, $0.narrow] } }
    return plots.compactMap { $0 }
  }
}

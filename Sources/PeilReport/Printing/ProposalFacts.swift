import PeilAnalysis
import PeilModel

/// Gathers what the check must know of a sales copy: its own ledger, the agency's texts and addresses, and that no
/// client at all may be named.
struct ProposalFacts {
  let findings: Findings
  let agency: Agency
  let writer: SentenceWriter
  let sheet: Sheet
  let names: ClientNames

  /// - Parameter view: Gives the charts, whose ticks are a scale and no figures.
  func record(of view: ProposalView) -> PageRecord {
    let contact = view.agency.contact
    let links = [view.call.address, contact?.email?.address, contact?.website?.address]
    let quotes = [
      agency.name, view.call.text?.text, contact?.name.text, contact?.email?.text,
      contact?.telephone?.text, contact?.website?.text,
    ]
    let verdicts = PageFacts.Figures.verdicts(of: findings, as: writer)
    return PageRecord(
      language: writer.locale.tag,
      forms: PageFacts.Figures.forms(of: findings.ledger, as: writer),
      outcomes: PageFacts.Figures.outcomes(of: findings, as: writer),
      required: Set(view.results.known + verdicts).sorted(),
      quotes: Set(quotes.compactMap { $0 }).sorted(),
      links: Set(links.compactMap { $0 }).sorted(),
      charts: PageFacts.Charts.charts(of: view.results.plots + view.beliefs.flatMap(\.plots)),
      sheetHash: sheet.hash)
  }

  func facts(_ record: PageRecord) -> PageFacts {
    var facts = PageFacts(record, sheet: sheet.bytes)
    facts.clients = PageFacts.Clients(names: names, owner: PageFacts.Clients.nobody)
    facts.severities = RuleSeverities(of: agency)
    facts.usualBytes = Proposal.usualBytes
    return facts
  }
}

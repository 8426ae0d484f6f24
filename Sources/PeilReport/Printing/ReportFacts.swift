import Calendars
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
  func record(of view: ReportView) -> PageRecord {
    let mail = agency.contact.email.map { "mailto:\($0)" }
    let verdicts = PageFacts.Figures.verdicts(of: findings, as: writer)
    return PageRecord(
      language: writer.locale.tag,
      forms: PageFacts.Figures.forms(of: findings.ledger, as: writer),
      outcomes: PageFacts.Figures.outcomes(of: findings, as: writer),
      required: Set(view.results.known + verdicts).sorted(), quotes: Set(quotes(of: view)).sorted(),
      links: Set([mail].compactMap { $0 } + noteParts.flatMap(\.links)).sorted(),
      charts: PageFacts.Charts.charts(of: view.results.plots + view.beliefs.flatMap(\.plots)),
      sheetHash: sheet.hash)
  }

  func facts(_ record: PageRecord) -> PageFacts {
    var facts = PageFacts(record, sheet: sheet.bytes)
    facts.clients = PageFacts.Clients(names: names, owner: findings.client.slug.text)
    facts.severities = RuleSeverities(of: agency)
    if let times = facts.times, let days { facts.times = PageFacts.Times(times, within: days) }
    return facts
  }

  /// From the first day of any file to a year after the month: goals and actions lie ahead.
  private var days: ClosedRange<Day>? {
    let last = findings.period.month.lastDay + 366
    guard let first = findings.files.compactMap({ $0.days?.lowerBound }).min(), first <= last else {
      return nil
    }
    return min(first, findings.period.month.firstDay - 366)...last
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
}

extension ResultsView {
  /// The keys of the results that the agency and the client agreed on, as far as they are known.
  var known: [String] {
    items.map(\.value).filter { $0.text != FigureTexts.unknown }.map(\.key)
  }

  var plots: [PlotView] { items.flatMap { [$0.bullet, $0.trend?.line].compactMap { $0 } } }
}

extension BeliefView {
  var plots: [PlotView] {
    ([history] + figures.flatMap { [$0.wide, $0.narrow] }).compactMap { $0 }
  }
}

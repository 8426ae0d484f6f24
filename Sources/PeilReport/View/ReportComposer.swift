import Calendars
import Charts
import Mustache
import PeilAnalysis
import PeilModel

/// Turns findings into what templates see, in one language.
struct ReportComposer {
  let findings: Findings
  let agency: Agency
  let clientLogo: LogoImage?
  let note: Note?
  let edition: LanguageEdition
  let writer: SentenceWriter
  let inputHash: String
  let program: String

  func view() -> ReportView {
    let month = findings.period.month
    let headline = writer.sentence(findings.headline)
    return ReportView(
      language: writer.locale.tag, title: title, sheet: edition.sheet,
      words: edition.words, agency: agencyView, client: QuotedView(findings.client.name),
      clientLogo: clientLogo.map { LogoView($0, name: findings.client.name) },
      month: DateView(iso: month.description, text: writer.locale.month(month)),
      isDraft: true, completeTo: completeTo, timeZone: QuotedView(agency.timeZone),
      summary: SummaryView(
        headline: headline, lead: writer.sentence(findings.lead),
        alerts: findings.alerts.map { writer.sentence($0) },
        remarks: findings.remarks.map { writer.sentence($0) }, note: note(in: .summary)),
      results: results, actions: actions,
      glance: glance, beliefs: beliefs, posts: posts, method: method, glossary: glossary)
  }

  var glance: GlanceView {
    GlanceView(counts: writer.sentence(findings.verdictCounts), remarks: [], scale: historyScale)
  }

  var beliefs: [BeliefView] { findings.sections.map { belief($0) } }

  private var title: SentenceView {
    writer.sentence(
      Statement(
        "title.page",
        [
          "client": .figure("client.name"), "month": .figure("period.month"),
          "headline": .statement(findings.headline),
        ]))
  }

  private var agencyView: AgencyView {
    AgencyView(
      name: QuotedView(agency.name), logo: edition.logo,
      contact: (findings.client.accountManager ?? agency.contact.name).map { name in
        AgencyView.Contact(
          name: QuotedView(name),
          email: agency.contact.email.map { LinkView(address: "mailto:\($0)", text: $0) },
          telephone: agency.contact.phone.map { QuotedView($0) })
      })
  }

  /// The last day that every platform with posts covers.
  private var completeTo: DateView? {
    let days = findings.coverage.compactMap { coverage -> Day? in
      guard let key = coverage.last,
        case .day(let day)? = findings.ledger[key]?.measurement.known
      else { return nil }
      return day
    }
    return days.min().map { day in
      let shown = min(day, findings.period.month.lastDay)
      return DateView(iso: shown.description, text: writer.locale.date(shown))
    }
  }

  /// What the account manager wrote for a section.
  func note(in section: NoteSection) -> NoteView? {
    note?.parts[section].map { part in
      NoteView(
        markup: Markup(trusted: part.html), author: QuotedView(accountManager),
        language: isInClientsLanguage ? nil : findings.client.language.text)
    }
  }

  /// Who signs: the agency where nobody is named.
  private var accountManager: String {
    findings.client.accountManager ?? agency.contact.name ?? agency.name
  }

  private var isInClientsLanguage: Bool { edition.language == findings.client.language }

  private var actions: ActionsView? {
    if let asked = note?.actions { return actions(asked) }
    guard !findings.actions.isEmpty else { return nil }
    return ActionsView(
      items: findings.actions.map { action in
        ActionsView.Item(
          action: writer.sentence(action.step), written: nil,
          owner: QuotedView(action.owner ?? agency.name), due: date(action.due),
          section: LinkView(
            address: "#\(action.belief.code)", text: writer.word("\(action.belief.code).topic")))
      })
  }

  /// The account manager's own steps; who and when are those of the report where the note leaves them out.
  private func actions(_ asked: [Note.Action]) -> ActionsView? {
    guard !asked.isEmpty else { return nil }
    return ActionsView(
      items: asked.map { action in
        let due = action.due ?? findings.period.month.next.lastDay
        return ActionsView.Item(
          action: nil,
          written: QuotedView(
            action.text, language: isInClientsLanguage ? nil : findings.client.language.text),
          owner: QuotedView(action.owner ?? accountManager),
          due: DateView(iso: due.description, text: writer.locale.date(due)), section: nil)
      })
  }

  private func date(_ key: FigureKey) -> DateView {
    let text = writer.figure(key).text
    guard case .day(let day)? = findings.ledger[key]?.measurement.known else {
      return DateView(iso: "", text: text)
    }
    return DateView(iso: day.description, text: text)
  }

  // MARK: - Sections

  private func belief(_ section: SectionFinding) -> BeliefView {
    let code = section.belief.code
    let figures = FigureComposer(findings: findings, writer: writer)
    return BeliefView(
      id: code, number: writer.figure("\(code).number"), topic: writer.word("\(code).topic"),
      belief: writer.word("\(code).belief"),
      verdict: writer.verdict(section.verdict.kind, key: .verdict(of: section.belief)),
      streak: streak(of: section), history: history(of: section),
      headline: writer.sentence(section.headline), lead: writer.joined(section.lead),
      note: note(in: .belief(section.belief)),
      figures: section.exhibits.enumerated().compactMap { index, exhibit in
        figures.view(of: exhibit, in: section.belief, number: index + 1)
      },
      how: section.how.map { writer.sentence($0) },
      next: section.next.map { writer.sentence($0) })
  }

  /// Every row of signs has the months of the longest.
  private var historyScale: GlanceView.Scale? {
    let histories = findings.sections.map(\.history)
    guard let longest = histories.max(by: { $0.count < $1.count }), longest.count > 1,
      let first = longest.first, let last = longest.last
    else { return nil }
    let shown = Set(histories.joined().map(\.kind))
    return GlanceView.Scale(
      first: time(first.month), last: time(last.month),
      signs: Verdict.Kind.allCases.filter(shown.contains).map { writer.verdict($0) })
  }

  func month(_ key: FigureKey) -> DateView {
    let text = writer.figure(key).text
    guard case .month(let month)? = findings.ledger[key]?.measurement.known else {
      return DateView(iso: "", text: text)
    }
    return DateView(iso: month.description, text: text)
  }

  /// A month by its name, or in a sales copy by its number.
  private func time(_ key: FigureKey) -> TimeView {
    let figure = writer.figure(key)
    var view = TimeView(text: figure.text, key: figure.key)
    if case .month(let month)? = findings.ledger[key]?.measurement.known {
      view.iso = month.description
    }
    return view
  }

  /// What the verdict was before it changed, or how many months in a row it stands.
  private func streak(of section: SectionFinding) -> SentenceView? {
    guard section.history.count > 1 else { return nil }
    let before = section.history[section.history.count - 2]
    guard before.kind != section.verdict.kind else {
      let streak = FigureKey("\(section.belief.code).streak")
      // A history that is full may have begun earlier.
      return writer.sentence(
        section.history.streak == Findings.longestHistory
          ? Statement("history.streak-at-least", ["months": .figure(streak, .counted)])
          : Statement("history.streak", ["ordinal": .figure(streak, .ordinal)]))
    }
    return writer.sentence(
      Statement(
        "history.was",
        [
          "month": .figure(before.month),
          "verdict": .phrase("verdicts.short.\(before.kind.rawValue)"),
        ]))
  }

  private func history(of section: SectionFinding) -> PlotView? {
    guard section.history.count > 1,
      let plot = IconHistory(shapes: section.history.map { Icon.Shape(verdict: $0.kind) }).plot()
    else { return nil }
    let entries = section.history.runs.map { run in
      let verdict = Statement.Argument.phrase("verdicts.short.\(run.kind.rawValue)")
      return Statement.Argument.statement(
        run.first == run.last
          ? Statement("history.entry", ["month": .figure(run.first), "verdict": verdict])
          : Statement(
            "history.run",
            ["first": .figure(run.first), "last": .figure(run.last), "verdict": verdict]))
    }
    return PlotView(
      id: "c-\(section.belief.code)-history", chart: "c-\(section.belief.code)-history",
      labelledBy: "\(section.belief.code)-finding",
      description: writer.sentence(
        Statement(
          "history.description",
          [
            "months": .figure("\(section.belief.code).history-months", .counted),
            "entries": .list(entries),
          ])), plot: plot)
  }

  var glossary: [DefinitionView] {
    Self.glossaryTerms.map { term in
      DefinitionView(
        term: writer.word("glossary.\(term).term"),
        meaning: writer.sentence("glossary.\(term).text"))
    }
  }

  /// In the order of the page.
  private static let glossaryTerms = [
    "reach", "impressions", "engagement", "organic", "conversion", "median", "interval",
    "correlation", "window", "usual-range", "percentage-point", "verdict",
  ]
}

extension Icon.Shape {
  /// Each verdict has a shape of its own, so that colour is not needed.
  init(verdict: Verdict.Kind) {
    switch verdict {
    case .refuted: self = .crossedCircle
    case .holds: self = .tickedSquare
    case .mixed: self = .halfDiamond
    case .tooLittleData: self = .dashedRing
    case .notTestable: self = .openSquare
    }
  }
}

extension [MonthVerdict] {
  /// Months in a row that have the same verdict, as one.
  fileprivate var runs: [(first: FigureKey, last: FigureKey, kind: Verdict.Kind)] {
    var runs: [(first: FigureKey, last: FigureKey, kind: Verdict.Kind)] = []
    for entry in self {
      if runs.last?.kind == entry.kind {
        runs[runs.count - 1].last = entry.month
      } else {
        runs.append((entry.month, entry.month, entry.kind))
      }
    }
    return runs
  }
}

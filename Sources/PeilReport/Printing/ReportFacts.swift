import Charts
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
    facts.figures = PageFacts.Figures(forms: forms)
    facts.quotes = PageFacts.TextSet(quotes(of: view))
    facts.links = PageFacts.TextSet(
      [agency.contact.email.map { "mailto:\($0)" }].compactMap { $0 } + noteParts.flatMap(\.links))
    facts.sheets = [PageFacts.Sheet(bytes: sheet.bytes, hash: sheet.hash)]
    facts.clients = PageFacts.Clients(names: names, owner: findings.client.slug.text)
    facts.charts = PageFacts.Charts(charts(of: view))
    facts.language = writer.locale.tag
    facts.times = PageFacts.Times(
      months: (1...12).map { month in
        [writer.locale.monthName(month), writer.locale.shortMonthName(month)]
      })
    facts.standsAlone = true
    return facts
  }

  /// Every form of every figure, of the limits of its interval and of its sample.
  private var forms: [String: [String]] {
    var forms: [String: [String]] = [:]
    func add(_ key: FigureKey) {
      let texts = writer.texts.texts(key)
      // At the beginning of a sentence a word gets a capital by rule: "Oktober 2026".
      let capitalised = texts.map { $0.prefix(1).uppercased() + $0.dropFirst() }
      if !texts.isEmpty { forms[key.text] = texts.union(capitalised).sorted() }
    }
    for figure in findings.ledger.figures {
      add(figure.key)
      if figure.interval != nil {
        add(figure.key.low)
        add(figure.key.high)
      }
      if figure.sampleSize != nil { add(figure.key.sampleSize) }
    }
    for (key, text) in writer.axisStarts { forms[key.text] = [text] }
    return forms
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

  private func charts(of view: ReportView) -> [String: PageFacts.Charts.Chart] {
    let plots =
      view.results.items.flatMap { [$0.bullet, $0.trend?.line] }
      + view.beliefs.flatMap { [$0.history] + $0.figures.flatMap { [$0.wide, $0.narrow] } }
    return Dictionary(
      plots.compactMap { $0 }.map { ($0.chart, PageFacts.Charts.Chart($0.plot)) },
      uniquingKeysWith: { wide, narrow in
        PageFacts.Charts.Chart(
          ticks: wide.ticks + narrow.ticks, marks: wide.marks.union(narrow.marks))
      })
  }
}

extension PageFacts.Charts.Chart {
  /// The texts of the ticks, and the keys of the values that are drawn.
  fileprivate init(_ plot: Plot) {
    let ticks = plot.xTicks + plot.yTicks
    let lines = (plot.lines + plot.comparisons).compactMap(\.keys)
    let keys =
      plot.bars.map(\.key) + plot.points.compactMap(\.key) + plot.cells.compactMap(\.key)
      + lines.flatMap { $0.split(separator: " ").map(String.init) }
    self.init(
      ticks: ticks.map(\.text) + ticks.compactMap { $0.group?.text }, marks: Set(keys))
  }
}

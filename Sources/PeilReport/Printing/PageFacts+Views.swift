import Charts
import PeilAnalysis

// What any page is held against: made from its ledger and its drawings.

extension PageFacts.Figures {
  /// Every form of every figure, of the limits of its interval and of its sample.
  init(of ledger: Ledger, as writer: SentenceWriter, outcomes: [String: [String]]) {
    self.init(forms: Self.forms(of: ledger, as: writer), outcomes: outcomes)
  }

  /// The keys of all verdicts: a report or a sales copy without one of them is incomplete.
  static func verdicts(of findings: Findings, as writer: SentenceWriter) -> [String] {
    findings.sections.map { writer.names.name(of: .verdict(of: $0.belief)) }
  }

  /// The words of each verdict, long and short, and of each goal.
  static func outcomes(of findings: Findings, as writer: SentenceWriter) -> [String: [String]] {
    var outcomes: [String: [String]] = [:]
    for section in findings.sections {
      let verdict = writer.verdict(section.verdict.kind, key: .verdict(of: section.belief))
      if let key = verdict.key { outcomes[key] = Set([verdict.word, verdict.short]).sorted() }
    }
    for result in findings.results {
      outcomes[writer.names.name(of: .status(of: result))] = [writer.word(for: result.status)]
    }
    return outcomes
  }

  static func forms(of ledger: Ledger, as writer: SentenceWriter) -> [String: [String]] {
    var forms: [String: [String]] = [:]
    func add(_ key: FigureKey) {
      let texts = writer.texts.texts(key)
      // At the beginning of a sentence a word gets a capital by rule: "Oktober 2026".
      let capitalised = texts.map { $0.prefix(1).uppercased() + $0.dropFirst() }
      if !texts.isEmpty { forms[writer.names.name(of: key)] = texts.union(capitalised).sorted() }
    }
    for figure in ledger.figures {
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
}

extension PageFacts.Charts {
  /// The drawings of a page; the sizes of one chart belong together.
  init(of plots: [PlotView]) { self.init(Self.charts(of: plots)) }

  static func charts(of plots: [PlotView]) -> [String: Chart] {
    Dictionary(
      plots.map { ($0.chart, Chart($0.plot)) },
      uniquingKeysWith: { wide, narrow in
        Chart(ticks: wide.ticks + narrow.ticks, marks: wide.marks.union(narrow.marks))
      })
  }
}

extension PageFacts.Charts.Chart {
  /// The texts of the ticks, and the keys of the values that are drawn.
  fileprivate init(_ plot: Plot) {
    let ticks = plot.xTicks + plot.yTicks
    let lines = (plot.lines + plot.comparisons).compactMap(\.keys) + plot.dots.compactMap(\.keys)
    let keys =
      plot.bars.compactMap(\.key) + plot.points.compactMap(\.key) + plot.cells.compactMap(\.key)
      + lines.flatMap { $0.split(separator: " ").map(String.init) }
    self.init(
      ticks: ticks.map(\.text) + ticks.compactMap { $0.group?.text }, marks: Set(keys))
  }
}

extension PageFacts.Times {
  /// The names of the months of a language.
  init(of locale: LocaleFormat) {
    self.init(months: Self.months.first { $0.locale == locale }?.names ?? Self.names(of: locale))
  }

  /// Made once: a checker remembers texts of times as long as the names of months are the same.
  private static let months = LocaleFormat.all.map { (locale: $0, names: names(of: $0)) }

  private static func names(of locale: LocaleFormat) -> MonthNames {
    MonthNames((1...12).map { [locale.monthName($0), locale.shortMonthName($0)] })
  }
}

import Charts
import PeilAnalysis
import PeilModel

extension ReportComposer {
  /// The key results against their goals.
  var results: ResultsView {
    ResultsView(
      intro: writer.sentence(findings.resultsIntro),
      items: findings.results.map { result($0) },
      remarks: hasUnjudgedChange ? [writer.sentence("results.not-judged")] : [],
      note: note(in: .results))
  }

  private var hasUnjudgedChange: Bool {
    findings.results.contains { $0.changes.contains { $0.judgement == .notJudged } }
  }

  private func result(_ finding: ResultFinding) -> ResultView {
    let name = finding.result.rawValue
    let id = "result-\(name)"
    return ResultView(
      id: id, name: writer.sentence("metrics.\(name).name"),
      value: writer.figure(finding.value),
      unit: unit(of: finding).map { writer.phrase($0) },
      status: status(finding), bullet: bullet(finding, id: id),
      changes: finding.changes.map { change($0, of: finding) },
      // In a sales copy there may be a comparison that is not told.
      noComparison: finding.changes.isEmpty && finding.scale == nil
        ? writer.sentence("results.no-comparison") : nil,
      trend: trend(finding, id: id), table: table(finding, id: id))
  }

  private func unit(of finding: ResultFinding) -> Statement? {
    finding.scale ?? finding.goal.map { Statement("results.of-goal", ["goal": .figure($0)]) }
  }

  private func status(_ finding: ResultFinding) -> ResultView.Status {
    let judgement: ResultView.Judgement =
      switch finding.status {
      case .met: .good
      case .missed: .bad
      case .noGoal, .unknown: .neutral
      }
    return ResultView.Status(
      word: writer.word(for: finding.status), judgement: judgement,
      key: writer.names.name(of: .status(of: finding)))
  }

  private func change(
    _ change: ResultFinding.Change, of finding: ResultFinding
  ) -> ResultView.Change {
    let limits = { (key: FigureKey) -> [String: Statement.Argument] in
      ["low": .figure(key.low), "high": .figure(key.high)]
    }
    let judged: ResultView.Judgement =
      !finding.result.isBetterHigher ? .neutral : change.isUp ? .good : .bad
    let (judgement, remark): (ResultView.Judgement, Statement?) =
      switch change.judgement {
      case .usual(let expected): (.neutral, Statement("results.usual", limits(expected)))
      case .unusual(let expected):
        (judged, Statement("results.unusual", limits(expected)))
      case .notJudged: (.neutral, nil)
      }
    return ResultView.Change(
      against: writer.phrase(change.against), amount: amount(change.amount), isUp: change.isUp,
      judgement: judgement,
      remark: remarks(remark, change))
  }

  /// Whether a change is usual, and what is left of it without the calendar.
  private func remarks(_ judgement: Statement?, _ change: ResultFinding.Change) -> SentenceView? {
    let statements = [judgement, adjusted(change)].compactMap { $0 }
    return statements.isEmpty ? nil : writer.joined(statements)
  }

  /// What is left of a change when both months have the same days; told where that is another number.
  private func adjusted(_ change: ResultFinding.Change) -> Statement? {
    guard let key = change.adjusted,
      writer.texts.text(key, .signed) != writer.texts.text(change.amount, .signed)
    else { return nil }
    return Statement("results.adjusted", ["change": .figure(key, .signed)])
  }

  private func amount(_ key: FigureKey) -> SentenceView {
    switch findings.ledger[key]?.measurement.known {
    case .pointChange, .coarse(.pointChange):
      writer.sentence(Statement("change.points", ["points": .figure(key, .signed)]))
    default: writer.label(.figure(key, .signed))
    }
  }

  /// The months behind the bullet and the line.
  private func table(_ finding: ResultFinding, id: String) -> TableView? {
    guard finding.months.count > 1 || writer.isKnown(finding.value) else { return nil }
    let figures = FigureComposer(findings: findings, writer: writer)
    let heads = [
      figures.column("month", isNumeric: false),
      TableView.Column(
        text: writer.sentence("metrics.\(finding.result.rawValue).name"), isNumeric: true),
    ]
    let isDrawn = finding.months.count { writer.isKnown($0) } >= 4
    let rows = zip(finding.times, finding.months).compactMap { time, key -> TableView.Row? in
      // Without a line only this month is drawn.
      guard isDrawn || key == finding.value else { return nil }
      return TableView.Row(
        header: figures.header(time: time), cells: [figures.cell(key, under: heads[1])])
    }
    return TableView(
      chart: "c-\(id)",
      caption: writer.sentence(
        Statement(
          "results.table", ["subject": .phrase("metrics.\(finding.result.rawValue).name")])),
      columns: heads, rows: rows)
  }

  private func bullet(_ finding: ResultFinding, id: String) -> PlotView? {
    guard let value = datum(finding.value) else { return nil }
    let target = finding.goal.flatMap { datum($0) }
    let graph = BulletGraph(
      value: value, target: target,
      comparison: finding.changes.first { $0.span == "year" }.flatMap { change in
        finding.months.count == 13 ? datum(finding.months[0]) : nil
      },
      axis: axis(like: finding.value))
    guard let plot = graph.plot(.narrow) else { return nil }
    let arguments: [String: Statement.Argument] = ["value": .figure(finding.value)]
    let description =
      finding.goal.map {
        Statement("results.bullet", arguments.merging(["goal": .figure($0)]) { $1 })
      } ?? Statement("results.bullet-without-goal", arguments)
    return PlotView(
      id: "c-\(id)-bullet", chart: "c-\(id)", labelledBy: id,
      description: writer.sentence(description), plot: plot)
  }

  /// The line of the last months, with its length and its last value.
  private func trend(_ finding: ResultFinding, id: String) -> ResultView.Trend? {
    let values = finding.months.map { datum($0) }
    let known = zip(finding.months, values).compactMap { key, value in value.map { (key, $0.value) }
    }
    guard let plot = Sparkline(values: values).plot(), let first = known.first,
      let last = known.last, let lowest = known.min(by: { $0.1 < $1.1 }),
      let highest = known.max(by: { $0.1 < $1.1 })
    else { return nil }
    let months = Statement.Argument.figure("\(finding.value.text).months", .counted)
    return ResultView.Trend(
      label: writer.label(months),
      line: PlotView(
        id: "c-\(id)-line", chart: "c-\(id)", labelledBy: id,
        description: writer.sentence(
          Statement(
            "results.sparkline",
            [
              "months": months, "start": .figure(first.0), "end": .figure(last.0),
              "lowest": .figure(lowest.0), "highest": .figure(highest.0),
            ])), plot: plot),
      end: writer.figure(last.0))
  }

  func datum(_ key: FigureKey) -> Datum? {
    findings.ledger.number(key).map {
      Datum($0, key: writer.names.name(of: key), text: writer.figure(key).text)
    }
  }

  /// An axis in the unit of a figure.
  func axis(like key: FigureKey) -> ValueAxis {
    AxisTexts(locale: writer.locale, currency: agency.currency)
      .axis(of: findings.ledger[key]?.measurement.known)
  }
}

import Calendars
import PeilAnalysis
import PeilModel

extension ReportComposer {
  /// Where the figures come from, what is missing, and how a verdict comes about.
  var method: MethodView {
    MethodView(
      intro: intro.map { writer.sentence($0) }, sources: sources,
      gaps: gaps.map { writer.sentence($0) }, restatements: restatements,
      definitions: definitions,
      rules: rules.map { writer.sentence($0) }, program: QuotedView(program),
      inputHash: QuotedView(inputHash))
  }

  private var intro: [Statement] {
    var statements = [
      Statement(
        "method.window",
        [
          "period": .figure("period.window"), "weeks": .figure("period.weeks", .counted),
          "time-zone": .figure("agency.time-zone"), "month": .figure("period.month"),
        ])
    ]
    // Each says how many weeks it had; they may differ.
    let weekly = [Belief.followersAreSuccess, .trafficIsTheGoal]
    if weekly.contains(where: { (findings.ledger.number(FigureKey("\($0.code).weeks")) ?? 0) > 0 })
    {
      statements.append(Statement("method.window-weekly"))
    }
    for coverage in findings.coverage {
      guard let last = coverage.last else {
        statements.append(
          Statement("method.coverage-none", ["platform": .platform(coverage.platform)]))
        continue
      }
      statements.append(
        Statement(
          isBehind(last) ? "method.coverage-incomplete" : "method.coverage",
          [
            "platform": .platform(coverage.platform),
            "periods": .list(coverage.periods.map { .figure($0) }),
          ]))
    }
    let none = findings.client.confirmedNone.sorted { $0.rawValue < $1.rawValue }
    if !none.isEmpty {
      statements.append(
        Statement(
          "method.confirmed-none",
          ["inputs": .list(none.map { .phrase("source-kinds.\($0.rawValue)") })]))
    }
    return statements + [
      Statement("method.as-of", ["settling-days": .figure("constant.settling-days", .counted)]),
      Statement("method.missing-is-not-zero"), Statement("method.reach-does-not-add"),
    ]
  }

  /// Whether the days of a platform end before the month does.
  private func isBehind(_ last: FigureKey) -> Bool {
    guard case .day(let day)? = findings.ledger[last]?.measurement.known else { return false }
    return day < findings.period.month.lastDay
  }

  var rules: [Statement] {
    [
      Statement("method.rule"),
      Statement("method.interval", ["confidence": .figure("constant.confidence")]),
      Statement(
        "method.errors",
        [
          "error-low": .figure("constant.error-low", .whole),
          "error-high": .figure("constant.error-high", .whole),
        ]), Statement("method.multiplicity"),
    ]
  }

  private var sources: TableView? {
    guard !findings.files.isEmpty else { return nil }
    let heads = ["file", "kind", "period", "records"].map { name in
      TableView.Column(
        text: writer.sentence("method.sources.\(name)"), isNumeric: name == "records")
    }
    let rows = findings.files.enumerated().map { index, file in
      let key = "file.\(index + 1)"
      let days = writer.figure("\(key).days")
      let records = writer.figure("\(key).records")
      let kind = Statement.Argument.phrase("source-kinds.\(file.kind.rawValue)")
      let content =
        file.platform.map { platform in
          Statement("method.sources.on-platform", ["kind": kind, "platform": .platform(platform)])
        } ?? Statement("method.sources.on-none", ["kind": kind])
      return TableView.Row(
        header: TableView.Cell(file.path, content: .quoted(language: nil)),
        cells: [
          TableView.Cell(writer.sentence(content).text, label: heads[1].text.text),
          TableView.Cell(days.text, keys: days.key, label: heads[2].text.text),
          TableView.Cell(
            records.text, keys: records.key, label: heads[3].text.text, isNumeric: true),
        ])
    }
    return TableView(
      caption: writer.sentence("method.sources.caption"), columns: heads, rows: rows,
      form: .words)
  }

  /// Records that were not counted, file by file.
  private var gaps: [Statement] {
    let skipped = skippedRecords
    return skipped.isEmpty ? [Statement("method.no-gaps")] : skipped
  }

  private var skippedRecords: [Statement] {
    findings.files.enumerated().flatMap { index, file in
      file.skipped.map { skipped in
        Statement(
          "method.skipped",
          [
            "file": .figure("file.\(index + 1).path"),
            "records": .figure(
              "file.\(index + 1).skipped.\(skipped.reason.rawValue)", .counted),
            "reason": .phrase("skip-reasons.\(skipped.reason.rawValue)"),
          ])
      }
    }
  }

  /// What comes out otherwise now than it was delivered, as far as a reader would see it.
  private var restatements: TableView? {
    let heads = ["measure", "month", "old", "new", "cause"].map { name in
      TableView.Column(
        text: writer.sentence("method.restatements.\(name)"),
        isNumeric: name == "old" || name == "new")
    }
    let rows = findings.restatements.compactMap { restatement -> TableView.Row? in
      let (measure, then, now) = texts(of: restatement.subject)
      guard then.text != now.text else { return nil }
      let month = month(restatement.month)
      let cause = writer.sentence(statement(of: restatement.cause))
      return TableView.Row(
        header: TableView.Cell(measure),
        cells: [
          TableView.Cell(month.text, label: heads[1].text.text, content: .date(iso: month.iso)),
          TableView.Cell(
            then.text, keys: then.key, label: heads[2].text.text, isNumeric: true),
          TableView.Cell(now.text, keys: now.key, label: heads[3].text.text, isNumeric: true),
          TableView.Cell(cause.text, keys: cause.keys, label: heads[4].text.text),
        ])
    }
    guard !rows.isEmpty else { return nil }
    return TableView(
      caption: writer.sentence("method.restatements.caption"), columns: heads, rows: rows,
      remarks: [writer.sentence("method.restated-note")], form: .words)
  }

  private func texts(
    of subject: Restatement.Subject
  ) -> (measure: String, then: (text: String, key: String?), now: (text: String, key: String?)) {
    switch subject {
    case .figure(let definition, let then, let now):
      let (old, new) = (writer.figure(then), writer.figure(now))
      return (
        writer.word("metrics.\(definition.rawValue).name"), (old.text, old.key),
        (new.text, new.key)
      )
    case .verdict(let belief, let then, let now):
      let measure = Statement(
        "method.restatements.verdict", ["topic": .phrase("\(belief.code).topic")])
      return (
        writer.phrase(measure).text, (writer.word("verdicts.short.\(then.rawValue)"), nil),
        (writer.word("verdicts.short.\(now.rawValue)"), nil)
      )
    }
  }

  private func statement(of cause: Restatement.Cause) -> Statement {
    switch cause {
    case .newerExport(let day):
      Statement("method.restatements.newer-export", ["day": .figure(day)])
    case .otherExports: Statement("method.restatements.other-exports")
    case .otherRules: Statement("method.restatements.other-rules")
    }
  }

  /// What the key results and the verdicts' measures are, each in words with its pitfall.
  var definitions: [DefinitionView] {
    let names = findings.results.map(\.result.rawValue) + Belief.allCases.map(\.measure.rawValue)
    return names.map { name in
      DefinitionView(
        term: writer.word("metrics.\(name).name"),
        meaning: writer.sentence(
          Statement(
            "method.definition",
            [
              "formula": .phrase("metrics.\(name).formula"),
              "pitfall": .phrase("metrics.\(name).pitfall"),
            ])))
    }
  }
}

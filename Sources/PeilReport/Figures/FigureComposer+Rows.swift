import Charts
import PeilAnalysis
import PeilModel

// Charts with a row a thing: T2, T4 and T5 of the catalogue.
extension FigureComposer {
  func bars(_ rows: [Exhibit.Row], heads named: [Statement], count: FigureKey) -> Drawing? {
    guard let first = rows.first else { return nil }
    let known = rows.count { findings.ledger.number($0.value) != nil }
    let last = rows.last { findings.ledger.number($0.value) != nil } ?? first
    let chart = RankedBars(
      rows: rows.map { row in
        RankedBars.Row(
          text(row.label), value: datum(row.value),
          tone: row.platform == nil ? .series(1) : tone(of: row.platform).0)
      }, missing: text(.phrase("figures.no-value")), axis: axis(like: first.value))
    let heads =
      named.isEmpty
      ? [column("group", isNumeric: false), column(isShare(first.value) ? "share" : "number")]
      : named.enumerated().map { index, head in
        TableView.Column(text: writer.sentence(head), isNumeric: index > 0 && !first.isText(index))
      }
    return Drawing(
      plot: { chart.plot($0) },
      description: writer.joined([
        Statement(
          known == 1 && rows.count > 1 ? "descriptions.bars-one-known" : "descriptions.bars",
          [
            "rows": .statement(noun("row", rows.count, count)), "highest-label": first.label,
            "highest": .figure(first.value), "lowest-label": last.label,
            "lowest": .figure(last.value),
          ]), Statement("descriptions.table-below"),
      ]),
      table: TableView(
        caption: SentenceView(text: ""), columns: heads,
        rows: rows.map { row in
          TableView.Row(
            header: header(row.label),
            cells: [cell(row.value, under: heads[1])]
              + zip(row.notes, heads.dropFirst(2)).map { note($0, under: $1) })
        }))
  }

  private func note(_ note: Exhibit.Row.Note, under label: TableView.Column) -> TableView.Cell {
    switch note {
    case .figure(let key): return cell(key, under: label)
    case .text(let argument):
      let words = writer.label(argument)
      return TableView.Cell(words.text, keys: words.keys, label: label.text.text)
    case .none: return TableView.Cell(FigureTexts.unknown, label: label.text.text)
    }
  }

  private func isShare(_ key: FigureKey) -> Bool {
    switch findings.ledger[key]?.measurement.known {
    case .share, .coarse(.share): true
    default: false
    }
  }

  func dumbbells(_ pairs: [Exhibit.Pair]) -> Drawing? {
    guard let first = pairs.first else { return nil }
    let chart = Dumbbell(
      rows: pairs.map { pair in
        let (tone, marker) = tone(of: pair.platform)
        return Dumbbell.Row(
          text(pair.label), start: datum(pair.from), end: datum(pair.to), tone: tone,
          marker: marker)
      }, startName: text(.phrase("columns.effort-share")),
      endName: text(.phrase("columns.result-share")), axis: axis(like: first.from))
    let heads = [
      column("platform", isNumeric: false), column("effort-share"), column("result-share"),
    ]
    let values = pairs.map { pair in
      Statement.Argument.statement(
        Statement(
          "descriptions.dumbbell-value",
          ["platform": pair.label, "effort": .figure(pair.from), "result": .figure(pair.to)]))
    }
    return Drawing(
      plot: { chart.plot($0) },
      description: writer.joined([
        Statement("descriptions.dumbbell", ["values": .list(values)]),
        Statement("descriptions.table-below"),
      ]),
      table: TableView(
        caption: SentenceView(text: ""), columns: heads,
        rows: pairs.map { pair in
          TableView.Row(
            header: header(pair.label),
            cells: [cell(pair.from, under: heads[1]), cell(pair.to, under: heads[2])])
        }))
  }

  func estimates(_ intervals: Exhibit.Intervals, _ exhibit: Exhibit) -> Drawing? {
    guard let first = intervals.rows.first else { return nil }
    let chart = IntervalDots(
      rows: intervals.rows.map { row in
        let (tone, marker) = tone(of: row.platform)
        return IntervalDots.Row(
          text(row.label), estimate: datum(row.value), interval: interval(row.value),
          label: estimateText(row.value), tone: tone, marker: marker)
      },
      references: [
        intervals.reference.map { Charts.Reference($0, label: text(.phrase("figures.reference"))) },
        intervals.limit.map {
          Charts.Reference($0, label: text(.phrase("figures.limit")), kind: .threshold)
        },
      ].compactMap { $0 }, axis: axis(like: first.value, isLogarithmic: intervals.isLogarithmic))
    let heads = [
      column("platform", isNumeric: false), column("estimate"), column("low"), column("high"),
    ]
    // With a row for all of them, that is the one to tell.
    let overall = intervals.rows.filter { $0.platform == nil }
    let values = (overall.isEmpty ? intervals.rows : overall).map { row in
      Statement.Argument.statement(
        Statement(
          "figures.point-interval",
          [
            "label": row.label, "value": .figure(row.value), "low": .figure(row.value.low),
            "high": .figure(row.value.high),
          ]))
    }
    return Drawing(
      plot: { chart.plot($0) },
      description: writer.joined([
        Statement(
          intervals.reference == nil ? "descriptions.estimates" : "descriptions.intervals",
          [
            "rows": .statement(noun("row", intervals.rows.count, exhibit.marks)),
            "reference": .figure(exhibit.reference),
            "values": .list(values),
          ]), Statement("descriptions.table-below"),
      ]),
      table: TableView(
        caption: SentenceView(text: ""), columns: heads,
        rows: intervals.rows.map { row in
          TableView.Row(
            header: header(row.label),
            cells: [
              cell(row.value, under: heads[1]), cell(row.value.low, under: heads[2]),
              cell(row.value.high, under: heads[3]),
            ])
        }))
  }

  /// "0.57 (0.47 to 0.66)"
  func estimateText(_ key: FigureKey) -> ChartText {
    guard interval(key) != nil else { return text(.figure(key)) }
    return text(
      Statement(
        "figures.estimate",
        ["value": .figure(key), "low": .figure(key.low), "high": .figure(key.high)]))
  }

  /// "three rows", "one bar"
  func noun(_ noun: String, _ count: Int, _ key: FigureKey) -> Statement {
    Statement("nouns.\(noun).\(count == 1 ? "one" : "other")", ["n": .figure(key)])
  }
}

extension Exhibit.Row {
  /// Whether a column of its table holds words; those of the label and the value are the first two.
  fileprivate func isText(_ column: Int) -> Bool {
    guard notes.indices.contains(column - 2) else { return false }
    if case .figure = notes[column - 2] { return false }
    return true
  }
}

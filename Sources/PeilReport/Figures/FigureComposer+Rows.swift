import Charts
import PeilAnalysis
import PeilModel

// Charts with a row a thing: T2, T4 and T5 of the catalogue.
extension FigureComposer {
  func bars(_ rows: [Exhibit.Row], count: FigureKey) -> Drawing? {
    guard let first = rows.first, let last = rows.last else { return nil }
    let chart = RankedBars(
      rows: rows.map { row in
        RankedBars.Row(
          text(row.label), value: datum(row.value), tone: tone(of: row.platform).0)
      }, axis: axis(like: first.value))
    let heads = [column("group", isNumeric: false), column("number")]
    return Drawing(
      plot: { chart.plot($0) },
      description: writer.joined([
        Statement(
          "descriptions.bars",
          [
            "rows": .statement(noun("row", rows.count, count)), "highest-label": first.label,
            "highest": .figure(first.value), "lowest-label": last.label,
            "lowest": .figure(last.value),
          ]), Statement("descriptions.table-below"),
      ]),
      table: TableView(
        caption: SentenceView(text: ""), columns: heads,
        rows: rows.map { row in
          TableView.Row(header: header(row.label), cells: [cell(row.value, under: heads[1])])
        }))
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
        Charts.Reference(intervals.reference, label: text(.phrase("figures.reference")))
      ], axis: axis(like: first.value, isLogarithmic: intervals.isLogarithmic))
    let heads = [
      column("platform", isNumeric: false), column("estimate"), column("low"), column("high"),
    ]
    let values = intervals.rows.map { row in
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
          "descriptions.intervals",
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
  private func estimateText(_ key: FigureKey) -> ChartText {
    text(
      Statement(
        "figures.estimate",
        ["value": .figure(key), "low": .figure(key.low), "high": .figure(key.high)]))
  }

  /// "three rows", "one bar"
  func noun(_ noun: String, _ count: Int, _ key: FigureKey) -> Statement {
    Statement("nouns.\(noun).\(count == 1 ? "one" : "other")", ["n": .figure(key)])
  }
}

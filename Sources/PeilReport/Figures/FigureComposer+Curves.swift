import Charts
import PeilAnalysis
import PeilModel

// Curves and steps: T13, T14 and T8 of the catalogue; and T7, which is a table.
extension FigureComposer {
  /// What part still waits as hours go by.
  func waiting(_ waiting: Exhibit.Waiting) -> Drawing? {
    let locale = writer.locale
    let chart = SurvivalCurve(
      series: waiting.groups.enumerated().map { index, group in
        SurvivalCurve.Series(
          text(group.label), tone: .series(index + 1), marker: .ofSlot(index + 1),
          steps: group.steps.map { ($0.time, $0.remaining) }, censored: group.censored,
          keys: group.remaining.filter { findings.ledger.number($0) != nil }.map(\.text),
          marked: [(group.median, 0.5), (group.ninetieth, 0.1)].compactMap { key, part in
            datum(key).map { time in
              SurvivalCurve.Marked(
                Datum(time.value / 3600, key: time.key, text: time.text), remaining: part,
                label: ChartText(time.text, keys: [time.key]))
            }
          })
      },
      timeTexts: { hours in
        hours.map { locale.number(ExactDecimal($0).withoutTrailingZeros()) }
      },
      axis: axis(like: waiting.groups.first?.remaining.first { findings.ledger.number($0) != nil }),
      timeName: text(.phrase("columns.hours")))
    let heads =
      [
        column("group", isNumeric: false), column("conversations"), column("half-answered"),
        column("nine-in-ten-answered"),
      ]
      + waiting.hours.map { hours in
        TableView.Column(
          text: writer.sentence(
            Statement("columns.waiting-after", ["hours": .figure(hours, .counted)])),
          isNumeric: true)
      }
    let values = waiting.groups.compactMap { group -> Statement.Argument? in
      guard findings.ledger.number(group.median) != nil else { return nil }
      return .statement(
        Statement(
          "descriptions.strip-value", ["label": group.label, "value": .figure(group.median)]))
    }
    let curve =
      values.isEmpty
      ? Statement("descriptions.survival-not-reached")
      : Statement("descriptions.survival", ["values": .list(values)])
    return Drawing(
      plot: { chart.plot($0) },
      description: writer.joined([curve, Statement("descriptions.table-below")]),
      table: TableView(
        caption: SentenceView(text: ""), columns: heads,
        rows: waiting.groups.map { group in
          let sample = group.remaining.first { findings.ledger[$0]?.sampleSize != nil }
          return TableView.Row(
            header: header(group.label),
            cells: [
              sample.map { cell($0.sampleSize, under: heads[1]) } ?? dash(under: heads[1]),
              time(group.median, of: group, under: heads[2]),
              time(group.ninetieth, of: group, under: heads[3]),
            ] + zip(group.remaining, heads.dropFirst(4)).map { cell($0, under: $1) })
        }))
  }

  /// A time that was not reached is longer than the longest wait that was seen.
  private func time(
    _ key: FigureKey, of group: Exhibit.Waiting.Group, under label: TableView.Column
  ) -> TableView.Cell {
    guard !writer.isKnown(key), let longest = group.longest else { return cell(key, under: label) }
    let words = writer.phrase(Statement("figures.more-than", ["value": .figure(longest)]))
    return TableView.Cell(words.text, keys: words.keys, label: label.text.text, isNumeric: true)
  }

  /// How unevenly a sum is spread over the posts.
  func concentrated(_ spread: Exhibit.Concentrated, count: FigureKey) -> Drawing? {
    guard let first = spread.rows.first else { return nil }
    let heads = [column("share-of-posts"), column("share-of-engagement")]
    let chart = LorenzCurve(
      points: spread.curve.map { ($0.things, $0.sum) },
      marked: (spread.marked.things, spread.marked.sum), label: text(spread.label),
      keys: spread.rows.map(\.sum.text), axis: axis(like: first.sum),
      xName: text(.phrase("columns.share-of-posts")),
      yName: text(.phrase("columns.share-of-engagement")))
    return Drawing(
      plot: { chart.plot($0) },
      description: writer.joined([
        Statement("descriptions.lorenz", ["marks": .figure(count, .counted)]),
        Statement("descriptions.table-below"),
      ]),
      table: TableView(
        caption: SentenceView(text: ""), columns: heads,
        rows: spread.rows.map { row in
          TableView.Row(
            header: header(.figure(row.things)), cells: [cell(row.sum, under: heads[1])])
        }))
  }

  /// What part of each step goes on to the next.
  func passages(_ passages: [Exhibit.Passage], count: FigureKey) -> Drawing? {
    guard let first = passages.first, let last = passages.last else { return nil }
    let chart = StepRates(
      steps: passages.map { passage in
        StepRates.Step(
          text(passage.label), rate: datum(passage.rate), interval: interval(passage.rate),
          readout: estimateText(passage.rate))
      }, axis: axis(like: first.rate))
    let heads = [
      column("step", isNumeric: false), column("from"), column("to"), column("share"),
      column("low"), column("high"),
    ]
    return Drawing(
      plot: { chart.plot($0) },
      description: writer.joined([
        Statement(
          "descriptions.bars",
          [
            "rows": .statement(noun("row", passages.count, count)),
            "highest-label": .statement(first.label), "highest": .figure(first.rate),
            "lowest-label": .statement(last.label), "lowest": .figure(last.rate),
          ]), Statement("descriptions.table-below"),
      ]),
      table: TableView(
        caption: SentenceView(text: ""), columns: heads,
        rows: passages.map { passage in
          TableView.Row(
            header: header(.statement(passage.label)),
            cells: [
              passage.counts.map { cell($0.from, under: heads[1]) } ?? dash(under: heads[1]),
              passage.counts.map { cell($0.to, under: heads[2]) } ?? dash(under: heads[2]),
              cell(passage.rate, under: heads[3]), cell(passage.rate.low, under: heads[4]),
              cell(passage.rate.high, under: heads[5]),
            ])
        }))
  }

  /// The table is the chart: a cell for each block of hours of each weekday, darker where there is more.
  func rhythm(_ rhythm: Exhibit.Rhythm) -> Drawing? {
    let counts = rhythm.rows.flatMap(\.counts).compactMap { findings.ledger.number($0) }
    let ramp = SequentialRamp(counts.filter { $0 >= Exhibit.Rhythm.fewest })
    let heads =
      [column("weekday", isNumeric: false)]
      + rhythm.blocks.map { block in
        TableView.Column(
          text: writer.sentence(
            Statement("groups.hours", ["from": .figure(block.from), "to": .figure(block.to)])),
          isNumeric: true)
      }
    return Drawing(
      plot: nil, description: SentenceView(text: ""),
      table: TableView(
        caption: SentenceView(text: ""), columns: heads,
        rows: rhythm.rows.map { row in
          TableView.Row(
            header: TableView.Cell(writer.locale.shortWeekdayName(row.weekday)),
            cells: zip(row.counts, heads.dropFirst()).map { key, head in
              var cell = cell(key, under: head)
              cell.level = findings.ledger.number(key).flatMap {
                $0 >= Exhibit.Rhythm.fewest ? ramp?.level(of: $0) : nil
              }
              return cell
            })
        }, form: .heat))
  }
}

import Calendars
import Charts
import PeilAnalysis
import PeilModel

/// Draws the exhibits of a section as charts, each in two sizes and with a table of the same figures.
struct FigureComposer {
  let findings: Findings
  let writer: SentenceWriter

  func view(of exhibit: Exhibit, in belief: Belief, number: Int) -> FigureView? {
    let id = "f-\(belief.code)-\(exhibit.name)"
    let drawing: Drawing? =
      switch exhibit.data {
      case .lines(let panels): lines(panels)
      case .stacks(let stacks): stacked(stacks, count: exhibit.marks)
      case .bars(let rows): bars(rows, count: exhibit.marks)
      case .dumbbells(let pairs): dumbbells(pairs)
      case .intervals(let intervals): estimates(intervals, exhibit)
      }
    guard let drawing else { return nil }
    func plot(_ size: Plot.Size, _ letter: String) -> PlotView? {
      drawing.plot(size).map { plot in
        PlotView(
          id: "c-\(belief.code)-\(number)-\(letter)", chart: "c-\(belief.code)-\(number)",
          labelledBy: "\(id)-title",
          description: drawing.description, plot: plot)
      }
    }
    guard let wide = plot(.wide, "w"), let narrow = plot(.narrow, "n") else { return nil }
    var table = drawing.table
    table.caption = writer.sentence(exhibit.caption)
    return FigureView(
      id: id, title: writer.sentence(exhibit.title), unit: writer.sentence(exhibit.unit),
      wide: wide, narrow: narrow, table: table, source: source(of: exhibit, belief),
      remarks: remarks(exhibit, wide))
  }

  /// A chart before its size is chosen, with its words and its figures.
  struct Drawing {
    let plot: (Plot.Size) -> Plot?
    let description: SentenceView
    let table: TableView
  }

  // MARK: - Texts under a chart

  private func source(of exhibit: Exhibit, _ belief: Belief) -> SentenceView {
    let kinds = belief.sourceKinds.filter { kind in
      findings.files.contains { $0.kind == kind }
    }
    return writer.sentence(
      Statement(
        "figures.source",
        [
          "sources": .list(kinds.map { .phrase("source-kinds.\($0.rawValue)") }),
          "period": exhibit.period,
        ]))
  }

  /// Stretches without data are named; an axis that does not begin at zero says so.
  private func remarks(_ exhibit: Exhibit, _ view: PlotView) -> [SentenceView] {
    let gaps = exhibit.gaps.map { gap in
      let days = ["days": Statement.Argument.figure(gap.days)]
      return gap.measure.map { measure in
        Statement("figures.no-data-of", days.merging(["measure": .statement(measure)]) { $1 })
      } ?? Statement("figures.no-data", days)
    }
    let start = view.plot.axisStart.map { start in
      Statement(
        "states.axis-starts",
        ["start": .figure(writer.note(axisStart: start.text, of: view.id))])
    }
    return (gaps + [start].compactMap { $0 }).map { writer.sentence($0) }
  }

  // MARK: - Values

  func datum(_ key: FigureKey) -> Datum? {
    findings.ledger.number(key).map {
      Datum($0, key: key.text, text: writer.figure(key).text)
    }
  }

  func interval(_ key: FigureKey) -> ClosedRange<Double>? {
    findings.ledger[key]?.interval.flatMap { $0.low <= $0.high ? $0.low...$0.high : nil }
  }

  func text(_ argument: Statement.Argument) -> ChartText {
    let label = writer.label(argument)
    return ChartText(label.text, keys: label.keys?.split(separator: " ").map(String.init) ?? [])
  }

  func text(_ statement: Statement) -> ChartText { text(.statement(statement)) }

  func axis(like key: FigureKey?, isLogarithmic: Bool = false) -> ValueAxis {
    AxisTexts(locale: writer.locale, currency: writer.texts.currency)
      .axis(
        of: key.flatMap { findings.ledger[$0]?.measurement.known }, isLogarithmic: isLogarithmic)
  }

  /// The colour and marker of a platform, which stay for the life of the client.
  func tone(of platform: Platform?) -> (Tone, Marker) {
    guard let platform, let slot = findings.client.platforms.firstIndex(of: platform), slot < 6
    else { return (platform == nil ? .ink : .other, .circle) }
    return (.series(slot + 1), .ofSlot(slot + 1))
  }

  // MARK: - Cells

  func column(_ key: String, isNumeric: Bool = true) -> TableView.Column {
    TableView.Column(text: writer.sentence("columns.\(key)"), isNumeric: isNumeric)
  }

  func cell(_ key: FigureKey, under label: TableView.Column) -> TableView.Cell {
    let value = writer.figure(key)
    // A dash is no figure: it has no mark in the chart either.
    let isKnown = value.text != FigureTexts.unknown
    return TableView.Cell(
      value.text, keys: isKnown ? value.key : nil, label: label.text.text, isNumeric: true)
  }

  func header(_ argument: Statement.Argument) -> TableView.Cell {
    let label = writer.label(argument)
    return TableView.Cell(label.text, keys: label.keys)
  }

  /// A day or month as the head of a row.
  func header(time key: FigureKey) -> TableView.Cell {
    let value = writer.figure(key)
    switch findings.ledger[key]?.measurement.known {
    case .day(let day):
      return TableView.Cell(value.text, content: .date(iso: day.description))
    case .month(let month):
      return TableView.Cell(value.text, content: .date(iso: month.description))
    default:
      return TableView.Cell(value.text, keys: value.key)
    }
  }
}

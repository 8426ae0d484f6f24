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
      case .bars(let rows): bars(rows, heads: exhibit.heads, count: exhibit.marks)
      case .dumbbells(let pairs): dumbbells(pairs)
      case .intervals(let intervals): estimates(intervals, exhibit)
      case .strips(let strips): self.strips(strips, count: exhibit.marks)
      case .cloud(let cloud): self.cloud(cloud, exhibit)
      case .rhythm(let rhythm): self.rhythm(rhythm)
      case .waiting(let waiting): self.waiting(waiting)
      case .concentrated(let spread): concentrated(spread, count: exhibit.marks)
      case .passages(let passages): self.passages(passages, count: exhibit.marks)
      }
    guard let drawing else { return nil }
    let chart = "c-\(belief.code)-\(number)"
    let wide = drawing.plot?(.wide).map { plot in
      PlotView(
        id: "\(chart)-w", chart: chart, labelledBy: "\(id)-title",
        description: drawing.description, plot: plot)
    }
    let narrow = wide.flatMap { wide in
      drawing.plot?(.narrow).map { PlotView(id: "\(chart)-n", plot: $0, sharing: wide) }
    }
    guard drawing.plot == nil || wide != nil && narrow != nil else { return nil }
    var table = drawing.table
    table?.caption = writer.sentence(exhibit.caption)
    return FigureView(
      id: id, title: writer.sentence(exhibit.title), unit: writer.sentence(exhibit.unit),
      wide: wide, narrow: narrow, table: table, link: link(exhibit.lookup, belief),
      source: source(of: exhibit, belief), remarks: drawing.remarks + remarks(exhibit, wide))
  }

  /// A chart before its size is chosen, with its words and its figures.
  struct Drawing {
    /// `nil` where the table is the chart.
    let plot: ((Plot.Size) -> Plot?)?
    let description: SentenceView
    /// `nil` where another table has the figures.
    let table: TableView?
    var remarks: [SentenceView] = []
  }

  /// Where the single things of a chart are listed.
  private func link(_ lookup: Exhibit.Lookup?, _ belief: Belief) -> LinkView? {
    switch lookup {
    case .posts: LinkView(address: "#posts", text: writer.word("figures.posts-link"))
    case .exhibit(let name):
      LinkView(address: "#f-\(belief.code)-\(name)", text: writer.word("figures.weeks-link"))
    case nil: nil
    }
  }

  // MARK: - Texts under a chart

  private func source(of exhibit: Exhibit, _ belief: Belief) -> SentenceView {
    let kinds = (exhibit.sources.isEmpty ? belief.sourceKinds : exhibit.sources).filter { kind in
      findings.files.contains { $0.kind == kind }
    }
    return writer.sentence(
      Statement(
        "figures.source",
        ["sources": .list(kinds.map { .phrase("source-kinds.\($0.rawValue)") })]))
  }

  /// Stretches without data are named; an axis that does not begin at zero says so.
  private func remarks(_ exhibit: Exhibit, _ view: PlotView?) -> [SentenceView] {
    let gaps = exhibit.gaps.map { gap in
      let days = ["days": Statement.Argument.figure(gap.days)]
      return gap.measure.map { measure in
        Statement("figures.no-data-of", days.merging(["measure": .statement(measure)]) { $1 })
      } ?? Statement("figures.no-data", days)
    }
    let starts = view.map { view in
      view.plot.axisStarts.map { start in
        let text = ["start": Statement.Argument.figure(writer.note(start, of: view.id))]
        guard case .lines(let panels) = exhibit.data, let panel = start.panel else {
          return Statement("states.axis-starts", text)
        }
        return Statement(
          "states.axis-starts-of",
          text.merging(["measure": .statement(panels[panel].title)]) { $1 })
      }
    }
    return (exhibit.remarks + gaps + (starts ?? [])).map { writer.sentence($0) }
  }

  // MARK: - Values

  func datum(_ key: FigureKey) -> Datum? {
    findings.ledger.number(key).map {
      Datum($0, key: writer.names.name(of: key), text: writer.figure(key).text)
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

  func logarithmicAxis(like key: FigureKey?) -> ValueAxis {
    AxisTexts(locale: writer.locale, currency: writer.texts.currency)
      .logarithmicAxis(of: key.flatMap { findings.ledger[$0]?.measurement.known })
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

  /// A limit of an interval, where there is one.
  func limit(
    _ limit: FigureKey, of key: FigureKey, under label: TableView.Column
  ) -> TableView.Cell {
    interval(key) == nil ? dash(under: label) : cell(limit, under: label)
  }

  /// What is not known or does not exist.
  func dash(under label: TableView.Column) -> TableView.Cell {
    TableView.Cell(FigureTexts.unknown, label: label.text.text, isNumeric: true)
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
      return TableView.Cell(
        writer.locale.date(day, .medium), content: .date(iso: day.description))
    case .month(let month):
      return TableView.Cell(
        writer.locale.shortMonth(month), content: .date(iso: month.description))
    default:
      return TableView.Cell(value.text, keys: value.key)
    }
  }
}

import Charts

/// A chart as templates draw it: finished coordinates and texts, with its id and description.
struct PlotView: Equatable, Sendable {
  /// `c-m5-1-w`; the description has `-d` behind it.
  var id: String
  /// `c-m5-1`: the chart of which this is a drawing, the same in every size.
  var chart: String
  /// The id of the figure's visible title.
  var labelledBy: String
  /// `nil` in the narrow drawing, which shares that of the wide one.
  var description: SentenceView?
  /// The id of the description.
  var describedBy: String
  var plot: Plot

  init(
    id: String, chart: String, labelledBy: String, description: SentenceView, plot: Plot
  ) {
    self.id = id
    self.chart = chart
    self.labelledBy = labelledBy
    self.description = description
    describedBy = "\(id)-d"
    self.plot = plot
  }

  /// The other drawing of a chart, whose marks need no keys of their own.
  init(id: String, plot: Plot, sharing other: PlotView) {
    self.id = id
    chart = other.chart
    labelledBy = other.labelledBy
    describedBy = other.describedBy
    self.plot = plot.unkeyed
  }

  static let view = RecordView<PlotView>(
    "plot",
    [
      .text("id") { $0.id },
      .text("chart") { $0.chart },
      .text("labelled-by") { $0.labelledBy },
      .text("described-by") { $0.describedBy },
      .optionalRecord("desc", SentenceView.view) { $0.description },
      .text("size") { $0.plot.sizeName },
      .text("width") { $0.plot.width.text },
      .text("height") { $0.plot.height.text },
      .flag("is-inline") { $0.plot.size == nil },
      .list("bands", band) { $0.plot.bands },
      .list("areas", area) { $0.plot.areas },
      .list("grid", rule) { Strokes.grouped($0.plot.grid) },
      .list("comparisons", line) { $0.plot.comparisons },
      .list("bars", bar) { $0.plot.bars.filter { $0.key != nil } },
      .list("plain-bars", plainBars) { PlainBars.all(of: $0.plot.bars) },
      .list("hatches", hatched) { HatchedArea.all(over: $0.plot.bars) },
      .list("cells", cell) { $0.plot.cells },
      .list("lines", line) { $0.plot.lines },
      .list("rules", rule) { Strokes.grouped($0.plot.rules) },
      .list("intervals", interval) { $0.plot.intervals },
      .list("dots", dots) { $0.plot.dots },
      .list("points", point) { $0.plot.points },
      .list("icons", icon) { $0.plot.icons },
      .list("swatches", swatch) { $0.plot.swatches },
      .list("x-ticks", tick) { view in view.plot.xTicks.map { PlacedTick($0, of: view.chart) } },
      .list("y-ticks", tick) { view in view.plot.yTicks.map { PlacedTick($0, of: view.chart) } },
      .list("labels", label) { $0.plot.labels },
      .list("hovers", hover) { $0.plot.hovers },
    ])

  /// A tick knows its plot, so that its number is checked against that scale.
  private struct PlacedTick: Sendable {
    let tick: Tick
    let chart: String

    init(_ tick: Tick, of chart: String) {
      self.tick = tick
      self.chart = chart
    }

    /// What a text with a digit in it is checked against; the name of a month needs no proof.
    func chart(of text: String) -> String? {
      text.utf8.contains { (0x30...0x39).contains($0) } ? chart : nil
    }
  }

  private static let band = RecordView<Band>(
    "band",
    [
      .text("x") { $0.x.text }, .text("y") { $0.y.text }, .text("width") { $0.width.text },
      .text("height") { $0.height.text }, .text("kind") { $0.kind.rawValue },
      .optionalText("hatch") { $0.hatch?.rawValue },
    ])

  private static let area = RecordView<Area>("area", [.text("path") { $0.path }])

  private static let rule = RecordView<Strokes>(
    "rule", [.text("path") { $0.path }, .text("kind") { $0.kind.rawValue }])

  private static let hatched = RecordView<HatchedArea>(
    "hatched", [.text("path") { $0.path }, .text("hatch") { $0.hatch.rawValue }])

  private static let cursor = RecordView<Rule>(
    "cursor",
    [
      .text("x1") { $0.x1.text }, .text("y1") { $0.y1.text }, .text("x2") { $0.x2.text },
      .text("y2") { $0.y2.text },
    ])

  private static let line = RecordView<Line>(
    "line",
    [
      .text("path") { $0.path }, .text("tone") { $0.tone.name }, .flag("is-solid") { $0.isSolid },
      .optionalText("keys") { $0.keys },
    ])

  private static let bar = RecordView<Bar>(
    "bar",
    [
      .text("x") { $0.x.text }, .text("y") { $0.y.text }, .text("width") { $0.width.text },
      .text("height") { $0.height.text }, .text("tone") { $0.tone.name },
      .optionalText("key") { $0.key },
    ])

  private static let plainBars = RecordView<PlainBars>(
    "plain-bars", [.text("path") { $0.path }, .text("tone") { $0.tone.name }])

  private static let cell = RecordView<Cell>(
    "heat-cell",
    [
      .text("x") { $0.x.text }, .text("y") { $0.y.text }, .text("width") { $0.width.text },
      .text("height") { $0.height.text }, .text("level") { String($0.level) },
      .optionalText("hatch") { $0.hatch?.rawValue }, .optionalText("key") { $0.key },
      .optionalRecord("label", label) { $0.label },
    ])

  private static let interval = RecordView<Interval>(
    "interval",
    [
      .text("path") { $0.path }, .text("tone") { $0.tone.name },
      .flag("is-cased") { $0.isCased },
    ])

  private static let point = RecordView<Point>(
    "point",
    [
      .text("x") { $0.x.text }, .text("y") { $0.y.text }, .text("marker") { $0.marker.rawValue },
      .text("tone") { $0.tone.name }, .optionalText("key") { $0.key },
      .flag("is-open") { $0.isOpen },
    ])

  private static let dots = RecordView<Dots>(
    "dots",
    [
      .text("path") { $0.path }, .text("marker") { $0.marker.rawValue },
      .text("tone") { $0.tone.name }, .optionalText("keys") { $0.keys },
    ])

  private static let icon = RecordView<Icon>(
    "icon",
    [
      .text("x") { $0.x.text }, .text("y") { $0.y.text }, .text("shape") { $0.shape.rawValue },
    ])

  private static let swatch = RecordView<Swatch>(
    "swatch",
    [
      .text("x") { $0.x.text }, .text("y") { $0.y.text }, .text("width") { $0.width.text },
      .text("height") { $0.height.text }, .text("tone") { $0.tone.name },
      .optionalText("hatch") { $0.hatch?.rawValue },
    ])

  private static let tick = RecordView<PlacedTick>(
    "tick",
    [
      .text("x") { $0.tick.x.text }, .text("y") { $0.tick.y.text },
      .optionalText("anchor") { $0.tick.anchor == .middle ? nil : $0.tick.anchor.rawValue },
      .text("text") { $0.tick.text },
      .optionalText("chart") { $0.chart(of: $0.tick.text) },
      .optionalRecord("group", group) { tick in tick.tick.group.map { ($0, tick) } },
    ])

  private static let group = RecordView<(Tick.Group, PlacedTick)>(
    "tick-group",
    [
      .text("x") { $0.0.x.text }, .text("y") { $0.0.y.text }, .text("text") { $0.0.text },
      .optionalText("chart") { $0.1.chart(of: $0.0.text) },
    ])

  private static let label = RecordView<Charts.Label>(
    "label",
    [
      .text("x") { $0.x.text }, .text("y") { $0.y.text },
      .optionalText("anchor") { $0.anchor.name },
      .text("style") { $0.style.rawValue }, .text("text") { $0.text },
      .optionalText("keys") { $0.keys }, .list("more", labelLine) { $0.more },
    ])

  private static let labelLine = RecordView<Charts.Label.Line>(
    "label-line",
    [
      .text("x") { $0.x.text }, .text("y") { $0.y.text }, .text("text") { $0.text },
    ])

  private static let hover = RecordView<Hover>(
    "hover",
    [
      .text("x") { $0.x.text }, .optionalText("y") { $0.y.tenths == 0 ? nil : $0.y.text },
      .text("width") { $0.width.text },
      .text("height") { $0.height.text }, .optionalRecord("cursor", cursor) { $0.cursor },
      .record("readout", label) { $0.readout },
    ])
}

extension Anchor {
  /// Texts begin at their place unless something else is said.
  fileprivate var name: String? { self == .start ? nil : rawValue }
}

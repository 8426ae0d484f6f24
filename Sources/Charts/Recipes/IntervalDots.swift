/// Estimates with their intervals, one to a row, against a reference and thresholds (T5).
public struct IntervalDots: Sendable {
  /// Beyond this many rows a table reads better.
  public static let limit = 12

  public struct Row: Sendable {
    public var name: ChartText
    public var estimate: Datum?
    /// Lower and upper end; `nil` draws the estimate alone.
    public var interval: ClosedRange<Double>?
    /// At the right of the row: the estimate and its interval in words.
    public var label: ChartText
    public var tone: Tone
    public var marker: Marker
    /// What the strip shows.
    public var readout: ChartText?

    public init(
      _ name: ChartText, estimate: Datum?, interval: ClosedRange<Double>? = nil,
      label: ChartText, tone: Tone = .ink, marker: Marker = .circle, readout: ChartText? = nil
    ) {
      self.name = name
      self.estimate = estimate
      self.interval = interval
      self.label = label
      self.tone = tone
      self.marker = marker
      self.readout = readout
    }
  }

  public var rows: [Row]
  public var references: [Reference]
  public var axis: ValueAxis

  public init(rows: [Row], references: [Reference] = [], axis: ValueAxis) {
    self.rows = rows
    self.references = references
    self.axis = axis
  }

  /// - Returns: `nil` when no row has an estimate that the axis can show.
  public func plot(_ size: Plot.Size) -> Plot? {
    guard rows.contains(where: { axis.drawn($0.estimate.known) != nil }),
      let resolved = axis.resolved(for: values, zero: .byData, target: size.tickTarget)
    else { return nil }
    let strip = HoverStrip(rows.map(\.readout), width: size.width)
    // Narrow rows have their values behind their names: two columns beside the marks are too many.
    let valueWidth =
      (rows.map { textWidth(of: $0.label.text, size: TextSize.label) }.max() ?? 0) + 12
    let layout = { (top: Double) in
      RowLayout(
        names: rows.map(\.name), size: size, top: top, margin: resolved.overhang, aside: valueWidth)
    }
    let left = max(layout(0).left, resolved.overhang)
    let right = size.width - max(size == .wide ? valueWidth : 0, resolved.overhang, 6)
    let x = resolved.scale(from: left, to: max(right, left + 60))

    let marks = references.filter { axis.drawn($0.value) != nil }
    let heads = ReferenceHeads(
      marks.map { ($0.label, x($0.value)) }, top: strip.height, width: size.width)
    let rowLayout = layout(strip.height + heads.height + 4)
    let frame = Frame(
      left: left, top: strip.height + heads.height, right: max(right, left + 60),
      bottom: rowLayout.bottom + 4)
    var plot = Plot(size: size, width: size.width, height: frame.bottom + 26, frame: frame)

    plot.addValuesRightward(resolved, x)
    for (reference, top) in zip(marks, heads.tops) {
      let place = x(reference.value)
      for (from, to) in stretches(rowLayout.rows, from: top, to: frame.bottom, size) {
        plot.rules.append(Rule(reference.ruleKind, from: (place, from), to: (place, to)))
      }
    }
    heads.draw(on: &plot)
    for (index, (row, place)) in zip(rows, rowLayout.rows).enumerated() {
      if let interval = row.interval, let low = axis.drawn(interval.lowerBound),
        let high = axis.drawn(interval.upperBound)
      {
        plot.intervals.append(
          Interval(from: (x(low), place.centre), to: (x(high), place.centre), tone: row.tone))
      }
      if let value = axis.drawn(row.estimate.known) {
        plot.points.append(
          Point(
            x: x(value), y: place.centre, marker: row.marker, tone: row.tone,
            key: row.estimate?.key))
      }
      plot.add(
        Label(
          row.label, x: size.width, baseline: valueBaseline(of: place, size), anchor: .end,
          style: .value))
      if let hover = strip.hover(
        index, over: place.area(size))
      {
        plot.hovers.append(hover)
      }
    }
    plot.add(rowLayout.labels)
    return plot
  }

  /// Where an upright line is drawn: from end to end, or beside the marks alone where names stand above them,
  /// for it would run through the words.
  private func stretches(
    _ rows: [RowLayout.Row], from top: Double, to bottom: Double, _ size: Plot.Size
  ) -> [(Double, Double)] {
    size == .wide ? [(top, bottom)] : rows.map { ($0.centre - 11, $0.centre + 11) }
  }

  private func valueBaseline(of place: RowLayout.Row, _ size: Plot.Size) -> Double {
    size == .wide ? place.centre + TextSize.drop(of: TextSize.label) : place.lastBaseline
  }

  private var values: [Double] {
    rows.flatMap { row in
      [row.estimate.known, row.interval?.lowerBound, row.interval?.upperBound]
        .compactMap { $0 }
    } + references.map(\.value)
  }
}

/// Two values a row, joined: from an open marker to a filled one (T4).
public struct Dumbbell: Sendable {
  /// Beyond this many rows a table reads better.
  public static let limit = 8

  public struct Row: Sendable {
    public var name: ChartText
    /// The open marker: effort, before.
    public var start: Datum?
    /// The filled marker: result, after.
    public var end: Datum?
    public var tone: Tone
    public var marker: Marker
    /// What the strip shows.
    public var readout: ChartText?

    public init(
      _ name: ChartText, start: Datum?, end: Datum?, tone: Tone, marker: Marker = .circle,
      readout: ChartText? = nil
    ) {
      self.name = name
      self.start = start
      self.end = end
      self.tone = tone
      self.marker = marker
      self.readout = readout
    }
  }

  public var rows: [Row]
  /// What an open and a filled marker mean.
  public var startName: ChartText
  public var endName: ChartText
  public var axis: ValueAxis

  public init(rows: [Row], startName: ChartText, endName: ChartText, axis: ValueAxis) {
    self.rows = rows
    self.startName = startName
    self.endName = endName
    self.axis = axis
  }

  /// - Returns: `nil` when no row has a value that the axis can show.
  public func plot(_ size: Plot.Size) -> Plot? {
    let values = rows.flatMap { [$0.start.known, $0.end.known].compactMap(axis.drawn) }
    guard let resolved = axis.resolved(for: values, zero: .byData, target: size.tickTarget)
    else { return nil }
    let strip = HoverStrip(rows.map(\.readout), width: size.width)
    let key = SeriesKey(
      [
        .init(name: startName, sample: .marker(.circle, .ink, isOpen: true)),
        .init(name: endName, sample: .marker(.circle, .ink, isOpen: false)),
      ], top: strip.height, width: size.width)
    // Values stand at the outer sides of the markers.
    let widest =
      rows.flatMap { [$0.start, $0.end].compactMap { $0?.text } }
      .map { textWidth(of: $0, size: TextSize.label) + 10 }.max() ?? 0
    let room = max(widest, resolved.overhang)
    let layout = RowLayout(
      names: rows.map(\.name), size: size, top: strip.height + key.height + 4, margin: 0)
    let left = layout.left + room
    let frame = Frame(
      left: left, top: strip.height + key.height + 4,
      right: max(size.width - room, left + 40), bottom: layout.bottom + 4)
    var plot = Plot(size: size, width: size.width, height: frame.bottom + 26, frame: frame)
    let x = resolved.scale(from: frame.left, to: frame.right)

    plot.addValuesRightward(resolved, x)
    // Nothing grows from zero here; a dark line would run through names and values.
    plot.rules = []
    for (index, (row, place)) in zip(rows, layout.rows).enumerated() {
      addMarks(of: row, to: &plot, x, place.centre)
      if let hover = strip.hover(index, over: place.area(size)) { plot.hovers.append(hover) }
    }
    plot.add(layout.labels)
    key.draw(on: &plot)
    return plot
  }

  private func addMarks(of row: Row, to plot: inout Plot, _ x: Scale, _ y: Double) {
    let start = axis.drawn(row.start.known).map { x($0) }
    let end = axis.drawn(row.end.known).map { x($0) }
    if let start, let end {
      plot.rules.append(Rule(.connector, from: (start, y), to: (end, y)))
      if (end - start).magnitude >= 26 {
        plot.points.append(
          Point(
            x: end + (end > start ? -9 : 9), y: y, marker: end > start ? .arrowRight : .arrowLeft,
            tone: .quiet))
      }
    }
    let baseline = y + TextSize.drop(of: TextSize.label)
    for (place, other, datum, isStart) in [
      (start, end, row.start, true), (end, start, row.end, false),
    ] {
      guard let place, let datum else { continue }
      plot.points.append(
        Point(
          x: place, y: y, marker: row.marker, tone: row.tone, isOpen: isStart,
          key: datum.key))
      // Of two equal values the result stands at the right.
      let isLeft = other.map { place < $0 || place == $0 && isStart } ?? false
      plot.add(
        Label(
          datum.label, x: isLeft ? place - 9 : place + 9, baseline: baseline,
          anchor: isLeft ? .end : .start, style: .value))
    }
  }
}

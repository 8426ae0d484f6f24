/// The same small line chart for each of several things, in a grid (T12).
public struct SmallMultiples: Sendable {
  public struct Panel: Sendable {
    public var title: ChartText
    public var tone: Tone
    public var marker: Marker
    /// One for each position, oldest first.
    public var values: [Datum?]
    public var comparison: [Datum?]
    /// What the strip shows at each position while the pointer is over this panel.
    public var readouts: [ChartText]
    /// Of this panel alone; without one the panels share an axis.
    public var axis: ValueAxis?

    public init(
      _ title: ChartText, tone: Tone, marker: Marker = .circle, values: [Datum?],
      comparison: [Datum?] = [], readouts: [ChartText] = [], axis: ValueAxis? = nil
    ) {
      self.title = title
      self.tone = tone
      self.marker = marker
      self.values = values
      self.comparison = comparison
      self.readouts = readouts
      self.axis = axis
    }
  }

  public var positions: [TimePosition]
  public var panels: [Panel]
  /// Of the panels that have none of their own.
  public var axis: ValueAxis
  /// Draws the lines of the other panels behind each one; only for panels that share the axis.
  public var showsOthers: Bool
  /// One panel under the other on one time axis, also when wide.
  public var isStacked: Bool

  public init(
    positions: [TimePosition], panels: [Panel], axis: ValueAxis, showsOthers: Bool = false,
    isStacked: Bool = false
  ) {
    self.positions = positions
    self.panels = panels
    self.axis = axis
    self.showsOthers = showsOthers
    self.isStacked = isStacked
  }

  private static let gap = 44.0
  private static let titleHeight = 24.0

  /// - Returns: `nil` when no panel has a value that can be drawn.
  public func plot(_ size: Plot.Size) -> Plot? {
    let shared = panels.filter { $0.axis == nil }
    let sharedAxis = axis.resolved(
      for: shared.flatMap { values(of: $0, on: axis) }, zero: .byData, target: 4)
    let axes = panels.map { panel in
      panel.axis.map {
        $0.resolved(for: values(of: panel, on: $0), zero: .byData, target: 4)
      } ?? sharedAxis
    }
    guard axes.contains(where: { $0 != nil }) else { return nil }
    let strip = HoverStrip(
      panels.flatMap { panel in
        positions.indices.map { panel.readouts.indices.contains($0) ? panel.readouts[$0] : nil }
      }, width: size.width)
    let grid = Grid(
      panels: panels.count, size: size, isStacked: isStacked, top: strip.height,
      left: axes.compactMap { $0?.leftMargin(on: size) }.max() ?? 0, positions: positions)
    var plot = Plot(
      size: size, width: size.width, height: grid.height,
      frame: Frame(
        left: grid.frame(0).left, top: grid.frame(0).top, right: size.width,
        bottom: grid.height))
    for (index, panel) in panels.enumerated() {
      guard let axis = axes[index] else { continue }
      let frame = grid.frame(index)
      let x = PositionScale(count: positions.count, start: frame.left, end: frame.right)
      let y = axis.scale(from: frame.bottom, to: frame.top)
      plot.points.append(
        Point(x: frame.left + 5, y: frame.top - 14, marker: panel.marker, tone: panel.tone))
      plot.add(
        Label(
          wrapped(panel.title, at: isStacked ? 60 : 24, lines: 1), keys: panel.title.keyText,
          x: frame.left + 14, baseline: frame.top - 9, anchor: .start, style: .name))
      addAxes(
        of: index, axis, y, x, to: &plot, frame,
        isFirst: grid.isFirstOfRow(index) || panel.axis != nil,
        isLast: grid.isLastOfColumn(index))
      addLines(of: index, to: &plot, frame, x, y)
      for position in positions.indices {
        let middle = x.centre(of: position)
        if let hover = strip.hover(
          index * positions.count + position,
          over: Frame(
            left: x.edge(before: position), top: frame.top - Self.titleHeight,
            right: x.edge(before: position + 1), bottom: frame.bottom),
          cursor: Rule(.grid, from: (middle, frame.top), to: (middle, frame.bottom)))
        {
          plot.hovers.append(hover)
        }
      }
    }
    return plot
  }

  // MARK: Panels

  private func values(of panel: Panel, on axis: ValueAxis) -> [Double] {
    (panel.values.prefix(positions.count) + panel.comparison.prefix(positions.count))
      .compactMap { axis.drawn($0.known) }
  }

  private func addAxes(
    of index: Int, _ axis: ValueAxis.Resolved, _ y: Scale, _ x: PositionScale, to plot: inout Plot,
    _ frame: Frame, isFirst: Bool, isLast: Bool
  ) {
    for tick in axis.ticks {
      let place = y(tick.value)
      plot.grid.append(Rule(.grid, from: (frame.left, place), to: (frame.right, place)))
      if isFirst {
        plot.yTicks.append(
          Tick(
            tick.value, text: tick.text, x: frame.left - 8,
            y: place + TextSize.drop(of: TextSize.tick), anchor: .end))
      }
    }
    if axis.hasZero {
      plot.rules.append(Rule(.zero, from: (frame.left, y(0)), to: (frame.right, y(0))))
    } else if let start = AxisStart(axis, panel: panels[index].axis == nil ? nil : index),
      !plot.axisStarts.contains(start)
    {
      plot.axisStarts.append(start)
    }
    if isLast {
      plot.xTicks += TimeAxis(positions: positions, scale: x).ticks(
        baseline: frame.bottom + 18, limit: frame.width > 400 ? 13 : 4,
        within: frame.left - 16...frame.right + 16)
    }
  }

  private func addLines(
    of index: Int, to plot: inout Plot, _ frame: Frame, _ x: PositionScale, _ y: Scale
  ) {
    let panel = panels[index]
    let axis = panel.axis ?? self.axis
    let places = { (values: [Datum?]) in
      positions.indices.map { position in
        values.indices.contains(position)
          ? axis.drawn(values[position].known).map { (x: x.centre(of: position), y: y($0)) }
          : nil
      }
    }
    if showsOthers, panel.axis == nil {
      for (other, context) in panels.enumerated() where other != index && context.axis == nil {
        if let line = Line(through: places(context.values), tone: .quiet) {
          plot.comparisons.append(line)
        }
      }
    }
    if let line = Line(
      through: places(panel.comparison), data: panel.comparison, tone: .previous)
    {
      plot.comparisons.append(line)
    }
    let own = places(panel.values)
    addGaps(between: own, to: &plot, frame, x)
    if var line = Line(through: own, data: panel.values, tone: panel.tone) {
      line.isSolid = true
      plot.lines.append(line)
    }
    for (position, place) in own.enumerated() {
      guard let place else { continue }
      let isAlone =
        (position == 0 || own[position - 1] == nil)
        && (position + 1 == own.count || own[position + 1] == nil)
      let isLast = own[(position + 1)...].allSatisfy { $0 == nil }
      guard isAlone || isLast else { continue }
      plot.points.append(
        Point(
          x: place.x, y: place.y, marker: panel.marker, tone: panel.tone,
          key: isAlone ? panel.values[position]?.key : nil))
    }
  }
}

extension SmallMultiples {
  /// Dots where values are missing between known ones.
  private func addGaps(
    between places: [(x: Double, y: Double)?], to plot: inout Plot, _ frame: Frame,
    _ x: PositionScale
  ) {
    let known = places.indices.filter { places[$0] != nil }
    for (before, after) in zip(known, known.dropFirst()) where after - before > 1 {
      plot.bands.append(
        Band(
          .gap, from: (x.edge(before: before + 1), frame.top),
          to: (x.edge(before: after), frame.bottom)))
    }
  }

  /// Where the panels lie, row by row.
  private struct Grid {
    private let count: Int
    private let columns: Int
    private let left: Double
    private let top: Double
    private let panelWidth: Double
    private let frameHeight: Double
    private let timeHeight: Double
    private let isStacked: Bool
    private let margin: Double

    init(
      panels: Int, size: Plot.Size, isStacked: Bool, top: Double, left: Double,
      positions: [TimePosition]
    ) {
      count = panels
      columns = size == .narrow || isStacked ? 1 : panels == 2 || panels == 4 ? 2 : min(panels, 3)
      self.left = left
      self.top = top
      self.isStacked = isStacked
      margin = TimeAxis.rightMargin(
        of: positions,
        from: size.width - (size.width - left) / Double(columns) + SmallMultiples.gap,
        to: size.width)
      panelWidth =
        (size.width - left - margin - SmallMultiples.gap * Double(columns - 1)) / Double(columns)
      timeHeight = positions.contains { $0.group != nil } ? 42 : 26
      frameHeight = size == .wide ? 240 - SmallMultiples.titleHeight - timeHeight : 130
    }

    private var rows: Int { (count + columns - 1) / columns }
    /// Stacked panels have one time axis, under the last of them.
    private var rowHeight: Double {
      SmallMultiples.titleHeight + frameHeight + (isStacked ? 12 : timeHeight + 8)
    }

    var height: Double {
      top + Double(rows) * rowHeight + (isStacked ? timeHeight - 12 : -8)
    }

    func frame(_ index: Int) -> Frame {
      let x = left + Double(index % columns) * (panelWidth + SmallMultiples.gap)
      let y = top + SmallMultiples.titleHeight + Double(index / columns) * rowHeight
      return Frame(left: x, top: y, right: x + panelWidth, bottom: y + frameHeight)
    }

    func isFirstOfRow(_ index: Int) -> Bool { index % columns == 0 }

    func isLastOfColumn(_ index: Int) -> Bool { !isStacked || index + columns >= count }
  }
}

/// Numbers in a grid of cells, darker where they are higher (T7).
///
/// Where one of the numbers does not fit in its cell, none is written.
public struct Heatmap: Sendable {
  public struct Row: Sendable {
    /// Short: it stands beside the row in both sizes.
    public var name: ChartText
    /// One for each column; `nil` for a cell with too few items, which is dotted.
    public var values: [Datum?]
    /// What the strip shows, one for each column. Best left empty where the cells carry their
    /// numbers: hover areas of all cells are larger than the rest of the chart.
    public var readouts: [ChartText]

    public init(_ name: ChartText, values: [Datum?], readouts: [ChartText] = []) {
      self.name = name
      self.values = values
      self.readouts = readouts
    }
  }

  public var columns: [TimePosition]
  /// From top to bottom.
  public var rows: [Row]

  public init(columns: [TimePosition], rows: [Row]) {
    self.columns = columns
    self.rows = rows
  }

  private static let rowHeight = 30.0

  /// - Returns: `nil` when no cell has a value.
  public func plot(_ size: Plot.Size) -> Plot? {
    let known = rows.flatMap { $0.values.prefix(columns.count).compactMap(\.known) }
    guard let ramp = SequentialRamp(known) else { return nil }
    let strip = HoverStrip(
      rows.flatMap { row in
        columns.indices.map { row.readouts.indices.contains($0) ? row.readouts[$0] : nil }
      }, width: size.width)
    let names = rows.map { wrapped($0.name, at: 14, lines: 1) }
    let left = min(
      (names.map { widthOfLines($0) }.max() ?? 0) + 10, size.width / 2
    ).rounded(.up)
    let frame = Frame(
      left: left, top: strip.height + 4,
      right: size.width - TimeAxis.rightMargin(of: columns, from: left, to: size.width),
      bottom: strip.height + 4 + Double(rows.count) * Self.rowHeight)
    let x = PositionScale(count: columns.count, start: frame.left, end: frame.right)
    let time = TimeAxis(positions: columns, scale: x)
    var plot = Plot(
      size: size, width: size.width, height: frame.bottom + time.height, frame: frame)

    let isNumbered = rows.flatMap { $0.values.prefix(columns.count) }.allSatisfy { datum in
      textWidth(of: datum?.text ?? "", size: TextSize.tick) <= x.step - 2
    }
    plot.xTicks = time.ticks(
      baseline: frame.bottom + 18, limit: columns.count, within: 0...size.width)
    for (index, row) in rows.enumerated() {
      let top = frame.top + Double(index) * Self.rowHeight
      let middle = top + Self.rowHeight / 2
      plot.add(
        Label(
          names[index], keys: row.name.keyText, x: 0,
          baseline: middle + TextSize.drop(of: TextSize.label), anchor: .start, style: .name))
      for column in columns.indices {
        let place = Frame(
          left: x.edge(before: column), top: top, right: x.edge(before: column + 1),
          bottom: top + Self.rowHeight)
        let datum = row.values.indices.contains(column) ? row.values[column] : nil
        plot.cells.append(
          Cell(
            frame: place, level: datum.known.map(ramp.level(of:)) ?? 0,
            label: datum.known == nil || !isNumbered ? nil : datum.map { label(of: $0, in: place) },
            key: datum.known == nil ? nil : datum?.key))
        if let hover = strip.hover(index * columns.count + column, over: place) {
          plot.hovers.append(hover)
        }
      }
    }
    return plot
  }

  private func label(of datum: Datum, in place: Frame) -> Label {
    Label(
      datum.label, x: (place.left + place.right) / 2,
      baseline: (place.top + place.bottom) / 2 + TextSize.drop(of: TextSize.tick),
      anchor: .middle, style: .cell)
  }
}

/// One to four series over time, with the same time a period earlier behind them (T1).
///
/// Lines break where values are missing; where every series misses one, the gap is dotted. Dots
/// mark the first, the last and the flagged values of a line. Below six positions there are only
/// dots. The value axis contains zero by the rule for lines: `Plot.axisStarts` tells when not.
public struct LineChart: Sendable {
  public struct Series: Sendable {
    public var name: ChartText
    public var tone: Tone
    public var marker: Marker
    /// One for each position of the chart, oldest first; missing at the end when there are fewer.
    public var values: [Datum?]
    /// Positions whose values deserve a look, from 0.
    public var flagged: Set<Int>

    public init(
      _ name: ChartText, tone: Tone, marker: Marker = .circle, values: [Datum?],
      flagged: Set<Int> = []
    ) {
      self.name = name
      self.tone = tone
      self.marker = marker
      self.values = values
      self.flagged = flagged
    }
  }

  /// At equal distances, oldest first.
  public var positions: [TimePosition]
  public var series: [Series]
  /// The earlier period, position by position.
  public var comparison: Series?
  /// Where the newest value was expected, lowest to highest.
  public var prediction: ClosedRange<Double>?
  public var references: [Reference]
  /// What the strip shows at each position; empty for a chart without hover areas.
  public var readouts: [ChartText]
  public var axis: ValueAxis
  /// Of the drawing without the hover strip, the key and the tick texts.
  public var frameHeight: Double

  public init(
    positions: [TimePosition], series: [Series], comparison: Series? = nil,
    prediction: ClosedRange<Double>? = nil, references: [Reference] = [],
    readouts: [ChartText] = [], axis: ValueAxis, frameHeight: Double = 220
  ) {
    self.positions = positions
    self.series = series
    self.comparison = comparison
    self.prediction = prediction
    self.references = references
    self.readouts = readouts
    self.axis = axis
    self.frameHeight = frameHeight
  }

  /// - Returns: `nil` when no series has a value that can be drawn.
  public func plot(_ size: Plot.Size) -> Plot? {
    guard series.contains(where: { $0.values.contains { axis.drawn($0.known) != nil } }),
      let resolved = axis.resolved(for: drawnValues, zero: .byData, target: size.tickTarget)
    else { return nil }

    let all = series + [comparison].compactMap { $0 }
    let strip = HoverStrip(readouts, width: size.width)
    let isNamedAtEnds = size == .wide && all.count > 1
    let key = SeriesKey(
      isNamedAtEnds || all.count < 2 ? [] : all.map(keyItem), top: strip.height,
      width: size.width)
    let endLabels = EndLabels(
      names: isNamedAtEnds ? all.map(\.name) : [],
      references: size == .wide ? references.map(\.label) : [])

    let left = resolved.leftMargin(on: size)
    let margin = TimeAxis.rightMargin(of: positions, from: left, to: size.width)
    let top = strip.height + key.height + 10
    let frame = Frame(
      left: left, top: top, right: size.width - max(endLabels.width, margin),
      bottom: top + frameHeight)
    let x = PositionScale(count: positions.count, start: frame.left, end: frame.right)
    let y = resolved.scale(from: frame.bottom, to: frame.top)
    let time = TimeAxis(positions: positions, scale: x)
    var plot = Plot(
      size: size, width: size.width, height: frame.bottom + time.height, frame: frame)

    plot.addValuesUpward(resolved, y)
    plot.addTime(time)
    addGaps(to: &plot, x)
    addPrediction(to: &plot, x, y)
    for reference in references where reference.value.isFinite {
      let place = y(reference.value)
      plot.rules.append(
        Rule(reference.ruleKind, from: (frame.left, place), to: (frame.right, place)))
      if size != .wide {
        plot.add(
          Label(
            reference.label, x: frame.left + 4, baseline: place - 5, anchor: .start, style: .note))
      }
    }
    if let comparison { addMarks(of: comparison, isComparison: true, to: &plot, x, y) }
    for series in series { addMarks(of: series, isComparison: false, to: &plot, x, y) }
    endLabels.draw(
      on: &plot, ends: isNamedAtEnds ? all.map { end(of: $0, x, y) } : [],
      references: references.map { y($0.value) })
    key.draw(on: &plot)
    for index in positions.indices {
      let middle = x.centre(of: index)
      if let hover = strip.hover(
        index,
        over: Frame(
          left: x.edge(before: index), top: 0, right: x.edge(before: index + 1),
          bottom: frame.bottom),
        cursor: Rule(.grid, from: (middle, frame.top), to: (middle, frame.bottom)))
      {
        plot.hovers.append(hover)
      }
    }
    return plot
  }

  // MARK: Values

  private var drawnValues: [Double] {
    let all = series + [comparison].compactMap { $0 }
    var values = all.flatMap {
      $0.values.prefix(positions.count).compactMap { axis.drawn($0.known) }
    }
    if let prediction { values += [prediction.lowerBound, prediction.upperBound] }
    return values + references.map(\.value)
  }

  private func value(of series: Series, at index: Int) -> Double? {
    series.values.indices.contains(index) ? axis.drawn(series.values[index].known) : nil
  }

  private func end(of series: Series, _ x: PositionScale, _ y: Scale) -> (x: Double, y: Double)? {
    let last = positions.indices.last { value(of: series, at: $0) != nil }
    return last.flatMap { index in
      value(of: series, at: index).map { (x.centre(of: index), y($0)) }
    }
  }

  // MARK: Marks

  private func addMarks(
    of series: Series, isComparison: Bool, to plot: inout Plot, _ x: PositionScale, _ y: Scale
  ) {
    let places = positions.indices.map { index in
      value(of: series, at: index).map { (x: x.centre(of: index), y: y($0)) }
    }
    let hasLine = positions.count >= 6
    if hasLine, let line = Line(through: places, data: series.values, tone: series.tone) {
      if isComparison { plot.comparisons.append(line) } else { plot.lines.append(line) }
    }
    let known = places.indices.filter { places[$0] != nil }
    for index in known {
      guard let place = places[index] else { continue }
      let isAlone =
        (index == 0 || places[index - 1] == nil)
        && (index + 1 == places.count || places[index + 1] == nil)
      let isEnd = index == known.first || index == known.last
      guard !hasLine || isAlone || !isComparison && (isEnd || series.flagged.contains(index))
      else { continue }
      plot.points.append(
        Point(
          x: place.x, y: place.y, marker: series.marker, tone: series.tone,
          isOpen: isComparison,
          key: hasLine && !isAlone ? nil : series.values[index]?.key))
    }
  }

  /// Dots where every series misses a value, from the first to the last missing position.
  private func addGaps(to plot: inout Plot, _ x: PositionScale) {
    var start: Int?
    for index in 0...positions.count {
      let isMissing =
        index < positions.count && series.allSatisfy { value(of: $0, at: index) == nil }
      if isMissing {
        start = start ?? index
      } else if let first = start {
        plot.bands.append(
          Band(
            .gap, from: (x.edge(before: first), plot.frame.top),
            to: (x.edge(before: index), plot.frame.bottom)))
        start = nil
      }
    }
  }

  private func addPrediction(to plot: inout Plot, _ x: PositionScale, _ y: Scale) {
    guard let prediction, prediction.lowerBound.isFinite, prediction.upperBound.isFinite,
      let newest = positions.indices.last
    else { return }
    let middle = x.centre(of: newest)
    let half = min(x.step / 2, 9)
    plot.bands.append(
      Band(
        .prediction, from: (middle - half, y(prediction.lowerBound)),
        to: (middle + half, y(prediction.upperBound))))
  }

  private func keyItem(_ series: Series) -> SeriesKey.Item {
    positions.count >= 6
      ? .init(name: series.name, sample: .line(series.tone))
      : .init(
        name: series.name,
        sample: .marker(series.marker, series.tone, isOpen: series.tone == .previous))
  }
}

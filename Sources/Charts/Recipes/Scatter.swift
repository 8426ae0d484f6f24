/// Two measures of the same things against each other (T9).
public struct Scatter: Sendable {
  /// Fewer points show nothing, more cannot be told apart.
  public static let limits = 8...400

  public struct Item: Sendable {
    public var x: Double
    public var y: Double
    public var tone: Tone
    public var marker: Marker
    /// Of the value, where the chart's table has a row for it.
    public var key: String?
    /// Beside the point: what the text speaks of, the most important first.
    public var name: ChartText?
    /// What the strip shows; give it to the named points only.
    public var readout: ChartText?

    public init(
      x: Double, y: Double, tone: Tone = .series(1), marker: Marker = .circle,
      key: String? = nil, name: ChartText? = nil, readout: ChartText? = nil
    ) {
      self.x = x
      self.y = y
      self.tone = tone
      self.marker = marker
      self.key = key
      self.name = name
      self.readout = readout
    }
  }

  /// A point of a fitted line, with the interval of the line there.
  public struct TrendPoint: Sendable {
    public var x: Double
    public var y: Double
    public var interval: ClosedRange<Double>?

    public init(x: Double, y: Double, interval: ClosedRange<Double>? = nil) {
      self.x = x
      self.y = y
      self.interval = interval
    }
  }

  /// Those that an axis cannot show are left out.
  public var items: [Item]
  public var xAxis: ValueAxis
  public var yAxis: ValueAxis
  /// Beside the ends of the axes.
  public var xName: ChartText
  public var yName: ChartText
  /// From left to right; empty without a fitted line. Two points make a straight line on axes that
  /// are both linear or both logarithmic.
  public var trend: [TrendPoint]
  /// Above the frame at the right: the coefficient with its interval.
  public var note: ChartText?
  /// Upright lines: the median that divides quadrants.
  public var xReferences: [Reference]
  public var yReferences: [Reference]
  /// What the quarters are that the references make, in the corners of the frame.
  public var quarters: Quarters?
  /// What the looks of the items stand for, in a key above the frame.
  public var series: [Series]

  /// The first word is about `x`, the second about `y`.
  public struct Quarters: Sendable {
    public var lowLow: ChartText
    public var lowHigh: ChartText
    public var highLow: ChartText
    public var highHigh: ChartText

    public init(
      lowLow: ChartText, lowHigh: ChartText, highLow: ChartText, highHigh: ChartText
    ) {
      self.lowLow = lowLow
      self.lowHigh = lowHigh
      self.highLow = highLow
      self.highHigh = highHigh
    }
  }

  public struct Series: Sendable {
    public var name: ChartText
    public var tone: Tone
    public var marker: Marker

    public init(_ name: ChartText, tone: Tone, marker: Marker) {
      self.name = name
      self.tone = tone
      self.marker = marker
    }
  }

  public init(
    items: [Item], xAxis: ValueAxis, yAxis: ValueAxis, xName: ChartText, yName: ChartText,
    trend: [TrendPoint] = [], note: ChartText? = nil, xReferences: [Reference] = [],
    yReferences: [Reference] = [], quarters: Quarters? = nil, series: [Series] = []
  ) {
    self.items = items
    self.xAxis = xAxis
    self.yAxis = yAxis
    self.xName = xName
    self.yName = yName
    self.trend = trend
    self.note = note
    self.xReferences = xReferences
    self.yReferences = yReferences
    self.quarters = quarters
    self.series = series
  }

  /// - Returns: `nil` without a point that both axes can show.
  public func plot(_ size: Plot.Size) -> Plot? {
    let items = items.filter { xAxis.drawn($0.x) != nil && yAxis.drawn($0.y) != nil }
    guard !items.isEmpty,
      let across = xAxis.resolved(
        for: items.map(\.x) + xReferences.map(\.value), zero: .byData, target: size.tickTarget,
        isLoose: xAxis.kind == .ratio),
      let upward = yAxis.resolved(
        for: items.map(\.y) + yReferences.map(\.value), zero: .byData, target: size.tickTarget,
        isLoose: yAxis.kind == .ratio)
    else { return nil }
    let strip = HoverStrip(items.map(\.readout), width: size.width)
    let key = SeriesKey(
      series.map { .init(name: $0.name, sample: .marker($0.marker, $0.tone, isOpen: false)) },
      top: strip.height,
      width: size.width)
    let head = strip.height + key.height
    let left = upward.leftMargin(on: size)
    let right = size.width - 12
    let across1 = across.scale(from: left, to: right)
    let names = head + namesHeight(on: size)
    let heads = ReferenceHeads(
      xReferences.filter { xAxis.drawn($0.value) != nil }.map { ($0.label, across1($0.value)) },
      top: names, width: size.width)
    let top = names + max(heads.height, 6)
    // A few levels need no height: rows of dots with nothing between them.
    let isFlat = Set(items.map(\.y)).count < 4
    let frame = Frame(
      left: left, top: top, right: right,
      bottom: top + (isFlat ? 120 : size == .wide ? 300 : 240))
    var plot = Plot(size: size, width: size.width, height: frame.bottom + 44, frame: frame)
    let y = upward.scale(from: frame.bottom, to: frame.top)

    plot.addValuesUpward(upward, y)
    plot.addValuesRightward(across, across1)
    addNames(to: &plot, top: head)
    addReferences(to: &plot, across1, y, heads)
    addTrend(to: &plot, across1, y)
    addItems(items, to: &plot, across1, y, strip)
    key.draw(on: &plot)
    // Nothing is measured from the ends of these axes, so neither has to begin at zero.
    plot.axisStarts = []
    return plot
  }

  // MARK: Marks

  /// Of the name of the upward axis and the note, one under the other where they do not fit beside each other.
  private func namesHeight(on size: Plot.Size) -> Double {
    guard let note else { return 18 }
    let widths = [note, yName].map { textWidth(of: $0.text, size: TextSize.tick) }
    return widths[0] + widths[1] + 16 <= size.width - 12 ? 18 : 18 + TextSize.lineHeight
  }

  /// The upward axis is named above its ticks, the other one under the end of its own; the note stands where no
  /// point can lie.
  private func addNames(to plot: inout Plot, top: Double) {
    if let note {
      let size: Plot.Size = plot.size ?? .wide
      plot.add(
        Label(
          note, x: plot.frame.right, baseline: top + namesHeight(on: size) - 5, anchor: .end,
          style: .note))
    }
    plot.add(
      Label(
        fitted(yName, in: plot.width.value, size: TextSize.tick), x: 0, baseline: top + 13,
        anchor: .start, style: .note))
    plot.add(
      Label(
        fitted(xName, in: plot.frame.right, size: TextSize.tick), x: plot.frame.right,
        baseline: plot.frame.bottom + 37, anchor: .end, style: .note))
  }

  private func addReferences(
    to plot: inout Plot, _ x: Scale, _ y: Scale, _ heads: ReferenceHeads
  ) {
    let frame = plot.frame
    let upright = xReferences.filter { xAxis.drawn($0.value) != nil }
    for (reference, top) in zip(upright, heads.tops) {
      let place = x(reference.value)
      plot.rules.append(Rule(reference.ruleKind, from: (place, top), to: (place, frame.bottom)))
    }
    heads.draw(on: &plot)
    for reference in yReferences where yAxis.drawn(reference.value) != nil {
      let place = y(reference.value)
      plot.rules.append(
        Rule(reference.ruleKind, from: (frame.left, place), to: (frame.right, place)))
      plot.add(
        Label(reference.label, x: frame.right, baseline: place - 5, anchor: .end, style: .note))
    }
  }

  private func addTrend(to plot: inout Plot, _ x: Scale, _ y: Scale) {
    let trend = drawnTrend
    guard trend.count > 1 else { return }
    let intervals = trend.compactMap { point in
      point.interval.map { (x: x(point.x), low: y($0.lowerBound), high: y($0.upperBound)) }
    }
    if intervals.count == trend.count {
      plot.areas.append(
        Area(lower: intervals.map { ($0.x, $0.low) }, upper: intervals.map { ($0.x, $0.high) }))
    }
    if let line = Line(through: trend.map { (x($0.x), y($0.y)) }, tone: .ink) {
      plot.lines.append(line)
    }
  }

  private var drawnTrend: [TrendPoint] {
    trend.filter { xAxis.drawn($0.x) != nil && yAxis.drawn($0.y) != nil }
  }

  private func addItems(
    _ items: [Item], to plot: inout Plot, _ x: Scale, _ y: Scale, _ strip: HoverStrip
  ) {
    addQuarters(items.map { (x($0.x), y($0.y)) }, to: &plot)
    var names = PointLabels(within: plot.frame)
    for label in plot.labels where label.style == .note { names.avoid(label) }
    for rule in plot.rules {
      names.avoid(from: (rule.x1.value, rule.y1.value), to: (rule.x2.value, rule.y2.value))
    }
    for (left, right) in zip(drawnTrend, drawnTrend.dropFirst()) {
      for step in 0...20 {
        let part = Double(step) / 20
        names.avoid(
          x: x(left.x) + (x(right.x) - x(left.x)) * part,
          y: y(left.y) + (y(right.y) - y(left.y)) * part, radius: 2)
      }
    }
    for (rank, item) in items.enumerated() {
      let place = (x: x(item.x), y: y(item.y))
      names.avoid(x: place.x, y: place.y, radius: 5)
      if let name = item.name {
        names.want(name, at: place, rank: rank)
        plot.points.append(Point(x: place.x, y: place.y, marker: .ring, tone: .ink))
      }
      let left = min(max(place.x - 12, 0), plot.width.value - 24)
      let area = Frame(
        left: left, top: place.y - 12, right: left + 24, bottom: place.y + 12)
      if let hover = strip.hover(rank, over: area) { plot.hovers.append(hover) }
    }
    plot.dots = dots(items, x, y)
    plot.add(names.placed(limit: 6))
  }

  /// A corner with points in it stays without words.
  private func addQuarters(_ places: [(x: Double, y: Double)], to plot: inout Plot) {
    guard let quarters else { return }
    let frame = plot.frame
    let corners: [(text: ChartText, x: Double, baseline: Double, anchor: Anchor)] = [
      (quarters.lowHigh, frame.left + 6, frame.top + 14, .start),
      (quarters.highHigh, frame.right - 4, frame.top + 14, .end),
      (quarters.lowLow, frame.left + 6, frame.bottom - 8, .start),
      (quarters.highLow, frame.right - 4, frame.bottom - 8, .end),
    ]
    for corner in corners {
      let width = textWidth(of: corner.text.text, size: TextSize.tick) + 6
      let left = corner.anchor == .end ? corner.x - width : corner.x - 6
      let isFree = places.allSatisfy { place in
        !(left...left + width).contains(place.x)
          || !(corner.baseline - 18...corner.baseline + 8).contains(place.y)
      }
      guard isFree else { continue }
      plot.add(
        Label(
          corner.text, x: corner.x, baseline: corner.baseline, anchor: corner.anchor, style: .note))
    }
  }

  /// The items of one look together, in the order in which their looks first occur.
  private func dots(_ items: [Item], _ x: Scale, _ y: Scale) -> [Dots] {
    var looks: [Look] = []
    for look in items.map(Look.init) where !looks.contains(look) { looks.append(look) }
    return looks.compactMap { look in
      let own = items.filter { Look($0) == look }
      return Dots(
        at: own.map { (x($0.x), y($0.y)) }, marker: look.marker, tone: look.tone,
        keys: own.compactMap(\.key))
    }
  }

  private struct Look: Equatable {
    let marker: Marker
    let tone: Tone

    init(_ item: Item) {
      marker = item.marker
      tone = item.tone
    }
  }
}

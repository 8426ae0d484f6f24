/// One measure as a bar against a target, ranges and what it was before (T11).
public struct BulletGraph: Sendable {
  /// Beside the bar when wide, above it when narrow; empty where the name stands near the chart.
  public var name: ChartText
  public var value: Datum?
  public var target: Datum?
  /// The same month last year: an open triangle.
  public var comparison: Datum?
  /// Upper ends of the lower ranges; the last range ends with the axis. At most two are drawn.
  public var ranges: [Double]
  /// Uncertainty of the value, at the end of its bar.
  public var interval: ClosedRange<Double>?
  public var readout: ChartText?
  public var axis: ValueAxis

  public init(
    name: ChartText = ChartText(""), value: Datum?, target: Datum? = nil,
    comparison: Datum? = nil, ranges: [Double] = [], interval: ClosedRange<Double>? = nil,
    readout: ChartText? = nil, axis: ValueAxis
  ) {
    self.name = name
    self.value = value
    self.target = target
    self.comparison = comparison
    self.ranges = ranges
    self.interval = interval
    self.readout = readout
    self.axis = axis
  }

  /// - Returns: `nil` without a value.
  public func plot(_ size: Plot.Size) -> Plot? {
    guard let value, let known = Optional(value).known,
      let axis = axis.resolved(for: values, zero: .always, target: size.tickTarget)
    else { return nil }
    let strip = HoverStrip([readout].compactMap { $0 }, width: size.width)
    let layout = RowLayout(
      names: [name], size: size, top: strip.height + 4)
    // Graphs below each other begin and end alike: their outer tick texts stay within the bar.
    let frame = Frame(
      left: layout.left.rounded(.up), top: (layout.rows.first?.centre ?? 0) - 13,
      right: size.width - 2, bottom: layout.bottom)
    var plot = Plot(size: size, width: size.width, height: frame.bottom + 24, frame: frame)
    let x = axis.scale(from: frame.left, to: frame.right)
    let centre = (frame.top + frame.bottom) / 2

    plot.addValuesRightward(axis, x)
    plot.grid = []
    plot.rules = []
    let ends = ranges.filter(\.isFinite).sorted().prefix(2).map { x($0) }
    for (index, end) in (ends + [frame.right]).enumerated() {
      let start = index == 0 ? frame.left : ends[index - 1]
      plot.bands.append(
        Band(
          index == ends.count && index > 0 ? .outer : .range, from: (start, centre - 11),
          to: (end, centre + 11)))
    }
    plot.bars.append(
      Bar(from: (x(0), centre - 5), to: (x(known), centre + 5), tone: .ink, key: value.key))
    if let interval, interval.lowerBound.isFinite, interval.upperBound.isFinite {
      plot.intervals.append(
        Interval(
          from: (x(interval.lowerBound), centre), to: (x(interval.upperBound), centre),
          tone: .ink, isCased: true))
    }
    if let target = target.known {
      plot.rules.append(
        Rule(.goal, from: (x(target), centre - 9), to: (x(target), centre + 9)))
    }
    if let comparison, let before = Optional(comparison).known {
      plot.points.append(
        Point(
          x: x(before), y: centre + 11, marker: .triangle, tone: .previous, isOpen: true,
          key: comparison.key))
    }
    plot.add(layout.labels)
    if let hover = strip.hover(
      0, over: Frame(left: 0, top: frame.top, right: size.width, bottom: frame.bottom))
    {
      plot.hovers.append(hover)
    }
    return plot
  }

  private var values: [Double] {
    [
      value.known, target.known, comparison.known, interval?.lowerBound, interval?.upperBound,
    ].compactMap { $0 } + ranges
  }
}

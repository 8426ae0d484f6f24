/// What part is still waiting after some time, as steps (T13).
public struct SurvivalCurve: Sendable {
  public struct Series: Sendable {
    public var name: ChartText
    public var tone: Tone
    public var marker: Marker
    /// Times at which the part still waiting falls, ascending, and the part after each; before the
    /// first it is 1.
    public var steps: [(time: Double, remaining: Double)]
    /// Times at which waiting was last seen without an end.
    public var censored: [Double]
    /// Of the values on the curve that the chart's table has, from left to right.
    public var keys: [String]
    /// Points of the curve with their words: the median, the ninetieth percentile.
    public var marked: [Marked]

    public init(
      _ name: ChartText, tone: Tone, marker: Marker = .circle,
      steps: [(time: Double, remaining: Double)], censored: [Double] = [], keys: [String] = [],
      marked: [Marked] = []
    ) {
      self.name = name
      self.tone = tone
      self.marker = marker
      self.steps = steps
      self.censored = censored
      self.keys = keys
      self.marked = marked
    }
  }

  public struct Marked: Sendable {
    /// A time, in the unit of the steps.
    public var time: Datum
    /// The part that still waits then: 0.5 for the median.
    public var remaining: Double
    public var label: ChartText

    public init(_ time: Datum, remaining: Double, label: ChartText) {
      self.time = time
      self.remaining = remaining
      self.label = label
    }
  }

  public var series: [Series]
  /// Ticks of the time axis, ascending; the axis ends at the first one that encloses all times.
  public var breaks: [Double]
  public var timeTexts: @Sendable ([Double]) -> [String]
  /// Of the part still waiting, 0 to 1.
  public var axis: ValueAxis
  /// Under the end of the time axis.
  public var timeName: ChartText

  public init(
    series: [Series], breaks: [Double] = [0, 1, 4, 8, 24, 48, 72, 168, 336, 720],
    timeTexts: @escaping @Sendable ([Double]) -> [String], axis: ValueAxis, timeName: ChartText
  ) {
    self.series = series
    self.breaks = breaks
    self.timeTexts = timeTexts
    self.axis = axis
    self.timeName = timeName
  }

  /// - Returns: `nil` without a step.
  public func plot(_ size: Plot.Size) -> Plot? {
    let curves = series.map(steps)
    let seen = series.flatMap { $0.censored + $0.marked.map(\.time.value) }.filter(\.isFinite)
    guard let lastStep = curves.joined().map(\.time).max(),
      let resolved = axis.resolved(for: [0, 1], zero: .always, target: size.tickTarget)
    else { return nil }
    let key = SeriesKey(
      series.count < 2
        ? [] : series.map { .init(name: $0.name, sample: .line($0.tone)) },
      top: 0, width: size.width)
    let ticks = timeTicks(to: max(lastStep, seen.max() ?? 0))
    let frame = Frame(
      left: resolved.leftMargin(on: size), top: key.height + 12, right: size.width - 24,
      bottom: key.height + 12 + 240)
    var plot = Plot(size: size, width: size.width, height: frame.bottom + 44, frame: frame)
    let x = Scale(
      ticks.domain, from: frame.left, to: frame.right, kind: .logarithmicFromZero)
    let y = resolved.scale(from: frame.bottom, to: frame.top)

    plot.addValuesUpward(resolved, y)
    let across = ValueAxis.Resolved(
      domain: ticks.domain, ticks: Array(zip(ticks.values, timeTexts(ticks.values))),
      isLogarithmic: true)
    let grid = plot.grid
    plot.addValuesRightward(across, x)
    plot.grid = grid
    plot.add(
      Label(
        fitted(timeName, in: frame.right, size: TextSize.tick), x: frame.right,
        baseline: frame.bottom + 37, anchor: .end, style: .note))
    var names = PointLabels(
      within: Frame(left: frame.left, top: 0, right: size.width, bottom: frame.bottom))
    for (series, curve) in zip(series, curves) {
      addCurve(curve, of: series, end: ticks.domain.upperBound, to: &plot, x, y, &names)
    }
    plot.add(names.placed(limit: 6))
    key.draw(on: &plot)
    return plot
  }

  // MARK: Curves

  /// In units of the `viewBox`.
  private static let nearest = 4.0

  /// Known steps in order of time; a part outside 0 to 1 is none.
  private func steps(_ series: Series) -> [(time: Double, remaining: Double)] {
    series.steps.filter {
      $0.time.isFinite && $0.time >= 0 && (0...1).contains($0.remaining)
    }.sorted { $0.time < $1.time }
  }

  private func timeTicks(to longest: Double) -> (values: [Double], domain: ClosedRange<Double>) {
    let breaks = breaks.filter { $0.isFinite && $0 >= 0 }.sorted()
    var values = breaks.first == 0 ? breaks : [0] + breaks
    if let end = values.firstIndex(where: { $0 >= longest && $0 > 0 }) {
      values = Array(values[...end])
    }
    return (values, 0...max(longest, values.last ?? 0, 1e-9))
  }

  private func addCurve(
    _ curve: [(time: Double, remaining: Double)], of series: Series, end: Double,
    to plot: inout Plot, _ x: Scale, _ y: Scale, _ names: inout PointLabels
  ) {
    guard let last = curve.last else { return }
    var points = [(x: x(0), y: y(1))]
    var remaining = 1.0
    for step in curve {
      let place = x(step.time)
      // Steps that lie too near to be told apart are one.
      if points.count > 1, place - points[points.count - 1].x < Self.nearest {
        points[points.count - 1].y = y(step.remaining)
      } else {
        points.append((place, y(remaining)))
        points.append((place, y(step.remaining)))
      }
      remaining = step.remaining
    }
    let longest = max(last.time, series.censored.filter(\.isFinite).max() ?? 0)
    if longest > last.time { points.append((x(longest), y(remaining))) }
    if let line = Line(through: points, tone: series.tone, keys: series.keys) {
      plot.lines.append(line)
    }
    var previous = -Double.infinity
    for time in series.censored.sorted() where time.isFinite && time >= 0 && time <= end {
      guard x(time) - previous >= Self.nearest else { continue }
      previous = x(time)
      let part = curve.last { $0.time <= time }?.remaining ?? 1
      plot.rules.append(
        Rule(.censored, from: (x(time), y(part) - 5), to: (x(time), y(part) + 5)))
    }
    for (rank, marked) in series.marked.enumerated()
    where marked.time.value.isFinite && marked.time.value >= 0 && marked.time.value <= end {
      let place = (x: x(marked.time.value), y: y(marked.remaining))
      plot.points.append(
        Point(
          x: place.x, y: place.y, marker: series.marker, tone: series.tone,
          key: marked.time.key))
      names.avoid(x: place.x, y: place.y, radius: 5)
      names.want(marked.label, at: place, rank: rank)
    }
    for (left, right) in zip(points, points.dropFirst()) { names.avoid(from: left, to: right) }
  }
}

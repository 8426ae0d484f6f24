/// One dot for each value, in groups, with the median and its interval (T6).
///
/// A group whose dots would be too many is drawn by its nine deciles: `drawsDeciles` tells.
public struct StripPlot: Sendable {
  /// With more values than this in all groups together, groups are drawn by their deciles.
  public static let limit = 200

  public struct Group: Sendable {
    public var name: ChartText
    public var values: [Double]
    public var median: Datum?
    /// Of the median.
    public var interval: ClosedRange<Double>?
    /// At the right of the row: the median in words.
    public var label: ChartText
    /// Values to name, the most important first.
    public var named: [Named]
    public var tone: Tone

    public init(
      _ name: ChartText, values: [Double], median: Datum?, interval: ClosedRange<Double>? = nil,
      label: ChartText, named: [Named] = [], tone: Tone = .series(1)
    ) {
      self.name = name
      self.values = values
      self.median = median
      self.interval = interval
      self.label = label
      self.named = named
      self.tone = tone
    }
  }

  /// One of the values of a group, with the words beside its dot.
  public struct Named: Sendable {
    /// In the group's `values`, from 0.
    public var index: Int
    public var label: ChartText
    /// What the strip shows while the pointer is over the dot.
    public var readout: ChartText?

    public init(_ index: Int, label: ChartText, readout: ChartText? = nil) {
      self.index = index
      self.label = label
      self.readout = readout
    }
  }

  public var groups: [Group]
  public var axis: ValueAxis

  public init(groups: [Group], axis: ValueAxis) {
    self.groups = groups
    self.axis = axis
  }

  /// The dots are deciles and no single values: the unit line must say so.
  public var drawsDeciles: Bool { groups.reduce(0) { $0 + $1.values.count } > Self.limit }

  private static let radius = 3.0
  private static let spread = 14.0

  /// - Returns: `nil` when no group has a value that the axis can show.
  public func plot(_ size: Plot.Size) -> Plot? {
    let dots = groups.map { group in
      drawsDeciles
        ? deciles(of: group.values.compactMap(axis.drawn)).map { (index: Int?.none, value: $0) }
        : group.values.enumerated().compactMap { index, value in
          axis.drawn(value).map { (index: Int?.some(index), value: $0) }
        }
    }
    guard
      let resolved = axis.resolved(
        for: dots.joined().map(\.value)
          + groups.flatMap {
            [$0.median.known, $0.interval?.lowerBound, $0.interval?.upperBound].compactMap { $0 }
          }, zero: .byData, target: size.tickTarget,
        isLoose: !axis.isLogarithmic),
      dots.contains(where: { !$0.isEmpty })
    else { return nil }
    let strip = HoverStrip(groups.flatMap { $0.named.map(\.readout) }, width: size.width)
    let valueWidth =
      (groups.map { textWidth(of: $0.label.text, size: TextSize.label) }.max() ?? 0) + 12
    let layout = RowLayout(
      names: groups.map(\.name), size: size, top: strip.height + 4,
      markHeight: 2 * (Self.spread + Self.radius) + 8, margin: resolved.overhang,
      aside: valueWidth)
    let left = max(layout.left, resolved.overhang)
    let right = size.width - max(size == .wide ? valueWidth : 0, resolved.overhang, 6)
    let frame = Frame(
      left: left, top: strip.height + 4, right: max(right, left + 60),
      bottom: layout.bottom + 4)
    var plot = Plot(size: size, width: size.width, height: frame.bottom + 26, frame: frame)
    let x = resolved.scale(from: frame.left, to: frame.right)

    plot.addValuesRightward(resolved, x)
    var names = PointLabels(within: Frame(left: 0, top: 0, right: right, bottom: frame.bottom))
    // Of the readout of the first named value of a group, among those of all groups.
    var firstReadout = 0
    for (index, (group, place)) in zip(groups, layout.rows).enumerated() {
      defer { firstReadout += group.named.count }
      addInterval(of: group, to: &plot, x, place.centre)
      let offsets = beeswarm(
        dots[index].map { x($0.value) }, radius: Self.radius, limit: Self.spread)
      let places = zip(dots[index], offsets).map { (x: x($0.value), y: place.centre + $1) }
      if let dots = Dots(at: places, marker: .dot, tone: group.tone) { plot.dots.append(dots) }
      for (dot, place) in zip(dots[index], places) {
        names.avoid(x: place.x, y: place.y, radius: Self.radius)
        if let rank = group.named.firstIndex(where: { $0.index == dot.index }) {
          // Of several with one name, the first is named.
          let label = group.named[rank].label
          if group.named.firstIndex(where: { $0.label.text == label.text }) == rank {
            names.want(label, at: place, rank: rank)
          }
          let left = min(max(place.x - 12, 0), size.width - 24)
          let area = Frame(left: left, top: place.y - 12, right: left + 24, bottom: place.y + 12)
          if let hover = strip.hover(firstReadout + rank, over: area) { plot.hovers.append(hover) }
        }
      }
      if let median = axis.drawn(group.median.known) {
        plot.points.append(
          Point(
            x: x(median), y: place.centre, marker: .median, tone: .ink, key: group.median?.key))
      }
      plot.add(
        Label(
          group.label, x: size.width, baseline: valueBaseline(of: place, size), anchor: .end,
          style: .value))
    }
    plot.add(layout.labels)
    plot.add(names.placed(limit: 6))
    return plot
  }

  private func addInterval(of group: Group, to plot: inout Plot, _ x: Scale, _ y: Double) {
    let half = Self.spread + Self.radius
    if let interval = group.interval, let low = axis.drawn(interval.lowerBound),
      let high = axis.drawn(interval.upperBound)
    {
      plot.bands.append(Band(.range, from: (x(low), y - half), to: (x(high), y + half)))
    }
  }

  private func valueBaseline(of place: RowLayout.Row, _ size: Plot.Size) -> Double {
    size == .wide ? place.centre + TextSize.drop(of: TextSize.label) : place.lastBaseline
  }

  /// By linear interpolation between order statistics; the values themselves when fewer than ten.
  private func deciles(of values: [Double]) -> [Double] {
    guard values.count > 9 else { return values }
    let sorted = values.sorted()
    return (1...9).map { tenth in
      let place = Double(sorted.count - 1) * Double(tenth) / 10
      let low = Int(place)
      let part = place - Double(low)
      return sorted[low] + (sorted[min(low + 1, sorted.count - 1)] - sorted[low]) * part
    }
  }
}

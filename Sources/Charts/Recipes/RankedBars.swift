/// Bars of categories from the largest value down, with what they were before (T2).
///
/// Draws every row that it is given; more than `RankedBars.limit` should be joined into a rest by
/// who knows how such values add up.
public struct RankedBars: Sendable {
  /// Beyond this many rows a reader loses the order.
  public static let limit = 12

  public struct Row: Sendable {
    public var name: ChartText
    /// `nil` keeps the row, with `missing` in place of a bar.
    public var value: Datum?
    /// Of the value, as a line over the end of its bar.
    public var interval: ClosedRange<Double>?
    /// Shown as a narrow open tick on the bar.
    public var comparison: Datum?
    public var tone: Tone
    public var hatch: Hatch?
    /// The row joins many small ones and stays last.
    public var isRest: Bool
    /// What the strip shows.
    public var readout: ChartText?

    public init(
      _ name: ChartText, value: Datum?, interval: ClosedRange<Double>? = nil,
      comparison: Datum? = nil, tone: Tone = .series(1),
      hatch: Hatch? = nil, isRest: Bool = false, readout: ChartText? = nil
    ) {
      self.name = name
      self.value = value
      self.interval = interval
      self.comparison = comparison
      self.tone = tone
      self.hatch = hatch
      self.isRest = isRest
      self.readout = readout
    }
  }

  public var rows: [Row]
  /// Ties keep the order of `rows`; rows without a value come after those with one.
  public var isSorted: Bool
  /// What the open ticks are, in a key above the bars; without it the unit line must say so.
  public var comparisonName: ChartText?
  /// Stands where a value is missing: "–" or words.
  public var missing: ChartText
  public var axis: ValueAxis

  public init(
    rows: [Row], isSorted: Bool = true, comparisonName: ChartText? = nil,
    missing: ChartText = ChartText("–"), axis: ValueAxis
  ) {
    self.rows = rows
    self.isSorted = isSorted
    self.comparisonName = comparisonName
    self.missing = missing
    self.axis = axis
  }

  /// - Returns: `nil` when no row has a value.
  public func plot(_ size: Plot.Size) -> Plot? {
    guard rows.contains(where: { $0.value.known != nil }),
      let axis = axis.resolved(
        for: rows.flatMap {
          [
            $0.value.known, $0.comparison.known, $0.interval?.lowerBound, $0.interval?.upperBound,
          ].compactMap { $0 }
        },
        zero: .always, target: size.tickTarget)
    else { return nil }
    let rows = isSorted ? sorted : rows
    let strip = HoverStrip(rows.map(\.readout), width: size.width)
    let hasComparison = rows.contains { $0.comparison.known != nil }
    let key = SeriesKey(
      hasComparison
        ? [comparisonName].compactMap { $0 }.map {
          .init(name: $0, sample: .marker(.tick, .previous, isOpen: true))
        } : [], top: strip.height, width: size.width)
    let layout = RowLayout(
      names: rows.map(\.name), size: size, top: strip.height + key.height + 4)

    let ends = frameEnds(for: rows, axis, layout.left, size)
    let frame = Frame(
      left: ends.left, top: layout.rows.first?.top ?? 0, right: ends.right,
      bottom: layout.bottom + 4)
    var plot = Plot(size: size, width: size.width, height: frame.bottom + 26, frame: frame)
    let x = axis.scale(from: frame.left, to: frame.right)
    let zero = x(0)

    plot.addValuesRightward(axis, x)
    for (index, (row, place)) in zip(rows, layout.rows).enumerated() {
      let half = 8.0
      var end = zero
      if let value = row.value, let known = row.value.known {
        end = x(known)
        plot.bars.append(
          Bar(
            from: (zero, place.centre - half), to: (end, place.centre + half), tone: row.tone,
            hatch: row.hatch, key: value.key))
        if let interval = row.interval, interval.lowerBound.isFinite,
          interval.upperBound.isFinite
        {
          let ends = (x(interval.lowerBound), x(interval.upperBound))
          plot.intervals.append(
            Interval(
              from: (ends.0, place.centre), to: (ends.1, place.centre), tone: .ink,
              isCased: true))
          end = known < 0 ? min(end, ends.0 - 3) : max(end, ends.1 + 3)
        }
      }
      if let comparison = row.comparison, let known = row.comparison.known {
        plot.points.append(
          Point(
            x: x(known), y: place.centre, marker: .tick, tone: .previous, isOpen: true,
            key: comparison.key))
        end = labelPlace(of: row, at: end, zero: zero, past: x(known))
      }
      addLabel(of: row, at: end, zero: zero, place.centre, to: &plot)
      if let hover = strip.hover(
        index, over: place.area(size))
      {
        plot.hovers.append(hover)
      }
    }
    plot.add(layout.labels)
    key.draw(on: &plot)
    return plot
  }

  /// As wide as leaves every row room for its value behind the end of its marks.
  private func frameEnds(
    for rows: [Row], _ axis: ValueAxis.Resolved, _ left: Double, _ size: Plot.Size
  ) -> (left: Double, right: Double) {
    let room = { (row: Row) in
      textWidth(of: row.value?.text ?? missing.text, size: TextSize.label) + 12
    }
    let below = rows.filter { ($0.value.known ?? 0) < 0 }.map(room).max() ?? 0
    let left = axis.domain.lowerBound < 0 ? left + below : left
    var width = size.width - left - axis.overhang
    for row in rows where (row.value.known ?? 0) >= 0 {
      let end =
        [row.value.known, row.comparison.known, row.interval?.upperBound]
        .compactMap { $0 }.max() ?? 0
      let part = Scale(axis.domain, from: 0, to: 1)(end)
      guard part > 0 else { continue }
      width = min(width, (size.width - left - room(row)) / part)
    }
    return (left, left + max(width, 40))
  }

  /// The end of the bar, or the comparison when the label would lie over it.
  private func labelPlace(
    of row: Row, at end: Double, zero: Double, past comparison: Double
  ) -> Double {
    let text = row.value.known == nil ? missing.text : row.value?.text ?? ""
    let room = textWidth(of: text, size: TextSize.label) + 12
    if (row.value.known ?? 0) < 0 {
      return (end - room...end).contains(comparison) ? comparison - 3 : end
    }
    return (end...end + room).contains(comparison) ? comparison + 3 : end
  }

  private func addLabel(
    of row: Row, at end: Double, zero: Double, _ centre: Double, to plot: inout Plot
  ) {
    let known = row.value.known
    let isBelow = (known ?? 0) < 0
    plot.add(
      Label(
        known == nil ? missing : row.value?.label ?? missing,
        x: isBelow ? end - 6 : end + 6,
        baseline: centre + TextSize.drop(of: TextSize.label),
        anchor: isBelow ? .end : .start, style: .value))
  }

  private var sorted: [Row] {
    rows.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.isRest != b.isRest { return !a.isRest }
      switch (a.value.known, b.value.known) {
      case (let x?, let y?) where x != y: return x > y
      case (_?, nil): return true
      case (nil, _?): return false
      default: return left.offset < right.offset
      }
    }.map(\.element)
  }
}

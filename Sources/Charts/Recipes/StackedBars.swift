/// One upright bar per period of two or three parts, the first part on the axis (T3).
///
/// The total stands above a bar and a share in it, where there is room for them.
public struct StackedBars: Sendable {
  public struct Part: Sendable {
    public var name: ChartText
    public var tone: Tone
    public var hatch: Hatch?

    public init(_ name: ChartText, tone: Tone, hatch: Hatch? = nil) {
      self.name = name
      self.tone = tone
      self.hatch = hatch
    }
  }

  public struct Stack: Sendable {
    /// One for each part, in the order of the parts. Values below zero are not drawn.
    public var values: [Datum?]
    /// Above the bar.
    public var total: ChartText?
    /// In the last part that is drawn.
    public var share: ChartText?
    /// What the strip shows.
    public var readout: ChartText?

    public init(
      values: [Datum?], total: ChartText? = nil, share: ChartText? = nil,
      readout: ChartText? = nil
    ) {
      self.values = values
      self.total = total
      self.share = share
      self.readout = readout
    }
  }

  /// One for each bar, oldest first.
  public var positions: [TimePosition]
  public var parts: [Part]
  public var stacks: [Stack]
  public var axis: ValueAxis
  /// Draws every bar as parts of its own sum; `axis` must then be `.share(whole: 1)`.
  public var isNormalized: Bool
  public var frameHeight: Double

  public init(
    positions: [TimePosition], parts: [Part], stacks: [Stack], axis: ValueAxis,
    isNormalized: Bool = false, frameHeight: Double = 220
  ) {
    self.positions = positions
    self.parts = parts
    self.stacks = stacks
    self.axis = axis
    self.isNormalized = isNormalized
    self.frameHeight = frameHeight
  }

  /// - Returns: `nil` when no bar has a part that is known.
  public func plot(_ size: Plot.Size) -> Plot? {
    let piles = stacks.prefix(positions.count).map(pieces(of:))
    guard piles.contains(where: { !$0.isEmpty }),
      let axis = axis.resolved(
        for: piles.flatMap { $0.map(\.top) }, zero: .always, target: size.tickTarget)
    else { return nil }
    let strip = HoverStrip(stacks.map(\.readout), width: size.width)
    let key = SeriesKey(
      parts.count < 2
        ? [] : parts.map { .init(name: $0.name, sample: .swatch($0.tone, $0.hatch)) },
      top: strip.height, width: size.width)
    let hasTotals = stacks.contains { $0.total != nil }
    let top = strip.height + key.height + (hasTotals ? 22 : 10)
    let left = axis.leftMargin(on: size)
    let margin = TimeAxis.rightMargin(of: positions, from: left, to: size.width)
    let frame = Frame(
      left: left, top: top, right: size.width - margin, bottom: top + frameHeight)
    let x = PositionScale(count: positions.count, start: frame.left, end: frame.right)
    let time = TimeAxis(positions: positions, scale: x)
    var plot = Plot(
      size: size, width: size.width, height: frame.bottom + time.height, frame: frame)
    let y = axis.scale(from: frame.bottom, to: frame.top)

    plot.addValuesUpward(axis, y)
    plot.addTime(time)
    let half = min(x.step * 0.36, 28)
    for (index, pile) in piles.enumerated() {
      let middle = x.centre(of: index)
      if pile.isEmpty {
        plot.bands.append(
          Band(
            .gap, from: (x.edge(before: index), frame.top),
            to: (x.edge(before: index + 1), frame.bottom)))
      }
      for piece in pile {
        let part = parts[piece.part]
        plot.bars.append(
          Bar(
            from: (middle - half, y(piece.bottom)), to: (middle + half, y(piece.top)),
            tone: part.tone, hatch: part.hatch, key: piece.key))
      }
      if let hover = strip.hover(
        index,
        over: Frame(
          left: x.edge(before: index), top: 0, right: x.edge(before: index + 1),
          bottom: frame.bottom))
      {
        plot.hovers.append(hover)
      }
    }
    addTotals(of: piles, to: &plot, x, y, half: half)
    addShares(of: piles, to: &plot, x, y, width: 2 * half)
    key.draw(on: &plot)
    return plot
  }

  // MARK: Parts

  private struct Piece {
    let part: Int
    let bottom: Double
    let top: Double
    let key: String
  }

  private func pieces(of stack: Stack) -> [Piece] {
    let known: [(part: Int, value: Double, key: String)] = zip(parts.indices, stack.values)
      .compactMap { part, datum in
        guard let datum, let value = Optional(datum).known, value >= 0 else { return nil }
        return (part, value, datum.key)
      }
    let sum = known.reduce(0) { $0 + $1.value }
    guard sum.isFinite, !isNormalized || sum > 0 else { return [] }
    var bottom = 0.0
    return known.map { part, value, key in
      let top = bottom + (isNormalized ? value / sum : value)
      defer { bottom = top }
      return Piece(part: part, bottom: bottom, top: top, key: key)
    }
  }

  // MARK: Labels

  /// Totals of all bars; where these would overlap, of the newest, the highest and the first.
  private func addTotals(
    of piles: [[Piece]], to plot: inout Plot, _ x: PositionScale, _ y: Scale, half: Double
  ) {
    struct Total {
      let text: ChartText
      let place: Frame
    }
    let totals: [Total?] = zip(stacks, piles).enumerated().map { index, pair in
      guard let text = pair.0.total, let top = pair.1.last?.top else { return nil }
      let width = textWidth(of: text.text, size: TextSize.label)
      let left = min(x.centre(of: index) - width / 2, plot.width.value - width)
      return Total(
        text: text,
        place: Frame(left: left, top: y(top) - 18, right: left + width, bottom: y(top) - 4))
    }
    let order = totals.indices.filter { totals[$0] != nil }
    let highest = order.max {
      (piles[$0].last?.top ?? 0, $1) < (piles[$1].last?.top ?? 0, $0)
    }
    let isClear = { (index: Int, others: [Int]) in
      guard let place = totals[index]?.place else { return false }
      let isOverBar = piles.indices.contains { other in
        other != index && x.centre(of: other) + half > place.left
          && x.centre(of: other) - half < place.right
          && y(piles[other].last?.top ?? 0) < place.bottom && !piles[other].isEmpty
      }
      return !isOverBar
        && !others.contains { other in
          totals[other].map {
            $0.place.left - 4 < place.right && place.left - 4 < $0.place.right
              && $0.place.top < place.bottom && place.top < $0.place.bottom
          } ?? false
        }
    }
    var shown = order
    if !order.allSatisfy({ index in isClear(index, order.filter { $0 != index }) }) {
      shown = []
      for index in [order.last, highest, order.first].compactMap({ $0 })
      where !shown.contains(index) && isClear(index, shown) {
        shown.append(index)
      }
    }
    for total in shown.sorted().compactMap({ totals[$0] }) {
      plot.add(
        Label(
          total.text, x: (total.place.left + total.place.right) / 2,
          baseline: total.place.bottom - 2, anchor: .middle, style: .value))
    }
  }

  private func addShares(
    of piles: [[Piece]], to plot: inout Plot, _ x: PositionScale, _ y: Scale, width: Double
  ) {
    for (index, (stack, pile)) in zip(stacks, piles).enumerated() {
      guard let share = stack.share, let piece = pile.last else { continue }
      let height = y(piece.bottom) - y(piece.top)
      guard height >= 20, textWidth(of: share.text, size: TextSize.tick) + 4 <= width
      else { continue }
      plot.add(
        Label(
          share, x: x.centre(of: index),
          baseline: (y(piece.bottom) + y(piece.top)) / 2 + TextSize.drop(of: TextSize.tick),
          anchor: .middle, style: .plate))
    }
  }
}

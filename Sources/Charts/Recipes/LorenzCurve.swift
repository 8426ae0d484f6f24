/// How unevenly a sum is spread: cumulative parts of the things against parts of the sum (T14).
public struct LorenzCurve: Sendable {
  /// Both from 0 to 1, ascending; (0, 0) and (1, 1) are added when missing.
  public var points: [(things: Double, sum: Double)]
  /// A point of the curve to look at, with its words.
  public var marked: (things: Double, sum: Double)?
  public var label: ChartText
  public var tone: Tone
  /// Of the values on the curve that the chart's table has, from left to right.
  public var keys: [String] = []
  /// Of both axes, 0 to 1.
  public var axis: ValueAxis
  public var xName: ChartText
  public var yName: ChartText

  public init(
    points: [(things: Double, sum: Double)], marked: (things: Double, sum: Double)? = nil,
    label: ChartText = ChartText(""), tone: Tone = .series(1), keys: [String] = [],
    axis: ValueAxis, xName: ChartText, yName: ChartText
  ) {
    self.points = points
    self.marked = marked
    self.label = label
    self.tone = tone
    self.keys = keys
    self.axis = axis
    self.xName = xName
    self.yName = yName
  }

  /// A square, also when wide.
  ///
  /// - Returns: `nil` without a known point.
  public func plot(_ size: Plot.Size) -> Plot? {
    let curve = points.filter { (0...1).contains($0.things) && (0...1).contains($0.sum) }
      .sorted { ($0.things, $0.sum) < ($1.things, $1.sum) }
    guard !curve.isEmpty,
      let resolved = axis.resolved(for: [0, 1], zero: .always, target: size.tickTarget)
    else { return nil }
    let left = resolved.leftMargin(on: size)
    let side = size == .wide ? 300 : size.width - left - resolved.overhang - 2
    let frame = Frame(left: left, top: 26, right: left + side, bottom: 26 + side)
    var plot = Plot(size: size, width: size.width, height: frame.bottom + 44, frame: frame)
    let x = resolved.scale(from: frame.left, to: frame.right)
    let y = resolved.scale(from: frame.bottom, to: frame.top)

    plot.addValuesUpward(resolved, y)
    plot.addValuesRightward(resolved, x)
    plot.add(
      Label(
        fitted(yName, in: size.width, size: TextSize.tick), x: 0, baseline: 13, anchor: .start,
        style: .note))
    plot.add(
      Label(
        fitted(xName, in: frame.right, size: TextSize.tick), x: frame.right,
        baseline: frame.bottom + 37, anchor: .end, style: .note))
    plot.rules.append(
      Rule(.threshold, from: (frame.left, frame.bottom), to: (frame.right, frame.top)))
    let ends = [(things: 0.0, sum: 0.0)] + curve + [(things: 1.0, sum: 1.0)]
    if let line = Line(
      through: ends.map { (x($0.things), y($0.sum)) }, tone: tone, keys: keys)
    {
      plot.lines.append(line)
    }
    if let marked, (0...1).contains(marked.things), (0...1).contains(marked.sum) {
      addMarked(
        (x(marked.things), y(marked.sum)), isBelow: marked.sum < marked.things, on: size,
        to: &plot)
    }
    return plot
  }

  /// The words stand beside a wide frame, else in the corner that the curve leaves free.
  private func addMarked(
    _ place: (x: Double, y: Double), isBelow: Bool, on size: Plot.Size, to plot: inout Plot
  ) {
    let frame = plot.frame
    plot.rules.append(Rule(.leader, from: (place.x, frame.bottom), to: place))
    plot.rules.append(Rule(.leader, from: (frame.left, place.y), to: place))
    plot.points.append(Point(x: place.x, y: place.y, tone: tone))
    let lines = wrapped(label, at: size == .wide ? 34 : 20, lines: 4)
    let height = Double(lines.count) * TextSize.lineHeight
    let corner: (x: Double, baseline: Double)
    if size == .wide {
      plot.rules.append(Rule(.leader, from: place, to: (frame.right + 18, place.y)))
      corner = (
        frame.right + 24,
        min(
          max(place.y - height / 2 + 12, frame.top + 12), frame.bottom - height + 12)
      )
    } else if isBelow {
      corner = (frame.left + 10, frame.top + 22)
    } else {
      corner = (frame.right - 10 - widthOfLines(lines), frame.bottom - height + 4)
    }
    plot.add(
      Label(
        lines, keys: label.keyText, x: corner.x, baseline: corner.baseline, anchor: .start,
        style: .value))
  }
}

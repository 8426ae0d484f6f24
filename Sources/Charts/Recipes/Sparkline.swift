/// A line of a word's size, 100 by 24 units, with a dot at the last value (T10).
///
/// Has no axis and no text: its last value stands beside it. Lines of one column share `domain`.
public struct Sparkline: Sendable {
  /// Oldest first.
  public var values: [Datum?]
  /// What is usual, such as the median ± 2 robust standard deviations.
  public var usual: ClosedRange<Double>?
  /// The same for all lines that are compared; `nil` takes that of the values and `usual`.
  public var domain: ClosedRange<Double>?
  public var tone: Tone

  public init(
    values: [Datum?], usual: ClosedRange<Double>? = nil, domain: ClosedRange<Double>? = nil,
    tone: Tone = .ink
  ) {
    self.values = values
    self.usual = usual
    self.domain = domain
    self.tone = tone
  }

  /// - Returns: `nil` below four known values: then words say more.
  public func plot() -> Plot? {
    let known = values.compactMap(\.known)
    guard known.count >= 4 else { return nil }
    let frame = Frame(left: 4, top: 4, right: 95, bottom: 20)
    var plot = Plot(size: nil, width: 100, height: 24, frame: frame)
    let y = scale(known, frame)
    let step = values.count > 1 ? frame.width / Double(values.count - 1) : 0
    let places = values.enumerated().map { index, datum in
      datum.known.map { (x: frame.left + Double(index) * step, y: y($0)) }
    }

    if let usual, usual.lowerBound.isFinite, usual.upperBound.isFinite {
      plot.bands.append(
        Band(
          .range, from: (frame.left, y(usual.lowerBound)),
          to: (frame.right, y(usual.upperBound))))
    }
    if let line = Line(through: places, data: values, tone: tone) { plot.lines.append(line) }
    let last = places.lastIndex { $0 != nil }
    for (index, place) in places.enumerated() {
      guard let place else { continue }
      let isAlone =
        (index == 0 || places[index - 1] == nil)
        && (index + 1 == places.count || places[index + 1] == nil)
      guard isAlone || index == last else { continue }
      plot.points.append(
        Point(
          x: place.x, y: place.y, marker: .dot, tone: tone,
          key: isAlone ? values[index]?.key : nil))
    }
    return plot
  }

  /// Equal values lie in the middle.
  private func scale(_ known: [Double], _ frame: Frame) -> Scale {
    var ends = known + [domain?.lowerBound, domain?.upperBound].compactMap { $0 }
    if domain == nil { ends += [usual?.lowerBound, usual?.upperBound].compactMap { $0 } }
    ends = ends.filter(\.isFinite)
    let low = ends.min() ?? 0
    let high = ends.max() ?? 0
    let margin = max(high.magnitude, low.magnitude, 1) * 1e-9
    let domain =
      high - low > margin ? low...high : (low - 1 - low.magnitude)...(high + 1 + high.magnitude)
    return Scale(domain, from: frame.bottom, to: frame.top)
  }
}

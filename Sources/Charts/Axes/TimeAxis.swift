/// A position on a time axis: what its label says when there is room for it.
public struct TimePosition: Hashable, Sendable {
  /// Short: "wk 36", "sep".
  public var text: String
  /// What neighbours have in common, "september" or "2025"; written once under the first of them.
  public var group: String?

  public init(_ text: String, group: String? = nil) {
    self.text = text
    self.group = group
  }
}

/// Which of many positions get a label, so that no two labels come closer than 8 units.
struct TimeAxis {
  let positions: [TimePosition]
  let scale: PositionScale

  static let gap = 8.0

  /// - Parameters:
  ///   - baseline: Of the labels; groups stand a line lower.
  ///   - limit: At most this many labels.
  ///   - bounds: From left to right: groups do not stand out of them.
  /// - Returns: Ticks from left to right. The newest position has one, and every second, third,
  ///   fourth … before it.
  func ticks(baseline: Double, limit: Int, within bounds: ClosedRange<Double>) -> [Tick] {
    guard !positions.isEmpty else { return [] }
    let step = labelStep(limit: limit)
    let shown = stride(from: (positions.count - 1) % step, to: positions.count, by: step)
    var lastGroup: String?
    var groupEnd = -Double.infinity
    return shown.filter { !positions[$0].text.isEmpty }.map { index in
      let position = positions[index]
      let x = scale.centre(of: index)
      var group: Tick.Group?
      if let text = position.group, text != lastGroup, !text.isEmpty {
        lastGroup = text
        let half = halfWidth(text)
        let middle = max(min(x, bounds.upperBound - half), bounds.lowerBound + half)
        if middle - half - groupEnd >= Self.gap {
          group = Tick.Group(
            text: text, x: Coordinate(middle), y: Coordinate(baseline + TextSize.lineHeight))
          groupEnd = middle + half
        }
      }
      return Tick(
        Double(index), text: position.text, x: x, y: baseline, anchor: .middle, group: group)
    }
  }

  /// The room right of the last position that its label needs, 6 units at least.
  static func rightMargin(of positions: [TimePosition], from left: Double, to right: Double)
    -> Double
  {
    guard let last = positions.last else { return 6 }
    let overhang = textWidth(of: last.text, size: TextSize.tick) / 2
    let half = 1 / Double(2 * positions.count)
    return max(6, (overhang - (right - left) * half) / (1 - half)).rounded(.up)
  }

  /// The room under the frame for labels and groups.
  var height: Double { positions.contains { $0.group != nil } ? 42 : 26 }

  private func labelStep(limit: Int) -> Int {
    let widest = positions.map { 2 * halfWidth($0.text) }.max() ?? 0
    let steps = [1, 2, 3, 4, 6, 8, 12, 13, 26, 52, 104]
    return steps.first { step in
      let labels = (positions.count - 1) / step + 1
      return labels == 1
        || labels <= limit && widest + Self.gap <= Double(step) * scale.step
    } ?? positions.count
  }

  private func halfWidth(_ text: String) -> Double {
    textWidth(of: text, size: TextSize.tick) / 2
  }
}

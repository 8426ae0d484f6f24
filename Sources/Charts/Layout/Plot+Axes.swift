extension Plot {
  /// Grid lines and tick texts of values that run upwards.
  mutating func addValuesUpward(_ axis: ValueAxis.Resolved, _ scale: Scale) {
    for tick in axis.ticks {
      let y = scale(tick.value)
      grid.append(Rule(.grid, from: (frame.left, y), to: (frame.right, y)))
      guard !tick.text.isEmpty else { continue }
      yTicks.append(
        Tick(
          tick.value, text: tick.text, x: frame.left - 8,
          y: y + TextSize.drop(of: TextSize.tick), anchor: .end))
    }
    if axis.hasZero {
      let zero = scale(0)
      rules.append(Rule(.zero, from: (frame.left, zero), to: (frame.right, zero)))
    } else if let start = AxisStart(axis) {
      axisStarts.append(start)
    }
  }

  /// Grid lines and tick texts of values that run to the right. When texts would come closer than
  /// 8 units to each other, only every second, third … has one; the grid lines stay.
  mutating func addValuesRightward(_ axis: ValueAxis.Resolved, _ scale: Scale) {
    let made = axis.ticks.map { tick in
      let x = scale(tick.value)
      grid.append(Rule(.grid, from: (x, frame.top), to: (x, frame.bottom)))
      return placed(tick, at: x)
    }
    var step = 1
    while step < made.count,
      !Self.areApart(stride(from: 0, to: made.count, by: step).map { made[$0] })
    {
      step += 1
    }
    xTicks += stride(from: 0, to: made.count, by: step).map { made[$0].tick }
      .filter { !$0.text.isEmpty }
    if axis.hasZero {
      let zero = scale(0)
      rules.append(Rule(.zero, from: (zero, frame.top), to: (zero, frame.bottom)))
    } else if let start = AxisStart(axis) {
      axisStarts.append(start)
    }
  }

  /// A tick under the frame, anchored so that its text stays on the plot.
  private func placed(
    _ tick: (value: Double, text: String), at x: Double
  ) -> (tick: Tick, left: Double, right: Double) {
    let width = textWidth(of: tick.text, size: TextSize.tick)
    let (anchor, left): (Anchor, Double) =
      if x - width / 2 < 0 {
        (.start, x)
      } else if x + width / 2 > self.width.value {
        (.end, x - width)
      } else {
        (.middle, x - width / 2)
      }
    let made = Tick(tick.value, text: tick.text, x: x, y: frame.bottom + 18, anchor: anchor)
    return (made, left, left + width)
  }

  private static func areApart(_ ticks: [(tick: Tick, left: Double, right: Double)]) -> Bool {
    zip(ticks, ticks.dropFirst()).allSatisfy { $1.left - $0.right >= TimeAxis.gap }
  }

  /// Positions with a label under the frame, on one line or two.
  mutating func addTime(_ axis: TimeAxis) {
    xTicks += axis.ticks(
      baseline: frame.bottom + 18, limit: size == .wide ? 13 : 4, within: 0...width.value)
  }
}

extension ValueAxis.Resolved {
  /// The room that tick texts need at the left of a frame; half of a plot at most.
  func leftMargin(on size: Plot.Size) -> Double {
    let widest = ticks.map { textWidth(of: $0.text, size: TextSize.tick) }.max() ?? 0
    return min(10 + widest, size.width / 2).rounded(.up)
  }

  /// Half the width of the first and last text, which stand out beyond the ends of a frame.
  var overhang: Double {
    [ticks.first, ticks.last].compactMap { $0 }
      .map { textWidth(of: $0.text, size: TextSize.tick) / 2 }.max() ?? 0
  }
}

extension Plot.Size {
  /// How many ticks a value axis should have.
  var tickTarget: Int { self == .wide ? 5 : 4 }
}

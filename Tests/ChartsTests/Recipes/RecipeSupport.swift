import Charts
import Testing

/// Data with the keys k0, k1 … and their values as text.
func data(_ values: [Double?]) -> [Datum?] {
  values.enumerated().map { index, value in
    value.map { Datum($0, key: "k\(index)", text: "\($0)") }
  }
}

/// No mark, tick or text of a plot stands out of it, by the widths that the placing reckons with.
func expectMarksInside(_ plot: Plot, sourceLocation: SourceLocation = #_sourceLocation) {
  let width = plot.width.value
  let height = plot.height.value
  func expectInside(_ name: String, _ x: Double, _ y: Double, _ w: Double = 0, _ h: Double = 0) {
    #expect(
      x >= -0.1 && y >= -0.1 && x + w <= width + 0.1 && y + h <= height + 0.1 && w >= 0 && h >= 0,
      "\(name) at \(x) \(y), \(w) by \(h), on \(width) by \(height)",
      sourceLocation: sourceLocation)
  }
  for bar in plot.bars {
    expectInside("bar", bar.x.value, bar.y.value, bar.width.value, bar.height.value)
  }
  for band in plot.bands {
    expectInside("band", band.x.value, band.y.value, band.width.value, band.height.value)
  }
  for cell in plot.cells {
    expectInside("cell", cell.x.value, cell.y.value, cell.width.value, cell.height.value)
  }
  for hover in plot.hovers {
    expectInside("hover", hover.x.value, hover.y.value, hover.width.value, hover.height.value)
  }
  for point in plot.points { expectInside("point", point.x.value, point.y.value) }
  for rule in plot.rules + plot.grid {
    expectInside("rule", rule.x1.value, rule.y1.value)
    expectInside("rule", rule.x2.value, rule.y2.value)
  }
  func expectText(_ text: String, _ x: Double, _ y: Double, _ anchor: Anchor, _ size: Double) {
    #expect(!text.isEmpty, sourceLocation: sourceLocation)
    let width = textWidth(of: text, size: size)
    let left =
      switch anchor {
      case .start: x
      case .middle: x - width / 2
      case .end: x - width
      }
    expectInside("text \(text)", left, y, width)
  }
  for tick in plot.xTicks + plot.yTicks {
    expectText(tick.text, tick.x.value, tick.y.value, tick.anchor, 12.5)
    if let group = tick.group {
      expectText(group.text, group.x.value, group.y.value, .middle, 12.5)
    }
  }
  for label in plot.labels + plot.hovers.map(\.readout) {
    let size = label.style == .note || label.style == .plate ? 12.5 : 14
    expectText(label.text, label.x.value, label.y.value, label.anchor, size)
    for line in label.more {
      expectText(line.text, line.x.value, line.y.value, label.anchor, size)
    }
  }
}

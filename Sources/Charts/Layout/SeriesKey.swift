/// The names of series above the frame, each after a piece of its line, a marker or a swatch.
struct SeriesKey {
  struct Item {
    var name: ChartText
    var sample: Sample
  }

  enum Sample {
    case line(Tone)
    case marker(Marker, Tone, isOpen: Bool)
    case swatch(Tone, Hatch?)
  }

  private struct Placed {
    let item: Item
    let x: Double
    let y: Double
  }

  private let placed: [Placed]
  /// 0 without items.
  let height: Double

  private static let rowHeight = 20.0
  private static let gap = 18.0

  /// Fills lines of `width` units from the left, below `top`.
  init(_ items: [Item], top: Double, width: Double) {
    var x = 0.0
    var row = 0
    var placed: [Placed] = []
    for var item in items {
      item.name = fitted(
        item.name, in: width - Self.sampleWidth(item.sample), size: TextSize.label)
      let needed =
        Self.sampleWidth(item.sample) + textWidth(of: item.name.text, size: TextSize.label)
      if x > 0, x + needed > width {
        x = 0
        row += 1
      }
      placed.append(Placed(item: item, x: x, y: top + Double(row) * Self.rowHeight + 10))
      x += needed + Self.gap
    }
    self.placed = placed
    height = items.isEmpty ? 0 : Double(row + 1) * Self.rowHeight + 4
  }

  func draw(on plot: inout Plot) {
    for placed in placed {
      let end = placed.x + Self.sampleWidth(placed.item.sample) - 6
      switch placed.item.sample {
      case .line(let tone):
        if let line = Line(through: [(placed.x, placed.y), (end, placed.y)], tone: tone) {
          plot.lines.append(line)
        }
      case .marker(let marker, let tone, let isOpen):
        plot.points.append(
          Point(
            x: (placed.x + end) / 2, y: placed.y, marker: marker, tone: tone, isOpen: isOpen))
      case .swatch(let tone, let hatch):
        plot.swatches.append(
          Swatch(
            from: (placed.x, placed.y - 6), to: (end, placed.y + 6), tone: tone, hatch: hatch))
      }
      plot.add(
        Label(
          placed.item.name, x: end + 6,
          baseline: placed.y + TextSize.drop(of: TextSize.label), anchor: .start, style: .name))
    }
  }

  private static func sampleWidth(_ sample: Sample) -> Double {
    switch sample {
    case .line: 30
    case .marker: 16
    case .swatch: 22
    }
  }
}

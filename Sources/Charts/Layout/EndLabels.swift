/// Names at the right of a frame, each as near to the end of its line as the others allow.
struct EndLabels {
  private let names: [(lines: [String], keys: String?)]
  private let references: [(lines: [String], keys: String?)]
  /// The margin that they need; 0 without labels.
  let width: Double

  private static let distance = 10.0
  private static let smallestGap = 15.0
  /// A label that was moved farther than this from its line gets a leader.
  private static let leaderShift = 6.0

  init(names: [ChartText], references: [ChartText]) {
    let lines = { (text: ChartText) in (wrapped(text, at: 20, lines: 2), text.keyText) }
    self.names = names.map(lines)
    self.references = references.map(lines)
    let widest = (self.names + self.references).map { widthOfLines($0.lines) }.max() ?? 0
    width = widest == 0 ? 0 : (widest + Self.distance + 8).rounded(.up)
  }

  /// - Parameters:
  ///   - ends: Where each named line ends; a line without a value gets no name.
  ///   - heights: Where each reference line lies.
  func draw(
    on plot: inout Plot, ends: [(x: Double, y: Double)?], references heights: [Double]
  ) {
    let frame = plot.frame
    var wanted:
      [(label: (lines: [String], keys: String?), x: Double, y: Double, style: Label.Style)] =
        zip(names, ends).compactMap { label, end in
          end.map { (label, $0.x, $0.y, .name) }
        }
    wanted += zip(references, heights).map { ($0, frame.right - Self.distance + 4, $1, .note) }
    let most = wanted.map(\.label.lines.count).max() ?? 1
    let placed = placedLabels(
      at: wanted.map(\.y), gap: Self.smallestGap * Double(most),
      within: frame.top...max(frame.top, frame.bottom))
    for (label, y) in zip(wanted, placed) {
      let textX = max(label.x, frame.right - Self.distance + 4) + Self.distance
      if (y - label.y).magnitude > Self.leaderShift {
        plot.rules.append(
          Rule(.leader, from: (label.x + 6, label.y), to: (textX - 3, y)))
      }
      let rise = Double(label.label.lines.count - 1) * TextSize.lineHeight / 2
      plot.add(
        Label(
          label.label.lines, keys: label.label.keys, x: textX,
          baseline: y + TextSize.drop(of: TextSize.label) - rise, anchor: .start,
          style: label.style))
    }
  }
}

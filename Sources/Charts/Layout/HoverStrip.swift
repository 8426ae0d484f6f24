/// The strip at the top of a plot that is kept free for the readouts of hover areas.
struct HoverStrip {
  /// Wrapped to the width of the plot; empty without readouts.
  let readouts: [Readout]
  /// 0 without readouts.
  let height: Double

  struct Readout {
    let lines: [String]
    let keys: String?
  }

  /// - Parameter texts: `nil` where nothing is shown; no strip when all are.
  init(_ texts: [ChartText?], width: Double) {
    let texts = texts.contains { $0 != nil } ? texts.map { $0 ?? ChartText("") } : []
    // A line is as long as the widest of these texts allows: class widths differ per text.
    readouts = texts.map { text in
      var length = max(text.text.count, 1)
      var lines = [text.text]
      while widthOfLines(lines) > width, length > 8 {
        length -= 1
        lines = wrapped(text, at: length, lines: .max)
      }
      return Readout(lines: lines, keys: text.keyText)
    }
    let most = readouts.map(\.lines.count).max() ?? 0
    height = most == 0 ? 0 : 8 + Double(most) * TextSize.lineHeight
  }

  /// The hover area of the readout at `index`; `nil` where there is no text.
  func hover(_ index: Int, over area: Frame, cursor: Rule? = nil) -> Hover? {
    guard readouts.indices.contains(index), readouts[index].lines != [""] else { return nil }
    let readout = readouts[index]
    return Hover(
      area: area, cursor: cursor,
      readout: Label(
        readout.lines, keys: readout.keys, x: 0, baseline: 16, anchor: .start, style: .value))
  }
}

/// The words of upright reference lines, above the frame, in as many lines as they need.
///
/// The left ones end at their lines and the right ones begin there, so that each line can be
/// drawn up to its words without crossing those of another.
struct ReferenceHeads {
  private struct Head {
    let text: ChartText
    let left: Double
    let baseline: Double
  }

  private let heads: [Head]
  /// How far up the rule of each reference reaches, in the order given.
  let tops: [Double]
  /// 0 without references.
  let height: Double

  init(_ references: [(text: ChartText, x: Double)], top: Double, width: Double) {
    let order = references.indices.sorted {
      (references[$0].x, $0) < (references[$1].x, $1)
    }
    var spans = Array(repeating: (left: 0.0, right: 0.0), count: references.count)
    for (rank, index) in order.enumerated() {
      let (text, x) = references[index]
      let size = textWidth(of: text.text, size: TextSize.tick)
      let left: Double
      switch 2 * rank + 1 - references.count {
      case ..<0: left = x - size + 3
      case 0: left = x - size / 2
      default: left = x - 3
      }
      let inside = min(max(left, 0), max(width - size, 0))
      spans[index] = (inside, inside + size)
    }
    let level = levels(for: spans, gap: 2)
    let count = (level.max() ?? -1) + 1
    heads = zip(references, zip(spans, level)).map { reference, place in
      Head(
        text: reference.text, left: place.0.left,
        baseline: top + Double(count - place.1) * TextSize.lineHeight - 3)
    }
    tops = heads.map { $0.baseline + 4 }
    height = references.isEmpty ? 0 : Double(count) * TextSize.lineHeight + 4
  }

  func draw(on plot: inout Plot) {
    for head in heads {
      plot.add(
        Label(head.text, x: head.left, baseline: head.baseline, anchor: .start, style: .note))
    }
  }
}

/// Where the rows of a chart lie: one under the other, each with a name beside or above it.
struct RowLayout {
  struct Row {
    let lines: [String]
    let keys: String?
    /// Baseline of the first line of the name.
    let baseline: Double
    /// The middle of the marks of the row.
    let centre: Double
    /// The whole row with its name.
    let top: Double
    let bottom: Double

    /// Baseline of the last line of the name.
    var lastBaseline: Double {
      baseline + Double(max(lines.count, 1) - 1) * TextSize.lineHeight
    }

    /// From edge to edge of the plot.
    func area(_ size: Plot.Size) -> Frame {
      Frame(left: 0, top: top, right: size.width, bottom: bottom)
    }
  }

  let rows: [Row]
  /// Where marks may begin: beside the widest name when wide, at the edge when narrow.
  let left: Double
  let bottom: Double
  /// Names above marks that begin at the edge keep off the line of zero.
  private let nameLeft: Double

  /// - Parameters:
  ///   - names: An empty one takes no room.
  ///   - margin: Kept free left of the marks when names stand above them.
  ///   - markHeight: Of the marks' part of a row.
  ///   - aside: Kept free right of names that stand above their marks.
  init(
    names: [ChartText], size: Plot.Size, top: Double, markHeight: Double = 26, margin: Double = 2,
    aside: Double = 0
  ) {
    let letter = textWidth(of: "n", size: TextSize.label)
    // A long word is not broken before it takes up too much of the frame.
    let longest = names.flatMap { $0.text.split(separator: " ") }.map(\.count).max() ?? 0
    let length =
      size == .wide
      ? max(22, min(longest, 30)) : max(Int((size.width - aside) / letter), 10)
    let wrappedNames = names.map { name in
      name.text.isEmpty ? [] : wrapped(name, at: length, lines: 2)
    }
    let drop = TextSize.drop(of: TextSize.label)
    var y = top
    var rows: [Row] = []
    for (name, lines) in zip(names, wrappedNames) {
      let textHeight = Double(lines.count) * TextSize.lineHeight
      let start = y
      if size == .wide {
        y += max(markHeight, textHeight + 6)
        let centre = (start + y) / 2
        rows.append(
          Row(
            lines: lines, keys: name.keyText,
            baseline: centre + drop - (textHeight - TextSize.lineHeight) / 2,
            centre: centre, top: start, bottom: y))
      } else {
        // A name is nearer to its own marks than to those above it.
        y += textHeight + markHeight + (lines.isEmpty ? 0 : 6)
        rows.append(
          Row(
            lines: lines, keys: name.keyText, baseline: start + 20,
            centre: y - markHeight / 2 + 2, top: start, bottom: y))
      }
    }
    self.rows = rows
    bottom = y
    let widest = wrappedNames.map { widthOfLines($0) }.max() ?? 0
    left = size == .wide && widest > 0 ? (widest + 12).rounded(.up) : margin
    nameLeft = size == .wide || margin > 2 ? 0 : margin + 5
  }

  /// The names of the rows.
  var labels: [Label] {
    rows.filter { !$0.lines.isEmpty }.map { row in
      Label(
        row.lines, keys: row.keys, x: nameLeft, baseline: row.baseline, anchor: .start, style: .name
      )
    }
  }
}

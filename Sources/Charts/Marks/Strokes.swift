/// Straight lines of one kind as one path: each as an element of its own would weigh five times as much.
public struct Strokes: Equatable, Sendable {
  public let kind: Rule.Kind
  /// Path data: a move and a line for each.
  public let path: String

  /// Neighbours of the same kind together, in the order given.
  public static func grouped(_ rules: [Rule]) -> [Strokes] {
    var groups: [[Rule]] = []
    for rule in rules {
      if groups.last?.first?.kind == rule.kind {
        groups[groups.count - 1].append(rule)
      } else {
        groups.append([rule])
      }
    }
    return groups.compactMap { rules in rules.first.map { Strokes(rules, kind: $0.kind) } }
  }

  private init(_ rules: [Rule], kind: Rule.Kind) {
    var path = PathText()
    for rule in rules {
      path.move(to: (rule.x1.value, rule.y1.value))
      path.line(to: (rule.x2.value, rule.y2.value))
    }
    self.kind = kind
    self.path = path.text
  }
}

/// The pattern over all bars that have it, as one path.
public struct HatchedArea: Equatable, Sendable {
  public let hatch: Hatch
  /// Path data: a closed outline for each bar.
  public let path: String

  /// In the order in which the patterns first occur.
  public static func all(over bars: [Bar]) -> [HatchedArea] {
    var hatches: [Hatch] = []
    for hatch in bars.compactMap(\.hatch) where !hatches.contains(hatch) { hatches.append(hatch) }
    return hatches.map { hatch in
      var path = PathText()
      for bar in bars where bar.hatch == hatch {
        let (left, top) = (bar.x.value, bar.y.value)
        let (right, bottom) = (left + bar.width.value, top + bar.height.value)
        path.move(to: (left, top))
        path.line(to: (right, top))
        path.line(to: (right, bottom))
        path.line(to: (left, bottom))
        path.close()
      }
      return HatchedArea(hatch: hatch, path: path.text)
    }
  }
}

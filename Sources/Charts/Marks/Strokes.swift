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
      HatchedArea(hatch: hatch, path: PathText(around: bars.filter { $0.hatch == hatch }).text)
    }
  }
}

/// All bars of one tone that carry no key, as one path: each as an element of its own would weigh twice as much.
public struct PlainBars: Equatable, Sendable {
  public let tone: Tone
  /// Path data: a closed outline for each bar.
  public let path: String

  /// In the order in which the tones first occur; bars with a key are elements of their own.
  public static func all(of bars: [Bar]) -> [PlainBars] {
    let plain = bars.filter { $0.key == nil }
    var tones: [Tone] = []
    for bar in plain where !tones.contains(bar.tone) { tones.append(bar.tone) }
    return tones.map { tone in
      PlainBars(tone: tone, path: PathText(around: plain.filter { $0.tone == tone }).text)
    }
  }
}

extension PathText {
  /// A closed outline for each bar.
  fileprivate init(around bars: [Bar]) {
    self.init()
    for bar in bars {
      let (left, top) = (bar.x.value, bar.y.value)
      let (right, bottom) = (left + bar.width.value, top + bar.height.value)
      move(to: (left, top))
      line(to: (right, top))
      line(to: (right, bottom))
      line(to: (left, bottom))
      close()
    }
  }
}

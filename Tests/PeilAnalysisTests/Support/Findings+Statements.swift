import PeilModel

@testable import PeilAnalysis

extension Findings {
  /// Every sentence that a page would say.
  var statements: [Statement] {
    [headline, lead, verdictCounts, resultsIntro] + alerts + remarks + actions.map(\.step)
      + sections.flatMap(\.statements)
      + results.flatMap { result in
        [Statement("metrics.\(result.result.rawValue).name")]
          + result.changes.map { Summary.words($0, ledger) }
      }
  }
}

extension SectionFinding {
  var statements: [Statement] {
    [headline, Statement("\(belief.code).belief"), Statement("\(belief.code).topic")]
      + [Statement("verdicts.\(verdict.kind.rawValue)")] + lead + how + next
      + exhibits.flatMap(\.statements)
  }
}

extension Exhibit {
  var statements: [Statement] {
    [title, unit, caption] + heads + remarks
      + {
        switch data {
        case .lines(let panels): panels.map(\.title)
        case .stacks(let stacks):
          stacks.flatMap { stack in
            [stack.label].flatMap(\.phrases) + stack.parts.map { Statement("parts.\($0.name)") }
          }
        case .bars(let rows): rows.map(\.label).flatMap(\.phrases)
        case .dumbbells(let pairs): pairs.map(\.label).flatMap(\.phrases)
        case .intervals(let intervals): intervals.rows.map(\.label).flatMap(\.phrases)
        case .strips(let strips): strips.groups.flatMap(\.label.phrases)
        case .cloud(let cloud):
          [cloud.across.name, cloud.upward.name] + [cloud.note].compactMap { $0 }
            + cloud.points.compactMap(\.name)
            + (cloud.quarters.map { [$0.lowLow, $0.lowHigh, $0.highLow, $0.highHigh] } ?? [])
        case .waiting(let waiting): waiting.groups.map(\.label).flatMap(\.phrases)
        case .concentrated(let spread): [spread.label]
        case .passages(let passages): passages.map(\.label)
        case .rhythm: []
        }
      }()
  }

  /// Every figure that chart and table show.
  var figures: [FigureKey] {
    switch data {
    case .lines(let panels):
      panels.flatMap { ($0.points + $0.comparison).flatMap { [$0.time, $0.value] } }
    case .stacks(let stacks): stacks.flatMap { [$0.total] + $0.parts.map(\.value) }
    case .bars(let rows): rows.map(\.value)
    case .dumbbells(let pairs): pairs.flatMap { [$0.from, $0.to] }
    case .intervals(let intervals): intervals.rows.map(\.value)
    case .strips(let strips): strips.groups.map(\.median)
    case .cloud(let cloud):
      cloud.points.flatMap { [$0.x, $0.y] + [$0.time].compactMap { $0 } }
        + [cloud.across.median, cloud.upward.median].compactMap { $0 }
    case .rhythm(let rhythm):
      rhythm.rows.flatMap(\.counts) + rhythm.blocks.flatMap { [$0.from, $0.to] }
    case .waiting(let waiting):
      waiting.hours
        + waiting.groups.flatMap {
          $0.remaining + [$0.median, $0.ninetieth] + [$0.longest].compactMap { $0 }
        }
    case .concentrated(let spread): spread.rows.flatMap { [$0.things, $0.sum] }
    case .passages(let passages):
      passages.flatMap { [$0.counts?.from, $0.counts?.to, $0.rate].compactMap { $0 } }
    }
  }
}

extension Statement {
  /// What would keep this sentence from being printed.
  func problems(_ phrases: [String: Set<String>], _ ledger: Ledger) -> [String] {
    guard let places = phrases[phrase] else { return ["no sentence `\(phrase)`"] }
    let missing = places.subtracting(arguments.keys).sorted()
    return missing.map { "`\(phrase)` gets no `\($0)`" }
      + arguments.sorted { $0.key < $1.key }.flatMap { name, argument in
        argument.phrases.flatMap { $0.problems(phrases, ledger) }
          + argument.figures.flatMap { key, form in
            ledger.problems(key, form, phrases).map { "`\(phrase)` with `\(name)`: \($0)" }
          }
      }
  }
}

extension Statement.Argument {
  /// The other sentences and words in it.
  var phrases: [Statement] {
    switch self {
    case .phrase(let key): [Statement(key)]
    case .statement(let statement): [statement]
    case .platform(let platform): [Statement("platforms.\(platform.rawValue)")]
    case .list(let arguments): arguments.flatMap(\.phrases)
    case .figure: []
    }
  }

  var figures: [(key: FigureKey, form: FigureForm)] {
    switch self {
    case .figure(let key, let form): [(key, form)]
    case .list(let arguments): arguments.flatMap(\.figures)
    case .phrase, .statement, .platform: []
    }
  }
}

extension Ledger {
  /// Whether a figure, a limit or a sample is there, and can be written in a form.
  fileprivate func problems(
    _ key: FigureKey, _ form: FigureForm, _ phrases: [String: Set<String>]
  ) -> [String] {
    guard let figure = self[key] ?? limited(key) else { return ["no figure `\(key.text)`"] }
    guard let quantity = figure.measurement.known else {
      return ["the figure `\(key.text)` is unknown"]
    }
    if case .count(_, let noun) = quantity, form == .counted {
      return ["one", "other"].map { "units.\(noun.rawValue).\($0)" }
        .filter { phrases[$0] == nil }.map { "no unit `\($0)`" }
    }
    return form == .counted ? ["`\(key.text)` is no count"] : []
  }

  /// The figure whose limit or sample a key addresses.
  private func limited(_ key: FigureKey) -> Figure? {
    figures.first { figure in
      figure.interval != nil && [figure.key.low, figure.key.high].contains(key)
        || figure.sampleSize != nil && figure.key.sampleSize == key
    }
  }
}

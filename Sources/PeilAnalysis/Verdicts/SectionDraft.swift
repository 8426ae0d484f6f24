import Calendars
import PeilModel

/// A section in the making: its figures go into the ledger, its sentences are chosen one by one.
struct SectionDraft {
  let belief: Belief
  let verdict: Verdict
  let period: ReportingPeriod
  private let book: Book
  /// The figure of the belief's measure, where it could be measured.
  var main: FigureKey?
  var headline: Statement
  var lead: [Statement] = []
  var how: [Statement] = []
  var next: [Statement] = []
  var exhibits: [Exhibit] = []

  /// - Parameter ledger: Empty afterwards: the draft has the only one, so that adding to it copies nothing.
  init(_ belief: Belief, _ verdict: Verdict, _ period: ReportingPeriod, taking ledger: inout Ledger)
  {
    self.belief = belief
    self.verdict = verdict
    self.period = period
    book = Book(ledger)
    ledger = Ledger()
    headline = Statement("\(belief.code).\(verdict.kind.rawValue)")
  }

  /// Shared by the copies of a draft: in `section.statement("lead", ["n": .figure(section.figure(…))])` the draft
  /// is copied before the figure is added, and the thousand figures before it must not be.
  private final class Book {
    var ledger: Ledger

    init(_ ledger: Ledger) { self.ledger = ledger }
  }

  var ledger: Ledger { book.ledger }

  /// Hands its ledger over for good, so that adding to it elsewhere copies nothing.
  func takeLedger() -> Ledger {
    defer { book.ledger = Ledger() }
    return book.ledger
  }

  func key(_ name: String) -> FigureKey { FigureKey(belief.code, name) }

  /// A sentence of this belief, from its own part of the translations.
  func statement(_ name: String, _ arguments: [String: Statement.Argument] = [:]) -> Statement {
    Statement("\(belief.code).\(name)", arguments)
  }

  // MARK: - Figures

  /// Adds a figure of this belief to the ledger.
  ///
  /// - Parameter interval: In the unit of the figure.
  @discardableResult
  mutating func figure(
    _ name: String, _ quantity: Quantity, interval: (low: Double, high: Double)? = nil,
    level: Double = 0.95, sample: Figure.SampleSize? = nil, days: ClosedRange<Day>? = nil,
    definition: Definition? = nil, sources: [SourceExtent] = []
  ) -> FigureKey {
    book.ledger.add(
      Figure(
        key(name), .known(quantity), definition: definition ?? belief.measure,
        interval: interval.map { Figure.Interval(low: $0.low, high: $0.high, level: level) },
        sampleSize: sample, days: days ?? period.window, sources: sources))
  }

  /// A figure that may be unknown.
  @discardableResult
  mutating func figure(
    _ name: String, _ quantity: Quantity?, orElse absence: Absence, days: ClosedRange<Day>? = nil,
    definition: Definition? = nil, sources: [SourceExtent] = []
  ) -> FigureKey {
    book.ledger.add(
      Figure(
        key(name), quantity.map { .known($0) } ?? .unknown(absence),
        definition: definition ?? belief.measure, days: days ?? period.window, sources: sources))
  }

  /// Adds a figure that another exhibit may have added already.
  mutating func addOnce(_ figure: Figure) -> FigureKey { book.ledger.addOnce(figure) }

  /// A number that the rules fix: a threshold, a level of confidence.
  mutating func constant(_ name: String, _ quantity: Quantity) -> Statement.Argument {
    .figure(constantKey(name, quantity))
  }

  /// The same, for a chart or table.
  mutating func constantKey(_ name: String, _ quantity: Quantity) -> FigureKey {
    book.ledger.addOnce(
      Figure(FigureKey("constant.\(name)"), .known(quantity), definition: .constant))
  }

  /// A number that the settings fix, unknown where they do not.
  mutating func constant(
    _ name: String, _ quantity: Quantity?, orElse absence: Absence
  ) -> Statement.Argument {
    .figure(
      book.ledger.addOnce(
        Figure(
          FigureKey("constant.\(name)"), quantity.map { .known($0) } ?? .unknown(absence),
          definition: .constant)))
  }

  /// A threshold of this belief.
  mutating func threshold(_ name: String, _ quantity: Quantity) -> Statement.Argument {
    .figure(
      book.ledger.addOnce(
        Figure(key("threshold.\(name)"), .known(quantity), definition: .threshold)))
  }

  /// The rule that most beliefs share, with the two thresholds of this one.
  mutating func rule(_ thresholds: Thresholds.Pair) -> Statement {
    statement(
      "how.rule",
      [
        "useless": threshold("useless", belief.quantity(ofEffect: thresholds.useless)),
        "holds": threshold("holds", belief.quantity(ofEffect: thresholds.holds)),
      ])
  }

  /// How sure an interval is, as printed beside it.
  mutating func confidence() -> Statement.Argument { constant("confidence", .share(0.95)) }

  /// The days of the window.
  mutating func window() -> Statement.Argument {
    .figure(
      book.ledger.addOnce(
        Figure("period.window", .known(.days(period.window)), definition: .window)))
  }

  /// How many months a figure has data of, and from when until when.
  ///
  /// - Parameter months: In the order of time, with gaps between them; at least one.
  mutating func monthArguments(_ months: [Month]) -> [String: Statement.Argument] {
    guard let first = months.first, let last = months.last else { return [:] }
    let days = first.firstDay...last.lastDay
    let months = figure(
      "months", .count(Double(months.count), .month), days: days, definition: .window)
    let period = figure("months.period", .days(days), days: days, definition: .window)
    return ["months": .figure(months, .counted), "period": .figure(period)]
  }

  /// The days of the weeks that a weekly relation uses.
  mutating func days(_ days: ClosedRange<Day>) -> Statement.Argument {
    .figure(figure("days", .days(days), days: days, definition: .window))
  }

  // MARK: - Sentences that all beliefs share

  /// The title of a figure: the finding in short, by verdict.
  func title(_ figure: String, _ arguments: [String: Statement.Argument] = [:]) -> Statement {
    Statement("figures.\(belief.code).\(figure).title-\(verdict.kind.rawValue)", arguments)
  }

  /// Another text of a figure: `unit`, `caption`, a name in it.
  func figureText(
    _ figure: String, _ name: String, _ arguments: [String: Statement.Argument] = [:]
  ) -> Statement {
    Statement("figures.\(belief.code).\(figure).\(name)", arguments)
  }

  private static let gatesOfTwoKinds: Set = [
    "m4.posts", "m4.comparable-posts", "m4.platform", "m8.groups",
  ]

  /// Headline and lead where there is less than the smallest sample.
  mutating func tellShortfall(_ arguments: [String: Statement.Argument] = [:]) {
    guard case .tooLittleData(let shortfall) = verdict else { return }
    let found = figure("found", .count(Double(shortfall.found), .none), definition: .gate)
    let needed = figure(
      "needed", .count(Double(shortfall.needed), shortfall.noun), definition: .gate)
    let all = arguments.merging([
      "n": .figure(found), "needed": .figure(needed, .counted),
    ]) { $1 }
    headline = statement("too-little", all)
    let missing = figure(
      "missing", .count(Double(max(0, shortfall.needed - shortfall.found)), shortfall.noun),
      definition: .gate)
    lead = [statement("gates.\(shortfall.gate)", all)]
    // Of two kinds the other may be short as well, and by another number.
    if !Self.gatesOfTwoKinds.contains("\(belief.code).\(shortfall.gate)") {
      lead.append(Statement("states.still-missing", ["missing": .figure(missing, .counted)]))
    }
    next = cheapestTest(all).map { [$0] } ?? []
  }

  /// Headline and lead where the input is missing or offers no contrast.
  mutating func tellMissingInput() {
    guard case .notTestable(let missing) = verdict else { return }
    let (sentence, group) =
      missing.cause == .missing
      ? ("states.not-testable", "missing") : ("states.no-contrast", "no-contrast")
    headline = Statement(
      sentence,
      [
        "topic": .phrase("\(belief.code).topic"),
        "what": .phrase("\(group).\(missing.input).what"),
      ])
    lead = [
      Statement(
        "states.not-testable-lead", ["needed": .phrase("\(group).\(missing.input).needed")])
    ]
    next = cheapestTest().map { [$0] } ?? []
  }

  /// Method, rule and what the reader must keep in mind.
  ///
  /// - Parameters:
  ///   - measure: What was measured, on how much; replaced by the measure's formula where there was nothing.
  ///   - count: How many weeks, posts or conversations there were to measure.
  mutating func tellMethod(
    measure: Statement, of count: Int, rule: Statement, thresholds: Thresholds,
    isRelation: Bool = true
  ) {
    let isMeasured = count > 0 && verdict.kind != .notTestable
    how = [
      isMeasured ? measure : Statement("metrics.\(belief.measure.rawValue).formula"), rule,
      statement("how.caution"),
    ]
    if thresholds.changedBeliefs.contains(belief) {
      let pair = thresholds[belief]
      how.append(
        Statement(
          "notes.changed-thresholds",
          [
            "useless": threshold("refuted-below", belief.quantity(ofEffect: pair.useless)),
            "holds": threshold("holds-above", belief.quantity(ofEffect: pair.holds)),
          ]))
    }
    if isRelation, verdict.effect != nil { how.append(Statement("notes.observational")) }
  }

  /// Names the platforms that lie furthest apart where they point different ways.
  mutating func tellDisagreement(_ rows: [Exhibit.Row]) {
    guard verdict.effect?.platformsDisagree == true else { return }
    let platforms = rows.compactMap { row in
      row.platform.flatMap { platform in
        ledger.number(row.value).map { (platform: platform, key: row.value, value: $0) }
      }
    }
    guard let lowest = platforms.min(by: { $0.value < $1.value }),
      let highest = platforms.max(by: { $0.value < $1.value }), lowest.platform != highest.platform
    else { return }
    lead.append(
      Statement(
        "states.disagree",
        [
          "platform-one": .platform(lowest.platform), "value-one": .figure(lowest.key),
          "platform-two": .platform(highest.platform), "value-two": .figure(highest.key),
        ]))
  }

  /// How long it takes, at the present spread, until a weekly relation is clearer.
  ///
  /// An interval shrinks with the root of the number of weeks: needed = n × (width now ÷ width allowed)². Said
  /// only when that many weeks can be looked back on.
  mutating func tellWeeksNeeded(_ thresholds: Thresholds.Pair) {
    guard case .mixed(let effect) = verdict, !effect.platformsDisagree,
      let weeks = effect.sizeNeeded(thresholds), weeks <= ReportingPeriod.longestRelation
    else { return }
    let key = figure(
      "weeks-needed", .count(Double(weeks - effect.sampleSize.count), .week), definition: .gate)
    lead.append(Statement("states.weeks-needed", ["weeks": .figure(key, .counted)]))
  }

  /// Puts the number of rows, bars or points of each exhibit into the ledger, for its description.
  mutating func countMarks() {
    for index in exhibits.indices {
      let exhibit = exhibits[index]
      exhibits[index].marks = figure(
        "exhibit.\(exhibit.name).marks",
        .count(Double(exhibit.data.markCount), exhibit.data.markNoun),
        definition: .marks)
      if case .intervals(let intervals) = exhibit.data, let reference = intervals.reference {
        exhibits[index].reference = figure(
          "exhibit.\(exhibit.name).reference", .ratio(reference), definition: .constant)
      }
    }
  }

  /// Puts every stretch without data that an exhibit over time shows between known values into the ledger,
  /// so that it can be named below the chart.
  mutating func noteGaps() {
    for index in exhibits.indices {
      let name = exhibits[index].name
      for (measure, course) in exhibits[index].data.courses(ledger) {
        let known = course.indices.filter { course[$0].isKnown }
        for (before, after) in zip(known, known.dropFirst()) where after - before > 1 {
          guard let first = ledger[course[before + 1].time]?.days,
            let last = ledger[course[after - 1].time]?.days
          else { continue }
          let days = first.lowerBound...last.upperBound
          let number = exhibits[index].gaps.count + 1
          exhibits[index].gaps.append(
            Exhibit.Gap(
              measure: measure,
              days: figure(
                "exhibit.\(name).gap.\(number)", .days(days), days: days, definition: .window)))
        }
      }
    }
  }

  func finish(history: [MonthVerdict]) -> SectionFinding {
    SectionFinding(
      belief: belief, verdict: verdict, main: main, headline: headline, lead: lead, how: how,
      next: Array(next.prefix(3)), exhibits: exhibits, history: history)
  }
}

extension Statement {
  /// A coefficient with its interval, as it stands in the corner of a chart.
  static func relation(_ key: FigureKey, _ name: String = "relation") -> Statement {
    Statement(
      "figures.\(name)",
      ["relation": .figure(key), "low": .figure(key.low), "high": .figure(key.high)])
  }
}

extension Statement.Argument {
  /// The word for what a relation is: weak, moderate, strong, and its direction.
  static func strength(of correlation: Double) -> Statement.Argument {
    let size = abs(correlation)
    let word = size < 0.1 ? "none" : size < 0.3 ? "weak" : size < 0.5 ? "moderate" : "strong"
    let isInverse = correlation < 0 && word != "none"
    return .phrase("strength.\(isInverse ? "inverse-" : "")\(word)")
  }

  /// The word for what counts as a result.
  static func results(_ noun: Quantity.Noun, _ number: String = "other") -> Statement.Argument {
    .phrase("results-words.\(noun == .conversion ? "conversions" : "interactions").\(number)")
  }
}

import Calendars
import PeilModel
import Statistics

/// Belief 1: if followers were the main measure of success, weeks with more new followers would bring more
/// results.
///
/// Effect: Spearman's ρ between weekly net follower change and weekly results, both without their
/// Theil–Sen trend, because two rising lines always correlate.
enum FollowersAreSuccess: BeliefTest {
  static let belief = Belief.followersAreSuccess

  static let fewestWeeks = 13
  static let fewestResults = 30

  struct Evidence {
    let weeks: [ISOWeek]
    let changes: [Double?]
    let results: WeeklyResults
    let correlation: DetrendedRankCorrelation?
  }

  static func test(_ dataset: Dataset, _ period: ReportingPeriod) -> (TestOutcome, Evidence) {
    let weeks = period.relationWeeks
    let changes = weeks.map { dataset.followerChange(in: $0) }
    let results = WeeklyResults(dataset, weeks: weeks, period: period)
    let correlation = detrendedRankCorrelation(changes, results.values)
    let evidence = Evidence(
      weeks: weeks, changes: changes, results: results, correlation: correlation)

    let pairs = zip(changes, results.values).compactMap { change, result in
      change.flatMap { change in result.map { (change, $0) } }
    }
    let total = Int(nearest: pairs.reduce(0) { $0 + $1.1 })
    let outcome: TestOutcome
    if changes.allSatisfy({ $0 == nil }) {
      outcome = .notTestable(MissingInput("followers"))
    } else if results.values.allSatisfy({ $0 == nil }) {
      outcome = .notTestable(MissingInput("results"))
    } else if pairs.count < fewestWeeks {
      outcome = .tooLittleData(
        Shortfall("weeks", found: pairs.count, needed: fewestWeeks, .week))
    } else if total < fewestResults {
      outcome = .tooLittleData(
        Shortfall("results", found: total, needed: fewestResults, results.noun))
    } else if pairs.count(where: { $0.1 > 0 }) * 2 < pairs.count {
      let filled = pairs.count { $0.1 > 0 }
      outcome = .tooLittleData(
        Shortfall("weeks-with-results", found: filled, needed: (pairs.count + 1) / 2, .week))
    } else if let estimate = correlation?.correlation.estimate {
      outcome = .effect(
        Effect(
          estimate: estimate.value, low: estimate.lower, high: estimate.upper,
          sampleSize: Figure.SampleSize(pairs.count, .week)))
    } else {
      let input = isStraight(changes) ? "followers" : "results"
      outcome = .notTestable(MissingInput(input, .noContrast))
    }
    return (outcome, evidence)
  }

  /// Whether nothing is left of a weekly series without its trend.
  private static func isStraight(_ values: [Double?]) -> Bool {
    let known = values.indices.filter { values[$0] != nil }
    guard let line = theilSen(known.compactMap { values[$0] }, at: known.map(Double.init)) else {
      return true
    }
    let limit = 1e-9 * (1 + abs(line.intercept))
    return known.allSatisfy {
      abs((values[$0] ?? 0) - line.intercept - line.slope * Double($0)) < limit
    }
  }
}

extension FollowersAreSuccess {
  static func tell(
    _ evidence: Evidence, _ verdict: Verdict, _ dataset: Dataset, _ period: ReportingPeriod,
    into section: inout SectionDraft
  ) {
    let results = Statement.Argument.results(evidence.results.noun)
    let thresholds = dataset.agency.thresholds[belief]
    let used = evidence.usedWeeks
    let weeks = section.figure("weeks", .count(Double(used.count), .week), definition: .window)
    switch verdict {
    case .notTestable: section.tellMissingInput()
    case .tooLittleData: section.tellShortfall(["results": results])
    case .refuted(let effect), .holds(let effect), .mixed(let effect):
      let relation = section.figure(
        "relation", .correlation(effect.estimate), interval: (effect.low, effect.high),
        sample: effect.sampleSize, days: evidence.days)
      section.main = relation
      section.headline = section.statement(verdict.kind.rawValue, ["results": results])
      section.lead = [
        section.statement(
          "lead",
          [
            "results": results, "strength": .strength(of: effect.estimate),
            "relation": .figure(relation), "confidence": section.confidence(),
            "low": .figure(relation.low), "high": .figure(relation.high),
            "weeks": .figure(weeks, .counted),
          ])
      ]
      section.tellWeeksNeeded(thresholds)
      tellFollowers(verdict, results, dataset, period, in: &section)
    }
    section.tellMethod(
      measure: section.statement(
        "how.measure",
        [
          "results": results, "period": section.days(evidence.days),
          "weeks": .figure(weeks, .counted),
        ]), of: used.count,
      rule: section.rule(thresholds), thresholds: dataset.agency.thresholds)
    if verdict.kind != .notTestable { evidence.show(in: &section) }
  }
}

extension FollowersAreSuccess.Evidence {
  /// Weeks in which both are known.
  var usedWeeks: [ISOWeek] {
    weeks.indices.filter { changes[$0] != nil && results.values[$0] != nil }.map { weeks[$0] }
  }

  var days: ClosedRange<Day> {
    let used = usedWeeks
    guard let first = used.first ?? weeks.first, let last = used.last ?? weeks.last else {
      return Day(daysSince1970: 0)...Day(daysSince1970: 0)
    }
    return first.firstDay...last.lastDay
  }

  /// Two lines below each other on one time axis, never on two axes of one chart.
  fileprivate func show(in section: inout SectionDraft) {
    var changePoints: [Exhibit.Point] = []
    var resultPoints: [Exhibit.Point] = []
    /// Of the weeks in which both are known.
    var both: [Exhibit.Cloud.Point] = []
    changePoints.reserveCapacity(weeks.count)
    resultPoints.reserveCapacity(weeks.count)
    let days = days
    for index in weeks.indices where days.overlaps(weeks[index].days) {
      let name = weeks[index].description.lowercased()
      let time = section.figure(
        String(name, dot: "day"), .day(weeks[index].firstDay), days: weeks[index].days,
        definition: .week)
      let change = section.figure(
        String(name, dot: "followers"), changes[index].map { .count($0, .follower) },
        orElse: .notConnected,
        days: weeks[index].days, definition: .followerGrowth)
      let result = section.figure(
        String(name, dot: "results"), results.values[index].map { .count($0, results.noun) },
        orElse: .notConnected, days: weeks[index].days, definition: .weeklyResults)
      changePoints.append(Exhibit.Point(time: time, value: change))
      resultPoints.append(Exhibit.Point(time: time, value: result))
      if changes[index] != nil, results.values[index] != nil {
        both.append(Exhibit.Cloud.Point(x: change, y: result))
      }
    }
    let arguments: [String: Statement.Argument] = [
      "results": .results(results.noun), "weeks": .figure(section.key("weeks"), .counted),
      "period": .figure(section.key("days")),
    ]
    section.exhibits = [
      Exhibit(
        name: "followers", title: section.title("followers", arguments),
        unit: section.figureText("followers", "unit", arguments),
        caption: section.figureText("followers", "caption", arguments),
        data: .lines([
          Exhibit.Panel(
            title: section.figureText("followers", "growth"), points: changePoints),
          Exhibit.Panel(
            title: section.figureText("followers", "results", arguments), points: resultPoints),
        ]))
    ]
    showRelation(arguments, both, in: &section)
  }

  /// The same weeks as points. Without a fitted line: the relation is that of the series without their trends,
  /// and a line through these points would be another one.
  private func showRelation(
    _ arguments: [String: Statement.Argument], _ points: [Exhibit.Cloud.Point],
    in section: inout SectionDraft
  ) {
    guard let effect = section.verdict.effect, points.count >= Exhibit.Cloud.fewest else { return }
    let relation = section.key("relation")
    var exhibit = Exhibit(
      name: "relation",
      title: section.figureText("relation", "title", ["strength": .strength(of: effect.estimate)]),
      unit: section.figureText("relation", "unit", arguments),
      caption: section.figureText("relation", "caption", arguments),
      data: .cloud(
        Exhibit.Cloud(
          points: points,
          across: Exhibit.Cloud.Axis(section.figureText("followers", "growth")),
          upward: Exhibit.Cloud.Axis(section.figureText("followers", "results", arguments)),
          note: .relation(relation))))
    exhibit.lookup = .exhibit("followers")
    section.exhibits.append(exhibit)
  }
}

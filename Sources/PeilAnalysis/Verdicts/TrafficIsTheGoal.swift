import Calendars
import Glibc
import PeilModel
import Statistics

/// Belief 6: if traffic were the goal, more visits would mean more conversions.
///
/// Effect: the elasticity of weekly conversions to weekly sessions (quasi-Poisson slope on the logarithm):
/// by how many per cent conversions rise when sessions rise by one per cent.
enum TrafficIsTheGoal: BeliefTest {
  static let belief = Belief.trafficIsTheGoal

  static let fewestWeeks = 13
  static let fewestConversions = 30
  static let smallestVariation = 0.15

  struct Evidence {
    let weeks: [ISOWeek]
    let sessions: [Double?]
    let conversions: [Double?]
    let slope: QuasiPoissonSlope?
    let totalConversions: Int
  }

  static func test(_ dataset: Dataset, _ period: ReportingPeriod) -> (TestOutcome, Evidence) {
    let weeks = period.relationWeeks
    let sessions = weeks.map { dataset.sessions(in: $0) }
    let conversions = weeks.map { dataset.conversions(in: $0) }
    let pairs = zip(sessions, conversions).compactMap { sessions, conversions in
      sessions.flatMap { sessions in conversions.map { (sessions, $0) } }
    }
    let slope = quasiPoissonSlope(of: pairs.map(\.1), on: pairs.map(\.0))
    let total = Int(nearest: pairs.reduce(0) { $0 + $1.1 })
    let evidence = Evidence(
      weeks: weeks, sessions: sessions, conversions: conversions, slope: slope,
      totalConversions: total)

    let outcome: TestOutcome
    if sessions.allSatisfy({ $0 == nil }) {
      outcome = .notTestable(MissingInput("traffic"))
    } else if conversions.allSatisfy({ $0 == nil }) {
      outcome = .notTestable(MissingInput("conversions"))
    } else if pairs.count < fewestWeeks {
      outcome = .tooLittleData(
        Shortfall("weeks", found: pairs.count, needed: fewestWeeks, .week))
    } else if total < fewestConversions {
      outcome = .tooLittleData(
        Shortfall("conversions", found: total, needed: fewestConversions, .conversion))
    } else if variation(of: pairs.map(\.0)) < smallestVariation {
      outcome = .notTestable(MissingInput("sessions", .noContrast))
    } else if let estimate = slope?.elasticity {
      outcome = .effect(Effect(estimate, .week))
    } else {
      outcome = .notTestable(MissingInput("sessions", .noContrast))
    }
    return (outcome, evidence)
  }

  /// Standard deviation over mean; 0 where there is no mean to divide by.
  private static func variation(of values: [Double]) -> Double {
    guard let mean = mean(of: values), mean > 0, let variance = variance(of: values) else {
      return 0
    }
    return variance.squareRoot() / mean
  }
}

extension TrafficIsTheGoal {
  /// The rise in visits that the sentence speaks of.
  static let exampleRise = 0.10

  static func tell(
    _ evidence: Evidence, _ verdict: Verdict, _ dataset: Dataset, _ period: ReportingPeriod,
    into section: inout SectionDraft
  ) {
    let conversions = Statement.Argument.results(.conversion)
    let thresholds = dataset.agency.thresholds[belief]
    let used = evidence.usedWeeks
    let weeks = section.figure("weeks", .count(Double(used.count), .week), definition: .window)
    switch verdict {
    case .notTestable: section.tellMissingInput()
    case .tooLittleData: section.tellShortfall(["conversions": conversions])
    case .refuted(let effect), .holds(let effect), .mixed(let effect):
      section.main = section.figure(
        "elasticity", .ratio(effect.estimate), interval: (effect.low, effect.high),
        sample: effect.sampleSize, days: evidence.days)
      func rise(_ elasticity: Double) -> Double { expm1(elasticity * log1p(exampleRise)) }
      let change = section.figure(
        "effect", .change(rise(effect.estimate)),
        interval: (rise(effect.low), rise(effect.high)), sample: effect.sampleSize,
        days: evidence.days)
      let direction =
        effect.low > 0 ? "lead-more" : effect.high < 0 ? "lead-fewer" : "lead-uncertain"
      section.headline = section.statement(verdict.kind.rawValue, ["conversions": conversions])
      section.lead = [
        section.statement(
          direction,
          [
            "more-visits": section.constant("example-rise", .share(exampleRise)),
            "effect": .figure(change, direction == "lead-uncertain" ? .signed : .magnitude),
            "conversions": conversions, "confidence": section.confidence(),
            "low": .figure(change.low, .signed), "high": .figure(change.high, .signed),
            "weeks": .figure(weeks, .counted),
          ])
      ]
      section.tellWeeksNeeded(thresholds)
      tellSplit(conversions, dataset, period, in: &section)
      tellRates(verdict, conversions, dataset, period, in: &section)
    }
    section.tellMethod(
      measure: section.statement(
        "how.measure",
        [
          "weeks": .figure(weeks, .counted), "conversions": conversions,
          "period": section.days(evidence.days),
        ]), of: used.count,
      rule: section.rule(thresholds), thresholds: dataset.agency.thresholds)
    if verdict.kind != .notTestable { evidence.show(in: &section) }
  }
}

extension TrafficIsTheGoal.Evidence {
  var usedWeeks: [ISOWeek] {
    weeks.indices.filter { sessions[$0] != nil && conversions[$0] != nil }.map { weeks[$0] }
  }

  var days: ClosedRange<Day> {
    let used = usedWeeks
    guard let first = used.first ?? weeks.first, let last = used.last ?? weeks.last else {
      return Day(daysSince1970: 0)...Day(daysSince1970: 0)
    }
    return first.firstDay...last.lastDay
  }

  /// A point for each week: visits against conversions.
  fileprivate func show(in section: inout SectionDraft) {
    var points: [Exhibit.Cloud.Point] = []
    var (smallest, largest) = (Double.infinity, 0.0)
    var isWithoutZero = true
    for index in weeks.indices {
      guard let sessions = sessions[index], let conversions = conversions[index] else { continue }
      (smallest, largest) = (min(smallest, sessions), max(largest, sessions))
      isWithoutZero = isWithoutZero && sessions > 0 && conversions > 0
      let name = "\(weeks[index].description.lowercased())"
      let time = section.figure(
        "\(name).day", .day(weeks[index].firstDay), days: weeks[index].days, definition: .week)
      points.append(
        Exhibit.Cloud.Point(
          time: time,
          x: section.figure(
            "\(name).sessions", .count(sessions, .session), days: weeks[index].days,
            definition: .sessions),
          y: section.figure(
            "\(name).conversions", .count(conversions, .conversion), days: weeks[index].days,
            definition: .conversions)))
    }
    guard points.count >= Exhibit.Cloud.fewest else { return }
    let arguments: [String: Statement.Argument] = [
      "conversions": .results(.conversion), "weeks": .figure(section.key("weeks"), .counted),
      "period": .figure(section.key("days")),
    ]
    let isFitted = section.verdict.effect != nil
    section.exhibits = [
      Exhibit(
        name: "visits", title: section.title("visits", arguments),
        unit: section.figureText("visits", isWithoutZero ? "unit" : "unit-linear", arguments),
        caption: section.figureText("visits", "caption", arguments),
        data: .cloud(
          Exhibit.Cloud(
            points: points,
            across: Exhibit.Cloud.Axis(
              Statement("columns.sessions"), isLogarithmic: isWithoutZero),
            upward: Exhibit.Cloud.Axis(
              section.figureText("visits", "conversions", arguments),
              isLogarithmic: isWithoutZero),
            trend: isFitted ? trend(from: smallest, to: largest) : [],
            note: isFitted ? .relation(section.key("elasticity"), "elasticity") : nil)))
    ]
  }

  /// The fitted number of conversions over the range of the visits.
  private func trend(from low: Double, to high: Double) -> [Exhibit.Cloud.Trend] {
    guard let slope, low > 0, high > low else { return [] }
    // On a linear axis it is a curve.
    return (0...12).map { step in
      let x = low * pow(high / low, Double(step) / 12)
      return Exhibit.Cloud.Trend(
        x: x, y: exp(slope.intercept + slope.elasticity.value * log(x)))
    }
  }
}

import Calendars
import PeilModel
import Statistics

/// Belief 7: if social media were free, there would be no hours and no costs.
///
/// Arithmetic, over the weeks of the window: any known cost above 0 refutes it; hours and costs that are
/// logged as 0 for every week, or confirmed as none, make it hold; no cost file at all cannot be tested, nor
/// can hours without a rate. Advertising comes from the advertising account where there is one, else from
/// the cost file.
enum SocialIsFree: BeliefTest {
  static let belief = Belief.socialIsFree

  struct Evidence {
    let costs: Costs
    let weekCount: Int
    let weeksWithHours: Int
    let results: WeeklyResults

    /// Whether hours are missing or have no price, so that the cost is at least what is known.
    var isPartial: Bool { weeksWithHours < weekCount || costs.hasUnpricedHours }
  }

  static func test(_ dataset: Dataset, _ period: ReportingPeriod) -> (TestOutcome, Evidence) {
    let costs = Costs(dataset, in: period.window)
    let logged = dataset.data.costs.filter {
      $0.kind == .hours && ($0.hundredthsOfHours != nil || $0.amount != nil)
    }
    let isConfirmedNone = dataset.client.confirmedNone.contains(.costs)
    let weeksWithHours = period.weeks.count { week in
      isConfirmedNone || logged.contains { $0.days.overlaps(week.days) }
    }
    let evidence = Evidence(
      costs: costs, weekCount: period.weeks.count, weeksWithHours: weeksWithHours,
      results: WeeklyResults(dataset, weeks: period.weeks, period: period))

    let outcome: TestOutcome
    if costs.total > .zero {
      // Above any threshold: it costs something, and that is all the belief denies.
      outcome = .effect(known(weeksWithHours, is: -1))
    } else if costs.hasUnpricedHours {
      outcome = .notTestable(MissingInput("hourly-rate"))
    } else if costs.total < .zero {
      outcome = .notTestable(MissingInput("costs"))
    } else if weeksWithHours == period.weeks.count {
      outcome = .effect(known(weeksWithHours, is: 1))
    } else if weeksWithHours > 0 {
      outcome = .tooLittleData(
        Shortfall("weeks", found: weeksWithHours, needed: period.weeks.count, .week))
    } else {
      outcome = .notTestable(MissingInput("costs"))
    }
    return (outcome, evidence)
  }

  static func verdict(
    _ outcome: TestOutcome, _ evidence: Evidence, _ dataset: Dataset
  ) -> Verdict {
    outcome.verdict(Thresholds.Pair(useless: 0, holds: 0))
  }

  private static func known(_ weeks: Int, is value: Double) -> Effect {
    Effect(
      estimate: value, low: value, high: value, sampleSize: Figure.SampleSize(weeks, .week))
  }
}

extension SocialIsFree {
  static func tell(
    _ evidence: Evidence, _ verdict: Verdict, _ dataset: Dataset, _ period: ReportingPeriod,
    into section: inout SectionDraft
  ) {
    let costs = evidence.costs
    let conversion = Statement.Argument.results(.conversion, "one")
    switch verdict {
    case .notTestable: section.tellMissingInput()
    case .tooLittleData: section.tellShortfall()
    case .holds:
      section.lead = [section.statement("lead-holds", ["period": section.window()])]
      section.next = [section.statement("next.count")]
    // Arithmetic is never mixed.
    case .refuted, .mixed:
      let sources = SourceExtent.covering(costs.sources)
      let amount = section.figure("cost", .money(costs.total), sources: sources)
      section.main = amount
      let hours = section.figure(
        "hours", .count(Double(costs.hundredthsOfHours) / 100, .hour), definition: .hours,
        sources: sources)
      let advertising = section.figure(
        "advertising", .money(costs.advertising), definition: .advertising)
      let arguments: [String: Statement.Argument] = [
        "amount": .figure(amount), "hours": .figure(hours, .counted),
        "advertising": .figure(advertising), "period": section.window(),
      ]
      section.headline = section.statement(evidence.headline, arguments)
      if costs.work > .zero {
        let share = section.figure(
          "work-share", .share(costs.work.amount / costs.total.amount), definition: .workShare)
        section.lead.append(
          section.statement(
            evidence.isPartial ? "lead-partial" : "lead", ["work-share": .figure(share)]))
      }
      evidence.tellReturn(conversion, dataset, period, in: &section)
      if evidence.weeksWithHours < evidence.weekCount {
        let known = section.figure(
          "weeks-with-hours", .count(Double(evidence.weeksWithHours), .none), definition: .window)
        let weeks = section.figure(
          "weeks", .count(Double(evidence.weekCount), .week), definition: .window)
        let missing = section.figure(
          "weeks-without-hours",
          .count(Double(evidence.weekCount - evidence.weeksWithHours), .week), definition: .window)
        section.lead.append(
          section.statement(
            "lead-missing-weeks",
            [
              "n": .figure(known), "weeks": .figure(weeks, .counted),
              "missing-weeks": .figure(missing, .counted),
            ]))
      }
      let perPlatform = evidence.tellCostPerPlatform(dataset, period, in: &section)
      section.next.append(section.statement("next.reserve-without-hours"))
      section.next.append(section.statement("next.count"))
      evidence.show(dataset, period, in: &section)
      evidence.show(perPlatform, in: &section)
    }
    section.tellMethod(
      measure: evidence.measure(in: &section), of: evidence.weekCount,
      rule: section.statement("how.rule", ["zero": section.constant("zero", .money(.zero))]),
      thresholds: dataset.agency.thresholds, isRelation: false)
    if section.ledger[section.key("cost-per-conversion")]?.interval != nil {
      section.how.insert(
        section.statement("how.conversions", ["conversion": conversion]), at: 2)
    }
  }
}

extension SocialIsFree.Evidence {
  fileprivate var headline: String {
    if isPartial { return "refuted-at-least" }
    if costs.hundredthsOfHours == 0 { return "refuted-amount-only" }
    if costs.advertising == .zero {
      return costs.total == costs.work ? "refuted-hours-only" : "refuted-amount-only"
    }
    return "refuted"
  }

  /// Hours times one rate, or rates by the kind of work, or amounts alone.
  fileprivate func measure(in section: inout SectionDraft) -> Statement {
    var arguments: [String: Statement.Argument] = ["period": section.window()]
    guard let rate = costs.rates.first else {
      return section.statement("how.measure-amounts", arguments)
    }
    guard costs.rates.count == 1 else {
      return section.statement("how.measure-rates", arguments)
    }
    arguments["rate"] = section.constant("hourly-rate", .money(rate))
    return section.statement("how.measure", arguments)
  }

  /// Costs by kind for each month, thirteen at most, from the first to the last that has any; a month
  /// without a known cost between them stays a gap.
  fileprivate func show(
    _ dataset: Dataset, _ period: ReportingPeriod, in section: inout SectionDraft
  ) {
    let months = (0..<13).reversed().map { period.month.advanced(by: -$0) }
    let costs = months.map { Costs(dataset, in: $0.days) }
    let known = months.indices.filter { costs[$0].total > .zero }
    guard let first = known.first, let last = known.last, known.count > 1 else { return }
    let stacks = (first...last).map { index in
      let (month, costs) = (months[index], costs[index])
      let name = "\(month)"
      let isKnown = costs.total > .zero
      func amount(_ part: String, _ money: Money) -> FigureKey {
        section.figure(
          "\(name).\(part)", isKnown ? .money(money) : nil, orElse: .notConnected,
          days: month.days)
      }
      let label = section.figure(
        "\(name).month", .month(month), days: month.days, definition: .month)
      let total = amount("total", costs.total)
      return Exhibit.Stack(
        label: .figure(label),
        parts: costs.parts.map { Exhibit.Stack.Part(name: $0, value: amount($0, $1)) },
        total: total)
    }
    // Of the months that are drawn, which are more than those that are judged.
    var sums: [String: Money] = [:]
    for (name, amount) in known.flatMap({ costs[$0].parts }) {
      sums[name, default: .zero] = sums[name, default: .zero] + amount
    }
    let largest = costs[last].parts.max {
      sums[$0.name, default: .zero] < sums[$1.name, default: .zero]
    }
    let arguments = section.monthArguments(known.map { months[$0] }).merging([
      "largest": .phrase("parts.\(largest?.name ?? "hours")"),
      "kinds": .list(costs[last].parts.map { .phrase("parts.\($0.name)") }),
    ]) { $1 }
    var exhibit = Exhibit(
      name: "costs", title: section.title("costs", arguments),
      unit: section.figureText("costs", "unit", arguments),
      caption: section.figureText("costs", "caption", arguments), data: .stacks(stacks))
    if isPartial { exhibit.remarks = [section.figureText("costs", "partial")] }
    section.exhibits = [exhibit]
  }
}

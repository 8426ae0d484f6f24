import Calendars
import PeilModel

// What the followers do and who they are: second measures of belief 1 with the steps that follow from them.
extension FollowersAreSuccess {
  /// Below this part of answered conversations answering comes first.
  static let fewestAnswered = 0.8
  /// Below this part of followers in the target group it is worth measuring why.
  static let smallestAudience = 0.5
  /// How much more than now a first goal for interactions asks for.
  static let goalRise = 1.1

  static func tellFollowers(
    _ verdict: Verdict, _ results: Statement.Argument, _ dataset: Dataset,
    _ period: ReportingPeriod, in section: inout SectionDraft
  ) {
    let rate = tellRate(dataset, period, in: &section)
    let audience = tellAudience(dataset, period, in: &section)
    let answered = AnsweredShare.measure(dataset, over: period.window)
    if let share = answered.measurement.known {
      section.figure(
        "answered", share, definition: AnsweredShare.definition, sources: answered.sources)
      if let part = share.number, part < fewestAnswered {
        section.next.append(section.statement("next.reply"))
      }
    }
    if audience.map({ $0 < smallestAudience }) ?? true {
      section.next.append(section.statement("next.audience"))
    }
    if verdict.kind == .holds {
      section.next.insert(section.statement("next.holds", ["results": results]), at: 0)
      return
    }
    let thousand = section.constant("per-thousand", .count(InteractionsPerFollower.per, .none))
    guard let rate, let now = section.ledger.number(rate), now > 0 else {
      section.next.append(
        section.statement("next.goal-without-target", ["per-thousand": thousand]))
      return
    }
    let goal = section.figure(
      "interactions-goal", .ratio(now * goalRise), days: period.month.next.days,
      definition: .interactionsGoal)
    section.next.append(
      section.statement(
        "next.goal",
        ["rate": .figure(rate), "goal": .figure(goal), "per-thousand": thousand]))
  }

  /// Interactions per thousand followers of the month, with the change since the month before.
  private static func tellRate(
    _ dataset: Dataset, _ period: ReportingPeriod, in section: inout SectionDraft
  ) -> FigureKey? {
    let days = period.month.days
    let now = InteractionsPerFollower.measure(dataset, over: days)
    guard let quantity = now.measurement.known, let value = quantity.number else { return nil }
    let rate = section.figure(
      "interactions-per-thousand", quantity, days: days,
      definition: InteractionsPerFollower.definition, sources: now.sources)
    var arguments: [String: Statement.Argument] = [
      "rate": .figure(rate),
      "per-thousand": section.constant("per-thousand", .count(InteractionsPerFollower.per, .none)),
    ]
    let previous = InteractionsPerFollower.measure(
      dataset, over: period.month.previous.days)
    guard let before = previous.measurement.known?.number, before > 0 else {
      section.lead.append(section.statement("lead-rate-without-change", arguments))
      return rate
    }
    let change = section.figure(
      "interactions-per-thousand-change", .change(value / before - 1), days: days,
      definition: .change)
    arguments["change"] = .statement(
      Statement(change: change, of: value / before - 1, since: "period.previous-month"))
    section.lead.append(section.statement("lead-rate", arguments))
    return rate
  }

  private static func tellAudience(
    _ dataset: Dataset, _ period: ReportingPeriod, in section: inout SectionDraft
  ) -> Double? {
    let audience = TargetAudienceShare.measure(dataset, over: period.month.days)
    guard let share = audience.measurement.known else { return nil }
    let key = section.figure(
      "target-audience-share", share, days: period.month.days,
      definition: TargetAudienceShare.definition, sources: audience.sources)
    section.lead.append(section.statement("lead-audience", ["share": .figure(key)]))
    return share.number
  }
}

extension Statement {
  /// "12 % more than in September", "as much as in September"
  init(change: FigureKey, of number: Double, since: FigureKey) {
    self =
      number == 0
      ? Statement("change.same", ["since": .figure(since)])
      : Statement(
        number > 0 ? "change.more" : "change.less",
        ["amount": .figure(change, .magnitude), "since": .figure(since)])
  }
}

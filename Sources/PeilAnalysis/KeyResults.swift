import Calendars
import PeilModel
import Statistics

/// The key results of the month: those with a goal first, then what is known, five at the most.
func keyResults(
  _ dataset: Dataset, _ period: ReportingPeriod, into ledger: inout Ledger
) -> [ResultFinding] {
  let goals = dataset.client.goals
  let others: [KeyResult] = [
    .interactions, .conversions, .sessions, .followers, .impressions, .posts,
  ]
  let wanted =
    goals.map(\.result) + others.filter { result in !goals.contains { $0.result == result } }
  var findings: [ResultFinding] = []
  let months = ResultMonths(endingWith: period.month)
  for result in wanted where findings.count < 5 {
    let goal = goals.first { $0.result == result }
    let measured = result.metric.measure(dataset, over: period.month.days)
    // What nobody asked for is not shown as a gap.
    if goal == nil, measured.measurement.known == nil { continue }
    findings.append(
      finding(of: result, measured, goal: goal, months, dataset, period, into: &ledger))
  }
  return findings
}

/// The months that a result is followed through, oldest first, the last that of the report.
private struct ResultMonths {
  let months: [Month]
  /// As they stand in keys.
  let names: [String]

  init(endingWith last: Month) {
    months = (0...24).reversed().map { last.advanced(by: -$0) }
    names = months.map(\.description)
  }
}

private func finding(
  of result: KeyResult, _ measured: Measured, goal: Client.Goal?, _ months: ResultMonths,
  _ dataset: Dataset, _ period: ReportingPeriod, into ledger: inout Ledger
) -> ResultFinding {
  let name = "results.\(result.rawValue)"
  let definition = result.metric.definition
  let value = ledger.add(
    Figure(
      FigureKey(name), measured.measurement, definition: definition, days: period.month.days,
      sources: measured.sources))

  let history = months.months.map { month in
    month == period.month
      ? measured.measurement : result.metric.measurement(dataset, over: month.days)
  }
  let numbers = history.map { $0.known?.number }
  var keys: [FigureKey] = []
  var times: [FigureKey] = []
  let monthly = "\(name).month"
  for place in history.indices.suffix(13) {
    // Months before the data begin are left out; a gap between known months is kept as a gap.
    guard history[place].known != nil || !keys.isEmpty else { continue }
    let month = months.months[place]
    keys.append(
      month == period.month
        ? value
        : ledger.add(
          Figure(
            FigureKey(monthly, months.names[place]), history[place],
            definition: definition, days: month.days)))
    times.append(
      ledger.addOnce(
        Figure(
          FigureKey("month", months.names[place]), .known(.month(month)), definition: .month,
          days: month.days)))
  }
  ledger.add(
    Figure(
      FigureKey("\(name).months"), .known(.count(Double(keys.count), .month)),
      definition: .window))
  let goalKey = goal.map { goal in
    ledger.add(
      Figure(
        FigureKey("\(name).goal"), .known(result.unit(goal.target)), definition: .goal))
  }

  let adjusted = AdjustedMonth(result, dataset, period)
  return ResultFinding(
    result: result, value: value, goal: goalKey,
    changes: [(1, "month"), (12, "year")].compactMap { lag, span in
      change(
        of: result, lag: lag, span: span, numbers: numbers, months, adjusted, period,
        into: &ledger)
    },
    status: status(of: measured.measurement.known?.number, goal: goal?.target), months: keys,
    times: times)
}

private func status(of value: Double?, goal: Double?) -> ResultFinding.Status {
  guard let goal else { return .noGoal }
  guard let value else { return .unknown }
  return value >= goal ? .met : .missed
}

/// Below this a change is told in things and not in per cent: from one to two is one more, not twice as many.
///
/// Of fewer than twenty, one thing more or less is over five per cent, and chance alone makes the number of them vary
/// by more than a fifth (the standard error of a Poisson count of 20 is 22 %); statistical offices give no rates from
/// fewer events for that reason.
///
/// Source: National Center for Health Statistics, *Technical Appendix, Vital Statistics of the United States*: rates
/// based on fewer than 20 events are unreliable.
private let smallestBase = 20.0

/// The change since an earlier month, judged by the spread of earlier changes where there are enough.
private func change(
  of result: KeyResult, lag: Int, span: String, numbers: [Double?], _ months: ResultMonths,
  _ adjusting: AdjustedMonth?, _ period: ReportingPeriod, into ledger: inout Ledger
) -> ResultFinding.Change? {
  guard let now = numbers.last ?? nil, let before = numbers[numbers.count - 1 - lag], before >= 0,
    before > 0 || result != .answered
  else { return nil }
  let name = "results.\(result.rawValue).change-on-\(span)"
  let sincePlace = numbers.count - 1 - lag
  let sinceMonth = months.months[sincePlace]
  let since = ledger.addOnce(
    Figure(
      FigureKey("month", months.names[sincePlace]), .known(.month(sinceMonth)),
      definition: .month))
  let isSmall = result != .answered && before < smallestBase
  let quantity: Quantity =
    result == .answered
    ? .pointChange(now - before)
    : isSmall ? result.unit(now - before) : .change(now / before - 1)
  let amount = ledger.add(
    Figure(FigureKey(name), .known(quantity), definition: .change, days: period.month.days))
  let adjusted = adjusting.flatMap { adjusting -> FigureKey? in
    guard !isSmall, let after = adjusting.total(now, of: period.month),
      let earlier = adjusting.total(before, of: sinceMonth)
    else { return nil }
    return ledger.add(
      Figure(
        FigureKey("\(name).adjusted"), .known(.change(after / earlier - 1)),
        definition: .adjustedChange, days: period.month.days))
  }
  func change(_ judgement: ResultFinding.Change.Judgement) -> ResultFinding.Change {
    ResultFinding.Change(
      span: span, since: since,
      against: Statement(
        "results.against-\(span)",
        [span == "year" ? "month-last-year" : "previous-month": .figure(since)]), amount: amount,
      adjusted: adjusted, isUp: now > before,
      judgement: judgement)
  }
  guard let prediction = predictionInterval(ofChange: lag, after: Array(numbers.dropLast()))
  else { return change(.notJudged) }
  let unit = result.unit(prediction.expected)
  let expected = ledger.add(
    Figure(
      FigureKey("\(name).expected"), .known(unit),
      definition: .usualRange,
      interval: Figure.Interval(
        low: prediction.interval.lower, high: prediction.interval.upper, level: 0.95),
      sampleSize: Figure.SampleSize(prediction.changes, .month), days: period.month.days))
  return change(prediction.isUnusual(now) ? .unusual(expected) : .usual(expected))
}

extension KeyResult {
  /// A number in the unit of the result.
  package func unit(_ number: Double) -> Quantity {
    switch self {
    case .answered: .share(number)
    case .conversions: .count(number, .conversion)
    case .followers: .count(number, .follower)
    case .impressions: .count(number, .impression)
    case .interactions: .count(number, .interaction)
    case .posts: .count(number, .post)
    case .sessions: .count(number, .session)
    }
  }
}

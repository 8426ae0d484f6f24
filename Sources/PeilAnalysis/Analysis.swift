package import Calendars
package import PeilModel

/// Measures a client's month, judges the nine beliefs, and puts every figure into the ledger.
///
/// Pure: no file, no clock, no locale. The same data give the same findings.
///
/// - Parameters:
///   - zone: The agency's: months and weeks are cut by it.
///   - delivered: What reports said that were delivered: of this month, when its report is made again, and of
///     earlier ones. Their verdicts stay in the history; what comes out otherwise now is told.
///   - months: How many months the history of a verdict has, this one among them.
package func analyse(
  agency: Agency, client: Client, data: ClientData, period: ReportingPeriod, zone: TimeZoneTable,
  delivered: [DeliveredMonth] = [], months: Int = Findings.longestHistory
) -> Findings {
  let dataset = Dataset(agency: agency, client: client, data: data, zone: zone)
  var ledger = Ledger(reserving: 1536)
  ledger.add(Figure("period.month", .known(.month(period.month)), definition: .month))
  ledger.add(
    Figure("period.previous-month", .known(.month(period.month.previous)), definition: .month))
  ledger.add(Figure("period.next-month", .known(.month(period.month.next)), definition: .month))
  ledger.add(Figure("client.name", .known(.name(client.name)), definition: .name))
  ledger.add(Figure("agency.name", .known(.name(agency.name)), definition: .name))

  if let spike = MessageSpike(dataset, in: period.month) { Crisis.add(spike, to: &ledger) }
  let results = keyResults(dataset, period, into: &ledger)
  let known = Dictionary(delivered.map { ($0.month, $0.verdicts) }, uniquingKeysWith: { $1 })
  let posts = dataset.tellPosts(period, into: &ledger)
  var sections = Belief.allCases.map { belief in
    section(belief.test, dataset, period, known.mapValues { $0[belief] }, months, into: &ledger)
  }
  let funnels = [Funnel.commercial(dataset, period), .brand(dataset, period)].map {
    $0.tell(period, into: &ledger)
  }
  sections.show(funnels, into: &ledger)
  let actions = chooseActions(among: sections, dataset, period, into: &ledger)
  let summary = Summary(results, sections, dataset, period, into: &ledger)
  let coverage = coverage(of: dataset, into: &ledger)
  let restatements = restatements(of: delivered, dataset, into: &ledger)
  addSources(of: dataset, into: &ledger)
  return Findings(
    client: client, period: period, ledger: ledger, headline: summary.headline,
    lead: summary.lead, alerts: summary.alerts, remarks: summary.remarks,
    verdictCounts: summary.verdictCounts, resultsIntro: summary.resultsIntro, results: results,
    actions: actions, sections: sections, funnels: funnels, posts: posts,
    coverage: coverage, restatements: restatements, files: data.files)
}

/// Tests one belief and tells what came of it.
private func section<Test: BeliefTest>(
  _ test: Test.Type, _ dataset: Dataset, _ period: ReportingPeriod,
  _ delivered: [Month: Verdict.Kind?], _ months: Int, into ledger: inout Ledger
) -> SectionFinding {
  let belief = test.belief
  var draft = test.draft(dataset, period, taking: &ledger)
  draft.countMarks()
  draft.noteGaps()
  ledger = draft.takeLedger()
  let history = history(
    of: test, now: draft.verdict, dataset, period, delivered, months, into: &ledger)
  ledger.add(
    Figure(
      FigureKey("\(belief.code).history-months"), .known(.count(Double(history.count), .month)),
      definition: .verdicts))
  ledger.add(
    Figure(
      FigureKey("\(belief.code).streak"), .known(.count(Double(history.streak), .month)),
      definition: .verdicts))
  ledger.add(
    Figure(
      FigureKey("\(belief.code).number"), .known(.count(Double(belief.number), .none)),
      definition: .constant))
  return draft.finish(history: history)
}

/// The verdicts of the last months, this month last, from the first with data.
///
/// By the same rule from the data, but a delivered month keeps the verdict it was delivered with.
private func history<Test: BeliefTest>(
  of test: Test.Type, now: Verdict, _ dataset: Dataset, _ period: ReportingPeriod,
  _ delivered: [Month: Verdict.Kind?], _ months: Int, into ledger: inout Ledger
) -> [MonthVerdict] {
  guard let first = dataset.firstMonth else { return [] }
  return (0..<months).reversed().compactMap { back in
    let month = period.month.advanced(by: -back)
    guard month >= first else { return nil }
    let key = ledger.addOnce(
      Figure("month.\(month)", .known(.month(month)), definition: .month, days: month.days))
    let kind =
      back == 0
      ? now.kind
      : (delivered[month] ?? nil)
        ?? test.verdict(dataset, ReportingPeriod(month: month)).kind
    return MonthVerdict(month: key, kind: kind)
  }
}

/// What each file held, and the numbers that the method part of a page names.
private func addSources(of dataset: Dataset, into ledger: inout Ledger) {
  for (index, file) in dataset.data.files.enumerated() {
    let name = "file.\(index + 1)"
    ledger.add(Figure(FigureKey("\(name).path"), .known(.name(file.path)), definition: .name))
    ledger.add(
      Figure(
        FigureKey("\(name).records"), .known(.count(Double(file.records), .record)),
        definition: .records, days: file.days))
    ledger.add(
      Figure(
        FigureKey("\(name).days"), file.days.map { .known(.days($0)) } ?? .unknown(.notOffered),
        definition: .coverage, days: file.days))
    for skipped in file.skipped {
      ledger.add(
        Figure(
          FigureKey("\(name).skipped.\(skipped.reason.rawValue)"),
          .known(.count(Double(skipped.count), .record)), definition: .records))
    }
  }
  ledger.add(Figure("agency.time-zone", .known(.name(dataset.agency.timeZone)), definition: .name))
  ledger.addOnce(Figure("constant.confidence", .known(.share(0.95)), definition: .constant))
  ledger.addOnce(
    Figure(
      "constant.settling-days",
      .known(.count(Double(dataset.client.platforms.map(\.settlingDays).max() ?? 0), .day)),
      definition: .constant))
  // How often the rule errs at its edge, by simulation; the tests repeat it.
  ledger.add(Figure("constant.error-low", .known(.share(0.01)), definition: .constant))
  ledger.add(Figure("constant.error-high", .known(.share(0.03)), definition: .constant))
  ledger.add(
    Figure(
      "period.weeks", .known(.count(Double(ReportingPeriod.windowLength), .week)),
      definition: .window))
}

/// Which days the exports of each platform cover.
private func coverage(of dataset: Dataset, into ledger: inout Ledger) -> [CoverageFinding] {
  dataset.client.platforms.map { platform in
    let periods = dataset.postDays(of: platform)
    func figure(_ name: String, _ quantity: Quantity) -> FigureKey {
      ledger.add(
        Figure(
          "coverage.\(platform.rawValue).\(name)", .known(quantity), definition: .coverage))
    }
    return CoverageFinding(
      platform: platform,
      periods: periods.enumerated().map { figure("period-\($0 + 1)", .days($1)) },
      last: periods.last.map { figure("last", .day($0.upperBound)) })
  }
}

extension Dataset {
  /// The first month that the data cover from its beginning.
  var firstMonth: Month? {
    let firsts = data.files.compactMap { $0.days?.lowerBound }
    guard let first = firsts.min() else { return nil }
    return first == first.month.firstDay ? first.month : first.month.next
  }
}

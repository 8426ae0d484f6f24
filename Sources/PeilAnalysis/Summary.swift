import Calendars
import PeilModel

/// The verdict of the month: what stands at the top of the page.
struct Summary {
  let headline: Statement
  let lead: Statement
  let alerts: [Statement]
  let remarks: [Statement]
  let verdictCounts: Statement
  let resultsIntro: Statement

  init(
    _ results: [ResultFinding], _ sections: [SectionFinding], _ dataset: Dataset,
    _ period: ReportingPeriod, into ledger: inout Ledger
  ) {
    let month = Statement.Argument.figure("period.month")
    let withGoal = results.filter { $0.goal != nil }
    let met = withGoal.count { $0.status == .met }
    let goals = ledger.add(
      Figure(
        "summary.goals", .known(.count(Double(withGoal.count), .goal)), definition: .goal))
    let metKey = ledger.add(
      Figure("summary.goals-met", .known(.count(Double(met), .none)), definition: .goal))
    let counts: [String: Statement.Argument] = [
      "month": month, "goals": .figure(goals, .counted), "met": .figure(metKey),
    ]
    let suffix =
      switch (withGoal.count, met) {
      case (0, _): "no-goals"
      case (1, let met): met == 1 ? "goal-met" : "goal-missed"
      case (2, 2): "goals-both"
      case (2, 0): "goals-neither"
      case (let all, let met): met == all ? "goals-all" : met == 0 ? "goals-none" : "goals-some"
      }
    let intros = [
      "no-goals": "intro-no-goals", "goal-met": "intro-one-met",
      "goal-missed": "intro-one-missed", "goals-all": "intro-all", "goals-none": "intro-none",
      "goals-some": "intro-some", "goals-both": "intro-both", "goals-neither": "intro-neither",
    ]
    let absence = Self.absence(
      of: results.first, ledger, dataset.absenceOfPosts(period.month.days))
    let reason = Statement.Argument.phrase("reasons.\(absence.rawValue)")
    resultsIntro =
      results.isEmpty
      ? Statement("results.missing", ["month": month, "reason": reason])
      : Statement("results.\(intros[suffix] ?? "intro-no-goals")", counts)

    let main = results.first { ledger[$0.value]?.measurement.known != nil }
    if let main {
      let subject: [String: Statement.Argument] = [
        "month": month, "subject": .phrase("metrics.\(main.result.rawValue).subject"),
        "value": .figure(main.value),
      ]
      headline = Statement("summary.\(suffix)", counts.merging(subject) { $1 })
      lead =
        main.changes.first.map { change in
          Statement(
            "summary.lead",
            subject.merging(["change": .statement(Self.words(change, ledger))]) { $1 })
        } ?? Statement("summary.lead-without-change", subject)
    } else {
      headline = Statement("summary.no-results", ["month": month])
      lead = Statement(
        "summary.lead-without-value",
        [
          "month": month, "reason": reason,
          "subject": .phrase(
            "metrics.\((results.first?.result ?? .interactions).rawValue).subject"),
        ])
    }
    let unusual = results.filter(Self.isUnusual).map {
      Statement.Argument.phrase("metrics.\($0.result.rawValue).subject")
    }
    alerts =
      (Crisis(ledger)?.alerts ?? [])
      // The rows of the results say how far; here it is said which to look at.
      + (unusual.isEmpty
        ? [] : [Statement("summary.unusual", ["month": month, "subjects": .list(unusual)])])
    var remarks: [Statement] = []
    if sections.allSatisfy({ $0.history.count < 2 }) {
      remarks.append(
        Statement("summary.first-month", ["next-month": .figure("period.next-month")]))
    }
    if let spike = EngagementSpike(dataset, in: period.month) {
      remarks.append(spike.tell(into: &ledger))
    }
    remarks += sections.compactMap { Self.changed($0) }
    self.remarks = remarks
    let kinds = sections.map(\.verdict.kind)
    var tally: [Statement.Argument] = []
    for (kind, name) in Self.names {
      let count = kinds.count { $0 == kind }
      let key = ledger.add(
        Figure(
          "summary.verdicts.\(name)", .known(.count(Double(count), .none)), definition: .verdicts))
      guard count > 0 else { continue }
      tally.append(.statement(Statement("summary.verdicts-\(name)", ["n": .figure(key)])))
    }
    verdictCounts = Statement("summary.verdict-counts", ["counts": .list(tally)])
  }

  private static let names: [(Verdict.Kind, String)] = [
    (.refuted, "refuted"), (.holds, "holds"), (.mixed, "mixed"),
    (.tooLittleData, "too-little"), (.notTestable, "not-testable"),
  ]

  /// Why there is no value; without any result, why there are no posts.
  private static func absence(
    of result: ResultFinding?, _ ledger: Ledger, _ posts: Absence
  ) -> Absence {
    guard let result, case .unknown(let absence)? = ledger[result.value]?.measurement else {
      return posts
    }
    return absence
  }

  /// "12 % more than in September"
  static func words(_ change: ResultFinding.Change, _ ledger: Ledger) -> Statement {
    let since = Statement.Argument.figure(change.since)
    guard let number = ledger.number(change.amount) else {
      return Statement("change.same", ["since": since])
    }
    if case .pointChange? = ledger[change.amount]?.measurement.known {
      return Statement(
        number >= 0 ? "change.points-higher" : "change.points-lower",
        ["points": .figure(change.amount, .magnitude), "since": since])
    }
    return Statement(change: change.amount, of: number, since: change.since)
  }

  /// Whether a result is outside its usual range, since last month.
  private static func isUnusual(_ result: ResultFinding) -> Bool {
    // How many posts there are is decided, not measured.
    guard result.result != .posts,
      case .unusual? = result.changes.first(where: { $0.span == "month" })?.judgement
    else { return false }
    return true
  }

  private static func changed(_ section: SectionFinding) -> Statement? {
    guard section.history.count > 1 else { return nil }
    let old = section.history[section.history.count - 2]
    guard old.kind != section.verdict.kind else { return nil }
    return Statement(
      "summary.verdict-changed",
      [
        "previous-month": .figure(old.month),
        "misconception": .phrase("\(section.belief.code).topic"),
        "old": .phrase("verdicts.short.\(old.kind.rawValue)"),
        "new": .phrase("verdicts.short.\(section.verdict.kind.rawValue)"),
      ])
  }
}

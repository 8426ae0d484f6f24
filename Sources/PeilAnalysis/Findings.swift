package import PeilModel

/// Everything a report says about one client and month, without a word of it.
package struct Findings: Equatable, Sendable {
  package var client: Client
  package var period: ReportingPeriod
  package var ledger: Ledger
  package var headline: Statement
  package var lead: Statement
  package var alerts: [Statement]
  package var remarks: [Statement]
  package var verdictCounts: Statement
  package var resultsIntro: Statement
  package var results: [ResultFinding]
  package var actions: [ActionFinding]
  /// Nine, in the order of the beliefs.
  package var sections: [SectionFinding]
  /// From being seen to a result: the commercial one, then that of the brand.
  package var funnels: [FunnelFinding]
  /// By platform, as far as there are any.
  package var posts: [PostsFinding]
  package var coverage: [CoverageFinding]
  /// What comes out otherwise now than it was delivered, newest month first.
  package var restatements: [Restatement]
  package var files: [SourceFile]

  /// How many months the history of a verdict has at the most, this one among them.
  package static let longestHistory = 12
}

/// A key result of the month: what it came to, against its goal, last month and last year.
package struct ResultFinding: Equatable, Sendable {
  package var result: KeyResult
  package var value: FigureKey
  package var goal: FigureKey?
  /// Since last month and since the same month last year, as far as they are known.
  package var changes: [Change]
  package var status: Status
  /// Up to thirteen months, oldest first, the last being this month; unknown ones between are kept.
  package var months: [FigureKey]
  /// The names of these months.
  package var times: [FigureKey]
  /// What its numbers are in place of the unit of the result, or why they are not shown; only in a sales copy.
  package var scale: Statement?

  package enum Status: String, CaseIterable, Hashable, Sendable {
    case met, missed
    case noGoal = "no-goal"
    case unknown
  }

  package struct Change: Equatable, Sendable {
    /// `month` or `year`.
    package var span: String
    package var since: FigureKey
    /// "since September 2026"
    package var against: Statement
    package var amount: FigureKey
    /// The same without what the number and kind of days of the months did; `nil` where days do not add up.
    package var adjusted: FigureKey?
    package var isUp: Bool
    package var judgement: Judgement

    /// The figure is what was expected, with the interval of earlier changes.
    package enum Judgement: Equatable, Sendable {
      case usual(FigureKey)
      case unusual(FigureKey)
      /// There are fewer earlier changes than a judgement needs.
      case notJudged
    }
  }
}

/// A step for next month, with who does it and until when.
package struct ActionFinding: Equatable, Sendable {
  package var belief: Belief
  package var step: Statement
  package var owner: String?
  package var due: FigureKey
}

/// One of the nine sections.
package struct SectionFinding: Equatable, Sendable {
  package var belief: Belief
  package var verdict: Verdict
  /// The figure of the belief's measure, which the verdict rests on; `nil` where it could not be measured.
  package var main: FigureKey?
  package var headline: Statement
  package var lead: [Statement]
  package var how: [Statement]
  package var next: [Statement]
  package var exhibits: [Exhibit]
  /// Up to twelve months, oldest first, the last being this month.
  package var history: [MonthVerdict]
}

package struct MonthVerdict: Equatable, Sendable {
  package var month: FigureKey
  package var kind: Verdict.Kind
}

extension [MonthVerdict] {
  /// How many months in a row, this one last, have its verdict.
  package var streak: Int { reversed().prefix { $0.kind == last?.kind }.count }
}

/// Which days the data of a platform cover, and how fresh they are.
package struct CoverageFinding: Equatable, Sendable {
  package var platform: Platform
  /// Stretches of days without a gap, oldest first.
  package var periods: [FigureKey]
  package var last: FigureKey?
}

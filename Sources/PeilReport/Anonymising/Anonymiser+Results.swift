import PeilAnalysis

// Key results: counts as an index over the months that are shown, shares and their changes in whole per cent.
extension Anonymiser {
  mutating func result(_ finding: ResultFinding) -> ResultFinding {
    // The month a year ago lies outside what is shown.
    let shown = zip(finding.times, finding.months).filter { ledger.isTold($0.0) }
    var told = finding
    (told.times, told.months) = (shown.map(\.0), shown.map(\.1))
    guard finding.months.contains(where: { ledger.isCount($0) }) else {
      // Shares and their changes are told as they are in any other place.
      told.changes = finding.changes.compactMap { change in
        retelling.statement(change.against).map { against in
          var told = change
          (told.against, told.judgement) = (against, .notJudged)
          return told
        }
      }
      told.goal = finding.goal.flatMap { ledger.isTold($0) ? $0 : nil }
      return told
    }
    guard let index = SeriesIndex(ofCounts: told.months.map { ledger.number($0) }) else {
      return hidden(finding)
    }
    for key in told.months + [finding.goal].compactMap({ $0 }) {
      ledger.tell(key) { .index(index.points($0)) }
    }
    told.changes = finding.changes.compactMap { change($0, of: finding, as: index) }
    told.scale =
      finding.goal.map { Statement("proposal.index-of-goal", ["goal": .figure($0)]) }
      ?? Statement("proposal.index")
    return told
  }

  /// A series from a small number: whether its goal was met is all that is told.
  private mutating func hidden(_ finding: ResultFinding) -> ResultFinding {
    var told = finding
    ledger.hide(finding.value)
    for change in finding.changes { withhold(change) }
    (told.times, told.months, told.changes, told.goal) = ([], [], [], nil)
    told.scale = Statement("states.suppressed")
    return told
  }

  /// A change from a small number gives it away as an index would.
  private mutating func change(
    _ change: ResultFinding.Change, of finding: ResultFinding, as index: SeriesIndex
  ) -> ResultFinding.Change? {
    guard let place = place(of: change, in: finding), let before = ledger.number(place),
      before >= SeriesIndex.smallestBase, let against = retelling.statement(change.against)
    else {
      withhold(change)
      return nil
    }
    switch change.judgement {
    case .usual(let key), .unusual(let key): ledger.tell(key) { .index(index.points($0)) }
    case .notJudged: break
    }
    var told = change
    told.against = against
    return told
  }

  private mutating func withhold(_ change: ResultFinding.Change) {
    ledger.withhold(change.amount)
    if let adjusted = change.adjusted { ledger.withhold(adjusted) }
  }

  /// The month that a change is since.
  private func place(
    of change: ResultFinding.Change, in finding: ResultFinding
  ) -> FigureKey? {
    finding.times.firstIndex(of: change.since).map { finding.months[$0] }
  }
}

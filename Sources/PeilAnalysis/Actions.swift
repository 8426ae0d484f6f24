import Calendars
import PeilModel

/// Chooses at most three steps for next month: one a section, those first whose verdict is most settled.
///
/// Most settled is the largest distance between estimate and threshold in widths of the interval. A
/// belief that holds or cannot be judged moves behind those that are refuted.
func chooseActions(
  among sections: [SectionFinding], _ dataset: Dataset, _ period: ReportingPeriod,
  into ledger: inout Ledger
) -> [ActionFinding] {
  let due = ledger.add(
    Figure("actions.due", .known(.day(period.month.next.lastDay)), definition: .due))
  func rank(_ section: SectionFinding) -> (Int, Double) {
    // Arithmetic has no interval; it is certain, and less urgent than what a test found.
    let width = section.belief == .socialIsFree ? 0 : section.verdict.effect?.distance ?? 0
    let order: [Verdict.Kind: Int] = [
      .refuted: 0, .mixed: 1, .holds: 1, .tooLittleData: 2, .notTestable: 3,
    ]
    return (order[section.verdict.kind] ?? 3, -width)
  }
  return sections.enumerated()
    .sorted {
      (rank($0.element).0, rank($0.element).1, $0.offset) < (
        rank($1.element).0, rank($1.element).1, $1.offset
      )
    }
    .compactMap { _, section in
      section.next.first.map {
        ActionFinding(
          belief: section.belief, step: $0, owner: dataset.client.accountManager, due: due)
      }
    }.prefix(3).map { $0 }
}

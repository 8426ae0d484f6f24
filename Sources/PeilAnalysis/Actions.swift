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
  func rank(_ section: SectionFinding) -> (order: Int, width: Double) {
    // Arithmetic has no interval; it is certain, and less urgent than what a test found.
    let width = section.belief == .socialIsFree ? 0 : section.verdict.effect?.distance ?? 0
    let order =
      switch section.verdict.kind {
      case .refuted: 0
      case .mixed, .holds: 1
      case .tooLittleData: 2
      case .notTestable: 3
      }
    return (order, -width)
  }
  let ranks = sections.map(rank)
  return sections.indices
    .sorted { (ranks[$0].order, ranks[$0].width, $0) < (ranks[$1].order, ranks[$1].width, $1) }
    .compactMap { index in
      sections[index].next.first.map {
        ActionFinding(
          belief: sections[index].belief, step: $0, owner: dataset.client.accountManager, due: due)
      }
    }.prefix(3).map { $0 }
}

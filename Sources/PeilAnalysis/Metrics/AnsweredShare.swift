import Calendars
import PeilModel

/// The part of the conversations of some days that got an answer from a person.
///
/// An automatic acknowledgement is no answer. What came in on the last days may still be answered after
/// the export. Unknown without a conversation on these days.
enum AnsweredShare: Metric {
  static let definition = Definition.answered

  static func measurement(_ dataset: Dataset, over days: ClosedRange<Day>) -> Figure.Measurement {
    guard dataset.hasConversations else { return .unknown(.notConnected) }
    let totals = dataset.conversationTotals(in: days)
    guard totals.all > 0 else { return .unknown(.belowThreshold) }
    return .known(.share(Double(totals.answered) / Double(totals.all)))
  }

  static func sources(_ dataset: Dataset, over days: ClosedRange<Day>) -> [SourceExtent] {
    let conversations = dataset.conversations(in: days)
    return SourceExtent.covering(conversations.indices.lazy.map { conversations[$0].source })
  }
}

import Calendars
import PeilModel

extension ExportFormat {
  /// Zendesk, tickets: conversations without anything about who had them.
  ///
  /// Of the columns only these are read; names, addresses and subjects never are.
  static let zendeskTickets = ExportFormat(
    "zendesk-tickets", .conversations,
    columns: [
      .id: ["id"], .receivedAt: ["created at"], .medium: ["via"], .status: ["status"],
      .solvedAt: ["solved at"],
      .firstAnswerMinutes: ["first reply time in minutes"],
      .department: ["group"],
    ],
    signature: [.id, .receivedAt, .medium, .firstAnswerMinutes], assumptions: [.agencyTime]
  ) { record throws(SkipReason) in
    let received = try record.required(
      record.moment(.receivedAt, by: record.clocks.agency))
    var conversation = Conversation(receivedAt: received, source: record.source)
    conversation.answeredAt = record.count(.firstAnswerMinutes).map { received + $0 * 60 }
    conversation.humanAnswer = conversation.answer
    conversation.department = record.sharedWord(.department)
    record.add(conversation)
  }
}

import Calendars
import PeilModel
import Statistics

/// Which part of the answers a machine gave first, and how long either takes.
///
/// Formula: conversations whose first answer was automatic ÷ conversations with an answer of a known kind. An
/// automatic acknowledgement is an answer here and nowhere else: it is what is being measured.
struct MachineReplies {
  let share: Estimate?
  let automatic: Int
  let answered: Int
  /// In hours, at the median; `nil` below six.
  let machineTime: Double?

  init(_ conversations: some Collection<Conversation>) {
    let known = conversations.filter { $0.answeredAt != nil && $0.isAnsweredByMachine != nil }
    let machines = known.filter { $0.isAnsweredByMachine == true }
    automatic = machines.count
    answered = known.count
    share = proportion(successes: automatic, of: answered)
    let times = machines.compactMap { conversation in
      conversation.answeredAt.map { Double($0 - conversation.receivedAt) / 3600 }
    }.filter { $0 >= 0 }
    machineTime = times.count < 6 ? nil : median(of: times)
  }
}

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

  init(_ conversations: ArraySlice<Conversation>) {
    var (automatic, answered) = (0, 0)
    var times: [Double] = []
    for index in conversations.indices {
      guard let isMachine = conversations[index].isAnsweredByMachine,
        let answer = conversations[index].answeredAt
      else { continue }
      answered += 1
      guard isMachine else { continue }
      automatic += 1
      let received = conversations[index].receivedAt
      if answer >= received { times.append(Double(answer - received) / 3600) }
    }
    self.automatic = automatic
    self.answered = answered
    share = proportion(successes: automatic, of: answered)
    machineTime = times.count < 6 ? nil : median(of: times)
  }
}

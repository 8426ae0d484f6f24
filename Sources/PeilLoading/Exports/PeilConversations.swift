import Calendars
import PeilModel

// A client has tens of thousands of conversations: they are made where they stay, in one loop without a call.
extension TableLoop {
  /// Reads all records of `ExportFormat.conversations`.
  mutating func readConversations() {
    var conversations: [Conversation] = []
    // Room for all that are expected and for the end, but not for millions that may never come.
    let room = min(reader.recordCount, 1 << 16) + 1
    let hasDetails = reader.hasDetailsOfConversations
    var isEnd = false
    while !isEnd {
      conversations.append(addingCapacity: room) { output in
        while !output.isFull {
          guard next() else {
            isEnd = true
            break
          }
          do throws(SkipReason) {
            output.append(try reader.conversation(hasDetails: hasDetails))
          } catch {
            skip(error)
          }
        }
      }
    }
    reader.add(conversations)
  }
}

extension RecordReader {
  /// Whether more is told than when somebody was answered; few exports do.
  fileprivate var hasDetailsOfConversations: Bool {
    let details: [Field] = [.answeredByMachine, .firstHumanAnswerAt, .department, .handedOver]
    return details.contains { has($0) }
  }

  @inline(__always)
  fileprivate mutating func conversation(
    hasDetails: Bool
  ) throws(SkipReason) -> Conversation {
    var conversation = conversation(receivedAt: try required(agencyInstant(.receivedAt)))
    conversation.answer = PossibleInstant(agencyInstant(.answeredAt))
    conversation.humanAnswer = conversation.answer
    conversation.sentiment = sentiment(.sentiment)
    if hasDetails { readDetails(into: &conversation) }
    // No figure tells what it was about, but a page for others must not either.
    _ = sharedWord(.kind)
    return conversation
  }

  private mutating func readDetails(into conversation: inout Conversation) {
    conversation.isAnsweredByMachine = flag(.answeredByMachine)
    if conversation.isAnsweredByMachine == true { conversation.humanAnswer = PossibleInstant(nil) }
    if let human = agencyInstant(.firstHumanAnswerAt) {
      conversation.humanAnswer = PossibleInstant(human)
    }
    conversation.department = sharedWord(.department)
    conversation.isHandedOver = flag(.handedOver)
  }
}

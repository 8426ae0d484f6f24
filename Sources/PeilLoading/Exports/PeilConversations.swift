import Calendars
import PeilModel

// A client has tens of thousands of conversations: they are made where they stay, in one loop without a call.
extension TableLoop {
  /// Reads all records of `ExportFormat.conversations`.
  mutating func readConversations() {
    var conversations: [Conversation] = []
    // Room for all that are expected and for the end, but not for millions that may never come.
    let room = min(reader.recordCount, 1 << 16) + 1
    var isEnd = false
    while !isEnd {
      conversations.append(addingCapacity: room) { output in
        while !output.isFull {
          guard next() else {
            isEnd = true
            break
          }
          do throws(SkipReason) {
            output.append(try reader.conversation())
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
  @inline(__always)
  fileprivate mutating func conversation() throws(SkipReason) -> Conversation {
    var conversation = conversation(receivedAt: try required(agencyInstant(.receivedAt)))
    conversation.answer = PossibleInstant(agencyInstant(.answeredAt))
    conversation.humanAnswer = PossibleInstant(agencyInstant(.firstHumanAnswerAt))
    conversation.isAnsweredByMachine = flag(.answeredByMachine)
    conversation.sentiment = sentiment(.sentiment)
    conversation.department = sharedWord(.department)
    conversation.isHandedOver = flag(.handedOver)
    // No figure tells what it was about, but a page for others must not either.
    _ = sharedWord(.kind)
    return conversation
  }
}

import Calendars
import PeilModel

/// What a client's conversations come to by day, from one look at each of them.
struct ConversationIndex {
  private let index: DayIndex
  /// Before each of the days, and one more after the last.
  private let totals: [Totals]
  /// The last moment that the conversations know of: until then the unanswered had waited.
  let last: Instant?

  /// How many conversations some days had.
  struct Totals {
    var all = 0
    /// By a person, as everywhere.
    var answered = 0
    /// Of which is known whether somebody outside the social team was needed.
    var known = 0
    var handedOver = 0
    var negative = 0

    static func - (a: Totals, b: Totals) -> Totals {
      Totals(
        all: a.all - b.all, answered: a.answered - b.answered, known: a.known - b.known,
        handedOver: a.handedOver - b.handedOver, negative: a.negative - b.negative)
    }
  }

  /// - Parameters:
  ///   - conversations: In the order of time.
  ///   - words: Theirs.
  init(_ conversations: [Conversation], _ words: Words, zone: TimeZoneTable) {
    let isOwnTeam = Words.Table(words, SocialIsSeparate.isOwnTeam)
    var totals = [Totals()]
    var last = Instant(secondsSince1970: .min)
    var sum = Totals()
    var localDays = LocalDays(zone)
    var day: Day?
    index = DayIndex(count: conversations.count) { place in
      let received = conversations[place].receivedAt
      let current = localDays.day(of: received)
      if day != current {
        if day != nil { totals.append(sum) }
        day = current
      }
      let answer = Conversation.humanAnswer(
        conversations[place].firstHumanAnswerAt, orFirst: conversations[place].answeredAt,
        byMachine: conversations[place].isAnsweredByMachine)
      last = max(last, received)
      sum.all += 1
      if let answer {
        last = max(last, answer)
        sum.answered += 1
      }
      if case .negative? = conversations[place].sentiment { sum.negative += 1 }
      if let needsOthers = conversations[place].needsOthers(isOwnTeam) {
        sum.known += 1
        if needsOthers { sum.handedOver += 1 }
      }
      return current
    }
    if sum.all > 0 { totals.append(sum) }
    self.totals = totals
    self.last = sum.all > 0 ? last : nil
  }

  /// The places of what came in on some days.
  func conversations(in days: ClosedRange<Day>) -> Range<Int> { index.records(in: days) }

  func totals(in days: ClosedRange<Day>) -> Totals {
    let places = index.places(of: days)
    return totals[places.upperBound] - totals[places.lowerBound]
  }

  /// The days among some that have a conversation, with what they come to.
  func byDay(_ days: ClosedRange<Day>) -> some Sequence<(day: Day, totals: Totals)> {
    index.places(of: days).lazy.map { (index.days[$0], totals[$0 + 1] - totals[$0]) }
  }
}

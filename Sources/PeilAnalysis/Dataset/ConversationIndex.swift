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
    var index = DayIndex()
    var totals = [Totals()]
    var lastAnswer = Instant(secondsSince1970: .min)
    var sum = Totals()
    var localDays = LocalDays(zone)
    var day: Day?
    // Ten thousand and more are looked at: without asking of each whether its place is one.
    conversations.withUnsafeBufferPointer { conversations in
      for place in conversations.indices {
        let current = localDays.day(of: conversations[place].receivedAt)
        if day != current {
          if day != nil { totals.append(sum) }
          index.begin(current, at: place)
          day = current
        }
        sum.all += 1
        if let answer = conversations[place].humanAnswer.instant {
          lastAnswer = max(lastAnswer, answer)
          sum.answered += 1
        }
        if case .negative? = conversations[place].sentiment { sum.negative += 1 }
        if let needsOthers = conversations[place].needsOthers(isOwnTeam) {
          sum.known += 1
          if needsOthers { sum.handedOver += 1 }
        }
      }
    }
    if sum.all > 0 { totals.append(sum) }
    index.end(at: conversations.count)
    self.index = index
    self.totals = totals
    last = conversations.last.map { max($0.receivedAt, lastAnswer) }
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

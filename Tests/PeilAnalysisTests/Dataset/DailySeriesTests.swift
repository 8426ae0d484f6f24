import Calendars
import PeilModel
import Testing

@testable import PeilAnalysis

/// A day of which files speak and that has nothing is 0; one of which none speaks is unknown, whatever else is there.
@Suite struct DailySeriesTests {
  private let first = Day(daysSince1970: 20_000)

  /// Files that speak of days 0 to 2 and 4 to 9, two of which overlap.
  private func situation(_ kind: SourceFile.Kind) -> Situation {
    var situation = Situation([.instagram])
    for (begin, end) in [(4, 6), (0, 2), (5, 9)] {
      situation.addFile(kind, days: first + begin...first + end)
    }
    return situation
  }

  @Test func `visits of a day that no file speaks of are unknown`() {
    var situation = situation(.traffic)
    // Day 3 lies in no file, and two records lie on day 5.
    for (day, sessions) in [(1, 7), (3, 100), (5, 2), (5, 3), (9, 4)] {
      var visits = TrafficDay(
        day: first + day, platform: .instagram,
        source: SourceRecord(file: SourceFile.ID(0), line: 2))
      visits.sessions = sessions
      situation.data.traffic.append(visits)
    }
    let dataset = situation.dataset
    let sums = dataset.dailySums(in: first + 1...first + 10) {
      dataset.visits[$0].sessions.map(Double.init)
    }
    #expect(sums == [7, 0, nil, 0, 5, 0, 0, 0, 4, nil])
  }

  @Test func `conversations of a day that no file speaks of are unknown`() {
    var situation = situation(.conversations)
    situation.addConversations(3, handedOver: 0, in: first + 2...first + 4)
    situation.data.conversations[2].sentiment = .negative
    let counts = situation.dataset.conversationCounts(in: first - 1...first + 5)
    #expect(counts.all == [nil, 0, 0, 1, nil, 1, 0])
    #expect(counts.negative == [nil, 0, 0, 0, nil, 1, 0])
  }
}

import Calendars
import PeilModel
import Testing

@testable import PeilAnalysis

@Suite struct EngagementSpikeTests {
  /// A post a day for 90 days, the last on 31 October, with 10 interactions or one more or less.
  private func situation(
    on peak: Int?, _ interactions: Int = 200, _ platforms: [Platform] = [.instagram]
  ) -> Situation {
    var situation = Situation(platforms)
    let last = situation.month.lastDay
    for back in 0..<90 {
      situation.addPost(.instagram, on: last - back) {
        $0.counts.reactions = back == peak ? interactions : 9 + back % 3
        $0.counts.comments = 0
        $0.counts.shares = 0
      }
    }
    return situation
  }

  @Test func `a day with far more interactions is named with how many times the usual`() throws {
    let situation = situation(on: 5)
    let spike = try #require(EngagementSpike(situation.dataset, in: situation.month))
    #expect(spike.day == situation.month.lastDay - 5)
    #expect(spike.interactions == 200)
    // The usual day has ten.
    #expect(spike.times == 20)
    let findings = situation.analysed()
    #expect(findings.remarks.contains { $0.phrase == "summary.engagement-spike" })
  }

  @Test func `money behind the posts of the day is told`() {
    var situation = situation(on: 5)
    let day = situation.month.lastDay - 5
    for index in situation.data.posts.indices where situation.data.posts[index].day == day {
      situation.data.posts[index].isBoosted = true
    }
    let remarks = situation.analysed().remarks.map(\.phrase)
    #expect(remarks.contains("summary.engagement-spike-advertised"))
    #expect(!remarks.contains("summary.engagement-spike"))
  }

  @Test func `a day on which a platform counted nothing is unknown and no spike`() {
    var situation = situation(on: 5, 200, [.instagram, .facebook])
    situation.addPost(.facebook, on: situation.month.lastDay - 5) {
      $0.counts.reactions = nil
      $0.counts.comments = nil
      $0.counts.shares = nil
    }
    #expect(EngagementSpike(situation.dataset, in: situation.month) == nil)
    situation.data.posts.removeLast()
    #expect(EngagementSpike(situation.dataset, in: situation.month) != nil)
  }

  @Test func `a quiet month and a spike of another month are none`() {
    let quiet = situation(on: nil)
    #expect(EngagementSpike(quiet.dataset, in: quiet.month) == nil)
    let earlier = situation(on: 40)
    #expect(EngagementSpike(earlier.dataset, in: earlier.month) == nil)
  }
}

import Calendars
import PeilModel
import Testing

@testable import PeilAnalysis

/// The smallest samples of `REPORT.md` 3.5; one less of each stands among the scenarios.
@Suite struct GateTests {
  struct Case: Sendable, CustomStringConvertible {
    let belief: Belief
    let name: String
    let situation: Situation
    var description: String { "\(belief.code): \(name)" }

    init(_ belief: Belief, _ name: String, _ change: (inout Situation) -> Void) {
      self.belief = belief
      self.name = name
      var situation = Situation.full()
      change(&situation)
      self.situation = situation
    }
  }

  static let smallest: [Case] = [
    Case(.followersAreSuccess, "13 weeks, 30 results, in 7 of them") {
      $0.clearRelations()
      $0.addRelations(weeks: 13, conversions: { _ in 0 })
      $0.keepInteractions(30, inWeeks: 7)
    },
    Case(.paidIsTheOnlyWay, "8 weeks") {
      $0.limit(.advertising, to: $0.weeks(8)[0].firstDay...$0.month.lastDay)
    },
    Case(.paidIsTheOnlyWay, "10,000 impressions") {
      $0.pay((0..<13).map { _ in 0 })
      for index in $0.data.posts.indices { $0.data.posts[index].counts.impressions = 192 }
      $0.data.posts[0].counts.impressions = 192 + 16
    },
    Case(.morePlatformsAreBetter, "8 posts on one") {
      let posts = $0.data.posts
      $0.data.posts =
        posts.filter { $0.platform == .instagram }
        + posts.filter { $0.platform == .facebook }.suffix(8)
      $0.bring { _, index in 5 + index % 3 }
    },
    Case(.morePlatformsAreBetter, "8 weeks of one") {
      let days = $0.weeks(8)[0].firstDay...$0.month.lastDay
      $0.limit(.posts, .facebook, to: days)
      $0.data.posts.removeAll { $0.platform == .facebook && !days.contains($0.day) }
      $0.data.traffic = []
    },
    Case(.morePlatformsAreBetter, "30 results") {
      $0.clearRelations()
      $0.keepInteractions(30)
    },
    Case(.automateEverything, "6 of each on two platforms") {
      $0.automate([.instagram: 6, .facebook: 6])
      $0.engage { post, index in
        post.authorship?.isAutomated == true ? 20 + index : 60 + index
      }
    },
    Case(.automateEverything, "47 of 52 known") {
      $0.engage { post, index in
        post.authorship?.isAutomated == true ? 20 + index % 5 : 60 + index % 9
      }
      for index in 0..<5 { $0.data.posts[index].authorship = nil }
    },
    Case(.hashtagsHelp, "24 posts") {
      $0.engage { post, index in 40 + post.hashtags.count * 10 + index % 5 }
      $0.data.posts = Array($0.data.posts.suffix(24))
    },
    Case(.hashtagsHelp, "the commonest count in 40 of 52") {
      $0.tag { index in index < 20 ? 3 : index % 3 }
      $0.engage { _, index in 40 + index * 15 % 26 }
    },
    Case(.trafficIsTheGoal, "13 weeks, 30 conversions") {
      $0.clearRelations()
      $0.addRelations(weeks: 13, conversions: { _ in 4 })
      for index in 0..<13 { $0.data.traffic[index].conversions = index < 4 ? 3 : 2 }
      for index in 13..<26 { $0.data.traffic[index].conversions = 0 }
    },
    Case(.goodContentSellsItself, "24 posts, 6 of each on one platform") {
      $0.score { _ in 5 }
      $0.data.posts = Array($0.data.posts.suffix(24))
      $0.help { $0 < 6 }
    },
    Case(.goodContentSellsItself, "12 good posts, nothing logged") {
      $0.removeDistribution()
      $0.score { _ in 2 }
      for index in 0..<12 { $0.data.posts[index].editorScore = 4 }
    },
    Case(.socialIsSeparate, "30 conversations") {
      $0.converse(30, handedOver: 14)
    },
  ]

  @Test(arguments: smallest)
  func `the smallest sample is enough`(_ sample: Case) throws {
    let sections = sample.situation.analysed().sections
    let verdict = try #require(sections.first { $0.belief == sample.belief }).verdict
    #expect(verdict.effect != nil, "\(verdict)")
  }
}

import Calendars
import PeilModel

@testable import PeilAnalysis

extension Scenario {
  /// Every verdict that each belief can get, every gate and every missing input.
  static let all =
    followersAreSuccess + paidIsTheOnlyWay + morePlatformsAreBetter + automateEverything
    + hashtagsHelp + trafficIsTheGoal + socialIsFree + goodContentSellsItself + socialIsSeparate

  // Weeks in which two things rise and fall independently: the second has another period.
  private static func apart(_ week: Int) -> Int { week * 5 % 11 }

  static let followersAreSuccess: [Scenario] = [
    Scenario(.followersAreSuccess, "together", .verdict(.holds)),
    Scenario(.followersAreSuccess, "apart over a year", .verdict(.refuted)) {
      $0.clearRelations()
      $0.addRelations(weeks: 52, conversions: { Double(20 + apart($0)) })
    },
    Scenario(.followersAreSuccess, "apart over thirteen weeks", .verdict(.mixed)) {
      $0.clearRelations()
      $0.addRelations(weeks: 13, conversions: { Double(20 + $0 * 5 % 7) })
    },
    Scenario(.followersAreSuccess, "no follower counts", .missing("followers")) {
      $0.data.followers = []
    },
    Scenario(.followersAreSuccess, "neither posts nor visits", .missing("results")) {
      $0.data.posts = []
      $0.data.traffic = []
      $0.forget(.posts)
      $0.forget(.traffic)
    },
    Scenario(
      .followersAreSuccess, "twelve weeks", .tooLittle("weeks", found: 12, needed: 13)
    ) {
      $0.clearRelations()
      $0.addRelations(weeks: 12)
    },
    Scenario(
      .followersAreSuccess, "twenty-nine results", .tooLittle("results", found: 29, needed: 30)
    ) {
      $0.clearRelations()
      $0.addRelations(weeks: 13, conversions: { _ in 0 })
      $0.keepInteractions(29)
    },
    Scenario(
      .followersAreSuccess, "results in few weeks",
      .tooLittle("weeks-with-results", found: 6, needed: 7)
    ) {
      $0.clearRelations()
      $0.addRelations(weeks: 13, conversions: { _ in 0 })
      $0.keepInteractions(60, inWeeks: 6)
    },
    Scenario(.followersAreSuccess, "followers never change", .noContrast("followers")) {
      $0.clearRelations()
      $0.addRelations(changes: { _ in 0 })
    },
    Scenario(.followersAreSuccess, "every week brings the same", .noContrast("results")) {
      $0.clearRelations()
      $0.addRelations(conversions: { _ in 20 })
    },
  ]

  static let paidIsTheOnlyWay: [Scenario] = [
    Scenario(.paidIsTheOnlyWay, "a third is paid", .verdict(.refuted)),
    Scenario(.paidIsTheOnlyWay, "nearly all is paid", .verdict(.holds)) {
      $0.pay((0..<13).map { 200_000 + $0 * 1000 })
    },
    Scenario(.paidIsTheOnlyWay, "four fifths are paid", .verdict(.mixed)) {
      $0.pay((0..<13).map { 19_000 + $0 * 100 })
    },
    Scenario(.paidIsTheOnlyWay, "confirmed as never", .verdict(.refuted)) {
      $0.removeAds()
      $0.client.confirmedNone = [.advertising]
    },
    Scenario(.paidIsTheOnlyWay, "every week the same share", .verdict(.refuted)) {
      $0.pay($0.weeks(13).map { _ in 2400 })
    },
    Scenario(.paidIsTheOnlyWay, "the account was open and nothing was shown", .verdict(.refuted)) {
      $0.pay((0..<13).map { _ in 0 })
    },
    Scenario(.paidIsTheOnlyWay, "one organic post without reach", .verdict(.refuted)) {
      for index in $0.data.posts.indices { $0.data.posts[index].counts.reach = nil }
    },
    Scenario(.paidIsTheOnlyWay, "reach of five posts", .verdict(.refuted)) {
      for index in $0.data.posts.indices.dropLast(5) { $0.data.posts[index].counts.reach = nil }
    },
    Scenario(.paidIsTheOnlyWay, "no impressions", .missing("impressions")) {
      for index in $0.data.posts.indices { $0.data.posts[index].counts.impressions = nil }
    },
    Scenario(.paidIsTheOnlyWay, "no advertising account", .missing("advertising")) {
      $0.removeAds()
    },
    Scenario(.paidIsTheOnlyWay, "seven weeks", .tooLittle("weeks", found: 7, needed: 8)) {
      let days = $0.weeks(7)[0].firstDay...$0.month.lastDay
      $0.limit(.advertising, to: days)
    },
    Scenario(
      .paidIsTheOnlyWay, "9,999 impressions",
      .tooLittle("impressions", found: 9_999, needed: 10_000)
    ) {
      $0.pay((0..<13).map { _ in 0 })
      for index in $0.data.posts.indices { $0.data.posts[index].counts.impressions = 192 }
      $0.data.posts[0].counts.impressions = 192 + 15
    },
  ]

  static let morePlatformsAreBetter: [Scenario] = [
    Scenario(.morePlatformsAreBetter, "one takes half and brings little", .verdict(.refuted)) {
      $0.bring { platform, index in platform == .facebook ? 2 + index % 3 : 60 + index % 7 }
    },
    Scenario(.morePlatformsAreBetter, "both bring the same", .verdict(.holds)),
    Scenario(.morePlatformsAreBetter, "one may bring half", .verdict(.mixed)) {
      $0.bring { platform, index in
        platform == .facebook ? (index % 13 == 0 ? 600 : 2) : 60 + index % 7
      }
    },
    Scenario(.morePlatformsAreBetter, "one brings nothing at all", .verdict(.refuted)) {
      $0.bring { platform, _ in platform == .facebook ? 0 : 60 }
    },
    Scenario(.morePlatformsAreBetter, "posts as work, little from one", .verdict(.refuted)) {
      $0.data.costs = []
      $0.bring { platform, index in platform == .facebook ? 2 + index % 3 : 60 + index % 7 }
    },
    Scenario(.morePlatformsAreBetter, "one platform", .missing("platforms")) {
      $0.client.platforms = [.instagram]
    },
    Scenario(.morePlatformsAreBetter, "posts of one platform", .missing("posts")) {
      $0.forget(.posts, .facebook)
      $0.data.posts.removeAll { $0.platform == .facebook }
    },
    Scenario(
      .morePlatformsAreBetter, "seven posts on one", .tooLittle("posts", found: 7, needed: 8)
    ) {
      let posts = $0.data.posts
      $0.data.posts =
        posts.filter { $0.platform == .instagram }
        + posts.filter { $0.platform == .facebook }.suffix(7)
    },
    Scenario(
      .morePlatformsAreBetter, "seven weeks of one", .tooLittle("weeks", found: 7, needed: 8)
    ) {
      let days = $0.weeks(7)[0].firstDay...$0.month.lastDay
      $0.limit(.posts, .facebook, to: days)
      $0.data.posts.removeAll { $0.platform == .facebook && !days.contains($0.day) }
      $0.data.traffic = []
    },
    Scenario(.morePlatformsAreBetter, "hours logged as nothing", .missing("effort")) {
      $0.data.costs = []
      $0.addWork { _, _ in 0 }
    },
    Scenario(
      .morePlatformsAreBetter, "twenty-nine results", .tooLittle("results", found: 29, needed: 30)
    ) {
      $0.clearRelations()
      $0.keepInteractions(29)
    },
  ]

  static let automateEverything: [Scenario] = [
    Scenario(.automateEverything, "automated does half", .verdict(.refuted)) {
      $0.engage { post, index in
        post.authorship?.isAutomated == true ? 20 + index % 5 : 60 + index % 9
      }
    },
    Scenario(.automateEverything, "automated does no worse", .verdict(.holds)) {
      $0.engage { post, index in
        post.authorship?.isAutomated == true ? 66 + index % 5 : 60 + index % 9
      }
    },
    Scenario(.automateEverything, "wide spread", .verdict(.mixed)) {
      $0.engage { _, index in 5 + index * 15 % 26 * 9 }
    },
    Scenario(.automateEverything, "platforms disagree", .verdict(.mixed)) {
      $0.engage { post, index in
        let isBetter = (post.authorship?.isAutomated == true) == (post.platform == .instagram)
        return isBetter ? 60 + index % 9 : 20 + index % 5
      }
    },
    Scenario(.automateEverything, "authors not logged", .missing("authorship")) {
      for index in $0.data.posts.indices { $0.data.posts[index].authorship = nil }
    },
    Scenario(
      .automateEverything, "one too many not logged",
      .tooLittle("authorship", found: 46, needed: 47)
    ) {
      for index in 0..<6 { $0.data.posts[index].authorship = nil }
    },
    Scenario(.automateEverything, "all by hand", .noContrast("authorship")) {
      for index in $0.data.posts.indices { $0.data.posts[index].authorship = .humanScheduled }
    },
    Scenario(.automateEverything, "eleven automated", .tooLittle("posts", found: 11, needed: 12)) {
      $0.automate([.instagram: 6, .facebook: 5])
    },
    Scenario(
      .automateEverything, "eleven on the platform that has both kinds",
      .tooLittle("comparable-posts", found: 11, needed: 12)
    ) { $0.automate([.instagram: 11, .facebook: 2]) },
    Scenario(
      .automateEverything, "five on each platform", .tooLittle("platform", found: 5, needed: 6),
      .wide(3)
    ) { $0.automate([.instagram: 5, .facebook: 5, .linkedin: 4]) },
    Scenario(.automateEverything, "no engagement", .missing("engagement")) {
      $0.removeEngagement()
    },
  ]

  static let hashtagsHelp: [Scenario] = [
    Scenario(.hashtagsHelp, "more tags, more engagement", .verdict(.holds)) {
      $0.engage { post, index in 40 + post.hashtags.count * 10 + index % 5 }
    },
    Scenario(.hashtagsHelp, "more tags, less engagement", .verdict(.refuted)) {
      $0.engage { post, index in 90 - post.hashtags.count * 10 + index % 5 }
    },
    Scenario(.hashtagsHelp, "tags make no difference", .verdict(.refuted), .wide(4)) {
      $0.engage { _, index in 40 + index * 15 % 26 }
    },
    Scenario(.hashtagsHelp, "few posts, no clear difference", .verdict(.mixed)) {
      $0.engage { _, index in 40 + index * 11 % 26 }
    },
    Scenario(.hashtagsHelp, "platforms disagree", .verdict(.mixed)) {
      $0.engage { post, index in
        let sign = post.platform == .instagram ? 10 : -10
        return 90 + sign * post.hashtags.count + index % 5
      }
    },
    Scenario(.hashtagsHelp, "many tags", .verdict(.holds)) {
      $0.tag { index in 5 + index % 3 }
      $0.engage { post, index in 40 + post.hashtags.count * 10 + index % 5 }
    },
    Scenario(.hashtagsHelp, "no engagement", .missing("engagement")) { $0.removeEngagement() },
    Scenario(
      .hashtagsHelp, "twenty-three posts", .tooLittle("posts", found: 23, needed: 24)
    ) { $0.data.posts = Array($0.data.posts.suffix(23)) },
    Scenario(
      .hashtagsHelp, "seven posts on each of four platforms",
      .tooLittle("posts-per-platform", found: 7, needed: 8), .wide(4)
    ) {
      let posts = $0.data.posts
      $0.data.posts = $0.client.platforms.flatMap { platform in
        posts.filter { $0.platform == platform }.suffix(7)
      }
    },
    Scenario(.hashtagsHelp, "two tag counts", .noContrast("hashtags")) {
      $0.tag { index in index % 2 }
    },
    Scenario(.hashtagsHelp, "nearly all with the same count", .noContrast("hashtags")) {
      $0.tag { index in index < 42 ? 3 : index % 3 }
    },
  ]

  static let trafficIsTheGoal: [Scenario] = [
    Scenario(.trafficIsTheGoal, "together", .verdict(.holds)),
    Scenario(.trafficIsTheGoal, "no more conversions", .verdict(.refuted)) {
      $0.clearRelations()
      $0.addRelations(conversions: { Double(200 + apart($0)) })
    },
    Scenario(.trafficIsTheGoal, "fewer conversions", .verdict(.refuted)) {
      $0.clearRelations()
      $0.addRelations(conversions: { Double(400 - $0 * 7 % 13 * 20) })
    },
    Scenario(.trafficIsTheGoal, "uncertain", .verdict(.mixed)) {
      $0.clearRelations()
      $0.addRelations(weeks: 13, conversions: { Double(4 + $0 * 5 % 9 * 6) })
    },
    Scenario(.trafficIsTheGoal, "no visits", .missing("traffic")) {
      $0.data.traffic = []
      $0.forget(.traffic)
    },
    Scenario(.trafficIsTheGoal, "visits without conversions", .missing("conversions")) {
      for index in $0.data.traffic.indices { $0.data.traffic[index].conversions = nil }
    },
    Scenario(.trafficIsTheGoal, "twelve weeks", .tooLittle("weeks", found: 12, needed: 13)) {
      $0.clearRelations()
      $0.addRelations(weeks: 12)
      $0.limit(.traffic, to: $0.weeks(12)[0].firstDay...$0.month.lastDay)
    },
    Scenario(
      .trafficIsTheGoal, "twenty-nine conversions",
      .tooLittle("conversions", found: 29, needed: 30)
    ) {
      $0.clearRelations()
      $0.addRelations(weeks: 13, conversions: { $0 == 0 ? 34 : 2 })
      $0.data.traffic[0].conversions = 5
      for index in 13..<26 { $0.data.traffic[index].conversions = 0 }
      for index in 1..<13 { $0.data.traffic[index].conversions = 2 }
    },
    Scenario(.trafficIsTheGoal, "visits hardly vary", .noContrast("sessions")) {
      $0.clearRelations()
      $0.addRelations(sessions: { 1000 + $0 % 3 })
    },
  ]

  static let socialIsFree: [Scenario] = [
    Scenario(.socialIsFree, "hours, advertising and a tool", .verdict(.refuted)),
    Scenario(.socialIsFree, "hours and advertising", .verdict(.refuted)) {
      $0.data.costs.removeAll { $0.kind == .tools }
    },
    Scenario(.socialIsFree, "hours only", .verdict(.refuted)) {
      $0.removeAds()
      $0.data.costs.removeAll { $0.kind == .tools }
    },
    Scenario(.socialIsFree, "hours and tools", .verdict(.refuted)) { $0.removeAds() },
    Scenario(.socialIsFree, "some weeks without hours", .verdict(.refuted)) {
      $0.data.costs.removeFirst(6)
    },
    Scenario(.socialIsFree, "a tool only", .verdict(.refuted)) {
      $0.removeAds()
      $0.data.costs.removeAll { $0.kind == .hours }
    },
    Scenario(.socialIsFree, "advertising only", .verdict(.refuted)) { $0.data.costs = [] },
    Scenario(.socialIsFree, "hours and no conversions", .verdict(.refuted)) {
      $0.clearRelations()
    },
    Scenario(.socialIsFree, "the value of a conversion is agreed", .verdict(.refuted)) {
      $0.client.conversion.value = Money(cents: 5000)
    },
    Scenario(.socialIsFree, "work with an amount instead of hours", .verdict(.refuted)) {
      $0.removeAds()
      $0.data.costs = []
      for week in $0.weeks(13) { $0.addCost(.hours, week.days, cents: 20_000) }
    },
    Scenario(.socialIsFree, "a tool, and hours without a rate", .verdict(.refuted)) {
      $0.removeAds()
      $0.agency.hourlyRate = nil
    },
    Scenario(.socialIsFree, "hours and costs logged as nothing", .verdict(.holds)) {
      $0.removeAds()
      $0.data.costs = []
      $0.addWork { _, _ in 0 }
      $0.data.costs.removeAll { $0.kind == .tools }
    },
    Scenario(.socialIsFree, "confirmed as nothing", .verdict(.holds)) {
      $0.removeAds()
      $0.data.costs = []
      $0.client.confirmedNone = [.costs]
    },
    Scenario(
      .socialIsFree, "five weeks logged as nothing", .tooLittle("weeks", found: 5, needed: 13)
    ) {
      $0.removeAds()
      $0.data.costs = []
      for week in $0.weeks(5) { $0.addCost(.hours, week.days, hours: 0) }
    },
    Scenario(.socialIsFree, "no costs, no advertising", .missing("costs")) {
      $0.removeAds()
      $0.data.costs = []
      $0.forget(.costs)
    },
    Scenario(.socialIsFree, "hours without a rate", .missing("hourly-rate")) {
      $0.removeAds()
      $0.agency.hourlyRate = nil
      $0.data.costs.removeAll { $0.kind == .tools }
    },
  ]

  static let goodContentSellsItself: [Scenario] = [
    Scenario(.goodContentSellsItself, "distribution doubles reach", .verdict(.refuted)) {
      $0.distribute { isWith, index in (isWith ? 2000 : 1000) + index * 7 % 26 * 5 }
    },
    Scenario(.goodContentSellsItself, "distribution adds nothing", .verdict(.holds)) {
      $0.distribute { isWith, index in (isWith ? 950 : 1000) + index * 7 % 26 }
    },
    Scenario(.goodContentSellsItself, "wide spread", .verdict(.mixed)) {
      $0.distribute { isWith, index in (isWith ? 500 : 300) + index * 15 % 26 * 100 }
    },
    Scenario(.goodContentSellsItself, "nearly all good posts stay unseen", .verdict(.refuted)) {
      $0.removeDistribution()
      $0.reach { isGood, index in (isGood ? 500 : 1000) + index }
    },
    Scenario(.goodContentSellsItself, "every good post is seen", .verdict(.holds)) {
      $0.removeDistribution()
      $0.reach { isGood, index in (isGood ? 2000 : 1000) + index }
    },
    Scenario(.goodContentSellsItself, "half the good posts are seen", .verdict(.mixed)) {
      $0.removeDistribution()
      $0.reach { isGood, index in (isGood && index % 4 != 0 ? 2000 : 1000) + index }
    },
    Scenario(.goodContentSellsItself, "no reach", .missing("reach")) {
      for index in $0.data.posts.indices { $0.data.posts[index].counts.reach = nil }
    },
    Scenario(
      .goodContentSellsItself, "twenty-three posts", .tooLittle("posts", found: 23, needed: 24)
    ) { $0.data.posts = Array($0.data.posts.suffix(23)) },
    Scenario(.goodContentSellsItself, "no post was helped", .noContrast("distribution")) {
      for index in $0.data.posts.indices { $0.data.posts[index].distribution = [] }
    },
    Scenario(
      .goodContentSellsItself, "five helped on each platform",
      .tooLittle("groups", found: 5, needed: 6)
    ) {
      $0.score { $0 % 2 == 0 ? 5 : 2 }
      $0.help { $0 < 10 && $0 % 2 == 0 }
    },
    Scenario(
      .goodContentSellsItself, "eleven good posts, nothing logged",
      .tooLittle("good-posts", found: 11, needed: 12)
    ) {
      $0.removeDistribution()
      $0.score { _ in 2 }
      for index in 0..<11 { $0.data.posts[index].editorScore = 4 }
    },
  ]

  static let socialIsSeparate: [Scenario] = [
    Scenario(.socialIsSeparate, "two in five are handed over", .verdict(.refuted)),
    Scenario(.socialIsSeparate, "nearly none are handed over", .verdict(.holds)) {
      $0.converse(200, handedOver: 4)
    },
    Scenario(.socialIsSeparate, "one in six is handed over", .verdict(.mixed)) {
      $0.converse(60, handedOver: 10)
    },
    Scenario(.socialIsSeparate, "most are unanswered", .verdict(.refuted)) {
      $0.data.conversations = []
      $0.addConversations(60, handedOver: 30, department: "sales") { $0 % 3 == 0 ? 5 : nil }
    },
    Scenario(.socialIsSeparate, "few are handed over", .verdict(.mixed)) {
      $0.converse(40, handedOver: 5)
    },
    Scenario(.socialIsSeparate, "a department of its own name", .verdict(.refuted)) {
      $0.data.conversations = []
      $0.addConversations(60, handedOver: 30, department: "Molenaars")
    },
    Scenario(.socialIsSeparate, "no conversations", .missing("conversations")) {
      $0.data.conversations = []
    },
    Scenario(.socialIsSeparate, "nobody wrote down who was needed", .missing("departments")) {
      for index in $0.data.conversations.indices {
        $0.data.conversations[index].isHandedOver = nil
        $0.data.conversations[index].department = nil
      }
    },
    Scenario(
      .socialIsSeparate, "twenty-nine conversations",
      .tooLittle("conversations", found: 29, needed: 30)
    ) { $0.converse(29, handedOver: 9) },
  ]
}

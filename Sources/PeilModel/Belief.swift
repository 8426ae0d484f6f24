/// One of the nine common beliefs about social media that every report tests, in the article's order.
package enum Belief: Int, CaseIterable, Hashable, Sendable {
  case followersAreSuccess = 1
  case paidIsTheOnlyWay
  case morePlatformsAreBetter
  case automateEverything
  case hashtagsHelp
  case trafficIsTheGoal
  case socialIsFree
  case goodContentSellsItself
  case socialIsSeparate

  /// From 1, as printed.
  package var number: Int { rawValue }

  /// What its ledger keys, sentences and the id of its section begin with: `m1`.
  package var code: String {
    switch self {
    case .followersAreSuccess: "m1"
    case .paidIsTheOnlyWay: "m2"
    case .morePlatformsAreBetter: "m3"
    case .automateEverything: "m4"
    case .hashtagsHelp: "m5"
    case .trafficIsTheGoal: "m6"
    case .socialIsFree: "m7"
    case .goodContentSellsItself: "m8"
    case .socialIsSeparate: "m9"
    }
  }
}

import Glibc
package import PeilModel

extension Belief {
  /// The one measure that its verdict rests on.
  package var measure: Definition {
    switch self {
    case .followersAreSuccess: .followerRelation
    case .paidIsTheOnlyWay: .paidShare
    case .morePlatformsAreBetter: .resultPerEffort
    case .automateEverything: .automationRatio
    case .hashtagsHelp: .hashtagRelation
    case .trafficIsTheGoal: .elasticity
    case .socialIsFree: .cost
    case .goodContentSellsItself: .distributionRatio
    case .socialIsSeparate: .ownTeamShare
    }
  }

  /// A value of the effect as a reader knows it: a logarithm of a ratio becomes the ratio.
  package func quantity(ofEffect value: Double) -> Quantity {
    switch self {
    case .followersAreSuccess, .hashtagsHelp: .correlation(value)
    case .paidIsTheOnlyWay, .socialIsSeparate: .share(value)
    case .morePlatformsAreBetter, .trafficIsTheGoal, .socialIsFree: .ratio(value)
    case .automateEverything, .goodContentSellsItself: .ratio(exp(value))
    }
  }
}

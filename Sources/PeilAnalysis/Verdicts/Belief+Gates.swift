package import PeilModel

extension Belief {
  /// The smallest samples that its verdict asks for, in the order in which they are looked at.
  ///
  /// By these names the translations tell what is missing, and `peil explain` what is needed.
  package var gates: [String] {
    switch self {
    case .followersAreSuccess: ["weeks", "results", "weeks-with-results"]
    case .paidIsTheOnlyWay: ["weeks", "impressions"]
    case .morePlatformsAreBetter: ["posts", "weeks", "results"]
    case .automateEverything: ["authorship", "posts", "comparable-posts", "platform"]
    case .hashtagsHelp: ["posts-per-platform", "posts"]
    case .trafficIsTheGoal: ["weeks", "conversions"]
    case .socialIsFree: ["weeks"]
    case .goodContentSellsItself: ["posts", "good-posts", "groups"]
    case .socialIsSeparate: ["conversations"]
    }
  }
}

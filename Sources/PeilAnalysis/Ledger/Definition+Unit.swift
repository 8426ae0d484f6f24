extension Definition {
  /// The unit of its figures, as `report.json` names it; `nil` where it differs from figure to figure.
  package var unit: String? {
    switch self {
    case .answered, .conversionRate, .effortShare, .engagementRate, .handedOverShare,
      .hiddenShare, .lookAlikeShare, .machineReplies, .organicShare, .ownTeamShare, .paidShare,
      .resultShare, .sharedByColleagues, .targetAudienceShare, .unexplainedShare, .unrelatedShare,
      .waitingShare, .workShare:
      "share"
    case .automationRatio, .distributionRatio, .interactionsGoal, .interactionsPerFollower,
      .postQuality, .relativeEngagement, .resultConcentration, .resultPerEffort, .resultPerHour,
      .resultPerPost:
      "ratio"
    case .followerRelation, .hashtagRelation: "correlation"
    case .adjustedChange, .changeSplit: "change"
    case .advertising, .conversionValue, .cost, .costPerConversion, .costPerResult: "money"
    case .responseTime: "seconds"
    case .hours, .hoursToMove: "hour"
    case .commentsPerPost: "comment"
    case .contributors: "department"
    case .conversations: "conversation"
    case .conversions: "conversion"
    case .followerGrowth, .followers: "follower"
    case .genericTags, .hashtags, .hashtagsPerPost, .sentenceTags: "hashtag"
    case .goodPosts, .posts, .stuffingScore: "post"
    case .impressions, .organicImpressions, .paidImpressions: "impression"
    case .engagement, .interactions: "interaction"
    case .organicReach, .reach: "person"
    case .records: "record"
    case .sessions: "session"
    case .day, .due, .week: "day"
    case .month: "month"
    case .name: "name"
    case .change, .constant, .coverage, .elasticity, .funnelBrand, .funnelCommercial, .gate,
      .goal,
      .marks, .returnOnCost, .site, .spike, .stepRate, .threshold, .topShare, .usualRange,
      .verdicts,
      .weeklyResults, .window:
      nil
    }
  }
}

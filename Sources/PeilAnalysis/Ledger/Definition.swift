/// What a figure is a value of: a metric, or one of the few other kinds of number that a report holds.
///
/// By this name the translations have its words, formula and pitfall, and `peil explain` tells them.
package enum Definition: String, CaseIterable, Hashable, Sendable {
  case adjustedChange = "adjusted-change"
  case advertising
  case answered
  case automationRatio = "automation-ratio"
  case change
  case changeSplit = "change-split"
  case commentsPerPost = "comments-per-post"
  case constant
  case contributors
  case conversations
  case conversionRate = "conversion-rate"
  case conversionValue = "conversion-value"
  case conversions
  case cost
  case costPerConversion = "cost-per-conversion"
  case costPerResult = "cost-per-result"
  case coverage
  case day
  case distributionRatio = "distribution-ratio"
  case due
  case effortShare = "effort-share"
  case elasticity
  case engagement
  case engagementRate = "engagement-rate"
  case followerGrowth = "follower-growth"
  case followerRelation = "follower-relation"
  case followers
  case funnelBrand = "funnel-brand"
  case funnelCommercial = "funnel-commercial"
  case gate
  case genericTags = "generic-tags"
  case goal
  case goodPosts = "good-posts"
  case handedOverShare = "handed-over-share"
  case hashtagRelation = "hashtag-relation"
  case hashtags
  case hashtagsPerPost = "hashtags-per-post"
  case hiddenShare = "hidden-share"
  case hours
  case hoursToMove = "hours-to-move"
  case impressions
  case interactions
  case interactionsGoal = "interactions-goal"
  case interactionsPerFollower = "interactions-per-follower"
  case lookAlikeShare = "look-alike-share"
  case machineReplies = "machine-replies"
  case marks
  case month
  case name
  case organicImpressions = "organic-impressions"
  case organicReach = "organic-reach"
  case organicShare = "organic-share"
  case ownTeamShare = "own-team-share"
  case paidImpressions = "paid-impressions"
  case paidShare = "paid-share"
  case postQuality = "post-quality"
  case posts
  case reach
  case records
  case relativeEngagement = "relative-engagement"
  case responseTime = "response-time"
  case resultConcentration = "result-concentration"
  case resultPerEffort = "result-per-effort"
  case resultPerHour = "result-per-hour"
  case resultPerPost = "result-per-post"
  case resultShare = "result-share"
  case returnOnCost = "return-on-cost"
  case sentenceTags = "sentence-tags"
  case sessions
  case sharedByColleagues = "shared-by-colleagues"
  case site
  case spike
  case stepRate = "step-rate"
  case stuffingScore = "stuffing-score"
  case targetAudienceShare = "target-audience-share"
  case threshold
  case topShare = "top-share"
  case unexplainedShare = "unexplained-share"
  case unrelatedShare = "unrelated-share"
  case usualRange = "usual-range"
  case verdicts
  case waitingShare = "waiting-share"
  case week
  case weeklyResults = "weekly-results"
  case window
  case workShare = "work-share"
}

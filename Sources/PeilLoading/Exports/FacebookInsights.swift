import PeilModel

// Facebook Insights, gone from the screen since about 2023 and needed to look a year back: two header
// records, the second an explanation of the first. Times are taken for Californian, as all of Meta's.
extension ExportFormat {
  /// Posts with lifetime counts.
  static let facebookPostInsights = ExportFormat(
    "facebook-insights-posts", .posts, platform: .facebook, layout: .explainedTable,
    columns: [
      .id: ["post id"], .link: ["permalink"], .text: ["post message"], .format: ["type"],
      .publishedAt: ["posted"], .reach: ["lifetime post total reach"],
      .impressions: ["lifetime post total impressions"],
      .likes: ["lifetime post stories by action type - like"],
      .comments: ["lifetime post stories by action type - comment"],
      .shares: ["lifetime post stories by action type - share"],
      .linkClicks: ["lifetime post consumptions by type - link clicks"],
    ],
    signature: [.id, .link, .text, .publishedAt, .impressions],
    excluded: ["lifetime total video views"], assumptions: [.pacificTime]
  ) { record throws(SkipReason) in
    try record.addInsightsPost()
  }

  /// Posts with a video: the same posts, in other counts.
  static let facebookVideoInsights = ExportFormat(
    "facebook-insights-videos", .posts, platform: .facebook, layout: .explainedTable,
    columns: [
      .id: ["post id"], .link: ["permalink"], .text: ["post message"], .format: ["type"],
      .publishedAt: ["posted"], .impressions: ["lifetime post total impressions"],
      .videoViews: ["lifetime total video views"], .reach: ["lifetime post total reach"],
    ],
    signature: [.id, .link, .text, .publishedAt, .videoViews], authority: .part,
    isComplete: false, assumptions: [.pacificTime, .listedPostsOnly]
  ) { record throws(SkipReason) in
    try record.addInsightsPost()
  }

  /// A page by day; of the hundreds of columns most are blank.
  static let facebookPageInsights = ExportFormat(
    "facebook-insights-page", .dailySeries, platform: .facebook, layout: .explainedTable,
    columns: [
      .date: ["date"], .followers: ["lifetime total likes"], .newFollowers: ["daily new likes"],
      .lostFollowers: ["daily unlikes"], .reach: ["daily total reach"],
      .impressions: ["daily total impressions"],
    ],
    signature: [.date, .followers, .newFollowers], assumptions: [.pacificDays, .pageLikes]
  ) { record throws(SkipReason) in
    let day = try record.required(record.day(.date))
    try record.addDay(
      day, .facebook,
      [
        .newFollowers: .newFollowers, .lostFollowers: .lostFollowers, .reach: .reach,
        .impressions: .impressions,
      ])
    if let followers = record.count(.followers) {
      record.add(
        FollowerCount(day: day, platform: .facebook, followers: followers, source: record.source))
    }
  }
}

extension RecordReader {
  fileprivate mutating func addInsightsPost() throws(SkipReason) {
    let link = text(.link)
    add(
      Post(
        platform: .facebook, id: try required(text(.id)), link: link,
        publishedAt: try required(moment(.publishedAt, by: clocks.pacific)),
        format: postFormat(.format), text: text(.text) ?? "", counts: postCounts(), source: source))
  }
}

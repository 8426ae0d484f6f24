import Calendars
import PeilModel

extension ExportFormat {
  /// X, account analytics by day since December 2024; days are those of UTC, the newest first.
  ///
  /// There is no number of followers, only those who came and left.
  static let xDays = ExportFormat(
    "x-days", .dailySeries, platform: .x,
    columns: [
      .date: ["date", "日付"], .impressions: ["impressions", "インプレッション数"],
      .likes: ["likes", "いいね"], .engagements: ["engagements", "エンゲージメント"],
      .saves: ["bookmarks", "ブックマーク"], .newFollowers: ["new follows", "新しいフォロー"],
      .lostFollowers: ["unfollows"], .comments: ["replies", "返信"],
      .shares: ["reposts", "リポスト"], .profileVisits: ["profile visits"],
    ],
    signature: [.date, .impressions, .newFollowers, .lostFollowers],
    assumptions: [.utcDays]
  ) { record throws(SkipReason) in
    let day = try record.required(record.day(.date))
    try record.addDay(
      day, .x,
      [
        .impressions: .impressions, .likes: .reactions, .engagements: .interactions,
        .saves: .saves, .newFollowers: .newFollowers, .lostFollowers: .lostFollowers,
        .comments: .comments, .shares: .shares, .profileVisits: .profileVisits,
      ])
    if let new = record.count(.newFollowers), let lost = record.count(.lostFollowers) {
      record.add(day, .x, .netFollowers, new - lost)
    }
  }

  /// X, activity by day as analytics.twitter.com wrote it until 2024.
  static let xDaysUntil2024 = ExportFormat(
    "x-days-until-2024", .dailySeries, platform: .x,
    columns: [
      .date: ["date"], .post: ["tweets published"], .impressions: ["impressions"],
      .engagements: ["engagements"], .shares: ["retweets"], .comments: ["replies"],
      .likes: ["likes", "favorites"], .profileVisits: ["user profile clicks"],
      .linkClicks: ["url clicks"], .newFollowers: ["follows"],
    ],
    signature: [.date, .post, .impressions, .engagements],
    assumptions: [.utcDays]
  ) { record throws(SkipReason) in
    try record.addDay(
      try record.required(record.day(.date)), .x,
      [
        .impressions: .impressions, .engagements: .interactions, .shares: .shares,
        .comments: .comments, .likes: .reactions, .profileVisits: .profileVisits,
        .linkClicks: .linkClicks, .newFollowers: .newFollowers,
      ])
  }

  /// X, posts as analytics.twitter.com wrote them until 2024; counts have a decimal that is always 0.
  static let xPostsUntil2024 = ExportFormat(
    "x-posts-until-2024", .posts, platform: .x,
    columns: [
      .id: ["tweet id"], .link: ["tweet permalink"], .text: ["tweet text"],
      .publishedAt: ["time"], .impressions: ["impressions"], .shares: ["retweets"],
      .comments: ["replies"], .likes: ["likes", "favorites"],
      .profileVisits: ["user profile clicks"], .linkClicks: ["url clicks"],
      .follows: ["follows"],
    ],
    signature: [.id, .link, .text, .publishedAt, .impressions]
  ) { record throws(SkipReason) in
    let text = (record.text(.text) ?? "").decodingEntities()
    let link = record.text(.link)
    let published = try record.required(record.moment(.publishedAt, by: .utc))
    guard !text.hasPrefix("@") else { throw .reply }
    record.add(
      Post(
        platform: .x, id: try record.postID(link: link), link: link, publishedAt: published,
        format: .other, text: text, counts: record.postCounts(), source: record.source))
  }
}

import PeilModel

// TikTok Business Suite: days and times of UTC, with years. `NAN` and `--` are not measured.
extension ExportFormat {
  static let tiktokBusinessDays = ExportFormat(
    "tiktok-business-days", .dailySeries, platform: .tiktok,
    columns: [
      .date: ["date"], .videoViews: ["video views"], .reach: ["reached audience"],
      .profileVisits: ["profile views"], .likes: ["likes"], .shares: ["shares"],
      .comments: ["comments"], .netFollowers: ["net growth"], .newFollowers: ["new followers"],
      .lostFollowers: ["lost followers"],
    ],
    signature: [.date, .videoViews, .reach, .profileVisits], assumptions: [.utcDays]
  ) { record throws(SkipReason) in
    try record.addDay(
      try record.required(record.day(.date)), .tiktok,
      [
        .videoViews: .videoViews, .reach: .reach, .profileVisits: .profileVisits,
        .likes: .reactions, .shares: .shares, .comments: .comments,
        .netFollowers: .netFollowers, .newFollowers: .newFollowers,
        .lostFollowers: .lostFollowers,
      ])
  }

  /// Followers by day, where the account shows them at all.
  static let tiktokBusinessAudience = ExportFormat(
    "tiktok-business-audience", .dailySeries, platform: .tiktok,
    columns: [
      .date: ["date"], .newFollowers: ["new followers"], .followers: ["total followers"],
      .reach: ["reached audience"], .viewers: ["engaged audience"],
    ],
    signature: [.date, .followers, .viewers], assumptions: [.utcDays]
  ) { record throws(SkipReason) in
    let day = try record.required(record.day(.date))
    if let followers = record.count(.followers), record.client.platforms.contains(.tiktok) {
      record.add(
        FollowerCount(day: day, platform: .tiktok, followers: followers, source: record.source))
    }
    try record.addDay(day, .tiktok, [.newFollowers: .newFollowers, .reach: .reach])
  }

  static let tiktokBusinessVideos = ExportFormat(
    "tiktok-business-videos", .posts, platform: .tiktok,
    columns: [
      .text: ["video title"], .link: ["video link"], .publishedAt: ["post time"],
      .videoViews: ["video views"], .likes: ["likes"], .comments: ["comments"],
      .shares: ["shares"], .saves: ["add to favorites"],
    ],
    signature: [.text, .link, .videoViews, .likes], assumptions: [.idTime]
  ) { record throws(SkipReason) in
    try record.addTikTokVideo()
  }
}

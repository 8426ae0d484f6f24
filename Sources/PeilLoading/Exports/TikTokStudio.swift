import Calendars
import PeilModel

// TikTok Studio: archives of CSV files. No file writes a year; labels are English whatever the language of
// the screen, names of months are not. `undefined` is a day without data, and the zeros beside it are no
// measurements either.
extension ExportFormat {
  /// `Overview.csv`: a year of days.
  static let tiktokDays = ExportFormat(
    "tiktok-days", .dailySeries, platform: .tiktok,
    columns: [
      .date: ["date"], .videoViews: ["video views"], .profileVisits: ["profile views"],
      .likes: ["likes"], .comments: ["comments"], .shares: ["shares"],
    ],
    signature: [.date, .videoViews, .profileVisits, .likes],
    excluded: ["reached audience"], dates: .withoutYear(.date), assumptions: [.utcDays]
  ) { record throws(SkipReason) in
    try record.addDay(
      try record.required(record.day(.date)), .tiktok,
      [
        .videoViews: .videoViews, .profileVisits: .profileVisits, .likes: .reactions,
        .comments: .comments, .shares: .shares,
      ])
  }

  /// `Viewers.csv`: people, who are never added up.
  static let tiktokViewers = ExportFormat(
    "tiktok-viewers", .dailySeries, platform: .tiktok,
    columns: [.date: ["date"], .viewers: ["total viewers"], .share: ["returning viewers"]],
    signature: [.date, .viewers, .share], dates: .withoutYear(.date), assumptions: [.utcDays]
  ) { record throws(SkipReason) in
    try record.addDay(
      try record.required(record.day(.date)), .tiktok, [.viewers: .viewers])
  }

  /// `FollowerHistory.csv`: followers at the end of each day. The difference beside it is a day off.
  static let tiktokFollowers = ExportFormat(
    "tiktok-followers", .followers, platform: .tiktok,
    columns: [
      .date: ["date"], .followers: ["followers"],
      .netFollowers: ["difference in followers from previous day"],
    ],
    signature: [.date, .followers, .netFollowers], dates: .withoutYear(.date),
    assumptions: [.utcDays]
  ) { record throws(SkipReason) in
    let day = try record.required(record.day(.date))
    record.note(day)
    guard record.client.platforms.contains(.tiktok) else { throw .otherPlatform }
    guard let followers = record.count(.followers) else { throw .notMeasured }
    record.add(
      FollowerCount(day: day, platform: .tiktok, followers: followers, source: record.source))
  }

  /// `FollowerActivity.csv`: at what hours of the last week followers were there.
  static let tiktokActiveFollowers = ExportFormat(
    "tiktok-active-followers", .reference, platform: .tiktok,
    columns: [.date: ["date"], .item: ["hour"], .activeFollowers: ["active followers"]],
    signature: [.date, .item, .activeFollowers], dates: .withoutYear(.date)
  ) { record throws(SkipReason) in
    record.note(try record.required(record.day(.date)))
    guard record.count(.activeFollowers) != nil else { throw .notMeasured }
  }

  /// `FollowerGender.csv`: fractions.
  static let tiktokGenders = ExportFormat(
    "tiktok-genders", .audience, platform: .tiktok,
    columns: [.segment: ["gender"], .share: ["distribution"]],
    signature: [.segment, .share]
  ) { record throws(SkipReason) in
    try record.addFraction("gender", lowercased: true)
  }

  /// `FollowerTopTerritories.csv`: fractions by country, the rest under one name.
  static let tiktokTerritories = ExportFormat(
    "tiktok-territories", .audience, platform: .tiktok,
    columns: [.segment: ["top territories"], .share: ["distribution"]],
    signature: [.segment, .share]
  ) { record throws(SkipReason) in
    try record.addFraction("country", lowercased: false)
  }

  /// `Content.csv`: about fifteen videos, each with its second inside the number of its link.
  static let tiktokContent = ExportFormat(
    "tiktok-videos", .posts, platform: .tiktok,
    columns: [
      .day: ["time"], .text: ["video title"], .link: ["video link"], .publishedAt: ["post time"],
      .likes: ["total likes"], .comments: ["total comments"], .shares: ["total shares"],
      .views: ["total views"],
    ],
    signature: [.text, .link, .views, .likes], isComplete: false,
    assumptions: [.idTime, .listedPostsOnly]
  ) { record throws(SkipReason) in
    try record.addTikTokVideo()
  }
}

extension RecordReader {
  fileprivate mutating func addFraction(
    _ dimension: String, lowercased: Bool
  ) throws(SkipReason) {
    let segment = try required(text(.segment))
    let share = try required(number(.share))
    guard (0...1).contains(share) else { throw .incomplete }
    try addShare(dimension, lowercased ? segment.lowercased() : segment, share, of: .tiktok)
  }

  /// A video: what TikTok counts as a view is its display and its play at once.
  mutating func addTikTokVideo() throws(SkipReason) {
    let link = try required(text(.link))
    let id = String(try required(link.split(separator: "/").last).prefix { $0 != "?" })
    guard let number = UInt64(id) else { throw .incomplete }
    var counts = postCounts()
    counts.views = counts.views ?? counts.videoViews
    counts.videoViews = counts.views
    add(
      Post(
        platform: .tiktok, id: id, link: link,
        publishedAt: Instant(secondsSince1970: Int(number >> 32)), format: .video,
        text: text(.text) ?? "", counts: counts, source: source))
  }
}

import PeilModel

// Sprout Social passes on what the platforms told it. Its columns for one network are blank for the others,
// and who sent a post is an employee's name, which is not read.
extension ExportFormat {
  /// Profile Performance: a record a day and profile.
  static let sproutProfiles = ExportFormat(
    "sprout-profiles", .dailySeries,
    columns: [
      .date: ["date"], .network: ["network"], .account: ["profile"], .followers: ["audience"],
      .netFollowers: ["net audience growth"], .impressions: ["impressions"],
      .videoViews: ["video views"], .engagements: ["engagements"], .reactions: ["reactions"],
      .comments: ["comments"], .shares: ["shares"], .linkClicks: ["post link clicks"],
      .saves: ["saves"],
    ],
    signature: [.date, .network, .account, .followers, .netFollowers],
    authority: .tool, assumptions: [.passedOn]
  ) { record throws(SkipReason) in
    let day = try record.required(record.day(.date))
    record.note(day)
    let platform = try record.sproutPlatform()
    try record.addDay(
      day, platform,
      [
        .netFollowers: .netFollowers, .impressions: .impressions, .videoViews: .videoViews,
        .engagements: .interactions, .reactions: .reactions, .comments: .comments,
        .shares: .shares, .linkClicks: .linkClicks, .saves: .saves,
      ])
    if let followers = record.count(.followers) {
      record.add(
        FollowerCount(day: day, platform: platform, followers: followers, source: record.source))
    }
  }

  /// Post Performance; times are those of the zone that the person chose.
  static let sproutPosts = ExportFormat(
    "sprout-posts", .posts,
    columns: [
      .publishedAt: ["date"], .id: ["post id"], .network: ["network"], .format: ["content type"],
      .kind: ["post type"], .account: ["profile"], .link: ["link"], .text: ["post"],
      .impressions: ["impressions"], .reach: ["reach"], .reactions: ["reactions"],
      .likes: ["likes"], .comments: ["comments"], .shares: ["shares"], .saves: ["saves"],
      .linkClicks: ["post link clicks"], .videoViews: ["video views"],
    ],
    signature: [.publishedAt, .id, .network, .link, .text],
    authority: .tool, assumptions: [.passedOn, .agencyTime]
  ) { record throws(SkipReason) in
    let platform = try record.sproutPlatform()
    let link = record.text(.link)
    record.add(
      Post(
        platform: platform, id: try record.required(record.text(.id) ?? link), link: link,
        publishedAt: try record.required(
          record.moment(.publishedAt, by: record.clocks.agency)),
        format: record.postFormat(.format), text: record.text(.text) ?? "",
        counts: record.postCounts(), source: record.source))
  }
}

extension RecordReader {
  fileprivate func sproutPlatform() throws(SkipReason) -> Platform {
    let name = try required(text(.network)).lowercased()
    let platform = try required(name == "twitter" ? .x : Platform(rawValue: name))
    guard client.platforms.contains(platform) else { throw .otherPlatform }
    return platform
  }
}

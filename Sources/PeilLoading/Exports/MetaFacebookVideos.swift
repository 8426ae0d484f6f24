import Calendars
import PeilModel

extension ExportFormat {
  /// Meta Business Suite, the export of a page's videos: another table than that of its posts.
  ///
  /// A video stands in the export of posts too, under a number that this one does not hold, so it is
  /// shown and not counted. Three seconds make a view. Behind the counts stand hundreds of columns of how
  /// long people stayed.
  static let metaFacebookVideos = ExportFormat(
    "meta-facebook-videos", .reference, platform: .facebook,
    columns: [
      .id: ["video asset id"], .account: ["page id"], .accountName: ["page name"],
      .text: ["title"], .duration: ["duration sec"], .publishedAt: ["publish time"],
      .problem: ["data comment"], .reach: ["reach"], .videoViews: ["3-second video views"],
      .watchSeconds: ["seconds viewed"], .reactions: ["reactions"], .comments: ["comments"],
      .shares: ["shares"],
    ],
    signature: [.id, .publishedAt, .videoViews], assumptions: [.pacificTime, .videosAreShown]
  ) { record throws(SkipReason) in
    try record.skipPlatformError()
    try record.skipOtherAccount(.accountName)
    let published = try record.required(record.pacificInstant(.publishedAt))
    record.note(record.clocks.agency.day(of: published))
    record.tally([
      .videoViews: "video-views", .watchSeconds: "watch-seconds", .reactions: "reactions",
      .comments: "comments", .shares: "shares",
    ])
  }
}

import PeilModel

extension ExportFormat {
  /// Meta Business Suite, content export of Facebook: a page's posts with lifetime counts.
  ///
  /// The metrics after `Date` change from month to month. Where `Views` stands twice, both are video
  /// views. `Publish time` is US Pacific.
  static let metaFacebookPosts = ExportFormat(
    "meta-facebook-posts", .posts, platform: .facebook,
    columns: [
      .id: ["post id", "bericht-id"],
      .account: ["page id", "pagina-id"],
      .accountName: ["page name", "paginanaam"],
      .title: ["title", "titel"],
      .description: ["description", "omschrijving"],
      .duration: ["duration sec", "duration secs", "duur sec."],
      .publishedAt: ["publish time", "publicatietijdstip"],
      .link: ["permalink"],
      .isShare: ["is share", "is een gedeeld bericht"],
      .format: ["post type", "berichttype"],
      .problem: ["data comment"],
      .impressions: ["impressions"],
      .views: ["views", "weergaven"],
      .reach: ["reach", "bereik"],
      .reactions: ["reactions", "reacties"],
      .comments: ["comments", "opmerkingen"],
      .shares: ["shares", "deelacties"],
      .linkClicks: ["link clicks", "klikken op link"],
      .videoViews: ["3-second video views", "videoweergaven van 3 seconden"],
    ],
    signature: [.id, .account, .publishedAt, .link],
    excluded: ["account username", "gebruikersnaam account", "video asset id"],
    assumptions: [.pacificTime]
  ) { record throws(SkipReason) in
    try record.skipPlatformError()
    try record.skipOtherAccount(.accountName)
    var counts = record.postCounts()
    if record.isRepeated(.views) { (counts.views, counts.videoViews) = (nil, counts.views) }
    let link = record.text(.link)
    let title = record.text(.title) ?? ""
    let description = record.text(.description) ?? ""
    let post = Post(
      platform: .facebook, id: try record.postID(link: link), link: link,
      publishedAt: try record.required(record.pacificInstant(.publishedAt)),
      format: record.postFormat(.format),
      text: title.utf8.count >= description.utf8.count ? title : description,
      counts: counts, source: record.source)
    record.add(post)
  }
}

import PeilModel

// LinkedIn page analytics: sheets of workbooks, or saved as CSV by hand, which turns their days into
// ISO and adds columns. All dates and times are UTC.
extension ExportFormat {
  /// The sheet `Metrics` of the content workbook: what a page's posts got, day by day.
  static let linkedInMetrics = ExportFormat(
    "linkedin-metrics", .dailySeries, platform: .linkedin,
    columns: [
      .date: ["date"], .impressions: ["impressions total"],
      .paidImpressions: ["impressions sponsored"], .reach: ["unique impressions organic"],
      .clicks: ["clicks total"], .reactions: ["reactions total"], .comments: ["comments total"],
      .shares: ["reposts total", "shares total"],
    ],
    signature: [.date, .impressions, .reach, .clicks],
    assumptions: [.utcDays]
  ) { record throws(SkipReason) in
    try record.addDay(
      try record.required(record.day(.date)), .linkedin,
      [
        .impressions: .impressions, .paidImpressions: .paidImpressions, .reach: .reach,
        .clicks: .clicks, .reactions: .reactions, .comments: .comments, .shares: .shares,
      ])
  }

  /// The sheet `New followers`: its *total* is that of the day's new ones, not of the page's followers.
  static let linkedInFollowers = ExportFormat(
    "linkedin-new-followers", .dailySeries, platform: .linkedin,
    columns: [
      .date: ["date"], .sponsoredFollowers: ["sponsored followers"],
      .organicFollowers: ["organic followers"], .autoInvited: ["auto-invited followers"],
      .newFollowers: ["total followers"],
    ],
    signature: [.date, .organicFollowers, .newFollowers],
    assumptions: [.utcDays]
  ) { record throws(SkipReason) in
    try record.addDay(
      try record.required(record.day(.date)), .linkedin, [.newFollowers: .newFollowers])
  }

  /// The sheets `Location`, `Job function`, `Seniority`, `Industry` and `Company size` of the followers.
  static let linkedInAudience = ExportFormat(
    "linkedin-audience", .audience, platform: .linkedin,
    columns: [.segment: linkedInDimensions, .followers: ["total followers"]],
    signature: [.segment, .followers], assumptions: [.sharesOfListed]
  ) { record throws(SkipReason) in
    try record.addCount(
      try record.required(record.label(of: .segment)),
      try record.required(record.text(.segment)),
      try record.required(record.count(.followers)), of: .linkedin)
  }

  /// The same sheets of the visitors, who are another audience than the followers.
  static let linkedInVisitorAudience = ExportFormat(
    "linkedin-visitor-audience", .reference, platform: .linkedin,
    columns: [.segment: linkedInDimensions, .pageViews: ["total views"]],
    signature: [.segment, .pageViews]
  ) { record throws(SkipReason) in
    guard record.text(.segment) != nil else { throw .incomplete }
    record.tally([.pageViews: "page-views"])
  }

  private static let linkedInDimensions = [
    "location", "job function", "seniority", "industry", "company size",
  ]

  /// The sheet `Visitor metrics`: views of the page itself.
  static let linkedInVisitors = ExportFormat(
    "linkedin-visitors", .dailySeries, platform: .linkedin,
    columns: [
      .date: ["date"], .pageViews: ["total page views total"],
      .viewers: ["total unique visitors total"],
    ],
    signature: [.date, .pageViews, .viewers],
    assumptions: [.utcDays]
  ) { record throws(SkipReason) in
    try record.addDay(
      try record.required(record.day(.date)), .linkedin,
      [.pageViews: .pageViews, .viewers: .viewers])
  }
}

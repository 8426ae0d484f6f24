import PeilModel

// Analytics of a person's own profile: another account than the page, so nothing of it is added to the
// page's figures. Sheets of a workbook; the order of day and month follows the language of the screen.
extension ExportFormat {
  /// The sheets `ENGAGEMENT` and `FOLLOWERS`.
  static let linkedInPersonalDays = ExportFormat(
    "linkedin-personal-days", .reference, platform: .linkedin,
    columns: [
      .date: ["date", "datum", "fecha"], .impressions: ["impressions", "weergaven", "impresiones"],
      .engagements: ["engagements", "interacties", "interacciones"],
      .newFollowers: ["new followers", "nieuwe volgers", "nuevos seguidores"],
    ],
    signature: [.date, .impressions, .engagements], width: 3, dates: .ordered(.date),
    assumptions: [.personalProfile]
  ) { record throws(SkipReason) in
    record.note(try record.required(record.day(.date)))
    record.tally([.impressions: "impressions", .engagements: "interactions"])
  }

  /// The sheet `TOP POSTS`: two lists side by side, by engagements and by impressions.
  static let linkedInPersonalPosts = ExportFormat(
    "linkedin-personal-posts", .reference, platform: .linkedin,
    columns: [
      .link: ["post url"], .publishedAt: ["post publish date", "post published date"],
      .engagements: ["engagements"], .impressions: ["impressions"],
    ],
    signature: [.link, .publishedAt, .impressions], dates: .ordered(.publishedAt),
    assumptions: [.personalProfile]
  ) { record throws(SkipReason) in
    guard record.text(.link) != nil || record.count(.impressions) != nil else { throw .incomplete }
    if let day = record.day(.publishedAt) { record.note(day) }
  }

  /// The sheet `DEMOGRAPHICS`: percentages, some of them bounds such as `< 1%`.
  static let linkedInPersonalAudience = ExportFormat(
    "linkedin-personal-audience", .reference, platform: .linkedin,
    columns: [
      .dimension: ["top demographics"], .segment: ["value"], .share: ["percentage"],
    ],
    signature: [.dimension, .segment, .share],
    assumptions: [.personalProfile]
  ) { record throws(SkipReason) in
    guard record.text(.dimension) != nil, record.text(.share) != nil else { throw .incomplete }
  }
}

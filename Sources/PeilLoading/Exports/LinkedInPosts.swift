import Calendars
import PeilModel

extension ExportFormat {
  /// LinkedIn page analytics, the sheet `All posts` of the content workbook, saved as CSV.
  ///
  /// The second of publication is in the activity number of the link; dates are UTC. Who posted is an
  /// employee's name and is not read. A sponsored record is an advertisement of a post.
  static let linkedInPosts = ExportFormat(
    "linkedin-posts", .posts, platform: .linkedin,
    columns: [
      .text: ["post title", "update title"],
      .link: ["post link", "update link"],
      .kind: ["post type", "update type"],
      .date: ["created date"],
      .impressions: ["impressions"],
      .videoViews: ["views", "video views"],
      .linkClicks: ["clicks"],
      .likes: ["likes"],
      .comments: ["comments"],
      .shares: ["reposts", "shares"],
      .follows: ["follows"],
      .format: ["content type"],
    ],
    signature: [.text, .link, .date, .impressions],
    assumptions: [.idTime]
  ) { record throws(SkipReason) in
    let link = try record.required(record.text(.link))
    let urn = link.split(separator: "/").last.map(String.init) ?? link
    let published = try record.required(linkedInInstant(urn))
    var post = Post(
      platform: .linkedin, id: urn, link: link, publishedAt: published,
      format: record.postFormat(.format), text: record.text(.text) ?? "",
      counts: record.postCounts(),
      source: record.source)
    post.isBoosted = record.text(.kind).map { $0.lowercased() == "sponsored" }
    record.add(post)
  }
}

/// The moment that `urn:li:activity:7521893854742195713` holds: its upper bits count milliseconds.
private func linkedInInstant(_ urn: String) -> Instant? {
  guard let digits = urn.split(separator: ":").last, let number = UInt64(digits) else { return nil }
  let milliseconds = Int(number >> 22)
  // A number that is none of LinkedIn's would lie in the first years of the Unix era.
  guard milliseconds > 1_000_000_000_000 else { return nil }
  return Instant(secondsSince1970: milliseconds / 1000)
}

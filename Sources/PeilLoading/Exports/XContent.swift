import Calendars
import PeilModel

extension ExportFormat {
  /// X, content analytics since December 2024: posts and replies with lifetime counts.
  ///
  /// The time of day is only in the post's id. Replies to others stand among the posts and begin with
  /// `@`; deleted posts have figures and no id.
  static let xContent = ExportFormat(
    "x-content", .posts, platform: .x,
    columns: [
      .id: ["post id", "ポストid"],
      .date: ["date", "日付"],
      .text: ["post text", "ポスト本文"],
      .link: ["post link", "link", "ポストのリンク"],
      .impressions: ["impressions", "インプレッション数"],
      .likes: ["likes", "いいね"],
      .saves: ["bookmarks", "ブックマーク"],
      .follows: ["new follows", "新しいフォロー"],
      .comments: ["replies", "返信"],
      .shares: ["reposts", "リポスト"],
      .profileVisits: ["profile visits", "プロフィールへのアクセス数"],
      .linkClicks: ["url clicks", "urlのクリック数"],
    ],
    signature: [.id, .text, .link, .impressions, .shares],
    assumptions: [.idTime]
  ) { record throws(SkipReason) in
    guard let id = record.text(.id), id != "undefined" else { throw .deleted }
    let published = try record.required(xInstant(id))
    let text = (record.text(.text) ?? "").decodingEntities()
    guard !text.hasPrefix("@") else { throw .reply }
    record.add(
      Post(
        platform: .x, id: id, link: record.text(.link), publishedAt: published, format: .other,
        text: text, counts: record.postCounts(), source: record.source))
  }
}

/// The moment that a post's id holds: its upper bits count milliseconds since a moment in 2010.
private func xInstant(_ id: String) -> Instant? {
  UInt64(id).map { Instant(secondsSince1970: (Int($0 >> 22) + 1_288_834_974_657) / 1000) }
}

extension String {
  /// The four entities that X writes into texts.
  func decodingEntities() -> String {
    guard contains("&") else { return self }
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
    return entities.reduce(self) { text, entity in
      text.split(separator: entity.0, omittingEmptySubsequences: false)
        .joined(separator: entity.1)
    }
  }
}

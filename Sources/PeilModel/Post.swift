package import Calendars

/// Something a client published, with what its platform counted up to the export.
package struct Post: Equatable, Sendable {
  package var platform: Platform
  /// The platform's own id; the same post in two exports has the same one.
  package var id: String
  /// The address, where the export gives one: the second way to tell that two records are one post.
  package var link: String?
  package var publishedAt: Instant
  package var format: Format
  package var text: String
  package var counts: Counts
  package var authorship: Authorship?
  /// `nil` is "not logged"; an empty list is "logged as none".
  package var distribution: [String]?
  /// From 1 to 5, by the agency's editor.
  package var editorScore: Int?
  package var department: String?
  package var topic: String?
  /// Whether money was put behind this post; `nil` where neither export nor log says.
  package var isBoosted: Bool?
  package var source: SourceRecord

  package enum Format: String, Hashable, Sendable {
    case image, carousel, video, reel, story, link, text, live, document, other
  }

  /// Who made this post and who pressed the button.
  ///
  /// A post that a person wrote and a tool sent at a set time is `humanScheduled`: only text or timing
  /// made without a person looking at this post is `automated`.
  package enum Authorship: String, CaseIterable, Hashable, Sendable {
    case human
    case humanScheduled = "human-scheduled"
    case automated
    case ai

    package var isAutomated: Bool { self == .automated || self == .ai }
  }

  /// What a platform counted over the post's life; `nil` is "not measured", never zero.
  package struct Counts: Equatable, Sendable {
    package var impressions: Int?
    package var views: Int?
    package var videoViews: Int?
    package var reach: Int?
    package var reactions: Int?
    package var comments: Int?
    package var shares: Int?
    package var saves: Int?
    package var linkClicks: Int?
    package var follows: Int?
    package var profileVisits: Int?

    package init() {}

    /// Reactions, comments, shares and saves; `nil` when the platform gave none of them.
    ///
    /// A part that a platform does not offer is left out, so this compares posts of one platform only.
    package var engagements: Int? {
      Self.sum(reactions, comments, shares, saves)
    }

    /// Comments, shares and saves: what takes more than one tap.
    package var deepEngagements: Int? {
      Self.sum(comments, shares, saves)
    }

    /// What is known of the parts; `nil` when none is.
    package static func sum(_ a: Int?, _ b: Int?, _ c: Int?, _ d: Int? = nil) -> Int? {
      guard a != nil || b != nil || c != nil || d != nil else { return nil }
      return (a ?? 0).addingClamped(b ?? 0).addingClamped(c ?? 0).addingClamped(d ?? 0)
    }

    /// How often the post was displayed, by the word the platform has for it since it renamed it.
    package var displays: Int? { impressions ?? views }
  }
}

// Beside the type, so that all of it is set at once by the one that Swift makes: a post is large.
extension Post {
  package init(
    platform: Platform, id: String, link: String?, publishedAt: Instant, format: Format,
    text: String, counts: Counts, authorship: Authorship? = nil, isBoosted: Bool? = nil,
    source: SourceRecord
  ) {
    self.init(
      platform: platform, id: id, link: link, publishedAt: publishedAt, format: format, text: text,
      counts: counts, authorship: authorship, distribution: nil, isBoosted: isBoosted,
      source: source)
  }
}

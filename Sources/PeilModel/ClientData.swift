package import Calendars

/// Everything that a client's folder holds, read and brought to one form.
package struct ClientData: Equatable, Sendable {
  /// By time, then platform and id; no post twice.
  package var posts: [Post] = []
  /// By day, then platform; one count a day and platform.
  package var followers: [FollowerCount] = []
  package var traffic: [TrafficDay] = []
  package var costs: [CostEntry] = []
  /// By the time they came in.
  package var conversations: [Conversation] = []
  package var audience: [AudienceShare] = []
  package var ads: [AdResult] = []
  /// In the order of their paths, recognised or not.
  package var files: [SourceFile] = []
  /// Whether a post log was found at all: a post that is not in it is then "not logged".
  package var hasPostLog = false

  package init() {}
}

extension ClientData {
  /// Whether any export holds posts of a platform.
  package func hasPosts(of platform: Platform) -> Bool {
    files.contains { $0.kind == .posts && $0.platform == platform }
  }

  /// The days that the exports of a platform's posts speak of, overlapping stretches joined, oldest first.
  package func postDays(of platform: Platform) -> [ClosedRange<Day>] {
    let stretches = files.filter { $0.kind == .posts && $0.platform == platform }
      .compactMap(\.days).sorted { $0.lowerBound < $1.lowerBound }
    return stretches.reduce(into: []) { joined, days in
      if let last = joined.last, days.lowerBound <= last.upperBound + 1 {
        joined[joined.count - 1] =
          last.lowerBound...max(last.upperBound, days.upperBound)
      } else {
        joined.append(days)
      }
    }
  }
}

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
  /// What conversations were about, and the departments that they name.
  package var words = Words()
  package var audience: [AudienceShare] = []
  package var ads: [AdResult] = []
  /// By day, then platform and measure; one value each.
  package var series: [DailyValue] = []
  /// In the order of their paths, recognised or not.
  package var files: [SourceFile] = []
  /// Whether a post log was found at all: a post that is not in it is then "not logged".
  package var hasPostLog = false

  package init() {}
}

extension ClientData {
  /// From the first to the last day that any of the exports speaks of; `nil` when none does.
  package var days: ClosedRange<Day>? {
    let days = files.compactMap(\.days)
    guard let first = days.map(\.lowerBound).min(), let last = days.map(\.upperBound).max() else {
      return nil
    }
    return first...last
  }

  /// Whether any export holds posts of a platform.
  package func hasPosts(of platform: Platform) -> Bool { !postFiles(of: platform).isEmpty }

  /// The days that the exports of a platform's posts speak of, overlapping stretches joined, oldest first.
  package func postDays(of platform: Platform) -> [ClosedRange<Day>] {
    let stretches = postFiles(of: platform)
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

  /// A file of one platform counts without a post too: then there was none. One of several platforms
  /// speaks of those that it has posts of.
  private func postFiles(of platform: Platform) -> [SourceFile] {
    var withPosts: Set<Int> = []
    var last = -1
    // By index: a post is not copied to look at two of its fields.
    for index in posts.indices where posts[index].platform == platform {
      let file = posts[index].source.file.index
      if file != last { withPosts.insert(file) }
      last = file
    }
    return files.indices.filter { index in
      files[index].kind == .posts && files[index].isComplete
        && (files[index].platform == platform || withPosts.contains(index))
    }
    .map { files[$0] }
  }
}

import Calendars
import PeilModel

/// How often the posts that were published on some days were displayed.
///
/// Formula: Σ impressions, or Σ views where every platform of the client counts views instead. The two
/// are never added: then the figure is unknown. Displays from advertising are in it where the platform
/// counts them to the post.
enum Impressions: Metric {
  static let definition = Definition.impressions

  static func measure(_ dataset: Dataset, over days: ClosedRange<Day>) -> Measured {
    guard dataset.coversPosts(days) else { return .unknown(dataset.absenceOfPosts(days)) }
    let posts = dataset.posts(in: days)
    if posts.isEmpty { return .known(.count(0, .impression), from: []) }
    return sum(of: posts) { $0.impressions } ?? sum(of: posts) { $0.views } ?? .unknown(.notOffered)
  }

  /// `nil` when a platform did not count it on any of its posts.
  private static func sum(
    of posts: ArraySlice<Dataset.DatedPost>, _ measure: @escaping (Post.Counts) -> Int?
  ) -> Measured? {
    var sum = 0.0
    var (all, counted) = (PlatformSet(), PlatformSet())
    for post in posts {
      all.insert(post.platform)
      guard let count = measure(post.counts) else { continue }
      counted.insert(post.platform)
      sum += Double(count)
    }
    guard all == counted else { return nil }
    return .known(
      .count(sum, .impression),
      from: posts.lazy.filter { measure($0.counts) != nil }.map(\.source))
  }
}

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
    for measure in [\Post.Counts.impressions, \Post.Counts.views] {
      let counted = posts.filter { $0.counts[keyPath: measure] != nil }
      guard !counted.isEmpty, Set(counted.map(\.platform)) == Set(posts.map(\.platform))
      else { continue }
      let sum = counted.reduce(0) { $0 + Double($1.counts[keyPath: measure] ?? 0) }
      return .known(.count(sum, .impression), from: counted.map(\.source))
    }
    return posts.isEmpty ? .known(.count(0, .impression), from: []) : .unknown(.notOffered)
  }
}

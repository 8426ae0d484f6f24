import Calendars
import PeilModel

/// How often the posts that were published on some days were displayed.
///
/// Formula: Σ impressions, or Σ views where every platform of the client counts views instead. The two
/// are never added: then the figure is unknown. Displays from advertising are in it where the platform
/// counts them to the post.
enum Impressions: Metric {
  static let definition = Definition.impressions

  static func measurement(_ dataset: Dataset, over days: ClosedRange<Day>) -> Figure.Measurement {
    guard dataset.coversPosts(days) else { return .unknown(dataset.absenceOfPosts(days)) }
    guard let sum = impressions(dataset, days) ?? views(dataset, days) else {
      return .unknown(.notOffered)
    }
    return .known(.count(sum, .impression))
  }

  static func sources(_ dataset: Dataset, over days: ClosedRange<Day>) -> [SourceExtent] {
    let posts = dataset.posts
    return impressions(dataset, days) != nil
      ? dataset.sources(ofPostsIn: days) { posts[$0].counts.impressions }
      : dataset.sources(ofPostsIn: days) { posts[$0].counts.views }
  }

  private static func impressions(_ dataset: Dataset, _ days: ClosedRange<Day>) -> Double? {
    dataset.sum(ofPostsIn: days) { dataset.posts[$0].counts.impressions }
  }

  private static func views(_ dataset: Dataset, _ days: ClosedRange<Day>) -> Double? {
    dataset.sum(ofPostsIn: days) { dataset.posts[$0].counts.views }
  }
}

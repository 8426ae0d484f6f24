import Calendars
import PeilModel

/// Reactions, comments and shares of the posts that were published on some days.
///
/// Formula: Σ (reactions + comments + shares). Saves are left out, because not every platform has them
/// and figures of different definitions are never added. A post's counts are those of the moment of the
/// export. Unknown when no export of posts covers the days, and when a platform has none of the three on any
/// of its posts: a sum without it would look like less.
enum Interactions: Metric {
  static let definition = Definition.interactions

  static func measurement(_ dataset: Dataset, over days: ClosedRange<Day>) -> Figure.Measurement {
    guard dataset.coversPosts(days) else { return .unknown(dataset.absenceOfPosts(days)) }
    guard let sum = dataset.interactions(in: days) else { return .unknown(.notOffered) }
    return .known(.count(sum, .interaction))
  }

  static func sources(_ dataset: Dataset, over days: ClosedRange<Day>) -> [SourceExtent] {
    dataset.sources(ofPostsIn: days) { dataset.posts[$0].counts.interactions }
  }
}

extension Post.Counts {
  /// The parts of engagement that every platform counts; `nil` when it gave none of them.
  var interactions: Int? {
    Self.sum(reactions, comments, shares)
  }
}

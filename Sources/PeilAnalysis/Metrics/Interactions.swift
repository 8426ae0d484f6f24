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

  static func measure(_ dataset: Dataset, over days: ClosedRange<Day>) -> Measured {
    guard dataset.coversPosts(days) else { return .unknown(dataset.absenceOfPosts(days)) }
    let posts = dataset.posts(in: days)
    guard let sum = dataset.interactions(in: days) else { return .unknown(.notOffered) }
    let counted = posts.lazy.filter { $0.counts.interactions != nil }
    return .known(.count(sum, .interaction), from: counted.map(\.source))
  }
}

extension Post.Counts {
  /// The parts of engagement that every platform counts; `nil` when it gave none of them.
  var interactions: Int? {
    Self.sum(reactions, comments, shares)
  }
}

import Calendars
import PeilModel

/// How many posts were published on some days, collaborators' posts left out.
enum PostCount: Metric {
  static let definition = Definition.posts

  static func measure(_ dataset: Dataset, over days: ClosedRange<Day>) -> Measured {
    guard dataset.coversPosts(days) else { return .unknown(dataset.absenceOfPosts(days)) }
    let posts = dataset.posts(in: days)
    return .known(.count(Double(posts.count), .post), from: posts.lazy.map(\.source))
  }
}

import Calendars
import PeilModel

/// How many posts were published on some days, collaborators' posts left out.
enum PostCount: Metric {
  static let definition = Definition.posts

  static func measurement(_ dataset: Dataset, over days: ClosedRange<Day>) -> Figure.Measurement {
    guard dataset.coversPosts(days) else { return .unknown(dataset.absenceOfPosts(days)) }
    return .known(.count(Double(dataset.postPlaces(in: days).count), .post))
  }

  static func sources(_ dataset: Dataset, over days: ClosedRange<Day>) -> [SourceExtent] {
    SourceExtent.covering(dataset.postPlaces(in: days).lazy.map { dataset.posts[$0].source })
  }
}

import Calendars
import PeilModel

/// Followers at the end of the last of some days, over all platforms on which they were counted.
///
/// Who follows on two platforms counts twice: it is a number of subscriptions, not of people. A count up
/// to six days old stands in. Unknown when a platform that was counted before has no count.
enum Followers: Metric {
  static let definition = Definition.followers

  static func measurement(_ dataset: Dataset, over days: ClosedRange<Day>) -> Figure.Measurement {
    var sum: Int?
    for platform in dataset.client.platforms where dataset.countsFollowers(of: platform) {
      guard let count = dataset.followers(of: platform, on: days.upperBound) else {
        return .unknown(.notYet)
      }
      sum = (sum ?? 0) + count.followers
    }
    return sum.map { .known(.count(Double($0), .follower)) } ?? .unknown(.notConnected)
  }

  static func sources(_ dataset: Dataset, over days: ClosedRange<Day>) -> [SourceExtent] {
    SourceExtent.covering(
      dataset.client.platforms.compactMap {
        dataset.followers(of: $0, on: days.upperBound)?.source
      })
  }
}

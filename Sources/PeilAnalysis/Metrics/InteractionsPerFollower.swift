import Calendars
import PeilModel

/// Interactions per thousand followers, over the platforms that count followers.
///
/// Formula: 1000 × Σ interactions of the posts of some days ÷ Σ followers at the end of them. It falls by
/// itself when followers grow faster than the group that joins in. Unknown when either is unknown on one
/// of these platforms.
enum InteractionsPerFollower: Metric {
  static let definition = Definition.interactionsPerFollower
  static let per = 1000.0

  static func measurement(_ dataset: Dataset, over days: ClosedRange<Day>) -> Figure.Measurement {
    let followers = Followers.measurement(dataset, over: days)
    guard let total = followers.known?.number else { return followers }
    guard total > 0 else { return .unknown(.belowThreshold) }
    var sum = 0.0
    for platform in dataset.client.platforms where dataset.countsFollowers(of: platform) {
      guard let own = dataset.interactions(in: days, platform: platform) else {
        return .unknown(.notConnected)
      }
      sum += own
    }
    return .known(.ratio(per * sum / total))
  }

  static func sources(_ dataset: Dataset, over days: ClosedRange<Day>) -> [SourceExtent] {
    Followers.sources(dataset, over: days)
  }
}

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

  static func measure(_ dataset: Dataset, over days: ClosedRange<Day>) -> Measured {
    let followers = Followers.measure(dataset, over: days)
    guard case .known(let count) = followers.measurement, let total = count.number else {
      return followers
    }
    guard total > 0 else { return .unknown(.belowThreshold) }
    var sum = 0.0
    for platform in dataset.client.platforms where dataset.countsFollowers(of: platform) {
      guard let own = dataset.interactions(in: days, platform: platform) else {
        return .unknown(.notConnected)
      }
      sum += own
    }
    return Measured(
      measurement: .known(.ratio(per * sum / total)), sources: followers.sources)
  }
}

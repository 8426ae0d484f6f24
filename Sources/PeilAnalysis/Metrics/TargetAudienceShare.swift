import Calendars
import PeilModel

/// The part of the followers whose age is among those that the client wants to reach.
///
/// Formula: Σ shares of the target's ages, from the newest audience export up to the last day; several
/// platforms are weighted by their followers. Platforms estimate ages. Unknown without target ages, without
/// an audience by age, and when the followers to weigh by are unknown.
enum TargetAudienceShare: Metric {
  static let definition = Definition.targetAudienceShare

  static func measure(_ dataset: Dataset, over days: ClosedRange<Day>) -> Measured {
    let ages = Set(dataset.client.targetAges)
    guard !ages.isEmpty else { return .unknown(.notConnected) }
    let known = dataset.data.audience.filter {
      $0.dimension == "age" && $0.month <= days.upperBound.month
        && dataset.client.platforms.contains($0.platform)
    }
    let platforms = dataset.client.platforms.filter { platform in
      known.contains { $0.platform == platform }
    }
    var weighted = 0.0
    var weights = 0.0
    var sources: [SourceRecord] = []
    for platform in platforms {
      let own = known.filter { $0.platform == platform }
      guard let month = own.map(\.month).max() else { continue }
      let shares = own.filter { $0.month == month && ages.contains($0.segment) }
      // An export with other age groups cannot tell these.
      guard Set(shares.map(\.segment)) == ages else { return .unknown(.notOffered) }
      let weight =
        platforms.count == 1
        ? 1 : dataset.followers(of: platform, on: days.upperBound).map { Double($0.followers) }
      guard let weight else { return .unknown(.notConnected) }
      weighted += weight * shares.reduce(0) { $0 + $1.share }
      weights += weight
      sources += shares.map(\.source)
    }
    let share = weighted / weights
    guard weights > 0, share >= 0, share <= 1 else { return .unknown(.notConnected) }
    return .known(.share(share), from: sources)
  }
}

import Calendars
import PeilModel

/// The part of the followers whose age is among those that the client wants to reach.
///
/// Formula: Σ shares of the target's ages, from the newest audience export up to the last day; several
/// platforms are weighted by their followers. Platforms estimate ages. Unknown without target ages, without
/// an audience by age, and when the followers to weigh by are unknown.
enum TargetAudienceShare {
  static let definition = Definition.targetAudienceShare

  static func measure(_ dataset: Dataset, over days: ClosedRange<Day>) -> Measured {
    guard !dataset.client.targetAges.isEmpty else { return .unknown(.notConnected) }
    let platforms = dataset.client.platforms.filter { platform in
      dataset.data.audience.contains {
        isOfAge($0, until: days.upperBound) && $0.platform == platform
      }
    }
    var weighted = 0.0
    var weights = 0.0
    var sources: [SourceRecord] = []
    for platform in platforms {
      let own = segments(dataset, of: platform, until: days.upperBound)
      guard !own.isEmpty else { return .unknown(.notOffered) }
      let weight =
        platforms.count == 1
        ? 1 : dataset.followers(of: platform, on: days.upperBound).map { Double($0.followers) }
      guard let weight else { return .unknown(.notConnected) }
      weighted += weight * own.reduce(0) { $0 + $1.share }
      weights += weight
      sources += own.map(\.source)
    }
    return share(weighted / weights, sources)
  }

  /// Of one platform.
  static func measure(
    _ dataset: Dataset, of platform: Platform, until day: Day
  ) -> Measured {
    let own = segments(dataset, of: platform, until: day)
    guard !own.isEmpty else { return .unknown(.notConnected) }
    return share(own.reduce(0) { $0 + $1.share }, own.map(\.source))
  }

  /// The target's ages in the newest export of a platform; empty where it cannot tell all of them.
  private static func segments(
    _ dataset: Dataset, of platform: Platform, until day: Day
  ) -> [AudienceShare] {
    let ages = Set(dataset.client.targetAges)
    guard !ages.isEmpty else { return [] }
    let own = dataset.data.audience.filter {
      isOfAge($0, until: day) && $0.platform == platform
    }
    let newest = own.map(\.month).max()
    let shares = own.filter { $0.month == newest && ages.contains($0.segment) }
    return Set(shares.map(\.segment)) == ages ? shares : []
  }

  private static func isOfAge(_ share: AudienceShare, until day: Day) -> Bool {
    share.dimension == "age" && share.month <= day.month
  }

  private static func share(_ share: Double, _ sources: [SourceRecord]) -> Measured {
    guard share >= 0, share <= 1 else { return .unknown(.notConnected) }
    return .known(.share(share), from: sources)
  }
}

import Calendars
import PeilModel

/// Followers at the end of the last of some days, over all platforms on which they were counted.
///
/// Who follows on two platforms counts twice: it is a number of subscriptions, not of people. A count up
/// to six days old stands in. Unknown when a platform that was counted before has no count.
enum Followers: Metric {
  static let definition = Definition.followers

  static func measure(_ dataset: Dataset, over days: ClosedRange<Day>) -> Measured {
    let platforms = dataset.client.platforms.filter(dataset.countsFollowers(of:))
    guard !platforms.isEmpty else { return .unknown(.notConnected) }
    let counts = platforms.compactMap { dataset.followers(of: $0, on: days.upperBound) }
    guard counts.count == platforms.count else { return .unknown(.notYet) }
    let sum = counts.reduce(0) { $0 + $1.followers }
    return .known(.count(Double(sum), .follower), from: counts.map(\.source))
  }
}

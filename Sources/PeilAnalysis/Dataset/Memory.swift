import Calendars
import PeilModel

/// What was computed of a client's posts, weeks and windows already: the verdicts of twelve months share most of it.
final class Memory {
  /// By week, then measure, then platform; `nil` where nobody asked yet.
  private var weeks: [Double??]
  private let first: ISOWeek
  private let count: Int
  private var rates: [ClosedRange<Day>: EngagementRates] = [:]
  var tags: PostTags

  enum Measure: Int, CaseIterable {
    case conversions, followerChange, interactions, posts, sessions
  }

  /// Weeks further back are computed each time: a wrong date must not cost memory.
  private static let longest = 520
  /// One for each platform and one for all together.
  private static let places = Platform.allCases.count + 1

  /// - Parameters:
  ///   - days: That the exports speak of.
  ///   - posts: How many there are.
  init(_ days: ClosedRange<Day>?, posts: Int) {
    tags = PostTags(posts: posts)
    let last = days?.upperBound.week ?? ISOWeek(containing: Day(daysSince1970: 0))
    let known = days.map { $0.lowerBound.week.distance(to: last) + 1 } ?? 0
    count = min(known, Self.longest)
    first = last.advanced(by: 1 - count)
    weeks = Array(repeating: nil, count: count * Measure.allCases.count * Self.places)
  }

  /// - Parameter platform: `nil` for all together.
  func value(
    _ measure: Measure, of platform: Platform? = nil, in week: ISOWeek,
    orElse compute: () -> Double?
  ) -> Double? {
    let number = first.distance(to: week)
    guard 0..<count ~= number else { return compute() }
    let place =
      (number * Measure.allCases.count + measure.rawValue) * Self.places
      + (platform.map { $0.place + 1 } ?? 0)
    if let known = weeks[place] { return known }
    let value = compute()
    weeks[place] = .some(value)
    return value
  }

  func engagementRates(
    in days: ClosedRange<Day>, orElse compute: () -> EngagementRates
  ) -> EngagementRates {
    if let known = rates[days] { return known }
    let value = compute()
    rates[days] = value
    return value
  }
}

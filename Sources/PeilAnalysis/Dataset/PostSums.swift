import Calendars
import PeilModel

extension Dataset {
  /// The sum of a count over posts of some days; `nil` when a platform did not count it on any of them.
  ///
  /// - Parameters:
  ///   - isMeant: Whether the post at a place of `posts` is one of them.
  ///   - count: Of the post at a place.
  @inline(__always)
  func sum(
    ofPostsIn days: ClosedRange<Day>, where isMeant: (Int) -> Bool = { _ in true },
    _ count: (Int) -> Int?
  ) -> Double? {
    var sum = 0.0
    var (all, counted) = (PlatformSet(), PlatformSet())
    for place in postPlaces(in: days) where isMeant(place) {
      let platform = PlatformSet(posts[place].platform)
      all.formUnion(platform)
      guard let count = count(place) else { continue }
      counted.formUnion(platform)
      sum += Double(count)
    }
    return all == counted ? sum : nil
  }

  /// The records of the posts of some days that have a count.
  func sources(ofPostsIn days: ClosedRange<Day>, with count: (Int) -> Int?) -> [SourceExtent] {
    SourceExtent.covering(
      postPlaces(in: days).compactMap { count($0) == nil ? nil : posts[$0].source })
  }
}

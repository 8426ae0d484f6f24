/// Turns a series into an index: its first known value is 100, in whole points.
///
/// From a small base the index gives the count away: 128.57 is nine sevenths of a hundred. So a count below
/// `smallestBase` has none.
struct SeriesIndex {
  private let base: Double

  static let first = 100.0
  static let smallestBase = 50.0

  /// - Parameter values: Counts in the order of time.
  init?(ofCounts values: [Double?]) {
    guard let base = values.lazy.compactMap({ $0 }).first, base >= Self.smallestBase else {
      return nil
    }
    self.base = base
  }

  /// - Parameter values: Amounts of money in the order of time; of those a ratio tells nothing.
  init?(ofAmounts values: [Double?]) {
    guard let base = values.lazy.compactMap({ $0 }).first, base > 0 else { return nil }
    self.base = base
  }

  func points(_ value: Double) -> Double {
    let points = (value / base * Self.first).rounded(.toNearestOrEven)
    return points == 0 ? 0 : points
  }
}

/// The steps of the sequential ramp that values get: equal parts of their range.
public struct SequentialRamp: Hashable, Sendable {
  /// The lightest step is 1.
  public static let levels = 6

  private let bottom: Double
  private let top: Double

  /// - Parameter values: In any order; those that are not finite are left out.
  /// - Returns: `nil` without a value.
  public init?(_ values: [Double]) {
    let known = values.filter(\.isFinite)
    guard let low = known.min(), let high = known.max() else { return nil }
    // From zero where that is near.
    bottom = low >= 0 && low < 0.4 * high ? 0 : low
    top = high
  }

  /// 1 to 6.
  public func level(of value: Double) -> Int {
    guard top > bottom else { return 1 }
    let part = (value / 2 - bottom / 2) / (top / 2 - bottom / 2)
    return min(max(Int(part * Double(Self.levels)), 0) + 1, Self.levels)
  }
}

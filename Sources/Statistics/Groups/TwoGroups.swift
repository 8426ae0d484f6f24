/// Two groups of measurements of one kind, compared from the first to the second.
public struct TwoGroups: Hashable, Sendable {
  /// In any order.
  public let from: [Double]
  public let to: [Double]

  public init(from: [Double], to: [Double]) {
    self.from = from
    self.to = to
  }
}

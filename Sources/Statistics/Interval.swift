/// Two finite limits in ascending order, with how sure one may be that the truth lies between them.
public struct Interval: Hashable, Sendable {
  public let lower: Double
  /// Not below `lower`.
  public let upper: Double
  public let confidence: ConfidenceLevel

  public var width: Double { upper - lower }

  /// Returns `nil` when a limit is not a finite number or the limits are in the wrong order.
  public init?(lower: Double, upper: Double, confidence: ConfidenceLevel) {
    guard lower.isFinite, upper.isFinite, lower <= upper else { return nil }
    self.lower = lower
    self.upper = upper
    self.confidence = confidence
  }

  /// Limits belong to the interval.
  public func contains(_ value: Double) -> Bool {
    lower <= value && value <= upper
  }
}

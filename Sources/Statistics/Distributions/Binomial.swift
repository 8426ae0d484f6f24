/// The binomial distribution: how many of so many independent trials succeed.
public struct Binomial: Hashable, Sendable {
  public let trials: Int
  /// From 0 to 1.
  public let probability: Double

  /// Returns `nil` for negative trials and for a probability outside 0 to 1.
  public init?(trials: Int, probability: Double) {
    guard trials >= 0, probability >= 0, probability <= 1 else { return nil }
    self.trials = trials
    self.probability = probability
  }

  /// P(X ≤ successes).
  public func cumulative(_ successes: Int) -> Double {
    if successes < 0 { return 0 }
    if successes >= trials { return 1 }
    return incompleteBeta(
      1 - probability, complement: probability, Double(trials - successes), Double(successes) + 1
    ).lower
  }
}

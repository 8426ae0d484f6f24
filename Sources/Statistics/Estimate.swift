/// A figure measured on a sample, with the interval that says how well it is known.
///
/// The value usually lies inside the interval; a bootstrap interval of a very skewed sample may
/// leave it out.
public struct Estimate: Hashable, Sendable {
  /// Finite.
  public let value: Double
  public let interval: Interval
  /// What was counted as independent: posts, weeks, conversations, or events for a count.
  public let sampleSize: Int

  public var lower: Double { interval.lower }
  public var upper: Double { interval.upper }

  /// Returns `nil` when the value is not a finite number.
  public init?(value: Double, interval: Interval, sampleSize: Int) {
    guard value.isFinite else { return nil }
    self.value = value
    self.interval = interval
    self.sampleSize = sampleSize
  }

  /// The same estimate on another scale, such as `exp` of a difference of logarithms.
  ///
  ///     hodgesLehmann(strata: strata)?.estimate.transformed(by: exp)  // a ratio
  ///
  /// - Parameter function: Rising or falling over the whole interval; the limits change places
  ///   when it falls.
  /// - Returns: `nil` when a result is not a finite number.
  public func transformed(by function: (Double) -> Double) -> Estimate? {
    let ends = (function(lower), function(upper))
    guard
      let interval = Interval(
        lower: min(ends.0, ends.1), upper: max(ends.0, ends.1), confidence: interval.confidence)
    else { return nil }
    return Estimate(value: function(value), interval: interval, sampleSize: sampleSize)
  }
}

extension Estimate {
  /// Shorthand for the methods: `nil` as soon as one of the three numbers is not finite.
  init?(
    _ value: Double, from lower: Double, to upper: Double, confidence: ConfidenceLevel,
    sampleSize: Int
  ) {
    guard let interval = Interval(lower: lower, upper: upper, confidence: confidence) else {
      return nil
    }
    self.init(value: value, interval: interval, sampleSize: sampleSize)
  }
}

/// A ratio that may have no upper limit, because what it is divided by may be zero.
public struct OpenEstimate: Hashable, Sendable {
  /// `nil` when the observed divisor is zero.
  public let value: Double?
  /// Finite.
  public let lower: Double
  /// `nil` when nothing rules out any larger value.
  public let upper: Double?
  public let confidence: ConfidenceLevel
  public let sampleSize: Int

  /// The same with both limits; `nil` when the upper one, or the value, does not exist.
  public var closed: Estimate? {
    guard let value, let upper else { return nil }
    return Estimate(
      value, from: lower, to: upper, confidence: confidence, sampleSize: sampleSize)
  }
}

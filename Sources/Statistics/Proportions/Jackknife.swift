import Glibc

/// Where an interval is made symmetric, so that its limits stay among the values that are possible.
public enum IntervalScale: Hashable, Sendable {
  /// For values of either sign.
  case linear
  /// For values above 0: ratios and costs.
  case logarithmic
  /// For shares between 0 and 1, ends excluded.
  case logit

  /// `nil` when the value does not exist on this scale.
  fileprivate func slope(at value: Double) -> Double? {
    switch self {
    case .linear: 1
    case .logarithmic: value > 0 ? 1 / value : nil
    case .logit: value > 0 && value < 1 ? 1 / (value * (1 - value)) : nil
    }
  }

  fileprivate func moved(_ value: Double, by distance: Double) -> Double {
    switch self {
    case .linear: value + distance
    case .logarithmic: value * exp(distance)
    // The odds are multiplied; written so that neither end overflows.
    case .logit: value / (value + (1 - value) * exp(-distance))
    }
  }
}

/// The interval of any statistic that is smooth in its units, by leaving out each unit once.
///
/// - Parameters:
///   - value: The statistic of all units.
///   - count: How many units there are: weeks, or posts. Independent of each other.
///   - scale: Where the interval is symmetric.
///   - leavingOut: The statistic without the unit of this index, from 0. `nil` when it does not
///     exist.
/// - Returns: `nil` below two units, when the statistic does not exist without one of them or on
///   the scale, and when it is the same without any of them: no spread is not certainty.
///
/// Source: Efron and Stein, "The Jackknife Estimate of Variance", *Annals of Statistics* 9 (1981):
/// √((n−1)/n Σ(R(−i) − mean)²), with Student's t at n − 1 degrees of freedom.
public func jackknife(
  _ value: Double, units count: Int, scale: IntervalScale, confidence: ConfidenceLevel = .percent95,
  leavingOut: (Int) -> Double?
) -> Estimate? {
  guard let error = jackknifeError(units: count, leavingOut: leavingOut),
    let slope = scale.slope(at: value), let t = StudentT(degreesOfFreedom: Double(count - 1)),
    error > abs(value) * roundingNoise
  else { return nil }
  let distance = t.quantile(of: confidence) * error * slope
  return Estimate(
    value, from: scale.moved(value, by: -distance), to: scale.moved(value, by: distance),
    confidence: confidence, sampleSize: count)
}

/// The jackknife standard error on the scale of the statistic itself.
func jackknifeError(units count: Int, leavingOut: (Int) -> Double?) -> Double? {
  guard count >= 2 else { return nil }
  var replicates: [Double] = []
  replicates.reserveCapacity(count)
  for index in 0..<count {
    guard let replicate = leavingOut(index), replicate.isFinite else { return nil }
    replicates.append(replicate)
  }
  let mean = replicates.sum / Double(count)
  var squares = 0.0
  for replicate in replicates { squares += (replicate - mean) * (replicate - mean) }
  let error = (Double(count - 1) / Double(count) * squares).squareRoot()
  return error.isFinite ? error : nil
}

/// Spread below this part of a value comes from the arithmetic, not from the data.
let roundingNoise = 1e-12

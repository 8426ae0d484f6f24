/// The arithmetic mean. `nil` when there is no value, one is not finite, or their sum is too large.
public func mean(of values: [Double]) -> Double? {
  guard !values.isEmpty else { return nil }
  let mean = values.sum / Double(values.count)
  return mean.isFinite ? mean : nil
}

/// The sample variance, with n − 1 below the line, in the unit of the values squared.
///
/// - Returns: `nil` below two values, when one is not finite, or when the result is too large.
public func variance(of values: [Double]) -> Double? {
  guard values.count >= 2, let mean = mean(of: values) else { return nil }
  var squares = 0.0
  for value in values { squares += (value - mean) * (value - mean) }
  let variance = squares / Double(values.count - 1)
  return variance.isFinite ? variance : nil
}

/// The median distance from the median, scaled so that it estimates a normal standard deviation.
///
/// - Returns: 0 when more than half of the values are equal. `nil` when there is no value or one is
///   not finite.
///
/// Source: Rousseeuw and Croux, "Alternatives to the Median Absolute Deviation", *JASA* 88 (1993);
/// 1.4826 is 1 / Φ⁻¹(¾).
public func medianAbsoluteDeviation(of values: [Double]) -> Double? {
  medianAndDeviation(of: values)?.deviation
}

/// What makes a median deviation of normal values their standard deviation.
let medianDeviationScale = 1.482602218505602

/// Both at once, from one copy of the values.
func medianAndDeviation(of values: [Double]) -> (median: Double, deviation: Double)? {
  guard !values.isEmpty, values.allFinite else { return nil }
  var values = values
  let middle = selectMedian(in: &values)
  for index in values.indices { values[index] = abs(values[index] - middle) }
  guard values.allFinite else { return nil }
  let scaled = selectMedian(in: &values) * medianDeviationScale
  return scaled.isFinite ? (middle, scaled) : nil
}

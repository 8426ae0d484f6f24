/// The middle value, or the mean of the two middle ones.
///
/// - Returns: `nil` when there is no value or one is not finite.
public func median(of values: [Double]) -> Double? {
  guard !values.isEmpty, values.allFinite else { return nil }
  var values = values
  return selectMedian(in: &values)
}

/// The value that a part `probability` of the sample stays below, between neighbours by a line.
///
///     quantile(0.9, of: postReach)  // what the best tenth of the posts reached
///
/// - Parameters:
///   - probability: From 0 (the smallest value) to 1 (the largest).
///   - values: In any order.
/// - Returns: `nil` when there is no value, one is not finite, or the probability is outside 0 to 1.
///
/// Source: Hyndman and Fan, "Sample Quantiles in Statistical Packages", *The American Statistician*
/// 50 (1996), type 7: h = (n − 1)p.
public func quantile(_ probability: Double, of values: [Double]) -> Double? {
  guard !values.isEmpty, values.allFinite, probability >= 0, probability <= 1 else { return nil }
  var values = values
  let position = Double(values.count - 1) * probability
  let rank = Int(position)
  let lower = select(rank, in: &values)
  guard Double(rank) < position else { return lower }
  var upper = values[rank + 1]
  for value in values[(rank + 1)...] where value < upper { upper = value }
  return between(lower, upper, position - Double(rank))
}

/// The same for values that are sorted already; the caller has looked at them.
func quantile(_ probability: Double, ofSorted values: [Double]) -> Double {
  let position = Double(values.count - 1) * probability
  let rank = min(Int(position), values.count - 1)
  guard Double(rank) < position else { return values[rank] }
  return between(values[rank], values[rank + 1], position - Double(rank))
}

private func between(_ lower: Double, _ upper: Double, _ part: Double) -> Double {
  let distance = upper - lower
  return distance.isFinite ? lower + part * distance : lower * (1 - part) + upper * part
}

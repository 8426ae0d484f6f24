/// A share or a ratio of two sums over weeks, with the weeks as the independent units.
///
///     ratioOfSums(numerators: paid, denominators: impressions, scale: .logit)
///
/// - Parameters:
///   - numerators: One a week; not negative.
///   - denominators: As many, in the same order; not negative.
///   - scale: `.logit` for shares, where no numerator exceeds its denominator; `.logarithmic` for
///     open ratios such as cost per result.
/// - Returns: `nil` below two weeks, for unequal lengths, for a value that is negative or not
///   finite, when one week holds the whole denominator, when the ratio is 0 (or 1, on the logit
///   scale), and when it is the same in every week.
///
/// Source: Cochran, *Sampling Techniques* (1977), 6.3; interval by
/// ``jackknife(_:units:scale:confidence:leavingOut:)``.
public func ratioOfSums(
  numerators: [Double], denominators: [Double], scale: IntervalScale,
  confidence: ConfidenceLevel = .percent95
) -> Estimate? {
  guard let sums = Sums(numerators, denominators) else { return nil }
  return jackknife(sums.ratio, units: numerators.count, scale: scale, confidence: confidence) {
    sums.ratio(without: $0)
  }
}

/// How much larger one part's share of the results is than its share of the effort, over weeks.
///
/// 1 means in proportion, 0.5 that it brings half of what its share of the work would justify.
///
/// - Parameters:
///   - result: What the part brought each week.
///   - allResults: What all parts brought in the same weeks.
///   - effort: What the part cost each week, in any unit.
///   - allEffort: What all parts cost.
/// - Returns: On the logarithmic scale; `nil` as for
///   ``ratioOfSums(numerators:denominators:scale:confidence:)``, for both shares.
///
/// Source: Cochran (1977), 6.17, the double ratio, by the jackknife of Efron and Stein (1981).
public func shareQuotient(
  result: [Double], of allResults: [Double], effort: [Double], of allEffort: [Double],
  confidence: ConfidenceLevel = .percent95
) -> Estimate? {
  guard result.count == effort.count, let results = Sums(result, allResults),
    let efforts = Sums(effort, allEffort), efforts.ratio > 0
  else { return nil }
  return jackknife(
    results.ratio / efforts.ratio, units: result.count, scale: .logarithmic,
    confidence: confidence
  ) { index in
    guard let share = results.ratio(without: index), let part = efforts.ratio(without: index),
      part > 0
    else { return nil }
    return share / part
  }
}

/// Two sums over the same units, from which one unit can be taken out.
private struct Sums {
  let numerators: [Double]
  let denominators: [Double]
  let numerator: Double
  let denominator: Double

  init?(_ numerators: [Double], _ denominators: [Double]) {
    guard numerators.count == denominators.count else { return nil }
    for value in numerators where !(value >= 0) { return nil }
    for value in denominators where !(value >= 0) { return nil }
    self.numerators = numerators
    self.denominators = denominators
    numerator = numerators.sum
    denominator = denominators.sum
    guard numerator.isFinite, denominator.isFinite, denominator > 0 else { return nil }
  }

  var ratio: Double { numerator / denominator }

  func ratio(without index: Int) -> Double? {
    let rest = denominator - denominators[index]
    // What is left of a sum after its only part was taken away is rounding, not a denominator.
    guard rest > denominator * roundingNoise else { return nil }
    return max(0, numerator - numerators[index]) / rest
  }
}

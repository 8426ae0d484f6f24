import Glibc

/// How far the second group lies above the first, in the unit of the values.
public struct ShiftEstimate: Hashable, Sendable {
  /// The median of all differences between a value of the second and one of the first group.
  public let shift: Double
  /// Of both groups together.
  public let sampleSize: Int
  /// `nil` when there are too few values for the level: at 95 % below 4 + 4, 3 + 5 or 2 + 8.
  public let limits: Limits?

  /// Two of the differences, as far from the ends of their order as the level allows.
  public struct Limits: Hashable, Sendable {
    public let interval: Interval
    /// Which difference the lower limit is, from 1 for the smallest.
    public let rank: Int
  }

  /// Shift and interval together; `nil` without limits.
  public var estimate: Estimate? {
    guard let limits else { return nil }
    return Estimate(value: shift, interval: limits.interval, sampleSize: sampleSize)
  }
}

/// The Hodges–Lehmann shift from the first group to the second.
///
/// - Returns: The interval [D(k), D(mn+1−k)] of the ordered differences, exact up to 200 values in
///   all and without ties, with ties on the safe side. `nil` when a group is empty or a value, or
///   the largest difference, is not finite.
///
/// Source: Hodges and Lehmann, "Estimates of Location Based on Rank Tests", *Annals of Mathematical
/// Statistics* 34 (1963); k is the smallest u with P(U ≤ u) ≥ α/2 (Mann and Whitney 1947).
public func hodgesLehmann(
  from first: [Double], to second: [Double], confidence: ConfidenceLevel = .percent95
) -> ShiftEstimate? {
  guard
    let differences = PairwiseDifferences([
      (group: TwoGroups(from: first, to: second), weight: 1)
    ])
  else { return nil }
  let rank = shiftLimitRank(first.count, second.count, confidence)
  let interval = rank.flatMap { rank in
    Interval(
      lower: differences.lowest(reaching: Double(rank)),
      upper: differences.highest(reaching: Double(rank)), confidence: confidence)
  }
  var limits: ShiftEstimate.Limits?
  if let interval, let rank { limits = ShiftEstimate.Limits(interval: interval, rank: rank) }
  return ShiftEstimate(
    shift: differences.median, sampleSize: first.count + second.count, limits: limits)
}

/// A shift measured within each stratum and never across: platforms do not mix.
public struct StratifiedShiftEstimate: Hashable, Sendable {
  /// Its sample size counts the values of the strata that were used.
  public let estimate: Estimate
  /// Strata with at least one value in both groups.
  public let strataUsed: Int
  /// Differences within these strata.
  public let pairs: Int
  /// Of all pairs together.
  public let weight: Double
  /// How much weight lies between the middle of the differences and each limit.
  public let margin: Double
}

/// The Hodges–Lehmann shift from the first groups to the second, within strata.
///
/// With logarithms of rates as values, `exp` of the shift is the ratio of what is typical.
///
///     hodgesLehmann(strata: platforms.map { TwoGroups(from: $0.byHand, to: $0.automated) })
///
/// - Parameter strata: A stratum with an empty group is left out.
/// - Returns: `nil` when no stratum has both groups, when a value or a difference is not finite, and
///   when there are too few values for the level.
///
/// Source: van Elteren, "On the Combination of Independent Two Sample Tests of Wilcoxon", *Bulletin
/// of the International Statistical Institute* 37 (1960): weight 1/(m + n + 1); Lehmann,
/// *Nonparametrics* (1975), 3.3. Limits where the cumulative weight reaches
/// W/2 − z √(Σ w² m n (m + n + 1) / 12) from either side.
public func hodgesLehmann(
  strata: [TwoGroups], confidence: ConfidenceLevel = .percent95
) -> StratifiedShiftEstimate? {
  let used = strata.filter { !$0.from.isEmpty && !$0.to.isEmpty }
  guard
    let differences = PairwiseDifferences(
      used.map { (group: $0, weight: 1 / Double($0.from.count + $0.to.count + 1)) })
  else { return nil }
  var variance = 0.0
  var size = 0
  for stratum in used {
    let m = Double(stratum.from.count)
    let n = Double(stratum.to.count)
    variance += m * n / (m + n + 1) / 12
    size += stratum.from.count + stratum.to.count
  }
  let margin = confidence.normalQuantile * variance.squareRoot()
  let outside = differences.totalWeight / 2 - margin
  guard outside > 0,
    let estimate = Estimate(
      differences.median, from: differences.lowest(reaching: outside),
      to: differences.highest(reaching: outside), confidence: confidence, sampleSize: size)
  else { return nil }
  return StratifiedShiftEstimate(
    estimate: estimate, strataUsed: used.count, pairs: differences.pairs,
    weight: differences.totalWeight, margin: margin)
}

/// Whether the strata disagree about the shift more than chance explains.
///
/// - Returns: Over the strata whose own interval exists and has a width; `nil` when there is none.
///
/// Source: ``Heterogeneity``, with the standard error of each stratum's shift taken from the width
/// of its interval, (U − L)/2z.
public func shiftHeterogeneity(
  strata: [TwoGroups], confidence: ConfidenceLevel = .percent95
) -> Heterogeneity? {
  shiftHeterogeneity(
    of: strata.map { hodgesLehmann(strata: [$0], confidence: confidence)?.estimate },
    confidence: confidence)
}

/// The same of shifts that are known already.
///
/// - Parameter shifts: Of separate strata, with intervals of this level; `nil` where there is none.
public func shiftHeterogeneity(
  of shifts: [Estimate?], confidence: ConfidenceLevel = .percent95
) -> Heterogeneity? {
  Heterogeneity(
    shifts.compactMap { $0 }
      .map { ($0.value, $0.interval.width / (2 * confidence.normalQuantile)) }
      .filter { $0.1 > 0 })
}

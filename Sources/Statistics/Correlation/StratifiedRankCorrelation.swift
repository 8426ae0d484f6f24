import Glibc

/// One rank correlation out of several, each measured within its own stratum.
public struct StratifiedRankCorrelation: Hashable, Sendable {
  /// Its sample size is the sum over the strata that were used.
  public let estimate: Estimate
  /// In the order of the strata; `nil` where one was too small or had no spread.
  public let strata: [RankCorrelation?]
  /// Whether the strata disagree.
  public let heterogeneity: Heterogeneity
}

/// Rank correlation within each stratum, combined: platforms do not mix.
///
/// - Parameter strata: Two lists of equal length each. A stratum for which
///   ``spearman(_:_:confidence:)`` has no answer is left out.
/// - Returns: `nil` when all are left out.
///
/// Source: ``commonRankCorrelation(of:confidence:)``.
public func stratifiedRankCorrelation(
  strata: [(x: [Double], y: [Double])], confidence: ConfidenceLevel = .percent95
) -> StratifiedRankCorrelation? {
  commonRankCorrelation(
    of: strata.map { spearman($0.x, $0.y, confidence: confidence) }, confidence: confidence)
}

/// The common value of several rank correlations, with a measure of their disagreement.
///
/// - Parameter correlations: Of separate strata; `nil` where there is none.
/// - Returns: `nil` when there is not one.
///
/// Source: Hedges and Olkin, *Statistical Methods for Meta-Analysis* (1985), 11: fixed effect on
/// Fisher's z, Σwz/Σw with standard error 1/√Σw, here with the weights (n − 3)/(1 + ρ²/2) of Bonett
/// and Wright (2000).
public func commonRankCorrelation(
  of correlations: [RankCorrelation?], confidence: ConfidenceLevel = .percent95
) -> StratifiedRankCorrelation? {
  let used = correlations.compactMap { $0 }
  let effects = used.map {
    (value: $0.z, weight: 1 / ($0.standardErrorOfZ * $0.standardErrorOfZ))
  }
  guard let heterogeneity = Heterogeneity(weighted: effects) else { return nil }
  var weights = 0.0
  var sum = 0.0
  for effect in effects {
    weights += effect.weight
    sum += effect.weight * effect.value
  }
  let z = sum / weights
  let distance = confidence.normalQuantile / weights.squareRoot()
  guard
    let estimate = Estimate(
      tanh(z), from: tanh(z - distance), to: tanh(z + distance), confidence: confidence,
      sampleSize: used.reduce(0) { $0 + $1.sampleSize })
  else { return nil }
  return StratifiedRankCorrelation(
    estimate: estimate, strata: correlations, heterogeneity: heterogeneity)
}

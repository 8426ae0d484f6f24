import Glibc

/// Spearman's rank correlation: whether two things rise together, whatever the shape of the rise.
public struct RankCorrelation: Hashable, Sendable {
  /// From −1 to 1.
  public let coefficient: Double
  public let interval: Interval
  /// Pairs.
  public let sampleSize: Int
  /// How many independent pairs they are worth: less where neighbours in time resemble each other.
  public let effectiveSampleSize: Double
  /// Of Fisher's z, the inverse hyperbolic tangent of the coefficient.
  public let standardErrorOfZ: Double
  /// Fisher's z. A perfect coefficient is taken as half a step from perfect, so that it is finite.
  let z: Double

  public var estimate: Estimate? {
    Estimate(value: coefficient, interval: interval, sampleSize: sampleSize)
  }

  /// - Returns: `nil` unless more than three pairs count.
  init?(
    coefficient: Double, sampleSize: Int, effectiveSampleSize: Double, confidence: ConfidenceLevel
  ) {
    guard effectiveSampleSize > 3 else { return nil }
    // Swapping two neighbours lowers a perfect coefficient by 12/(n³ − n).
    let n = effectiveSampleSize
    let nearest = 1 - 6 / (n * n * n - n)
    z = atanh(max(-nearest, min(nearest, coefficient)))
    standardErrorOfZ = ((1 + coefficient * coefficient / 2) / (n - 3)).squareRoot()
    let distance = confidence.normalQuantile * standardErrorOfZ
    guard
      let interval = Interval(
        lower: min(coefficient, tanh(z - distance)), upper: max(coefficient, tanh(z + distance)),
        confidence: confidence)
    else { return nil }
    self.coefficient = coefficient
    self.interval = interval
    self.sampleSize = sampleSize
    self.effectiveSampleSize = effectiveSampleSize
  }
}

/// Spearman's rank correlation of two lists.
///
/// - Parameters:
///   - x: In the order of `y`.
///   - y: As many as `x`.
/// - Returns: `nil` for unequal lengths, below four pairs, when a value is not finite, and when all
///   values of a list are equal.
///
/// Source: Spearman, *American Journal of Psychology* 15 (1904), from mid-ranks; interval by Fisher's
/// z with √((1 + ρ²/2)/(n − 3)), Bonett and Wright, "Sample Size Requirements for Estimating Pearson,
/// Kendall and Spearman Correlations", *Psychometrika* 65 (2000).
public func spearman(
  _ x: [Double], _ y: [Double], confidence: ConfidenceLevel = .percent95
) -> RankCorrelation? {
  guard x.count == y.count, let ranksX = midRanks(of: x), let ranksY = midRanks(of: y),
    let coefficient = correlation(ofRanks: ranksX, ranksY)
  else { return nil }
  return RankCorrelation(
    coefficient: coefficient, sampleSize: x.count, effectiveSampleSize: Double(x.count),
    confidence: confidence)
}

/// How often a correlation at least as strong appears when the pairing is left to chance.
///
/// - Returns: Two-sided, over all orders. `nil` under the conditions of
///   ``spearman(_:_:confidence:)`` and above eight pairs, where there are too many.
///
/// Source: Fisher, *The Design of Experiments* (1935): the share of all n! orders.
public func exactSpearmanPValue(_ x: [Double], _ y: [Double]) -> Double? {
  guard x.count == y.count, x.count <= 8, let ranksX = midRanks(of: x),
    let ranksY = midRanks(of: y), correlation(ofRanks: ranksX, ranksY) != nil
  else { return nil }
  let mean = Double(x.count + 1) / 2
  let a = ranksX.map { $0 - mean }
  var b = ranksY.map { $0 - mean }
  // Products of half-integers: exact, so that equal correlations compare as equal.
  let observed = abs(zip(a, b).reduce(0) { $0 + $1.0 * $1.1 })
  var hits = 0
  var orders = 0
  func visit() {
    var sum = 0.0
    for index in a.indices { sum += a[index] * b[index] }
    orders += 1
    if abs(sum) >= observed { hits += 1 }
  }
  // Heap's algorithm: every order once, each by one exchange.
  var counters = [Int](repeating: 0, count: b.count)
  visit()
  var level = 1
  while level < b.count {
    if counters[level] < level {
      b.swapAt(level.isMultiple(of: 2) ? 0 : counters[level], level)
      visit()
      counters[level] += 1
      level = 1
    } else {
      counters[level] = 0
      level += 1
    }
  }
  return Double(hits) / Double(orders)
}

import Glibc

/// How often a value of one group is above a value of another, and whether chance explains it.
public struct MannWhitneyTest: Hashable, Sendable {
  /// Pairs in which the second group is above the first; ties count half.
  public let u: Double
  /// Two-sided.
  public let pValue: Double
  /// Whether the p value counts all arrangements or is a normal approximation.
  public let isExact: Bool
  /// The part of all pairs in which the second group is above the first: 0.5 is no difference.
  public let probabilityOfSuperiority: Double
}

/// The Mann–Whitney test of the second group against the first.
///
/// - Returns: Exact without ties and up to 200 values in all, else the normal approximation with
///   corrections for ties and continuity. `nil` when a group is empty or a value is not finite.
///
/// Source: Mann and Whitney, *Annals of Mathematical Statistics* 18 (1947); with N = m + n and ties of
/// t, the variance is mn/12 · (N + 1 − Σ(t³ − t)/N(N − 1)); Vargha and Delaney,
/// *Journal of Educational and Behavioral Statistics* 25 (2000), for the probability.
public func mannWhitney(from first: [Double], to second: [Double]) -> MannWhitneyTest? {
  guard !first.isEmpty, !second.isEmpty, first.allFinite, second.allFinite else { return nil }
  let m = first.count
  let n = second.count
  let x = first.sorted()
  let y = second.sorted()
  var u = 0.0
  var below = 0
  var notAbove = 0
  for value in y {
    while below < m, x[below] < value { below += 1 }
    while notAbove < m, x[notAbove] <= value { notAbove += 1 }
    u += Double(below) + Double(notAbove - below) / 2
  }
  let pairs = Double(m) * Double(n)
  let ties = tieSum((x + y).sorted()) { $0 * $0 * $0 - $0 }

  let isExact = ties == 0 && m + n <= exactLimit
  let pValue: Double
  if isExact {
    let smaller = Int(min(u, pairs - u))
    let counts = arrangements(m, n, through: smaller)
    pValue = min(1, 2 * counts.sum / choose(m + n, m))
  } else {
    let size = Double(m + n)
    let variance = pairs / 12 * (size + 1 - ties / (size * (size - 1)))
    let distance = max(u, pairs - u) - pairs / 2 - 0.5
    pValue =
      variance > 0
      ? min(1, 2 * standardNormalCumulative(-distance / variance.squareRoot())) : 1
  }
  return MannWhitneyTest(
    u: u, pValue: pValue, isExact: isExact, probabilityOfSuperiority: u / pairs)
}

/// The smallest u with P(U ≤ u) at or above half the error rate: the rank, from 1, of the limit of
/// the Hodges–Lehmann interval. `nil` when even the outermost differences do not reach the level.
func shiftLimitRank(_ m: Int, _ n: Int, _ confidence: ConfidenceLevel) -> Int? {
  let tail = confidence.errorRate / 2
  if m + n > exactLimit {
    let pairs = Double(m) * Double(n)
    let deviation = (pairs * Double(m + n + 1) / 12).squareRoot()
    let rank = (pairs / 2 - confidence.normalQuantile * deviation - 0.5).rounded(.up)
    return rank >= 1 ? Int(rank) : nil
  }
  let counts = arrangements(m, n, through: m * n / 2)
  // A probability that equals the tail must not fall to either side by rounding.
  let enough = tail * (1 - roundingNoise) * choose(m + n, m)
  var sum = 0.0
  for (u, count) in counts.enumerated() {
    sum += count
    if sum >= enough { return u == 0 ? (sum <= enough * (1 + 4 * roundingNoise) ? 1 : nil) : u }
  }
  return nil
}

/// In how many of the arrangements of m and n values the statistic is 0, 1, … `limit`.
///
/// The generating function is Π(1 − q^(n+i)) / (1 − q^i), i = 1 … m: two passes over the
/// coefficients for each factor, in place of the recursion over m, n and u. Every step on the way
/// is such a count for a smaller m, so nothing but the last digits can be lost.
private func arrangements(_ m: Int, _ n: Int, through limit: Int) -> [Double] {
  let (m, n) = (min(m, n), max(m, n))
  var counts = [Double](repeating: 0, count: limit + 1)
  counts[0] = 1
  counts.withUnsafeMutableBufferPointer { counts in
    for i in 1...m {
      var u = limit
      while u >= n + i {
        counts[u] -= counts[u - n - i]
        u -= 1
      }
      u = i
      while u <= limit {
        counts[u] += counts[u - i]
        u += 1
      }
    }
  }
  return counts
}

private func choose(_ n: Int, _ k: Int) -> Double {
  var result = 1.0
  for i in 0..<min(k, n - k) { result = result * Double(n - i) / Double(i + 1) }
  return result.rounded()
}

/// The sum of a function of the size of each group of equal values; single values give 0 in all
/// that are used.
func tieSum(_ sorted: [Double], _ function: (Double) -> Double) -> Double {
  var sum = 0.0
  var start = 0
  while start < sorted.count {
    var end = start + 1
    while end < sorted.count, sorted[end] == sorted[start] { end += 1 }
    if end - start > 1 { sum += function(Double(end - start)) }
    start = end
  }
  return sum
}

private let exactLimit = 200

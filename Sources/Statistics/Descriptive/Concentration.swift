/// How unevenly a total is spread over its parts, such as reach over posts.
public struct Concentration: Hashable, Sendable {
  /// From 0, all equal, to almost 1, one has all.
  public let gini: Double
  /// Times n/(n − 1), so that 1 is reached; `nil` for a single part.
  public let correctedGini: Double?
  /// The share of the total that the smallest 0, 1, 2 … n parts have together: from 0 to 1.
  public let lorenz: [Double]
  /// Herfindahl's sum of squared shares: from 1/n, all equal, to 1.
  public let herfindahl: Double

  /// - Parameter values: One a part, in any order; not negative.
  /// - Returns: `nil` without values, when their sum is 0, and when one is negative or the sum is
  ///   not finite.
  ///
  /// Source: Gini (1912), Σ(2i − n − 1)x(i) / nΣx, and Lorenz (1905); the correction by Deltas, *Review of Economics and
  /// Statistics* 85 (2003).
  public init?(of values: [Double]) {
    guard values.allSatisfy({ $0 >= 0 }) else { return nil }
    let sorted = values.sorted()
    let total = sorted.sum
    guard total > 0, total.isFinite else { return nil }
    let n = Double(sorted.count)
    var lorenz = [0.0]
    lorenz.reserveCapacity(sorted.count + 1)
    var cumulative = 0.0
    var weighted = 0.0
    var squares = 0.0
    for (index, value) in sorted.enumerated() {
      cumulative += value
      lorenz.append(index == sorted.count - 1 ? 1 : cumulative / total)
      let share = value / total
      weighted += (2 * Double(index + 1) - n - 1) * share
      squares += share * share
    }
    let gini = max(0, weighted / n)
    self.gini = gini
    correctedGini = sorted.count > 1 ? min(1, gini * n / (n - 1)) : nil
    self.lorenz = lorenz
    herfindahl = min(1, squares)
  }

  /// The share of the total that the largest parts have, between parts by a line.
  ///
  ///     Concentration(of: reach)?.share(ofTop: 0.2)  // the best fifth of the posts
  ///
  /// - Parameter part: Of the number of parts, from 0 to 1; `nil` outside.
  public func share(ofTop part: Double) -> Double? {
    guard part >= 0, part <= 1 else { return nil }
    return 1 - quantile(1 - part, ofSorted: lorenz)
  }
}

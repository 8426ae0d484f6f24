/// All differences between a value of one group and one of another, within strata, in order,
/// without ever writing all of them down.
///
/// In sorted groups the pairs whose difference is at most d are counted by one walk along both. So
/// the difference at which the weight reaches a target is found by halving the range of d until few
/// pairs are left in it, and these are sorted. Subtraction rounds, but it keeps the order, so the
/// result is exactly one of the differences.
///
/// Source: Johnson and Mizoguchi, "Selecting the Kth Element in X + Y and X₁ + X₂ + … + Xₘ", *SIAM
/// Journal on Computing* 7 (1978), for counting along sorted groups.
struct PairwiseDifferences {
  let pairs: Int
  let totalWeight: Double
  private let strata: [Stratum]
  private let smallest: Double
  private let largest: Double

  private struct Stratum {
    var x: [Double]
    var y: [Double]
    var weight: Double
  }

  /// - Parameter groups: With the weight of each pair. Neither group may be empty.
  /// - Returns: `nil` when there are no pairs, or a value or a difference is not finite.
  init?(_ groups: [(group: TwoGroups, weight: Double)]) {
    var strata: [Stratum] = []
    var pairs = 0
    var totalWeight = 0.0
    var smallest = Double.infinity
    var largest = -Double.infinity
    for (group, weight) in groups {
      guard group.from.allFinite, group.to.allFinite else { return nil }
      let x = group.from.sorted()
      let y = group.to.sorted()
      guard let xFirst = x.first, let xLast = x.last, let yFirst = y.first, let yLast = y.last
      else { return nil }
      smallest = min(smallest, yFirst - xLast)
      largest = max(largest, yLast - xFirst)
      pairs += x.count * y.count
      totalWeight += weight * Double(x.count * y.count)
      strata.append(Stratum(x: x, y: y, weight: weight))
    }
    guard !strata.isEmpty, smallest.isFinite, largest.isFinite else { return nil }
    self.pairs = pairs
    self.totalWeight = totalWeight
    self.strata = strata
    self.smallest = smallest
    self.largest = largest
  }

  /// The middle difference by weight, or the mean of the two between which the middle falls.
  var median: Double {
    let (lower, reached) = search(reaching: totalWeight / 2)
    if reached > totalWeight / 2 * (1 + 4 * roundingNoise) { return lower }
    return midpoint(lower, highest(reaching: totalWeight / 2))
  }

  /// The smallest difference such that those up to it have at least this weight.
  func lowest(reaching weight: Double) -> Double {
    search(reaching: weight).difference
  }

  /// The largest difference such that those from it on have at least this weight.
  func highest(reaching weight: Double) -> Double {
    -mirrored.lowest(reaching: weight)
  }

  /// The differences the other way round: each exactly the negative of its counterpart.
  private var mirrored: PairwiseDifferences {
    PairwiseDifferences(
      pairs: pairs, totalWeight: totalWeight,
      strata: strata.map { Stratum(x: $0.y, y: $0.x, weight: $0.weight) }, smallest: -largest,
      largest: -smallest)
  }

  private init(
    pairs: Int, totalWeight: Double, strata: [Stratum], smallest: Double, largest: Double
  ) {
    self.pairs = pairs
    self.totalWeight = totalWeight
    self.strata = strata
    self.smallest = smallest
    self.largest = largest
  }

  /// The weight that was reached counts equal differences only as far as they were needed.
  private func search(reaching target: Double) -> (difference: Double, reached: Double) {
    // Weights that meet the target exactly must not miss it by the rounding of their sum.
    let target = target - totalWeight * roundingNoise
    var low = smallest.nextDown
    var high = largest
    var below = (weight: 0.0, pairs: 0)
    var left = pairs
    var halvings = 0
    while left > fewPairs {
      let middle = halvings < 48 ? midpoint(low, high) : midpointByBits(low, high)
      halvings += 1
      guard middle > low, middle < high else {
        if halvings < 48 { continue }
        return (high, total(atMost: high).weight)
      }
      let sum = total(atMost: middle)
      if sum.weight >= target {
        high = middle
        left = sum.pairs - below.pairs
      } else {
        low = middle
        left -= sum.pairs - below.pairs
        below = sum
      }
    }
    var reached = below.weight
    var last = high
    for (difference, weight) in pairs(above: low, atMost: high) {
      reached += weight
      last = difference
      if reached >= target { break }
    }
    return (last, reached)
  }

  private func total(atMost limit: Double) -> (weight: Double, pairs: Int) {
    var weight = 0.0
    var pairs = 0
    for stratum in strata {
      var count = 0
      stratum.x.withUnsafeBufferPointer { x in
        stratum.y.withUnsafeBufferPointer { y in
          var end = 0
          for value in x {
            while end < y.count, y[end] - value <= limit { end += 1 }
            count += end
          }
        }
      }
      weight += stratum.weight * Double(count)
      pairs += count
    }
    return (weight, pairs)
  }

  private func pairs(
    above low: Double, atMost high: Double
  ) -> [(difference: Double, weight: Double)] {
    var found: [(difference: Double, weight: Double)] = []
    found.reserveCapacity(fewPairs)
    for stratum in strata {
      var start = 0
      for value in stratum.x {
        while start < stratum.y.count, stratum.y[start] - value <= low { start += 1 }
        var index = start
        while index < stratum.y.count, stratum.y[index] - value <= high {
          found.append((stratum.y[index] - value, stratum.weight))
          index += 1
        }
      }
    }
    found.sort { $0.difference < $1.difference }
    return found
  }
}

/// So few pairs are sorted faster than halved again: a halving walks along the groups once.
private let fewPairs = 16

/// The number in the middle of all representable ones between two: at most 64 steps to any number,
/// where halving the distance may take two thousand.
private func midpointByBits(_ a: Double, _ b: Double) -> Double {
  let a = order(a)
  let b = order(b)
  let middle = (a & b) + ((a ^ b) >> 1)
  return Double(bitPattern: UInt64(bitPattern: middle >= 0 ? middle : Int64.min - middle))
}

/// Integers in the order of the numbers whose bits they are.
private func order(_ value: Double) -> Int64 {
  let bits = Int64(bitPattern: value.bitPattern)
  return bits >= 0 ? bits : Int64.min - bits
}

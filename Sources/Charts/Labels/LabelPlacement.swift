/// Moves labels apart as little as possible, keeping their order.
///
///     placedLabels(at: [50, 50, 50], gap: 12, within: 0...60)  // [36, 48, 60]
///
/// The sum of the squared shifts is the smallest one that keeps neighbours at least `gap` apart:
/// isotonic regression of p(j) − j·gap by pooling adjacent violators, clipped to the bounds.
///
/// - Parameters:
///   - positions: In any order; equal ones keep the order in which they are given.
///   - gap: The smallest distance between neighbours. Made smaller when the labels do not fit
///     between the bounds otherwise.
/// - Returns: One place for each position, in the order of `positions`.
///
/// Source: Barlow et al., *Statistical Inference under Order Restrictions* (1972); Best and
/// Chakravarti, Mathematical Programming 47 (1990), 425–439.
public func placedLabels(
  at positions: [Double], gap: Double, within bounds: ClosedRange<Double>
) -> [Double] {
  guard !positions.isEmpty else { return [] }
  let count = Double(positions.count)
  let room = bounds.upperBound - bounds.lowerBound
  let gap = positions.count > 1 ? min(gap, room / (count - 1)) : gap
  let order = positions.indices.sorted {
    positions[$0] != positions[$1] ? positions[$0] < positions[$1] : $0 < $1
  }

  /// Neighbours that ended up at the smallest distance.
  struct Pool {
    var sum: Double
    var count: Int
    var mean: Double { sum / Double(count) }
  }
  var pools: [Pool] = []
  for (rank, index) in order.enumerated() {
    var pool = Pool(sum: positions[index] - Double(rank) * gap, count: 1)
    while let last = pools.last, last.mean > pool.mean {
      pool = Pool(sum: last.sum + pool.sum, count: last.count + pool.count)
      pools.removeLast()
    }
    pools.append(pool)
  }

  let highest = max(bounds.lowerBound, bounds.upperBound - (count - 1) * gap)
  var placed = positions
  var rank = 0
  for pool in pools {
    let place = min(max(pool.mean, bounds.lowerBound), highest)
    for _ in 0..<pool.count {
      placed[order[rank]] = place + Double(rank) * gap
      rank += 1
    }
  }
  return placed
}

/// Puts texts over each other in as few levels as keep them apart.
///
/// - Parameter spans: From left to right edge of each text, in any order.
/// - Returns: The level of each text, from 0.
func levels(for spans: [(left: Double, right: Double)], gap: Double = 8) -> [Int] {
  var ends: [Double] = []
  var levels = Array(repeating: 0, count: spans.count)
  for index in spans.indices.sorted(by: { (spans[$0].left, $0) < (spans[$1].left, $1) }) {
    let span = spans[index]
    if let level = ends.firstIndex(where: { span.left - $0 >= gap }) {
      ends[level] = span.right
      levels[index] = level
    } else {
      levels[index] = ends.count
      ends.append(span.right)
    }
  }
  return levels
}

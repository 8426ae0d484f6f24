import Glibc

/// Puts dots of one row beside each other, each as near to the middle as those before it allow.
///
/// - Parameters:
///   - places: Along the row, in any order.
///   - radius: Of a dot, in the unit of `places`.
///   - limit: No dot lies farther from the middle. Where it is too crowded, dots overlap there.
/// - Returns: The offset of each dot from the middle, in the order of `places`.
func beeswarm(_ places: [Double], radius: Double, limit: Double) -> [Double] {
  let distance = 2 * radius
  var offsets = Array(repeating: 0.0, count: places.count)
  var done: [Int] = []
  for index in places.indices.sorted(by: { (places[$0], $0) < (places[$1], $1) }) {
    let near = done.reversed().prefix { places[index] - places[$0] < distance }
    var candidates = [0.0]
    for other in near {
      let along = places[index] - places[other]
      let across = (distance * distance - along * along).squareRoot()
      candidates += [offsets[other] + across, offsets[other] - across]
    }
    let free = candidates.filter { candidate in
      candidate.magnitude <= limit
        && near.allSatisfy { other in
          hypot(places[index] - places[other], candidate - offsets[other]) >= distance - 1e-6
        }
    }
    if let best = free.min(by: { ($0.magnitude, $1) < ($1.magnitude, $0) }) {
      offsets[index] = best
    } else {
      offsets[index] = done.count.isMultiple(of: 2) ? limit : -limit
    }
    done.append(index)
  }
  return offsets
}

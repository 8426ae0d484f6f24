/// The known name that a person most likely meant, for the help of an unknown-name error.
///
/// - Parameters:
///   - name: What was typed.
///   - known: In any order; of two equally near the alphabetically first is taken.
/// - Returns: `nil` when nothing is near: at most a third of the letters (and always one) may differ,
///   counting a swap of neighbours as one. Case is not counted.
public func nearestName(to name: String, among known: some Sequence<String>) -> String? {
  let typed = Array(name.lowercased().unicodeScalars)
  let allowed = max(1, typed.count / 3)
  var best: (distance: Int, name: String)?
  for candidate in known {
    let letters = Array(candidate.lowercased().unicodeScalars)
    guard abs(letters.count - typed.count) <= allowed else { continue }
    let distance = alignmentDistance(typed, letters)
    guard distance <= allowed else { continue }
    if let current = best, (current.distance, current.name) <= (distance, candidate) { continue }
    best = (distance, candidate)
  }
  return best?.name
}

/// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours.
private func alignmentDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var current = [i + 1]
    current.reserveCapacity(b.count + 1)
    for j in b.indices {
      var cost = min(last[j + 1] + 1, current[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      current.append(cost)
    }
    beforeLast = last
    last = current
  }
  return last[b.count]
}

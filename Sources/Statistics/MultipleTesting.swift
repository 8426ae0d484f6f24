/// Raises p values so that, of all that stay below a limit, at most that part is expected to be
/// false.
///
/// - Parameter pValues: From 0 to 1, in any order.
/// - Returns: In the same order; `nil` when one is outside 0 to 1.
///
/// Source: Benjamini and Hochberg, "Controlling the False Discovery Rate", *JRSS B* 57 (1995): the
/// smallest n·p(j)/j over the j-th smallest from this one on.
public func benjaminiHochberg(_ pValues: [Double]) -> [Double]? {
  guard pValues.allSatisfy({ $0 >= 0 && $0 <= 1 }) else { return nil }
  let count = pValues.count
  var adjusted = pValues
  var smallest = 1.0
  let order = pValues.indices.sorted { pValues[$0] < pValues[$1] }
  for (place, index) in order.enumerated().reversed() {
    smallest = min(smallest, pValues[index] * Double(count) / Double(place + 1))
    adjusted[index] = smallest
  }
  return adjusted
}

/// Raises p values so that with this certainty none that stays below a limit is false.
///
/// - Parameter pValues: From 0 to 1, in any order.
/// - Returns: In the same order; `nil` when one is outside 0 to 1.
///
/// Source: Holm, "A Simple Sequentially Rejective Multiple Test Procedure", *Scandinavian Journal of
/// Statistics* 6 (1979): the largest (n − j + 1)·p(j) over the j-th smallest up to this one.
public func holm(_ pValues: [Double]) -> [Double]? {
  guard pValues.allSatisfy({ $0 >= 0 && $0 <= 1 }) else { return nil }
  let count = pValues.count
  var adjusted = pValues
  var largest = 0.0
  let order = pValues.indices.sorted { pValues[$0] < pValues[$1] }
  for (place, index) in order.enumerated() {
    largest = max(largest, min(1, pValues[index] * Double(count - place)))
    adjusted[index] = largest
  }
  return adjusted
}

/// Each value's place in the order of all, from 1; equal values share the mean of their places.
///
/// - Returns: In the order of the values. `nil` when one is not finite.
public func midRanks(of values: [Double]) -> [Double]? {
  values.allFinite ? midRanks(of: values, tolerance: 0) : nil
}

/// - Parameter tolerance: Neighbours in the order that are no further apart count as equal.
func midRanks(of values: [Double], tolerance: Double) -> [Double] {
  let order = values.indices.sorted { values[$0] < values[$1] }
  var ranks = [Double](repeating: 0, count: values.count)
  var start = 0
  while start < order.count {
    var end = start + 1
    while end < order.count, values[order[end]] - values[order[end - 1]] <= tolerance { end += 1 }
    let rank = Double(start + end + 1) / 2
    for place in start..<end { ranks[order[place]] = rank }
    start = end
  }
  return ranks
}

/// Pearson's correlation of two lists of ranks; `nil` when one list has no spread.
func correlation(ofRanks x: [Double], _ y: [Double]) -> Double? {
  let mean = Double(x.count + 1) / 2
  var products = 0.0
  var squaresX = 0.0
  var squaresY = 0.0
  for index in x.indices {
    let a = x[index] - mean
    let b = y[index] - mean
    products += a * b
    squaresX += a * a
    squaresY += b * b
  }
  guard squaresX > 0, squaresY > 0 else { return nil }
  return max(-1, min(1, products / (squaresX * squaresY).squareRoot()))
}

import Glibc

/// Ticks of a logarithmic axis at 1, 2 and 5 times powers of ten, fewer when the range is long and more when it
/// is so short that hardly one of them lies in it.
///
///     logarithmicTicks(from: 3, to: 180, limit: 7)  // [2, 5, 10, 20, 50, 100, 200]
///     logarithmicTicks(from: 7, to: 21, limit: 7)   // [7, 10, 20, 30]
///
/// - Parameter limit: At most this many ticks, at least 2.
/// - Returns: Enclosing the range, in ascending order, at least two. `nil` unless both ends are
///   finite and above zero.
public func logarithmicTicks(from low: Double, to high: Double, limit: Int) -> [Double]? {
  guard isLogarithmicRange(low, high) else { return nil }
  let bottom = Int(log10(low).rounded(.down)) - 1
  let top = Int(log10(high).rounded(.up)) + 1
  func steps(_ factors: [Double]) -> [Double] {
    enclosing(
      (bottom...top).flatMap { power in factors.map { scaled($0, by: power) } }, low, high)
  }
  let fine = steps([1, 2, 5])
  let finer = steps([1, 2, 3, 5, 7])
  let isSparse = fine.count { $0 >= low && $0 <= high } < 3
  if isSparse, finer.count <= max(limit, 2) { return finer }
  if fine.count <= max(limit, 2) { return fine }
  return thinned(enclosing((bottom...top).map { scaled(1, by: $0) }, low, high), to: limit)
}

/// Ticks of a ratio at powers of two: as many times more as less lie at the same distance from 1.
///
///     ratioTicks(from: 0.4, to: 3, limit: 5)  // [0.25, 0.5, 1, 2, 4]
///
/// - Parameter limit: At most this many ticks, at least 2; steps of 4, 8 and so on when needed.
/// - Returns: Enclosing the range and 1, in ascending order. `nil` unless both ends are finite
///   and above zero.
public func ratioTicks(from low: Double, to high: Double, limit: Int) -> [Double]? {
  guard isLogarithmicRange(low, high) else { return nil }
  let bottom = min(low, 1)
  let top = max(high, 1)
  var power = 1.0
  while true {
    let first = Int((log2(bottom) / power).rounded(.down))
    var last = Int((log2(top) / power).rounded(.up))
    if first == last { last += 1 }
    if last - first + 1 <= max(limit, 3) {
      return (first...last).map { exp2(Double($0) * power) }
    }
    power += 1
  }
}

private func isLogarithmicRange(_ low: Double, _ high: Double) -> Bool {
  low > 1e-290 && low <= high && high < 1e290
}

/// The shortest piece of `ticks` that encloses the range, of at least two ticks.
private func enclosing(_ ticks: [Double], _ low: Double, _ high: Double) -> [Double] {
  let first = ticks.lastIndex { $0 <= low * (1 + 1e-12) } ?? 0
  var last = ticks.firstIndex { $0 >= high * (1 - 1e-12) } ?? ticks.count - 1
  if last == first { last = min(last + 1, ticks.count - 1) }
  return Array(ticks[first...last])
}

/// Every n-th of `powers`, with the next one above so that the end stays enclosed.
private func thinned(_ powers: [Double], to limit: Int) -> [Double] {
  var step = 1
  while (powers.count - 1 + step - 1) / step + 1 > max(limit, 2) { step += 1 }
  guard step > 1, let first = powers.first else { return powers }
  let steps = (powers.count - 1 + step - 1) / step
  return (0...steps).map { first * pow(10, Double($0 * step)) }
}

import Glibc

/// Ticks at multiples of 1, 2 or 5 that enclose a range: always an answer, not always the best.
///
///     heckbertTicks(from: 105, to: 543, target: 5)  // [100, 200, 300, 400, 500, 600]
///
/// - Returns: At least two ticks. An empty range is widened first: around a value by half of it on
///   either side, 0 to 1 for zero and for what is not finite.
///
/// Source: Heckbert, *Nice Numbers for Graph Labels*, Graphics Gems (1990), 61–63.
public func heckbertTicks(from low: Double, to high: Double, target: Int) -> [Double] {
  guard low.isFinite, high.isFinite, low <= high, max(low.magnitude, high.magnitude) < 1e290
  else { return [0, 1] }
  var (low, high) = (low, high)
  if high - low <= max(low.magnitude, high.magnitude) * 1e-10 {
    if low.magnitude < 1e-290 { return [0, 1] }
    (low, high) = (low - low.magnitude / 2, high + high.magnitude / 2)
  }
  let range = niceNumber(high - low, isRounded: false)
  let step = niceNumber(
    range.number * pow(10, Double(range.exponent)) / Double(max(target, 2) - 1), isRounded: true)
  let size = scaled(step.number, by: step.exponent)
  let first = Int((low / size).rounded(.down))
  let last = Int((high / size).rounded(.up))
  return (first...last).map { scaled(Double($0) * step.number, by: step.exponent) }
}

/// The nice number near `value`: the nearest one, or the next one that is not smaller.
private func niceNumber(_ value: Double, isRounded: Bool) -> (number: Double, exponent: Int) {
  let exponent = Int(log10(value).rounded(.down))
  let part = value / pow(10, Double(exponent))
  let number: Double =
    isRounded
    ? (part < 1.5 ? 1 : part < 3 ? 2 : part < 7 ? 5 : 10)
    : (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10)
  return (number, exponent)
}

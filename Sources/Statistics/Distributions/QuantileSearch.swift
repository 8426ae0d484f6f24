import Glibc

/// Where a rising function crosses zero: Newton's steps, halving whenever one leaves the bracket.
///
/// - Parameters:
///   - lower: The function is below zero here.
///   - upper: Doubled until the function is above zero there.
///   - start: The first try.
///   - function: Its value and its slope. The slope may be wrong; it only costs steps.
func bracketedNewton(
  from lower: Double, to upper: Double, start: Double,
  _ function: (Double) -> (value: Double, slope: Double)
) -> Double {
  var lower = lower
  var upper = upper
  while upper < Double.greatestFiniteMagnitude / 4, function(upper).value < 0 {
    lower = upper
    upper *= 2
  }
  var x = start > lower && start < upper ? start : lower + (upper - lower) / 2
  for _ in 0..<400 {
    let (value, slope) = function(x)
    if value == 0 { return x }
    if value < 0 { lower = x } else { upper = x }
    let step = x - value / slope
    if step > lower && step < upper {
      // Newton's error after a step is about the square of that step.
      if abs(step - x) <= 1e-9 * abs(step) { return step }
      x = step
    } else {
      let middle = lower + (upper - lower) / 2
      if middle == x || middle == lower || middle == upper { return middle }
      x = middle
    }
  }
  return x
}

/// How far the distribution function is from a probability, measured in the smaller tail.
struct ProbabilityTarget {
  private let probability: Double
  private let isUpper: Bool

  /// - Parameter p: Between 0 and 1, ends excluded.
  init(_ p: Double) {
    isUpper = p > 0.5
    probability = isUpper ? 1 - p : p
  }

  func excess(of tails: Tails) -> Double {
    isUpper ? probability - tails.upper : tails.lower - probability
  }
}

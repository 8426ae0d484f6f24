import Glibc

/// The regularised incomplete beta function I_x(a, b) and its complement, for a > 0 and b > 0.
///
/// - Parameters:
///   - x: From 0 to 1.
///   - complement: 1 − x, given apart because near 1 the difference loses digits.
///
/// Source: Abramowitz and Stegun (1964), 26.5.8, by Lentz's method; where a parameter is so large
/// that the fraction would take too long, 26.5.21 (both large) and Wise, *Biometrika* 37 (1950)
/// (one large).
func incompleteBeta(_ x: Double, complement y: Double, _ a: Double, _ b: Double) -> Tails {
  guard x > 0 else { return Tails(lower: 0) }
  guard y > 0 else { return Tails(upper: 0) }
  // In the limit all of the distribution is at the two ends; 1/a would overflow on the way.
  guard min(a, b) > tiniest else { return Tails(lower: b / (a + b)) }
  if min(a, b) > bothLarge {
    let first = cbrt(b * x)
    let second = cbrt(a * y)
    let z =
      3 * (first * (1 - 1 / (9 * b)) - second * (1 - 1 / (9 * a)))
      / (first * first / b + second * second / a).squareRoot()
    return z < 0
      ? Tails(lower: standardNormalCumulative(z)) : Tails(upper: standardNormalCumulative(-z))
  }
  if b > oneLarge {
    return incompleteGamma(shape: a, -(b + (a - 1) / 2) * (y > 0.5 ? log1p(-x) : log(y)))
  }
  if a > oneLarge { return Tails(swapping: incompleteBeta(y, complement: x, b, a)) }

  let scale = exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log(y))
  return x < (a + 1) / (a + b + 2)
    ? Tails(lower: scale * betaFraction(x, a, b) / a)
    : Tails(upper: scale * betaFraction(y, b, a) / b)
}

private func betaFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
  var c = 1.0
  var d = 1 / awayFromZero(1 - (a + b) * x / (a + 1))
  var fraction = d
  for i in 1...iterationLimit {
    let m = Double(i)
    let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / awayFromZero(1 + even * d)
    c = awayFromZero(1 + even / c)
    fraction *= d * c
    let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / awayFromZero(1 + odd * d)
    c = awayFromZero(1 + odd / c)
    fraction *= d * c
    if abs(d * c - 1) < 1e-16 { break }
  }
  return fraction
}

private let bothLarge = 1e6
private let oneLarge = 1e8

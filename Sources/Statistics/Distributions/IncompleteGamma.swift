import Glibc

/// The two halves of a distribution function; each is exact where it is small.
struct Tails {
  /// P(X ≤ x).
  let lower: Double
  /// P(X > x).
  let upper: Double

  init(lower: Double) {
    self.lower = min(max(lower, 0), 1)
    self.upper = 1 - self.lower
  }

  init(upper: Double) {
    self.upper = min(max(upper, 0), 1)
    self.lower = 1 - self.upper
  }

  init(swapping other: Tails) {
    self.lower = other.upper
    self.upper = other.lower
  }
}

/// ln Γ(x) for x > 0, without the global sign that `lgamma` writes.
func logGamma(_ x: Double) -> Double {
  var sign: Int32 = 0
  return lgamma_r(x, &sign)
}

/// The regularised incomplete gamma functions P(a, x) and Q(a, x), for a > 0 and x ≥ 0.
///
/// Series below a + 1, continued fraction above, to about 1 part in 10^9; past `gammaNormalLimit` the
/// cube root of Wilson and Hilferty, in the tails to about 1 part in 10^6.
///
/// Source: Abramowitz and Stegun, *Handbook of Mathematical Functions* (1964), 6.5.29 and 6.5.31;
/// Lentz, *Applied Optics* 15 (1976); Wilson and Hilferty, *PNAS* 17 (1931).
func incompleteGamma(shape a: Double, _ x: Double) -> Tails {
  guard x > 0 else { return Tails(lower: 0) }
  guard x < .infinity else { return Tails(upper: 0) }
  // In the limit all of the distribution is at zero; 1/a would overflow on the way.
  guard a > tiniest else { return Tails(upper: 0) }
  if a > gammaNormalLimit {
    let z = (cbrt(x / a) - (1 - 1 / (9 * a))) * 3 * a.squareRoot()
    return z < 0
      ? Tails(lower: standardNormalCumulative(z)) : Tails(upper: standardNormalCumulative(-z))
  }
  let scale = exp(a * log(x) - x - logGamma(a))
  if x < a + 1 {
    var term = 1 / a
    var sum = term
    var divisor = a
    repeat {
      divisor += 1
      term *= x / divisor
      sum += term
    } while term > sum * 1e-17
    return Tails(lower: sum * scale)
  }
  var b = x + 1 - a
  var c = 1 / tiniest
  var d = 1 / b
  var fraction = d
  for i in 1...iterationLimit {
    let numerator = -Double(i) * (Double(i) - a)
    b += 2
    d = 1 / awayFromZero(numerator * d + b)
    c = awayFromZero(b + numerator / c)
    fraction *= d * c
    if abs(d * c - 1) < 1e-16 { break }
  }
  return Tails(upper: scale * fraction)
}

/// Lentz's method divides by what may vanish on the way.
func awayFromZero(_ x: Double) -> Double {
  abs(x) < tiniest ? tiniest : x
}

/// Continued fractions need some square roots of their largest parameter; this is far beyond.
let iterationLimit = 100_000
private let gammaNormalLimit = 1e6
let tiniest = 1e-300

import Glibc

/// Student's t distribution: a mean divided by its standard error, when both come from one sample.
public struct StudentT: Hashable, Sendable {
  public let degreesOfFreedom: Double

  /// Returns `nil` unless the number is finite and above 0. It need not be whole.
  public init?(degreesOfFreedom: Double) {
    guard degreesOfFreedom > 0, degreesOfFreedom.isFinite else { return nil }
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// P(T ≤ t). `nil` for NaN.
  public func cumulative(_ t: Double) -> Double? {
    guard !t.isNaN else { return nil }
    return t < 0 ? upperTail(-t) : 1 - upperTail(t)
  }

  /// The value that a part `p` of the distribution stays below. `nil` unless 0 < p < 1.
  ///
  /// Source: the incomplete beta function, inverted from the expansion of Abramowitz and Stegun
  /// (1964), 26.7.5, which past 100,000 degrees of freedom is all that is needed.
  public func quantile(_ p: Double) -> Double? {
    guard p > 0, p < 1 else { return nil }
    let tail = min(p, 1 - p)
    let magnitude = upperQuantile(tail)
    return p < 0.5 ? -magnitude : magnitude
  }

  /// How many standard errors an interval of this level needs on each side.
  public func quantile(of confidence: ConfidenceLevel) -> Double {
    guard confidence == .percent95, let degrees = Int(exactly: degreesOfFreedom),
      usualDegrees.contains(degrees)
    else { return upperQuantile(confidence.errorRate / 2) }
    return usualQuantiles[degrees - 1]
  }

  /// The value that is exceeded with probability `tail`, which is at most ½.
  fileprivate func upperQuantile(_ tail: Double) -> Double {
    guard tail < 0.5 else { return 0 }
    let z = -standardNormalQuantile(tail)
    let nu = degreesOfFreedom
    let square = z * z
    let expansion =
      z
      * (1 + (square + 1) / (4 * nu) + ((5 * square + 16) * square + 3) / (96 * nu * nu)
        + (((3 * square + 19) * square + 17) * square - 15) / (384 * nu * nu * nu))
    if nu > normalLimit { return expansion }
    // Below two degrees of freedom its terms grow.
    let start = nu < 2 ? z : expansion
    let scale = logGamma((nu + 1) / 2) - logGamma(nu / 2) - 0.5 * log(nu * .pi)
    return bracketedNewton(from: 0, to: 2 * start + 1, start: start) { t in
      (tail - upperTail(t), exp(scale - (nu + 1) / 2 * log1p(t / nu * t)))
    }
  }

  /// P(T > t) for t ≥ 0.
  private func upperTail(_ t: Double) -> Double {
    let nu = degreesOfFreedom
    if nu > normalLimit {
      return standardNormalCumulative(-t * (1 - 1 / (4 * nu)) / (1 + t / (2 * nu) * t).squareRoot())
    }
    guard t < 1e150 else { return 0 }
    let square = t * t
    return 0.5
      * incompleteBeta(nu / (nu + square), complement: square / (nu + square), nu / 2, 0.5).lower
  }
}

/// From here the normal distribution, corrected, is nearer than the incomplete beta function.
private let normalLimit = 1e5

/// Those of up to a year of weeks, or five of months.
private let usualDegrees = 1...60

/// At 95 %, of each of them. Searched for once: nearly all intervals ask for one of these.
private let usualQuantiles = usualDegrees.compactMap {
  StudentT(degreesOfFreedom: Double($0))?.upperQuantile(ConfidenceLevel.percent95.errorRate / 2)
}

import Glibc

/// By how many per cent counts rise when what drives them rises by one per cent.
public struct QuasiPoissonSlope: Hashable, Sendable {
  /// 1 means in proportion, 0 means no relation.
  public let elasticity: Estimate
  /// The logarithm of the expected count where the logarithm of the driver is 0.
  public let intercept: Double
  /// Pearson's χ² over its degrees of freedom.
  public let dispersion: Double
  /// Of the elasticity, with the dispersion taken as at least 1.
  public let standardError: Double

  /// What the interval is made with: never below 1.
  public var usedDispersion: Double { max(1, dispersion) }
}

/// The elasticity of weekly counts to a weekly driver, such as conversions to sessions.
///
/// - Parameters:
///   - counts: One a week; not negative. Conversions may be shared out and so not whole.
///   - driver: As many, in the same order; not negative. A week where it is 0 has no logarithm and
///     is left out.
/// - Returns: `nil` for unequal lengths, for a value that is negative or not finite, below three
///   weeks, without events, when the driver is the same in all weeks, and when the likelihood has
///   no maximum (all events in the weeks with the largest driver).
///
/// Source: Nelder and Wedderburn, "Generalized Linear Models", *JRSS A* 135 (1972): Poisson with
/// logarithmic link, iteratively reweighted least squares; Wedderburn (1974) for the dispersion;
/// Student's t at n − 2 degrees of freedom.
public func quasiPoissonSlope(
  of counts: [Double], on driver: [Double], confidence: ConfidenceLevel = .percent95
) -> QuasiPoissonSlope? {
  guard counts.count == driver.count else { return nil }
  var x: [Double] = []
  var y: [Double] = []
  for (count, drive) in zip(counts, driver) {
    guard count >= 0, count.isFinite, drive >= 0, drive.isFinite else { return nil }
    guard drive > 0 else { continue }
    x.append(log(drive))
    y.append(count)
  }
  let n = x.count
  guard n >= 3, let t = StudentT(degreesOfFreedom: Double(n - 2)) else { return nil }
  // Around its mean the driver and the constant hardly compete, and the steps are stable.
  let centre = x.sum / Double(n)
  for index in x.indices { x[index] -= centre }
  guard let fit = PoissonLine(x, y) else { return nil }

  let dispersion = fit.chiSquare / Double(n - 2)
  let error = (max(1, dispersion) * fit.slopeVariance).squareRoot()
  let distance = t.quantile(of: confidence) * error
  let intercept = fit.constant - fit.slope * centre
  guard dispersion.isFinite, intercept.isFinite,
    let elasticity = Estimate(
      fit.slope, from: fit.slope - distance, to: fit.slope + distance, confidence: confidence,
      sampleSize: n)
  else { return nil }
  return QuasiPoissonSlope(
    elasticity: elasticity, intercept: intercept, dispersion: dispersion, standardError: error)
}

/// ln(mean) = constant + slope · x by maximum likelihood.
private struct PoissonLine {
  let constant: Double
  let slope: Double
  let slopeVariance: Double
  let chiSquare: Double

  init?(_ x: [Double], _ y: [Double]) {
    let mean = y.sum / Double(y.count)
    guard mean > 0, mean.isFinite else { return nil }
    var constant = log(mean)
    var slope = 0.0
    var likelihood = Self.logLikelihood(x, y, constant, slope)
    for _ in 0..<100 {
      var gradient = (0.0, 0.0)
      var information = (0.0, 0.0, 0.0)
      for index in x.indices {
        let mu = exp(constant + slope * x[index])
        gradient.0 += y[index] - mu
        gradient.1 += (y[index] - mu) * x[index]
        information.0 += mu
        information.1 += mu * x[index]
        information.2 += mu * x[index] * x[index]
      }
      let determinant = information.0 * information.2 - information.1 * information.1
      guard determinant > information.0 * information.2 * roundingNoise else { return nil }
      var step = (
        (information.2 * gradient.0 - information.1 * gradient.1) / determinant,
        (information.0 * gradient.1 - information.1 * gradient.0) / determinant
      )
      // The likelihood has one hill: a step that goes down was too long.
      var next = Self.logLikelihood(x, y, constant + step.0, slope + step.1)
      var halvings = 0
      while !(next >= likelihood - abs(likelihood) * 1e-13), halvings < 60 {
        step = (step.0 / 2, step.1 / 2)
        next = Self.logLikelihood(x, y, constant + step.0, slope + step.1)
        halvings += 1
      }
      constant += step.0
      slope += step.1
      likelihood = next
      guard constant.isFinite, slope.isFinite else { return nil }
      if abs(step.0) + abs(step.1) < 1e-10 * (1 + abs(constant) + abs(slope)) {
        self.constant = constant
        self.slope = slope
        slopeVariance = information.0 / determinant
        var chiSquare = 0.0
        for index in x.indices {
          let mu = exp(constant + slope * x[index])
          guard mu > 0 else { return nil }
          chiSquare += (y[index] - mu) * ((y[index] - mu) / mu)
        }
        self.chiSquare = chiSquare
        return
      }
    }
    return nil
  }

  /// Without the part that does not depend on the line.
  private static func logLikelihood(
    _ x: [Double], _ y: [Double], _ constant: Double, _ slope: Double
  ) -> Double {
    var sum = 0.0
    for index in x.indices {
      let eta = constant + slope * x[index]
      sum += y[index] * eta - exp(eta)
    }
    return sum
  }
}

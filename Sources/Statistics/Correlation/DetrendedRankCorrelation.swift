import Glibc

/// A rank correlation of two weekly series after each has lost its trend.
public struct DetrendedRankCorrelation: Hashable, Sendable {
  public let correlation: RankCorrelation
  /// Of the Theil–Sen lines that were removed, per week.
  public let slopes: Pair
  /// How much each week's rest resembles the rest of the week before: from −1 to 1.
  public let autocorrelations: Pair

  /// One number for each of the two series.
  public struct Pair: Hashable, Sendable {
    public let x: Double
    public let y: Double
  }
}

/// Whether two weekly series go up and down together, apart from both rising or falling for long.
///
/// Two rising lines always correlate, so each Theil–Sen line is removed first; and weeks that
/// resemble their neighbours say less than their number, so the interval counts fewer.
///
/// - Parameters:
///   - x: One value a week, in order; `nil` where the week is unknown.
///   - y: The same weeks.
/// - Returns: Over the weeks that both know. `nil` for unequal lengths, below five such weeks, when a
///   value is not finite, and when a series is a straight line, because then nothing is left.
///
/// Source: Bretherton et al., "The Effective Number of Spatial Degrees of Freedom of a Time-Varying
/// Field", *Journal of Climate* 12 (1999), after Quenouille (1947): n(1 − ab)/(1 + ab) with the lag-1
/// autocorrelations a and b, kept between 5 and n; interval as ``spearman(_:_:confidence:)``.
public func detrendedRankCorrelation(
  _ x: [Double?], _ y: [Double?], confidence: ConfidenceLevel = .percent95
) -> DetrendedRankCorrelation? {
  guard x.count == y.count else { return nil }
  var weeks: [Double] = []
  var valuesX: [Double] = []
  var valuesY: [Double] = []
  for (week, (a, b)) in zip(x, y).enumerated() {
    guard let a, let b else { continue }
    weeks.append(Double(week))
    valuesX.append(a)
    valuesY.append(b)
  }
  let n = weeks.count
  guard n >= 5, let restX = Residuals(valuesX, at: weeks),
    let restY = Residuals(valuesY, at: weeks),
    let coefficient = correlation(ofRanks: restX.ranks, restY.ranks)
  else { return nil }
  let product = restX.autocorrelation * restY.autocorrelation
  let independent = Double(n) * (1 - product) / (1 + product)
  guard
    let correlation = RankCorrelation(
      coefficient: coefficient, sampleSize: n,
      effectiveSampleSize: min(max(independent, 5), Double(n)), confidence: confidence)
  else { return nil }
  return DetrendedRankCorrelation(
    correlation: correlation,
    slopes: .init(x: restX.slope, y: restY.slope),
    autocorrelations: .init(x: restX.autocorrelation, y: restY.autocorrelation))
}

/// What a series is without its Theil–Sen line.
private struct Residuals {
  let slope: Double
  let ranks: [Double]
  let autocorrelation: Double

  init?(_ values: [Double], at weeks: [Double]) {
    guard let line = theilSenLine(values, at: weeks) else { return nil }
    var rest = values
    var largest = 0.0
    for index in rest.indices {
      rest[index] -= line.intercept + line.slope * weeks[index]
      largest = max(largest, abs(values[index]), abs(line.intercept))
    }
    // Residuals that are equal on paper differ in their last digits; ranks must not see that.
    let noise = largest * roundingNoise
    let mean = rest.sum / Double(rest.count)
    var squares = 0.0
    var products = 0.0
    for index in rest.indices {
      let distance = rest[index] - mean
      squares += distance * distance
      if index > 0, weeks[index] - weeks[index - 1] == 1 {
        products += (rest[index - 1] - mean) * distance
      }
    }
    guard squares.isFinite, squares > noise * noise * Double(rest.count) else { return nil }
    slope = line.slope
    ranks = midRanks(of: rest, tolerance: noise)
    autocorrelation = products / squares
  }
}

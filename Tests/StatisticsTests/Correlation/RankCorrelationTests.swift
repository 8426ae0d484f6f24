import Statistics
import Testing

@Suite struct RankCorrelationTests {
  /// Expected numbers from scipy's theilslopes and spearmanr, the rest written out in Python.
  @Test func `weeks that are unknown leave a gap and join no neighbours`() throws {
    let result = try #require(
      detrendedRankCorrelation(
        [31, 28, 40, nil, 35, 44, 51, 38, 29, 47, nil, 52, 41, 39, 55, 63],
        [12, 9, 14, 8, 10, 15, 13, 16, 9, 11, 17, 19, 12, 14, nil, 18]))
    #expect(result.correlation.sampleSize == 13)
    #expect(isClose(result.slopes.x, 4.0 / 3))
    #expect(isClose(result.slopes.y, 1.0 / 3))
    #expect(isClose(result.autocorrelations.x, 0.030656354120542146))
    #expect(isClose(result.autocorrelations.y, -0.23253339307216278))
    #expect(isClose(result.correlation.coefficient, 0.5805577953661855))
    #expect(isClose(result.correlation.interval.lower, -0.00668395344150908))
    #expect(isClose(result.correlation.interval.upper, 0.8700514736638741))
  }

  @Test(
    arguments: [
      ("two straight lines", 0.1, 0.3), ("a large and a small scale", 1e9 / 3, 1e-9 / 7),
    ])
  func `nothing is left of a straight line, not even rounding`(
    _ name: String, slopeX: Double, slopeY: Double
  ) {
    let x = (0..<20).map { 5 + slopeX * Double($0) }
    let y = (0..<20).map { 7 + slopeY * Double($0) }
    #expect(detrendedRankCorrelation(x, y) == nil)
  }

  /// By hand: an effective size of 5 is the floor.
  @Test func `weeks that all resemble their neighbours are worth five at the least`() throws {
    let wave = (0..<40).map { Double(min($0 % 40, 39 - $0 % 40)) }
    let result = try #require(detrendedRankCorrelation(wave, wave))
    #expect(result.correlation.effectiveSampleSize == 5)
    #expect(result.correlation.coefficient == 1)
  }

  /// Lower limit from the formula in Python, with ρ half a step below 1.
  @Test func `a perfect correlation of few pairs is not certain`() throws {
    let x = (0..<13).map(Double.init)
    let result = try #require(spearman(x, x.map { $0 * $0 }))
    #expect(result.coefficient == 1)
    #expect(result.interval.upper == 1)
    #expect(isClose(result.interval.lower, 0.9875228441901172))
    #expect(spearman(x, x.reversed())?.interval.lower == -1)
  }

  @Test(
    arguments: [
      ("three pairs", [1, 2, 3], [1, 2, 3]), ("no pairs", [], []),
      ("unequal lengths", [1, 2, 3, 4], [1, 2, 3]),
      ("no spread", [1, 1, 1, 1, 1], [1, 2, 3, 4, 5]),
      ("not a number", [1, 2, 3, 4, .nan], [1, 2, 3, 4, 5]),
    ] as [(String, [Double], [Double])])
  func `cannot tell without pairs or spread`(_ name: String, x: [Double], y: [Double]) {
    #expect(spearman(x, y) == nil)
    #expect(stratifiedRankCorrelation(strata: [(x, y)]) == nil)
  }

  @Test func `a platform without spread is left out of the common correlation`() throws {
    let x: [Double] = [1, 2, 3, 4, 5, 6]
    let y: [Double] = [2, 1, 4, 3, 6, 5]
    let result = try #require(
      stratifiedRankCorrelation(strata: [(x, y), (x, x.map { _ in 3 }), ([], [])]))
    #expect(result.strata.map { $0 == nil } == [false, true, true])
    #expect(result.estimate.sampleSize == 6)
    #expect(isClose(result.estimate.value, spearman(x, y)?.coefficient))
    #expect(result.heterogeneity.degreesOfFreedom == 0)
    #expect(result.heterogeneity.pValue == 1)
  }

  /// By the formula in Python: Q 10.754, p from scipy's chi2.sf.
  @Test func `disagreement counts squares against standard errors`() throws {
    let result = try #require(Heterogeneity([(0.1, 0.1), (0.5, 0.2), (-0.3, 0.15)]))
    #expect(isClose(result.q, 10.754098360655739))
    #expect(isClose(result.pValue, 0.004621438862264661))
    #expect(isClose(result.inconsistency, 0.8140243902439025))
    #expect(Heterogeneity([(0.1, 0)]) == nil)
    #expect(Heterogeneity([]) == nil)
  }

  @Test func `a trend of four points has no limits, of five it has`() {
    #expect(isClose(theilSen([1, 2, 4, 3])?.slope, 5.0 / 6))
    #expect(theilSen([1, 2, 4, 3])?.interval == nil)
    #expect(theilSen([1, 2, 4, 3, 5])?.interval != nil)
    #expect(theilSen([1, 2], at: [3, 3]) == nil)
    #expect(theilSen([1]) == nil)
  }

  /// By hand: 10 sessions with 1 conversion, 100 with 10, 1,000 with 100 is an elasticity of 1.
  @Test func `a week without sessions says nothing about elasticity`() throws {
    let result = try #require(
      quasiPoissonSlope(of: [1, 0, 10, 100], on: [10, 0, 100, 1000]))
    #expect(isClose(result.elasticity.value, 1, within: 1e-9))
    #expect(result.elasticity.sampleSize == 3)
    #expect(quasiPoissonSlope(of: [1, 2, 3], on: [5, 5, 5]) == nil)
    #expect(quasiPoissonSlope(of: [0, 0, 0], on: [5, 6, 7]) == nil)
    #expect(quasiPoissonSlope(of: [0, 0, 9, 0], on: [5, 6, 7, 6]) == nil)
  }
}

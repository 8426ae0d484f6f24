import Statistics
import Testing

@Suite struct RatioOfSumsTests {
  /// Expected numbers from the formula written out in Python with scipy's t quantile.
  @Test func `a share of results over a share of effort has both sums in its jackknife`() throws {
    let level = ConfidenceLevel.percent95
    for (confidence, lower, upper) in [
      (level, 0.657798825525981, 0.8659788828906183),
      (level.shared(among: 3), 0.6292584423768723, 0.9052558594908511),
    ] {
      let quotient = try #require(
        shareQuotient(
          result: [12, 9, 0, 20, 15, 11, 8, 14], of: [40, 35, 22, 61, 50, 41, 30, 44],
          effort: [3, 2, 2.5, 4, 3, 3, 2, 3.5], of: [8, 7, 8, 9, 8, 8, 7, 8],
          confidence: confidence))
      #expect(isClose(quotient.value, 0.7547449185623907))
      #expect(isClose(quotient.lower, lower))
      #expect(isClose(quotient.upper, upper))
    }
  }

  @Test(
    arguments: [
      ("one week", [1], [2]),
      ("unequal lengths", [1, 2], [3]),
      ("no denominator", [0, 0], [0, 0]),
      ("a negative count", [-1, 2, 3], [4, 5, 6]),
      ("one week has all", [1, 0, 0], [2, 0, 0]),
      ("nothing in the numerator", [0, 0, 0], [4, 5, 6]),
      ("all of the denominator", [4, 5, 6], [4, 5, 6]),
      ("the same share in every week", [1, 2, 3], [3, 6, 9]),
      ("not a number", [.nan, 2, 3], [4, 5, 6]),
      ("infinite", [1, 2, 3], [4, .infinity, 6]),
      ("too large to add", [1, 2, 3], [1.7e308, 1.7e308, 6]),
    ] as [(String, [Double], [Double])])
  func `cannot tell without spread, length or sense`(
    _ name: String, numerators: [Double], denominators: [Double]
  ) {
    #expect(ratioOfSums(numerators: numerators, denominators: denominators, scale: .logit) == nil)
  }

  @Test func `a share above one has no logit but has a logarithm`() {
    let costs = [30.0, 20, 41, 17]
    let results = [3.0, 2, 2, 4]
    #expect(ratioOfSums(numerators: costs, denominators: results, scale: .logit) == nil)
    #expect(ratioOfSums(numerators: costs, denominators: results, scale: .logarithmic) != nil)
  }

  /// Expected from chi-square quantiles of scipy.
  @Test func `a cost per conversion has no upper limit without conversions`() throws {
    let some = try #require(costPerEvent(cost: 1200, count: 14))
    #expect(isClose(some.value, 85.71428571428571))
    #expect(isClose(some.lower, 51.08639231666871))
    #expect(isClose(some.upper, 156.7821964247107))
    #expect(some.closed?.sampleSize == 14)
    let none = try #require(costPerEvent(cost: 1200, count: 0))
    #expect(none.value == nil)
    #expect(none.upper == nil)
    #expect(isClose(none.lower, 325.3020368181802))
    #expect(none.closed == nil)
  }
}

import Testing

@testable import Statistics

@Suite struct DescriptiveTests {
  @Test(arguments: 0..<60)
  func `selection finds what sorting finds`(_ seed: Int) {
    var random = SplitMix64(label: "selection/\(seed)")
    let count = 1 + random.integer(below: 200)
    let kinds = [2, 5, 1000][seed % 3]
    var values = (0..<count).map { _ in Double(random.integer(below: kinds)) }
    if seed % 4 == 0 { values.sort() }
    if seed % 4 == 1 { values.sort(by: >) }
    let sorted = values.sorted()
    for rank in [0, count / 3, count / 2, count - 1] {
      var copy = values
      #expect(select(rank, in: &copy) == sorted[rank])
      #expect(copy[...rank].allSatisfy { $0 <= sorted[rank] })
      #expect(copy[rank...].allSatisfy { $0 >= sorted[rank] })
    }
    #expect(median(of: values) == (sorted[(count - 1) / 2] + sorted[count / 2]) / 2)
  }

  @Test(
    arguments: [
      ("one value", [3], 3), ("two huge ones", [1.6e308, 1.7e308], 1.65e308),
      ("opposite huge ones", [-1.7e308, 1.7e308], 0), ("none", [], nil),
      ("not a number", [1, .nan, 2], nil), ("infinite", [1, .infinity], nil),
    ] as [(String, [Double], Double?)])
  func `a median is one of the values or lies between two`(
    _ name: String, values: [Double], expected: Double?
  ) {
    #expect(isClose(median(of: values), expected))
    #expect(isClose(quantile(0.5, of: values), expected))
  }

  /// scipy's median_abs_deviation(scale="normal") and numpy's var(ddof=1).
  @Test func `spread has its usual constants`() {
    #expect(isClose(medianAbsoluteDeviation(of: [1, 2, 4, 8, 16]), 4.447806655516806))
    #expect(isClose(variance(of: [1, 2, 4, 8, 16]), 37.2))
    #expect(variance(of: [1]) == nil)
    #expect(mean(of: []) == nil)
    #expect(mean(of: [1e308, 1e308]) == nil)
  }

  /// Thompson's coverage, checked directly: no rank may err more often than asked.
  @Test func `ranks of the median keep their level for every size`() throws {
    for n in [6, 7, 8, 9, 25, 26, 100, 1001, 20000] {
      let limits = try #require(medianInterval(of: (0..<n).map(Double.init))?.limits)
      let binomial = try #require(Binomial(trials: n, probability: 0.5))
      #expect(2 * binomial.cumulative(limits.rank - 1) <= 0.05)
      #expect(2 * binomial.cumulative(limits.rank) > 0.05)
      #expect(limits.interval.lower == Double(limits.rank - 1))
      #expect(limits.interval.upper == Double(n - limits.rank))
    }
  }

  @Test func `concentration needs something to share`() {
    #expect(Concentration(of: []) == nil)
    #expect(Concentration(of: [0, 0]) == nil)
    #expect(Concentration(of: [1, -1]) == nil)
    #expect(Concentration(of: [1, .nan]) == nil)
    #expect(Concentration(of: [1e308, 1e308]) == nil)
    #expect(Concentration(of: [7])?.gini == 0)
    #expect(Concentration(of: [7])?.correctedGini == nil)
    #expect(Concentration(of: [7, 1])?.share(ofTop: 1) == 1)
    #expect(Concentration(of: [7, 1])?.share(ofTop: 0.5) == 0.875)
    #expect(Concentration(of: [7, 1])?.share(ofTop: 2) == nil)
  }
}

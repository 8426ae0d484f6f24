import Testing

@testable import Statistics

@Suite struct HodgesLehmannTests {
  /// Expected ranks from exact fractions over Python integers.
  @Test(
    arguments: [
      (3, 3, nil), (3, 4, nil), (3, 5, 1), (4, 4, 1), (2, 7, nil), (2, 8, 1), (7, 8, 11),
      (20, 30, 201), (50, 50, 966), (100, 100, 4198),
    ] as [(Int, Int, Int?)])
  func `the limits are the outermost differences that keep the level, or none`(
    _ m: Int, n: Int, rank: Int?
  ) {
    #expect(shiftLimitRank(m, n, .percent95) == rank)
    #expect(shiftLimitRank(n, m, .percent95) == rank)
  }

  /// Expected p values from scipy.stats.mannwhitneyu, exact up to 200 values.
  @Test(
    arguments: [
      (3, 5, 2.0, 15.0, 0.03571428571428571),
      (20, 30, 7, 480.0, 0.00022893034727909637),
      (100, 100, 17, 6597.0, 8.205881196617039e-05),
      (60, 140, 25, 7000.0, 2.1298930572085366e-15),
      (120, 130, 20, 10191.0, 2.8535065176702977e-05),
    ] as [(Int, Int, Double, Double, Double)])
  func `the exact p value keeps its digits up to the largest groups`(
    _ m: Int, n: Int, shift: Double, u: Double, p: Double
  ) throws {
    let x = (0..<m).map(Double.init)
    let y = (0..<n).map { i in
      Double(i * m) / Double(n) + shift + 0.5 / Double(n + 1) + Double(i) * 1e-4
    }
    let test = try #require(mannWhitney(from: x, to: y))
    #expect(test.u == u)
    #expect(isClose(test.pValue, p))
    #expect(test.isExact == (m + n <= 200))
  }

  /// Against all differences, written down and sorted: the point of the search is not to do that.
  @Test(arguments: 0..<40)
  func `the search finds the same differences as sorting all of them`(_ seed: Int) throws {
    var random = SplitMix64(label: "differences/\(seed)")
    func value() -> Double {
      switch seed % 4 {
      case 0: random.double() - 0.5
      case 1: Double(random.integer(below: 4))
      case 2: (random.double() - 0.5) * [1e-300, 1, 1e300][random.integer(below: 3)]
      default: 1000 + Double(random.integer(below: 50)) * 0.1
      }
    }
    let strata = (0..<(1 + seed % 3)).map { _ in
      TwoGroups(
        from: (0..<(1 + random.integer(below: 40))).map { _ in value() },
        to: (0..<(1 + random.integer(below: 40))).map { _ in value() })
    }
    // A power of two for a weight keeps the sums of this test exact.
    let weighted = strata.enumerated().map { (group: $1, weight: $0 == 0 ? 1.0 : 0.25) }
    let differences = try #require(PairwiseDifferences(weighted))
    var all: [(difference: Double, weight: Double)] = []
    for (group, weight) in weighted {
      for x in group.from { for y in group.to { all.append((y - x, weight)) } }
    }
    all.sort { $0.difference < $1.difference }
    let total = all.reduce(0) { $0 + $1.weight }
    #expect(differences.totalWeight == total)
    #expect(differences.pairs == all.count)
    func reaching(_ target: Double, _ pairs: [(difference: Double, weight: Double)]) -> Double? {
      var sum = 0.0
      return pairs.first {
        sum += $0.weight
        return sum >= target
      }?.difference
    }
    for part in [0.001, 0.2, 0.5, 0.77, 1] {
      let target = (total * part * 4).rounded(.up) / 4
      #expect(differences.lowest(reaching: target) == reaching(target, all))
      #expect(differences.highest(reaching: target) == reaching(target, all.reversed()))
    }
    let middle = try #require(reaching(total / 2, all))
    let middleFromAbove = try #require(reaching(total / 2, all.reversed()))
    #expect(differences.median == midpoint(middle, middleFromAbove))
  }

  /// By hand: aligned medians would say 0.26 of a true 0.60; within strata the shift is exact here.
  @Test func `a shift within platforms is not diluted by their levels`() throws {
    let strata = [
      TwoGroups(from: [1, 2, 3, 4, 5, 6], to: [1.5, 2.5, 3.5, 4.5, 5.5, 6.5]),
      TwoGroups(from: [101, 102, 103, 104, 105, 106], to: [101.5, 102.5, 103.5, 104.5]),
      TwoGroups(from: [9], to: []),
    ]
    let result = try #require(hodgesLehmann(strata: strata))
    #expect(result.strataUsed == 2)
    #expect(result.pairs == 60)
    #expect(result.estimate.sampleSize == 22)
    #expect(result.estimate.value > -1.5 && result.estimate.value < 1)
    #expect(result.estimate.interval.contains(0.5))
  }

  @Test func `two values in each group are too few for limits`() {
    #expect(hodgesLehmann(strata: [TwoGroups(from: [1, 2], to: [3, 4])]) == nil)
    #expect(hodgesLehmann(from: [1, 2], to: [3, 4])?.shift == 2)
    #expect(hodgesLehmann(from: [1, 2], to: [3, 4])?.estimate == nil)
  }

  @Test func `platforms that point in opposite directions disagree`() throws {
    let low = (0..<12).map { Double($0) / 10 }
    let high = low.map { $0 + 3 }
    let opposite = [TwoGroups(from: low, to: high), TwoGroups(from: high, to: low)]
    let alike = [TwoGroups(from: low, to: high), TwoGroups(from: low, to: high)]
    let disagreement = try #require(shiftHeterogeneity(strata: opposite))
    #expect(disagreement.inconsistency > 0.9)
    #expect(disagreement.pValue < 1e-6)
    #expect(shiftHeterogeneity(strata: alike)?.inconsistency == 0)
    let shifts = opposite.map { hodgesLehmann(strata: [$0])?.estimate }
    #expect(shiftHeterogeneity(of: shifts + [nil]) == disagreement)
  }
}

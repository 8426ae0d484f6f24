import Testing

@testable import Charts

@Suite struct ValueAxisTests {
  private func ticks(
    _ kind: ValueAxis.Kind, _ values: [Double], _ zero: ValueAxis.Zero = .byData, target: Int = 5,
    isLoose: Bool = true
  ) -> [Double]? {
    ValueAxis(kind, label: { "\($0)" })
      .resolved(for: values, zero: zero, target: target, isLoose: isLoose)?.ticks.map(\.value)
  }

  // By hand, from the rules for axes.
  @Test(
    arguments: [
      ("low below 40 % of high", [30, 100], [0, 25, 50, 75, 100]),
      ("low above 40 % of high", [1180, 1420], [1100, 1200, 1300, 1400, 1500]),
      ("both signs", [-12.5, 31], [-20, 0, 20, 40]),
      ("equal", [500, 500], [0, 100, 200, 300, 400, 500]),
      ("all zero", [0, 0], [0, 1]),
      ("not finite is left out", [.nan, 0, 4, .infinity], [0, 1, 2, 3, 4]),
    ] as [(String, [Double], [Double])])
  func `lines contain zero when the lowest value is below 40 % of the highest`(
    _ name: String, values: [Double], expected: [Double]
  ) {
    #expect(ticks(.amount, values) == expected)
  }

  @Test func `no known value is no axis`() {
    #expect(ticks(.amount, []) == nil)
    #expect(ticks(.amount, [.nan, .infinity]) == nil)
    #expect(ticks(.ratio, [0, -1]) == nil)
  }

  @Test func `values just below zero get room and no step of their own`() throws {
    let axis = try #require(
      ValueAxis(.amount, label: { "\($0)" }).resolved(for: [-3, 64], zero: .byData, target: 5))
    #expect(axis.ticks.map(\.value) == [0, 25, 50, 75])
    // A twentieth of a step below the lowest value.
    #expect(axis.domain == -4.25...75)
    #expect(ticks(.amount, [-6, 64]) == [0, 25, 50, 75])
    #expect(try #require(ticks(.amount, [-7, 64])?.first) < 0)
  }

  // By hand.
  @Test(
    arguments: [
      ("none", [0], [0, 1]), ("one", [1], [0, 1]), ("three", [3], [0, 1, 2, 3]),
      ("half way", [2.5], [0, 1, 2, 3]), ("below zero", [-2, 1], [-2, -1, 0, 1]),
      ("twelve", [12], [0, 2, 4, 6, 8, 10, 12]),
    ] as [(String, [Double], [Double])])
  func `counts have whole ticks`(_ name: String, values: [Double], expected: [Double]) {
    #expect(ticks(.count, values, .always) == expected)
  }

  @Test func `a share near the whole ends at the whole and a small one follows the data`() {
    #expect(ticks(.share(whole: 1), [0.2, 0.83], .always) == [0, 0.25, 0.5, 0.75, 1])
    #expect(ticks(.share(whole: 1), [0.021, 0.0427], .always)?.last == 0.05)
  }

  @Test(
    arguments: [[0, 9730], [-3, 17], [-12.5, 31], [7, 8], [0, 0.0427], [99, 1e6]] as [[Double]])
  func `at most seven ticks, and zero among them when it is on the axis`(_ values: [Double]) {
    for zero in [ValueAxis.Zero.always, .byData] {
      for target in [4, 5] {
        let found = ticks(.amount, values, zero, target: target) ?? []
        #expect((2...7).contains(found.count), "\(found)")
        #expect((found[0] > 0 || found[found.count - 1] < 0) || found.contains(0), "\(found)")
      }
    }
  }

  @Test func `a tight axis keeps only ticks among the data`() throws {
    let axis = try #require(
      ValueAxis(.amount, label: { "\($0)" })
        .resolved(for: [1180, 1420], zero: .byData, target: 5, isLoose: false))
    #expect(axis.domain.lowerBound < 1180 && axis.domain.upperBound > 1420)
    #expect(axis.ticks.map(\.value) == [1200, 1250, 1300, 1350, 1400])
  }

  @Test func `all tick texts are made at once`() {
    let axis = ValueAxis(.amount, tickTexts: { ticks in ticks.map { _ in "\(ticks.count)" } })
    #expect(
      axis.resolved(for: [0, 100], zero: .always, target: 5)?.ticks.map(\.text)
        == ["5", "5", "5", "5", "5"])
  }
}

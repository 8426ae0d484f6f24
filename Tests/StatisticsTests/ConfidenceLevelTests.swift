import Statistics
import Testing

@Suite struct ConfidenceLevelTests {
  @Test func `a level lies between never and always`() {
    for bad in [0, 1, -0.5, 95, Double.nan, .infinity] { #expect(ConfidenceLevel(bad) == nil) }
    #expect(isClose(ConfidenceLevel(0.9)?.normalQuantile, 1.6448536269514722))
    #expect(isClose(ConfidenceLevel.percent95.normalQuantile, 1.959963984540054, within: 1e-15))
  }

  /// By hand: 1 − 0.05/4 = 0.9875; Φ⁻¹(0.99375) = 2.497705474412 (scipy).
  @Test func `a level shared among several intervals is stricter`() {
    #expect(ConfidenceLevel.percent95.shared(among: 4).fraction == 0.9875)
    #expect(
      isClose(
        ConfidenceLevel.percent95.shared(among: 4).normalQuantile, 2.497705474412, within: 1e-9))
    #expect(ConfidenceLevel.percent95.shared(among: 1) == .percent95)
    #expect(ConfidenceLevel.percent95.shared(among: Int.max).normalQuantile.isFinite)
  }

  @Test func `limits are finite and in order`() {
    #expect(Interval(lower: 1, upper: 0, confidence: .percent95) == nil)
    #expect(Interval(lower: .nan, upper: 0, confidence: .percent95) == nil)
    #expect(Interval(lower: 0, upper: .infinity, confidence: .percent95) == nil)
    #expect(Interval(lower: 1, upper: 1, confidence: .percent95)?.contains(1) == true)
  }

  @Test func `a falling scale exchanges the limits`() throws {
    let estimate = try #require(proportion(successes: 7, of: 40))
    let turned = try #require(estimate.transformed { -$0 })
    #expect(turned.lower == -estimate.upper)
    #expect(turned.upper == -estimate.lower)
    #expect(turned.value == -estimate.value)
    #expect(estimate.transformed { $0 / 0 } == nil)
  }
}

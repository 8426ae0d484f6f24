import Statistics
import Testing

@Suite struct KaplanMeierTests {
  @Test func `nothing answered yet reaches no median`() throws {
    let curve = try #require(KaplanMeier([.censored(after: 2), .censored(after: 30)]))
    #expect(curve.steps.isEmpty)
    #expect(curve.events == 0)
    #expect(curve.longest == 30)
    let median = try #require(curve.quantile(0.5))
    #expect(median.time == nil)
    #expect(median.lower == nil)
    #expect(median.upper == nil)
    #expect(curve.survival(at: 10) == nil)
  }

  /// By hand: of four, one answered at 1, one censored at 1, then two left of whom one at 3.
  @Test func `who is censored at the time of an event was still waiting for it`() throws {
    let curve = try #require(
      KaplanMeier([.event(after: 1), .censored(after: 1), .event(after: 3), .censored(after: 9)]))
    #expect(curve.steps.map(\.time) == [1, 3])
    #expect(curve.steps.map(\.survival) == [0.75, 0.375])
    #expect(curve.survival(at: 0.5) == nil)
    #expect(curve.survival(at: 5)?.value == 0.375)
    #expect(curve.survival(at: 10) == nil)
    #expect(curve.quantile(0.5)?.time == 3)
    #expect(curve.quantile(0.9)?.time == nil)
  }

  @Test func `a time that is none makes no curve`() {
    #expect(KaplanMeier([]) == nil)
    for bad in [-1, Double.nan, .infinity] { #expect(KaplanMeier([.event(after: bad)]) == nil) }
    #expect(KaplanMeier([.event(after: 1)])?.quantile(.nan) == nil)
  }

  @Test func `two groups of which none waits are not compared`() {
    #expect(logRank([], [.event(after: 1)]) == nil)
    #expect(logRank([.censored(after: 1)], [.censored(after: 2)]) == nil)
    #expect(logRank([.event(after: 1)], [.event(after: .nan)]) == nil)
  }
}

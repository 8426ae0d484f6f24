import Charts
import Testing

@Suite struct StepRatesTests {
  @Test func `keeps the order of the steps and has an interval on each bar`() throws {
    let rates = data([0.02, 0.83, nil])
    let chart = StepRates(
      steps: [
        .init(ChartText("seen, clicked"), rate: rates[0], interval: 0.018...0.025),
        .init(ChartText("clicked, visited"), rate: rates[1], interval: 0.79...0.86),
        .init(ChartText("visited, bought"), rate: rates[2]),
      ], missing: ChartText("unknown"), axis: ValueAxis(.share(whole: 1), label: { "\($0)" }))
    for size in Plot.Size.allCases {
      let plot = try #require(chart.plot(size))
      #expect(plot.bars.map(\.key) == ["k0", "k1"])
      #expect(plot.intervals.map(\.isCased) == [true, true])
      #expect(plot.labels.contains { $0.text == "unknown" })
      expectMarksInside(plot)
    }
    #expect(StepRates(steps: [], axis: chart.axis).plot(.wide) == nil)
  }
}

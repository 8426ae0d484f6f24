import Charts
import Testing

private let share = ValueAxis(.share(whole: 1), label: { "\(Int(($0 * 100).rounded())) %" })

@Suite struct SurvivalCurveTests {
  private func chart(
    _ steps: [(Double, Double)], censored: [Double] = [], marked: [SurvivalCurve.Marked] = []
  ) -> SurvivalCurve {
    SurvivalCurve(
      series: [
        .init(
          ChartText("all"), tone: .series(1), steps: steps.map { (time: $0, remaining: $1) },
          censored: censored, marked: marked)
      ], timeTexts: { $0.map { "\(Int($0))" } }, axis: share, timeName: ChartText("hours"))
  }

  @Test func `is nothing without a step`() {
    #expect(chart([]).plot(.wide) == nil)
    #expect(chart([(.nan, 0.5), (3, 7), (-1, 0.5)]).plot(.wide) == nil)
  }

  // By hand: from (0, 1) level to the time, then down.
  @Test func `goes level to each time and then down`() throws {
    let plot = try #require(chart([(1, 0.5), (4, 0.25)]).plot(.wide))
    let path = try #require(plot.lines.first).path
    #expect(path.filter { $0.isLetter } == "Mhvhv")
    #expect(
      path.hasPrefix("M\(Coordinate(plot.frame.left).text) \(Coordinate(plot.frame.top).text)h"))
    #expect(plot.xTicks.map(\.text) == ["0", "1", "4"])
  }

  @Test func `the axis ends at the first break that encloses all times`() throws {
    #expect(try #require(chart([(25, 0)]).plot(.wide)).xTicks.last?.text == "48")
    #expect(try #require(chart([(100, 0)]).plot(.wide)).xTicks.last?.text == "168")
    // Half a year goes on beyond the last break.
    #expect(try #require(chart([(4000, 0)]).plot(.wide)).xTicks.last?.text == "720")
  }

  @Test func `what was last seen waiting has a stroke on the curve`() throws {
    let plot = try #require(chart([(1, 0.5)], censored: [0.5, 6, .nan]).plot(.wide))
    let strokes = plot.rules.filter { $0.kind == .censored }
    try #require(strokes.count == 2)
    #expect(strokes[0].y2.value == plot.frame.top + 5)
    #expect(strokes[1].y2.value == plot.frame.top + plot.frame.height / 2 + 5)
  }

  @Test(arguments: [Plot.Size.wide, .narrow])
  func `marks lie on the plot`(_ size: Plot.Size) throws {
    let marked = SurvivalCurve.Marked(
      Datum(3, key: "k", text: "3"), remaining: 0.5, label: ChartText("median 3 hours"))
    for steps in [[(0, 0)], [(1e-9, 0.5)], [(1e9, 0.5)], [(2, 0.5), (2, 0.4), (90, 0)]]
      as [[(Double, Double)]]
    {
      expectMarksInside(try #require(chart(steps, marked: [marked]).plot(size)))
    }
  }
}

@Suite struct LorenzCurveTests {
  private func chart(_ points: [(Double, Double)], marked: (Double, Double)? = nil) -> LorenzCurve {
    LorenzCurve(
      points: points.map { (things: $0, sum: $1) },
      marked: marked.map { (things: $0.0, sum: $0.1) },
      label: ChartText("20 % of the posts gave 49 % of the engagements", keys: ["a", "b"]),
      axis: share, xName: ChartText("part of the posts"), yName: ChartText("part of the sum"))
  }

  @Test func `is nothing without a known point`() {
    #expect(chart([]).plot(.wide) == nil)
    #expect(chart([(2, 0.5), (.nan, 0)]).plot(.wide) == nil)
  }

  @Test func `is a square from corner to corner with the even spread as diagonal`() throws {
    for size in Plot.Size.allCases {
      let plot = try #require(chart([(0.5, 0.2), (0.8, 0.5)], marked: (0.8, 0.5)).plot(size))
      #expect((plot.frame.width - plot.frame.height).magnitude < 0.01)
      let diagonal = try #require(plot.rules.first { $0.kind == .threshold })
      #expect(diagonal.x1.value == Coordinate(plot.frame.left).value)
      #expect(diagonal.y2.value == Coordinate(plot.frame.top).value)
      #expect(plot.points.count == 1)
      expectMarksInside(plot)
    }
  }
}

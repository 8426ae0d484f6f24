import Charts
import Testing

/// Every datum that a plot shows stands on exactly one of its marks, so that a chart can be compared
/// with the table under it.
@Suite struct MarkKeysTests {
  private func keys(_ plot: Plot?) throws -> [String] {
    let plot = try #require(plot)
    let lists = (plot.comparisons + plot.lines).compactMap(\.keys) + plot.dots.compactMap(\.keys)
    var keys = lists.flatMap { $0.split(separator: " ").map(String.init) }
    keys += plot.bars.compactMap(\.key)
    keys += plot.cells.compactMap(\.key)
    keys += plot.points.compactMap(\.key)
    return keys.sorted()
  }

  private func series(_ prefix: String, _ values: [Double?]) -> [Datum?] {
    values.enumerated().map { index, value in
      value.map { Datum($0, key: "\(prefix)\(index)", text: "\($0)") }
    }
  }

  private let axis = ValueAxis(.amount, label: { "\($0)" })
  private let positions = (0..<8).map { TimePosition("\($0)") }

  @Test(arguments: Plot.Size.allCases)
  func `each key stands once`(_ size: Plot.Size) throws {
    let gappy = series("a", [1, nil, 3, 4, nil, 6, nil, .nan])
    let before = series("b", [1, 2, nil, 4, nil, nil, 7, 8])
    let known = ["a0", "a2", "a3", "a5", "b0", "b1", "b3", "b6", "b7"]
    let line = LineChart(
      positions: positions,
      series: [.init(ChartText("a"), tone: .series(1), values: gappy, flagged: [3])],
      comparison: .init(ChartText("b"), tone: .previous, values: before), axis: axis)
    #expect(try keys(line.plot(size)) == known)

    var dots = line
    dots.positions = Array(positions.prefix(4))
    #expect(try keys(dots.plot(size)) == ["a0", "a2", "a3", "b0", "b1", "b3"])

    let panels = SmallMultiples(
      positions: positions,
      panels: [
        .init(ChartText("a"), tone: .series(1), values: gappy),
        .init(ChartText("b"), tone: .series(2), values: before),
      ], axis: axis, showsOthers: true)
    #expect(try keys(panels.plot(size)) == known)
    #expect(try keys(Sparkline(values: gappy).plot()) == ["a0", "a2", "a3", "a5"])

    let bars = RankedBars(
      rows: zip(gappy, before).map { .init(ChartText("x"), value: $0, comparison: $1) },
      axis: axis)
    #expect(try keys(bars.plot(size)) == known)

    let stacks = StackedBars(
      positions: positions,
      parts: [
        .init(ChartText("a"), tone: .series(1)), .init(ChartText("b"), tone: .series(2)),
      ], stacks: zip(gappy, before).map { .init(values: [$0, $1]) }, axis: axis)
    #expect(try keys(stacks.plot(size)) == known)
    #expect(try keys(stacks.plot(size)?.unkeyed) == [])

    let scatter = Scatter(
      items: (1...8).map { .init(x: Double($0), y: 1, key: "c\($0)") }, xAxis: axis, yAxis: axis,
      xName: ChartText("x"), yName: ChartText("y"))
    #expect(try keys(scatter.plot(size)) == (1...8).map { "c\($0)" })
    #expect(try keys(scatter.plot(size)?.unkeyed) == [])
  }
}

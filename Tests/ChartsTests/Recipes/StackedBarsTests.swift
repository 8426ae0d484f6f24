import Charts
import Testing

@Suite struct StackedBarsTests {
  private let parts: [StackedBars.Part] = [
    .init(ChartText("organic"), tone: .series(1)),
    .init(ChartText("paid"), tone: .series(2), hatch: .paid),
  ]

  private func chart(_ stacks: [[Double?]], isNormalized: Bool = false) -> StackedBars {
    StackedBars(
      positions: stacks.indices.map { TimePosition("m\($0)", group: $0 < 2 ? "2024" : "2025") },
      parts: parts,
      stacks: stacks.enumerated().map { index, values in
        .init(
          values: data(values), total: ChartText("86 K", keys: ["t\(index)"]),
          share: ChartText("30 %", keys: ["s\(index)"]))
      },
      axis: isNormalized
        ? ValueAxis(.share(whole: 1), label: { "\($0)" })
        : ValueAxis(.count, label: { "\(Int($0))" }), isNormalized: isNormalized)
  }

  @Test func `is nothing without a known part`() {
    #expect(chart([]).plot(.wide) == nil)
    #expect(chart([[nil, nil], [.nan, nil]]).plot(.wide) == nil)
    #expect(chart([[0, 0]], isNormalized: true).plot(.wide) == nil)
  }

  // By hand: ticks 0 to 100, frame height 220, so 2.2 units for each.
  @Test func `parts lie on each other from zero and share their edges`() throws {
    let plot = try #require(chart([[60, 40], [10, 20]]).plot(.wide))
    #expect(plot.bars.map(\.height.value) == [132, 88, 22, 44])
    #expect(plot.bars[0].y.value + plot.bars[0].height.value == plot.frame.bottom)
    #expect(
      (plot.bars[1].y.value + plot.bars[1].height.value - plot.bars[0].y.value).magnitude < 0.01)
    #expect(plot.bars.map(\.hatch) == [nil, .paid, nil, .paid])
  }

  @Test func `a month without data is dotted and not zero`() throws {
    let plot = try #require(chart([[60, 40], [nil, nil], [10, nil]]).plot(.wide))
    #expect(plot.bars.count == 3)
    #expect(plot.bands.map(\.kind) == [.gap])
  }

  @Test func `normalized bars all reach the top`() throws {
    let plot = try #require(chart([[60, 40], [1, 2]], isNormalized: true).plot(.wide))
    #expect(
      plot.bars.filter { $0.hatch == .paid }.map(\.y.value) == [plot.frame.top, plot.frame.top])
  }

  @Test func `totals that do not fit leave the newest, the highest and the first`() throws {
    let stacks = [8, 2, 3, 4, 5, 30, 4, 3, 2, 3, 4, 5, 20].map { [Double($0), 1] as [Double?] }
    let wide = try #require(chart(stacks).plot(.wide))
    #expect(wide.labels.compactMap(\.keys).filter { $0.hasPrefix("t") }.count == 13)
    let narrow = try #require(chart(stacks).plot(.narrow))
    #expect(
      narrow.labels.compactMap(\.keys).filter { $0.hasPrefix("t") } == ["t0", "t5", "t12"])
  }

  @Test(arguments: [Plot.Size.wide, .narrow])
  func `marks lie on the plot`(_ size: Plot.Size) throws {
    for stacks in [
      [[1, 2]], Array(repeating: [1e9, 3e9], count: 13), [[0, 0], [0, 1e-6]], [[0, 0]],
    ] as [[[Double?]]] {
      expectMarksInside(try #require(chart(stacks).plot(size)))
    }
  }
}

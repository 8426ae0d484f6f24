import Charts
import Testing

@Suite struct SmallMultiplesTests {
  private let axis = ValueAxis(.amount, label: { "\(Int($0))" })

  private func chart(
    _ panels: Int, showsOthers: Bool = false, isStacked: Bool = false
  ) -> SmallMultiples {
    SmallMultiples(
      positions: (1...13).map { TimePosition("wk \($0)", group: $0 < 5 ? "September" : "October") },
      panels: (0..<panels).map { panel in
        .init(
          ChartText("Platform \(panel)"), tone: .series(panel + 1),
          values: (0..<13).map { index in
            index == 6 && panel == 0
              ? nil : Datum(Double(index + panel), key: "k\(panel).\(index)", text: "")
          }, readouts: (0..<13).map { ChartText("wk \($0)", keys: ["k"]) })
      }, axis: axis, showsOthers: showsOthers, isStacked: isStacked)
  }

  @Test func `is nothing without a value`() {
    #expect(chart(0).plot(.wide) == nil)
    let empty = SmallMultiples(
      positions: [TimePosition("a")],
      panels: [.init(ChartText("p"), tone: .series(1), values: [nil])], axis: axis)
    #expect(empty.plot(.wide) == nil)
  }

  @Test(arguments: [(1, 1), (2, 2), (3, 3), (4, 2), (6, 3), (9, 3)])
  func `two or three panels stand in a row`(_ panels: Int, _ columns: Int) throws {
    let plot = try #require(chart(panels).plot(.wide))
    let titles = plot.labels.filter { $0.style == .name }
    #expect(titles.count == panels)
    #expect(titles.count { $0.y == titles[0].y } == columns)
    let narrow = try #require(chart(panels).plot(.narrow))
    #expect(Set(narrow.labels.map(\.y.value)).count == panels)
  }

  @Test func `panels share one scale unless they have their own`() throws {
    var chart = chart(2)
    let shared = try #require(chart.plot(.wide))
    #expect(shared.yTicks.map(\.text) == ["0", "5", "10", "15"])
    chart.panels[1].axis = axis
    chart.panels[1].values = [Datum(9000, key: "k", text: "")]
    let own = try #require(chart.plot(.wide))
    #expect(own.yTicks.contains { $0.text == "10000" } || own.yTicks.contains { $0.text == "9000" })
    #expect(own.yTicks.contains { $0.text == "10" }, "\(own.yTicks.map(\.text))")
  }

  // The start of the first panel's axis was once told for every panel, and none where the first begins at zero.
  @Test func `each panel whose own axis does not begin at zero is told with its start`() throws {
    var chart = chart(3, isStacked: true)
    #expect(try #require(chart.plot(.wide)).axisStarts.isEmpty)
    for panel in [1, 2] {
      chart.panels[panel].axis = axis
      chart.panels[panel].values = (0..<13).map {
        Datum(Double(panel * 1000 + $0), key: "k", text: "")
      }
    }
    let starts = try #require(chart.plot(.wide)).axisStarts
    #expect(starts.map(\.panel) == [1, 2])
    #expect(starts.map(\.text) == ["1000", "2000"])
  }

  @Test func `an axis that panels share is told once`() throws {
    var chart = chart(3)
    for panel in 0..<3 {
      chart.panels[panel].values = (0..<13).map { Datum(Double(1000 + $0), key: "k", text: "") }
    }
    let starts = try #require(chart.plot(.wide)).axisStarts
    #expect(starts.map(\.panel) == [nil])
    #expect(starts.map(\.text) == ["1000"])
  }

  @Test func `dots lie where a panel misses values between known ones`() throws {
    var chart = chart(2)
    chart.panels[1].values[0] = nil
    chart.panels[1].values[12] = nil
    let plot = try #require(chart.plot(.narrow))
    let gap = try #require(plot.bands.first)
    // The seventh of thirteen weeks of the first panel; what is missing before and after is no gap.
    #expect(plot.bands.count == 1)
    #expect(gap.kind == .gap && gap.hatch == .missing)
    #expect(gap.x.value < plot.points[1].x.value)
    expectMarksInside(plot)
  }

  @Test func `the others stand behind each panel only when asked for`() throws {
    #expect(try #require(chart(4).plot(.wide)).comparisons.isEmpty)
    let plot = try #require(chart(4, showsOthers: true).plot(.wide))
    #expect(plot.comparisons.count == 12)
    #expect(plot.comparisons.allSatisfy { $0.tone == .quiet && $0.keys == nil })
  }

  @Test func `stacked panels have one time axis under the last`() throws {
    let plot = try #require(chart(2, isStacked: true).plot(.wide))
    #expect(Set(plot.xTicks.map(\.y.value)).count == 1)
    let lowest = try #require(plot.grid.map(\.y1.value).max())
    #expect(plot.xTicks.allSatisfy { $0.y.value > lowest })
  }

  @Test(arguments: [Plot.Size.wide, .narrow])
  func `marks lie on the plot`(_ size: Plot.Size) throws {
    for panels in [1, 2, 5, 9, 13] {
      expectMarksInside(try #require(chart(panels, showsOthers: true).plot(size)))
      expectMarksInside(try #require(chart(panels, isStacked: true).plot(size)))
    }
  }
}

import Charts
import Testing

@Suite struct SparklineTests {
  @Test func `is nothing below four known values`() {
    #expect(Sparkline(values: data([1, 2, nil, 3])).plot() == nil)
    #expect(Sparkline(values: data([1, 2, .nan, 3, 4])).plot() != nil)
  }

  @Test func `has one line, a dot at the last known value and the usual range`() throws {
    let plot = try #require(
      Sparkline(values: data([1, 2, nil, 3, 5, nil]), usual: 1...3, domain: 0...5).plot())
    #expect(plot.lines.count == 1)
    #expect(plot.lines[0].keys == "k0 k1 k3 k4")
    #expect(plot.points[0].y.value == plot.frame.top)
    #expect(plot.bands.map(\.kind) == [.range])
    expectMarksInside(plot)
  }

  @Test func `equal values lie in the middle`() throws {
    let plot = try #require(Sparkline(values: data([7, 7, 7, 7])).plot())
    #expect(plot.points[0].y.value == 12)
  }
}

@Suite struct BulletGraphTests {
  private let axis = ValueAxis(.count, label: { "\(Int($0))" })

  @Test func `is nothing without a value`() {
    #expect(BulletGraph(value: nil, target: data([5])[0], axis: axis).plot(.wide) == nil)
    #expect(BulletGraph(value: data([.nan])[0], axis: axis).plot(.wide) == nil)
  }

  @Test func `without a goal there is no target line`() throws {
    let plot = try #require(BulletGraph(value: data([5])[0], axis: axis).plot(.wide))
    #expect(plot.rules.isEmpty)
    #expect(plot.bars.count == 1)
  }

  @Test func `the bar starts at zero and ends at its value on the scale of the target`() throws {
    let values = data([30, 60, 45])
    let plot = try #require(
      BulletGraph(
        name: ChartText("Reach"), value: values[0], target: values[1], comparison: values[2],
        ranges: [20, 40], interval: 25...35, axis: axis
      ).plot(.wide))
    let zero = plot.bars[0].x.value
    let goal = try #require(plot.rules.first { $0.kind == .goal }).x1.value
    #expect((plot.bars[0].width.value * 2 - (goal - zero)).magnitude <= 0.2)
    #expect(plot.bands.map(\.kind) == [.range, .range, .outer])
    #expect(plot.points.map(\.key) == ["k2"])
  }

  @Test(arguments: [Plot.Size.wide, .narrow])
  func `marks lie on the plot`(_ size: Plot.Size) throws {
    for value in [0, 1, 3, -4, 1e12] {
      let chart = BulletGraph(
        name: ChartText("A measure with a long name indeed"), value: data([value])[0],
        target: data([8])[0], comparison: data([2])[0], ranges: [.nan, 4, 2], interval: -1...9,
        readout: ChartText("3 of 8, with more words than fit on one line of a narrow plot"),
        axis: axis)
      expectMarksInside(try #require(chart.plot(size)))
    }
  }
}

@Suite struct IconHistoryTests {
  @Test func `has one sign a period and is nothing without an outcome`() throws {
    #expect(IconHistory(shapes: []).plot() == nil)
    #expect(IconHistory(shapes: [.blank, .blank]).plot() == nil)
    let plot = try #require(IconHistory(shapes: [.blank, .halfDiamond, .openSquare]).plot())
    #expect(plot.icons.map(\.shape) == [.blank, .halfDiamond, .openSquare])
    #expect(plot.icons.map(\.x.value) == [10, 30, 50])
    #expect(plot.width.value == 60)
  }
}

import Charts
import Testing

@Suite struct LineChartTests {
  private let axis = ValueAxis(.amount, label: { "\(Int($0))" })

  private func chart(_ values: [Double?], comparison: [Double?]? = nil) -> LineChart {
    LineChart(
      positions: values.indices.map { TimePosition("wk \($0 + 1)") },
      series: [.init(ChartText("this year"), tone: .series(1), values: data(values))],
      comparison: comparison.map {
        .init(ChartText("last year"), tone: .previous, values: data($0))
      },
      readouts: values.indices.map { ChartText("wk \($0 + 1)", keys: ["k\($0)"]) }, axis: axis)
  }

  @Test(arguments: [[], [nil, nil], [.nan, .infinity]] as [[Double?]])
  func `is nothing without a value that can be drawn`(_ values: [Double?]) {
    for size in Plot.Size.allCases {
      #expect(chart(values).plot(size) == nil)
    }
  }

  // By hand: ticks 0 to 10, frame height 220, so 22 units for each unit of the data.
  @Test func `zero lies on the lower edge of the frame and the highest tick on the upper one`()
    throws
  {
    let plot = try #require(chart([0, 2, 4, 6, 8, 10]).plot(.wide))
    #expect(plot.frame.height == 220)
    let points = plot.points.map(\.y.value)
    #expect(points == [plot.frame.bottom, plot.frame.top])
    #expect(plot.grid.map(\.y1.value) == plot.yTicks.map { plot.frame.bottom - $0.value * 22 })
    #expect(plot.rules.map(\.kind) == [.zero])
    #expect(plot.axisStarts.isEmpty)
  }

  @Test func `a line is never drawn across a gap and a lone value is a dot`() throws {
    let plot = try #require(chart([5, 6, nil, 7, nil, nil, 8, 9]).plot(.wide))
    let line = try #require(plot.lines.first)
    #expect(line.path.filter { $0 == "M" }.count == 2)
    #expect(line.path.filter { $0 == "l" }.count == 2)
    #expect(plot.points.map(\.key) == [nil, "k3", nil])
    #expect(line.keys == "k0 k1 k6 k7")
    #expect(plot.bands.map(\.kind) == [.gap, .gap])
    let step = (plot.frame.right - plot.frame.left) / 8
    for (band, count) in zip(plot.bands, [1.0, 2]) {
      #expect((band.width.value - count * step).magnitude < 0.11)
    }
  }

  @Test func `below six positions there are dots and no line`() throws {
    let plot = try #require(chart([5, nil, 7, 6, 8], comparison: [4, 5, 5, 5, 5]).plot(.wide))
    #expect(plot.lines.isEmpty && plot.comparisons.isEmpty)
    #expect(plot.points.filter(\.isOpen).count == 5)
    #expect(plot.points.filter { !$0.isOpen }.count == 4)
  }

  @Test func `an axis that does not begin at zero says where it begins`() throws {
    let plot = try #require(chart([1180, 1420, 1300, 1250, 1400, 1190]).plot(.wide))
    #expect(plot.axisStarts.map(\.text) == ["1100"])
    #expect(plot.rules.isEmpty)
  }

  @Test func `names stand at the ends of the lines when wide and above them when narrow`() throws {
    let chart = chart([1, 2, 3, 4, 5, 6], comparison: [1, 1, 2, 3, 5, 6])
    let wide = try #require(chart.plot(.wide))
    #expect(wide.labels.map(\.text) == ["this year", "last year"])
    #expect(wide.labels.allSatisfy { $0.x.value > wide.frame.right })
    #expect((wide.labels[0].y.value - wide.labels[1].y.value).magnitude >= 15)
    let narrow = try #require(chart.plot(.narrow))
    #expect(narrow.labels.map(\.text) == ["this year", "last year"])
    #expect(narrow.labels.allSatisfy { $0.y.value < narrow.frame.top })
    #expect(wide.labels.count == narrow.labels.count)
  }

  @Test func `hover areas cover the frame without overlap and keep their keys`() throws {
    let plot = try #require(chart([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]).plot(.narrow))
    #expect(plot.hovers.count == 13)
    for (left, right) in zip(plot.hovers, plot.hovers.dropFirst()) {
      #expect((left.x.value + left.width.value - right.x.value).magnitude < 0.01)
    }
    #expect(plot.hovers.map(\.readout.keys) == (0..<13).map { "k\($0)" })
    #expect(plot.hovers.allSatisfy { $0.readout.y.value < plot.frame.top })
  }

  @Test(arguments: Plot.Size.allCases)
  func `marks of huge, tiny and equal values lie on the plot`(_ size: Plot.Size) throws {
    for values in [[1e12, 3e12], [1e-9, 2e-9], [7, 7], [-5, -5], [0, 0], [-1e15, 1e15]] {
      let plot = try #require(chart(Array(repeating: values, count: 4).flatMap { $0 }).plot(size))
      expectMarksInside(plot)
    }
  }
}

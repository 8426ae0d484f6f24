import Charts
import Testing

@Suite struct RankedBarsTests {
  private let axis = ValueAxis(.amount, label: { "\(Int($0))" })

  private func chart(_ values: [Double?], before: [Double?] = [], names: [String] = [])
    -> RankedBars
  {
    let before = data(before)
    return RankedBars(
      rows: data(values).enumerated().map { index, value in
        .init(
          ChartText(names.indices.contains(index) ? names[index] : "row \(index)"), value: value,
          comparison: before.indices.contains(index) ? before[index] : nil,
          readout: ChartText("row", keys: ["k\(index)"]))
      }, missing: ChartText("not measured"), axis: axis)
  }

  @Test func `is nothing without a known value`() {
    #expect(chart([]).plot(.wide) == nil)
    #expect(chart([nil, .nan]).plot(.narrow) == nil)
  }

  @Test func `the largest value comes first, ties keep their order, missing values come last`()
    throws
  {
    let plot = try #require(chart([3, nil, 7, 3, -2]).plot(.wide))
    #expect(plot.bars.map(\.key) == ["k2", "k0", "k3", "k4"])
    let names = plot.labels.filter { $0.style == .name }.map(\.text)
    #expect(names == ["row 2", "row 0", "row 3", "row 4", "row 1"])
    #expect(plot.labels.filter { $0.style == .value }.last?.text == "not measured")
  }

  @Test func `a rest stays last however large it is`() throws {
    var chart = chart([3, 7])
    chart.rows[1].isRest = true
    #expect(try #require(chart.plot(.wide)).bars.map(\.key) == ["k0", "k1"])
  }

  @Test func `length is in proportion to value and negative bars end at zero`() throws {
    let plot = try #require(chart([40, 20, -20]).plot(.wide))
    let widths = plot.bars.map(\.width.value)
    #expect((widths[0] - 2 * widths[1]).magnitude <= 0.2)
    #expect((widths[1] - widths[2]).magnitude <= 0.2)
    let zero = try #require(plot.rules.first { $0.kind == .zero }).x1
    #expect(plot.bars[0].x == zero && plot.bars[1].x == zero)
    #expect(plot.bars[2].x < zero)
  }

  @Test func `what the open ticks are stands above the bars, when there are any`() throws {
    var chart = chart([100, 90], before: [110, 20])
    chart.comparisonName = ChartText("last year")
    let plot = try #require(chart.plot(.wide))
    #expect(plot.points.count == 3)
    let name = try #require(plot.labels.first { $0.text == "last year" })
    #expect(name.y.value < plot.bars[0].y.value)
    chart.rows[0].comparison = nil
    chart.rows[1].comparison = nil
    #expect(try #require(chart.plot(.wide)).points.isEmpty)
  }

  @Test func `a value is not written over what it was before`() throws {
    for before in [20, 85, 91, 95, 100, 110, 150] as [Double] {
      let plot = try #require(chart([90], before: [before]).plot(.wide))
      let tick = plot.points[0].x.value
      let value = try #require(plot.labels.first { $0.style == .value })
      let end = value.x.value + textWidth(of: value.text, size: 14)
      #expect(tick + 2.5 < value.x.value || tick - 2.5 > end, "\(before)")
    }
  }

  @Test(arguments: [Plot.Size.wide, .narrow])
  func `thirteen platforms with long names lie on the plot, one under the other`(
    _ size: Plot.Size
  ) throws {
    let names =
      ["Wereldwijdetelecommunicatiebedrijfsvoering", "A name of a good many words that goes on"]
      + (2..<13).map { "Platform \($0)" }
    let values = (0..<13).map { i in 1_000_000_000.0 / Double(i + 1) }
    let plot = try #require(chart(values, before: values.reversed(), names: names).plot(size))
    expectMarksInside(plot)
    #expect(plot.bars.count == 13)
    for (upper, lower) in zip(plot.bars, plot.bars.dropFirst()) {
      #expect(upper.y.value + upper.height.value < lower.y.value)
    }
  }
}

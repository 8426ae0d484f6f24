import Charts
import Testing

@Suite struct HeatmapTests {
  private func chart(_ rows: [[Double?]], text: String = "12") -> Heatmap {
    Heatmap(
      columns: (0..<(rows.first?.count ?? 0)).map { TimePosition("\($0 * 3)") },
      rows: rows.enumerated().map { index, values in
        .init(
          ChartText("day \(index)"),
          values: values.enumerated().map { column, value in
            value.map { Datum($0, key: "k\(index).\(column)", text: text) }
          })
      })
  }

  @Test func `is nothing without a value`() {
    #expect(chart([]).plot(.wide) == nil)
    #expect(chart([[nil, .nan]]).plot(.wide) == nil)
  }

  // By hand: six equal parts of 0 to 60.
  @Test func `levels are equal parts of the range and missing cells are dotted`() throws {
    let plot = try #require(chart([[0, 9.9, 10, 30, 59, 60, nil]]).plot(.wide))
    #expect(plot.cells.map(\.level) == [1, 1, 2, 4, 6, 6, 0])
    #expect(plot.cells.map(\.hatch) == [nil, nil, nil, nil, nil, nil, .missing])
    #expect(plot.cells.last?.label == nil && plot.cells.last?.key == nil)
    #expect(plot.cells.first?.label?.keys == "k0.0")
  }

  @Test func `cells fill the frame row by row`() throws {
    let plot = try #require(chart([[1, 2, 3], [4, 5, 6]]).plot(.narrow))
    #expect(plot.cells.count == 6)
    for (left, right) in zip(plot.cells, plot.cells.dropFirst()) where left.y == right.y {
      #expect((left.x.value + left.width.value - right.x.value).magnitude < 0.01)
    }
    #expect(plot.cells[3].y.value == plot.cells[0].y.value + plot.cells[0].height.value)
  }

  @Test func `numbers that do not all fit are all left out`() throws {
    let rows = [Array(repeating: 5.0 as Double?, count: 24)]
    #expect(try #require(chart(rows).plot(.wide)).cells.allSatisfy { $0.label != nil })
    #expect(try #require(chart(rows).plot(.narrow)).cells.allSatisfy { $0.label == nil })
  }

  @Test(arguments: [Plot.Size.wide, .narrow])
  func `marks lie on the plot`(_ size: Plot.Size) throws {
    for rows in [[[1]], [[-3, -3]], Array(repeating: Array(repeating: 1e12, count: 24), count: 7)]
      as [[[Double?]]]
    {
      expectMarksInside(try #require(chart(rows).plot(size)))
    }
  }
}

import Charts
import Testing

@Suite struct DumbbellTests {
  private func chart(_ rows: [(Double?, Double?)]) -> Dumbbell {
    Dumbbell(
      rows: rows.enumerated().map { index, row in
        .init(
          ChartText("Platform with a longer name \(index)"),
          start: row.0.map { Datum($0, key: "s\(index)", text: "\($0)") },
          end: row.1.map { Datum($0, key: "e\(index)", text: "\($0)") }, tone: .series(index + 1),
          marker: .ofSlot(index + 1), readout: ChartText("row"))
      }, startName: ChartText("part of the hours"), endName: ChartText("part of the result"),
      axis: ValueAxis(.amount, label: { "\($0)" }))
  }

  @Test func `is nothing without a value`() {
    #expect(chart([]).plot(.wide) == nil)
    #expect(chart([(nil, .nan)]).plot(.wide) == nil)
  }

  @Test func `an open marker is joined to a filled one with an arrow towards it`() throws {
    let plot = try #require(chart([(10, 50), (50, 10)]).plot(.wide))
    let marks = plot.points.filter { $0.key != nil }
    #expect(marks.map(\.key) == ["s0", "e0", "s1", "e1"])
    #expect(marks.map(\.isOpen) == [true, false, true, false])
    #expect(plot.points.compactMap { $0.marker == .arrowRight ? $0.y : nil } == [marks[0].y])
    #expect(plot.points.compactMap { $0.marker == .arrowLeft ? $0.y : nil } == [marks[2].y])
    #expect(plot.rules.filter { $0.kind == .connector }.count == 2)
  }

  @Test func `a row with one value has one marker and no connector`() throws {
    let plot = try #require(chart([(10, nil), (20, 30)]).plot(.wide))
    #expect(plot.points.compactMap(\.key) == ["s0", "s1", "e1"])
    #expect(plot.rules.filter { $0.kind == .connector }.count == 1)
  }

  @Test(arguments: [Plot.Size.wide, .narrow])
  func `marks and values lie on the plot`(_ size: Plot.Size) throws {
    for rows in [[(1, 1)], [(0, 0)], [(-5, 1e9)], [(0.1, 0.100001)], [(1, 2), (3, nil)]]
      as [[(Double?, Double?)]]
    {
      expectMarksInside(try #require(chart(rows).plot(size)))
    }
  }
}

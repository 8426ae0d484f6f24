import Testing

@testable import Charts

@Suite struct StripPlotTests {
  @Test func `a named dot has a square of its own to show its value from`() throws {
    let group = StripPlot.Group(
      ChartText("Reels"), values: [1, 2, 3, 9], median: nil, label: ChartText(""),
      named: [.init(3, label: ChartText("14 October"), readout: ChartText("14 October: 9"))])
    let other = StripPlot.Group(
      ChartText("Images"), values: [4], median: nil, label: ChartText(""),
      named: [.init(0, label: ChartText("2 May"), readout: ChartText("2 May: 4"))])
    let plot = try #require(
      StripPlot(groups: [group, other], axis: ValueAxis(.amount, label: { "\($0)" })).plot(.wide))
    #expect(plot.hovers.map(\.readout.text) == ["14 October: 9", "2 May: 4"])
    #expect(plot.hovers.map(\.width.value) == [24, 24])
    #expect(plot.hovers[0].y < plot.hovers[1].y)
  }

  private func chart(_ groups: [[Double]], kind: ValueAxis.Kind = .amount) -> StripPlot {
    StripPlot(
      groups: groups.enumerated().map { index, values in
        let known = values.filter(\.isFinite).sorted()
        let ends = known.first.flatMap { low in known.last.map { low...$0 } }
        return .init(
          ChartText("group \(index)"), values: values,
          median: known.isEmpty ? nil : Datum(known[known.count / 2], key: "m", text: ""),
          interval: ends, label: ChartText("58 (40 to 70)", keys: ["m", "l", "u"]),
          named: [.init(0, label: ChartText("Reel of 14 October"), readout: ChartText("x"))])
      }, axis: ValueAxis(kind, label: { "\($0)" }))
  }

  @Test func `is nothing without a value that the axis can show`() {
    #expect(chart([]).plot(.wide) == nil)
    #expect(chart([[], [.nan]]).plot(.wide) == nil)
    #expect(chart([[0, -1]], kind: .logarithmic).plot(.wide) == nil)
  }

  @Test func `has a dot for each value, and one stroke for each median`() throws {
    let plot = try #require(chart([[1, 2, 3, .nan], [4, 4, 4]]).plot(.wide))
    #expect(plot.dots.map(\.places.count) == [3, 3])
    #expect(plot.points.filter { $0.marker == .median }.count == 2)
    #expect(plot.bands.count == 2)
  }

  @Test func `more than two hundred values are drawn by their deciles`() throws {
    let chart = chart([(0...300).map(Double.init), [1, 2, 3]])
    #expect(chart.drawsDeciles)
    let plot = try #require(chart.plot(.wide))
    #expect(plot.dots.map(\.places.count) == [9, 3])
    // By hand: the deciles of 0 to 300 are 30, 60 … 270; the axis is 0 to 300.
    let places = plot.dots[0].places.map {
      (($0.x.value - plot.frame.left) / plot.frame.width * 300).rounded()
    }
    #expect(places == [30, 60, 90, 120, 150, 180, 210, 240, 270])
  }

  @Test func `dots do not overlap until the row is full`() {
    let offsets = beeswarm([10, 10, 12, 30, 10, 10], radius: 3, limit: 14)
    #expect(offsets[0] == 0 && offsets[3] == 0)
    let places = zip([10, 10, 12, 30, 10, 10] as [Double], offsets).map { ($0, $1) }
    for (index, place) in places.enumerated() {
      for other in places.dropFirst(index + 1) {
        let (dx, dy) = (place.0 - other.0, place.1 - other.1)
        #expect((dx * dx + dy * dy).squareRoot() >= 6 - 1e-6)
      }
    }
    let crowd = beeswarm(Array(repeating: 5, count: 40), radius: 3, limit: 14)
    #expect(crowd.allSatisfy { $0.magnitude <= 14 })
  }

  @Test(arguments: [Plot.Size.wide, .narrow])
  func `marks lie on the plot`(_ size: Plot.Size) throws {
    for (groups, kind) in [
      ([[5]], .amount), ([[5, 5, 5, 5]], .logarithmic), ([[1e-6, 1e9]], .logarithmic),
      (Array(repeating: (1...15).map(Double.init), count: 13), .amount),
      ([[-4, 0, 9], []], .amount),
    ] as [([[Double]], ValueAxis.Kind)] {
      expectMarksInside(try #require(chart(groups, kind: kind).plot(size)))
    }
  }
}

import Testing

@testable import Charts

@Suite struct ScatterTests {
  private func chart(
    _ items: [Scatter.Item], kind: ValueAxis.Kind = .amount, trend: [Scatter.TrendPoint] = []
  ) -> Scatter {
    Scatter(
      items: items, xAxis: ValueAxis(kind, label: { "\($0)" }),
      yAxis: ValueAxis(kind, label: { "\($0)" }), xName: ChartText("sessions a week"),
      yName: ChartText("conversions a week"), trend: trend,
      note: ChartText("rho 0.62 (0.35 to 0.8)", keys: ["r", "l", "u"]))
  }

  @Test func `is nothing without a point that both axes can show`() {
    #expect(chart([]).plot(.wide) == nil)
    #expect(chart([.init(x: .nan, y: 1), .init(x: 1, y: .infinity)]).plot(.wide) == nil)
    #expect(chart([.init(x: 0, y: 1)], kind: .logarithmic).plot(.wide) == nil)
  }

  @Test(arguments: Plot.Size.allCases)
  func `the coefficient stands above the frame, where no point can lie`(_ size: Plot.Size) throws {
    let items = (0..<40).map { Scatter.Item(x: Double($0 % 7), y: Double($0 % 11)) }
    let plot = try #require(chart(items).plot(size))
    let note = try #require(plot.labels.first { $0.text.hasPrefix("rho") })
    #expect(note.y.value < plot.frame.top)
    #expect(note.x.value == plot.frame.right && note.anchor == .end)
    let name = try #require(plot.labels.first { $0.text.hasPrefix("conversions") })
    let ends = [name, note].map { textWidth(of: $0.text, size: 12.5) }
    #expect(name.y < note.y || ends[0] + ends[1] < size.width)
    #expect(plot.axisStarts.isEmpty)
  }

  @Test func `a named point has a ring around it`() throws {
    var items = (1...8).map { Scatter.Item(x: Double($0), y: Double($0 * $0), key: "k\($0)") }
    items[2].name = ChartText("Reel of 14 October")
    let plot = try #require(chart(items).plot(.wide))
    let ring = try #require(plot.points.first)
    #expect(plot.points.count == 1 && ring.marker == .ring && ring.key == nil)
    let place = try #require(plot.dots.first).places[2]
    #expect(ring.x == place.x && ring.y == place.y)
  }

  @Test func `a few levels get a low frame`() throws {
    let flat = (0..<40).map { Scatter.Item(x: Double($0), y: Double($0 % 2)) }
    #expect(try #require(chart(flat).plot(.wide)).frame.height == 120)
    let usual = (0..<40).map { Scatter.Item(x: Double($0), y: Double($0 % 4)) }
    #expect(try #require(chart(usual).plot(.wide)).frame.height == 300)
  }

  @Test func `points keep their order along both axes`() throws {
    let plot = try #require(
      chart([.init(x: 1, y: 10), .init(x: 2, y: 30), .init(x: 3, y: 20)]).plot(.wide))
    let places = try #require(plot.dots.first).places
    #expect(places[0].x < places[1].x && places[1].x < places[2].x)
    #expect(places[1].y < places[2].y && places[2].y < places[0].y)
  }

  @Test func `a trend has an area when every point of it has an interval`() throws {
    let items = (1...8).map { Scatter.Item(x: Double($0), y: Double($0)) }
    let line = [1.0, 8].map { Scatter.TrendPoint(x: $0, y: $0) }
    let band = [1.0, 8].map { Scatter.TrendPoint(x: $0, y: $0, interval: $0 - 1...$0 + 1) }
    let plain = try #require(chart(items, trend: line).plot(.wide))
    #expect(plain.lines.count == 1 && plain.areas.isEmpty)
    let banded = try #require(chart(items, trend: band).plot(.wide))
    #expect(banded.lines.count == 1 && banded.areas.count == 1)
  }

  @Test func `names touch no point and no other name, and there are at most six`() throws {
    let items: [Scatter.Item] = (0..<60).map { (index: Int) -> Scatter.Item in
      let x = Double(index * 37 % 60)
      let y = Double(index * 23 % 60)
      return Scatter.Item(x: x, y: y, name: index < 20 ? ChartText("post number \(index)") : nil)
    }
    let plot = try #require(chart(items).plot(.wide))
    let names = plot.labels.filter { $0.text.hasPrefix("post") }
    #expect((1...6).contains(names.count))
    for name in names {
      let across = name.x.value...(name.x.value + textWidth(of: name.text, size: 12.5))
      let down = (name.y.value - 10)...name.y.value
      let covered = plot.dots.flatMap(\.places).filter {
        across.contains($0.x.value) && down.contains($0.y.value)
      }
      #expect(covered.isEmpty, "\(name.text)")
    }
  }

  @Test(arguments: [Plot.Size.wide, .narrow])
  func `marks lie on the plot`(_ size: Plot.Size) throws {
    for (items, kind) in [
      ([(5, 5)], .amount), ([(0, 0), (0, 0)], .amount), ([(1, 1e6), (1e6, 1)], .logarithmic),
      ([(5, 5)], .logarithmic), ([(-1e9, 1e-9), (1e9, 2e-9)], .amount), ([(2, 0.25)], .ratio),
    ] as [([(Double, Double)], ValueAxis.Kind)] {
      let named = items.map {
        Scatter.Item(x: $0, y: $1, name: ChartText("a name"), readout: ChartText("a readout"))
      }
      expectMarksInside(try #require(chart(named, kind: kind).plot(size)))
    }
  }
}

import Testing

@testable import Charts

@Suite struct DotsTests {
  @Test func `has an outline around each place`() throws {
    let square = try #require(
      Dots(at: [(10, 20), (30.25, 40)], marker: .square, tone: .series(2), keys: ["a", "b"]))
    #expect(square.path == "M6 16h8v8h-8Zm20.3 20h8v8h-8Z")
    #expect(square.keys == "a b")
    // A line without length: its round cap is the disc.
    #expect(try #require(Dots(at: [(1, 2)], marker: .dot, tone: .ink)).path == "M1 2h0")
    #expect(Dots(at: [], marker: .circle, tone: .ink) == nil)
  }
}

@Suite struct PlainBarsTests {
  @Test func `bars without keys are one path for each tone`() {
    var bars = [
      Bar(from: (0, 10), to: (5, 4), tone: .series(1), key: "a"),
      Bar(from: (0, 4), to: (5, 2), tone: .series(2), key: "b"),
      Bar(from: (8.5, 10), to: (13.5, 7), tone: .series(1), key: "c"),
    ]
    #expect(PlainBars.all(of: bars) == [])
    for index in bars.indices { bars[index].key = nil }
    let plain = PlainBars.all(of: bars)
    #expect(plain.map(\.tone) == [.series(1), .series(2)])
    #expect(plain.map(\.path) == ["M0 4h5v6h-5ZM8.5 7h5v3h-5Z", "M0 2h5v2h-5Z"])
  }
}

@Suite struct SequentialRampTests {
  @Test(
    arguments: [
      // From zero, because the lowest is near it: steps of ten.
      ([0, 60], 0, 1), ([0, 60], 9, 1), ([0, 60], 10, 2), ([0, 60], 60, 6), ([6, 60], 29, 3),
      // From the lowest, which is far from zero.
      ([40, 60], 40, 1), ([40, 60], 60, 6), ([40, 60], 50, 4),
      ([7, 7], 7, 1), ([0, 60], 99, 6), ([40, 60], 1, 1),
    ] as [([Double], Double, Int)])
  func `divides the range in six`(_ values: [Double], _ value: Double, _ level: Int) throws {
    #expect(try #require(SequentialRamp(values)).level(of: value) == level)
  }

  @Test func `is nothing without values`() {
    #expect(SequentialRamp([]) == nil)
    #expect(SequentialRamp([.nan]) == nil)
  }
}

import Charts
import Testing

@Suite struct ScaleTests {
  // By hand.
  @Test(
    arguments: [
      ("start", 10, 220), ("end", 20, 20), ("middle", 15, 120), ("below", -3, 220),
      ("above", 1e300, 20),
    ] as [(String, Double, Double)])
  func `maps in proportion and keeps to its ends`(_ name: String, value: Double, place: Double) {
    #expect(Scale(10...20, from: 220, to: 20)(value) == place)
  }

  @Test func `a logarithmic scale has equal steps for equal ratios`() {
    let scale = Scale(0.25...4, from: 0, to: 400, kind: .logarithmic)
    let places = [0.25, 0.5, 1, 2, 4].map { Coordinate(scale($0)).value }
    #expect(places == [0, 100, 200, 300, 400])
  }

  @Test func `a logarithmic scale from zero begins at zero`() {
    let scale = Scale(0...63, from: 0, to: 600, kind: .logarithmicFromZero)
    let places = [0, 1, 3, 7, 15, 31, 63].map { Coordinate(scale($0)).value }
    #expect(places == [0, 100, 200, 300, 400, 500, 600])
  }

  @Test func `the widest domain does not overflow`() {
    #expect(Scale(-1.5e308...1.5e308, from: 0, to: 100)(0) == 50)
  }
}

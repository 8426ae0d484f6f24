import Testing

@testable import Charts

@Suite struct PathTextTests {
  // By hand, in tenths: 0.04 rounds to 0 and 5.25 to 5.3.
  @Test(
    arguments: [
      ("nothing", [], ""),
      ("a move", [(1, 2)], "M1 2"),
      ("down and up", [(0, 10), (5.25, 8), (5.25, 9.5)], "M0 10l5.3-2v1.5"),
      ("back and level", [(10, 4), (8, 4.04), (3, 3)], "M10 4h-2l-5-1"),
      ("on the spot", [(1, 1), (1.04, 1)], "M1 1h0"),
    ] as [(String, [(x: Double, y: Double)], String)])
  func `lines are relative to the pen and as short as can be`(
    _ name: String, points: [(x: Double, y: Double)], expected: String
  ) {
    #expect(PathText(through: points).text == expected)
  }

  @Test func `rounding does not add up along a line`() {
    // Steps of 1.24 to 124: the last point is at 124, whatever the steps round to.
    let path = PathText(through: (0...100).map { (x: 1.24 * Double($0), y: 0) })
    let steps = path.text.split(separator: "h").dropFirst().compactMap { Double($0) }
    #expect(steps.count == 100)
    #expect((steps.reduce(0, +) - 124).magnitude < 1e-9)
  }

  @Test func `a closed path goes on from where it began`() {
    var path = PathText(through: [(0, 0), (2, 0), (2, 2)], isClosed: true)
    path.line(to: (0, 5))
    #expect(path.text == "M0 0h2v2Zv5")
  }
}

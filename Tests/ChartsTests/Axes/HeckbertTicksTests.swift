import Charts
import Testing

@Suite struct HeckbertTicksTests {
  // The first is the example of the paper (Graphics Gems, page 61); the others by hand.
  @Test(
    arguments: [
      ("the paper", 105, 543, [100, 200, 300, 400, 500, 600]),
      ("around zero", -1, 1, [-1, -0.5, 0, 0.5, 1]),
      ("zero alone", 0, 0, [0, 1]),
      ("one value", 8, 8, [4, 6, 8, 10, 12]),
      ("not a number", .nan, 1, [0, 1]),
      ("infinite", 0, .infinity, [0, 1]),
    ] as [(String, Double, Double, [Double])])
  func `encloses the range at multiples of 1, 2 and 5`(
    _ name: String, low: Double, high: Double, expected: [Double]
  ) {
    #expect(heckbertTicks(from: low, to: high, target: 5) == expected)
  }
}

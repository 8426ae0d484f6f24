import Charts
import Testing

@Suite struct LogarithmicTicksTests {
  // By hand.
  @Test(
    arguments: [
      ("fine", 3, 180, 7, [2, 5, 10, 20, 50, 100, 200]),
      ("powers of ten", 3, 180, 6, [1, 10, 100, 1000]),
      ("every third power", 1, 1e9, 5, [1, 1e3, 1e6, 1e9]),
      ("hardly one of them among the values", 7, 21, 7, [7, 10, 20, 30]),
      ("too few places for more", 7, 21, 3, [1, 10, 100]),
      ("one value on a tick", 10, 10, 5, [10, 20]),
      ("below one", 0.03, 0.4, 7, [0.02, 0.05, 0.1, 0.2, 0.5]),
      ("zero", 0, 10, 5, nil),
      ("negative", -1, 10, 5, nil),
    ] as [(String, Double, Double, Int, [Double]?)])
  func `measures have ticks at 1, 2 and 5 or at powers of ten, and more in a short range`(
    _ name: String, low: Double, high: Double, limit: Int, expected: [Double]?
  ) {
    #expect(logarithmicTicks(from: low, to: high, limit: limit) == expected)
  }

  // By hand.
  @Test(
    arguments: [
      ("around one", 0.4, 3, 5, [0.25, 0.5, 1, 2, 4]),
      ("all above one", 1.1, 1.4, 5, [1, 2]),
      ("exactly one", 1, 1, 5, [1, 2]),
      ("steps of four", 0.1, 50, 5, [0.0625, 0.25, 1, 4, 16, 64]),
      ("zero", 0, 2, 5, nil),
    ] as [(String, Double, Double, Int, [Double]?)])
  func `ratios have ticks at powers of two and always at one`(
    _ name: String, low: Double, high: Double, limit: Int, expected: [Double]?
  ) {
    #expect(ratioTicks(from: low, to: high, limit: limit + 1) == expected)
  }
}

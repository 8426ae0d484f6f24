import Charts
import Testing

@Suite struct CoordinateTests {
  // By hand.
  @Test(
    arguments: [
      (12.34, "12.3"), (12.35, "12.4"), (12, "12"), (0.04, "0"), (-0.04, "0"), (-0.0, "0"),
      (-0.06, "-0.1"), (-12.5, "-12.5"), (719.96, "720"), (.nan, "0"), (.infinity, "0"),
      (1e300, "100000"), (-1e300, "-100000"),
    ] as [(Double, String)])
  func `is written with at most one decimal and never as minus zero`(
    _ units: Double, expected: String
  ) {
    #expect(Coordinate(units).text == expected)
    #expect(Coordinate(units).value == Double(expected))
  }
}

import Charts
import Testing

@Suite struct WilkinsonTicksTests {
  @Test func `finds the ticks of the package labeling in R`() throws {
    let vectors = try ChartVectors.group("axis")
    #expect(vectors.count == 6)
    for vector in vectors {
      let inputs = vector.inputs
      let found = wilkinsonTicks(
        from: try #require(inputs.min), to: try #require(inputs.max),
        target: try #require(inputs.target_count), isLoose: inputs.only_loose == true,
        niceNumbers: try #require(inputs.Q))
      let expected = try #require(vector.expected.ticks)
      #expect(
        vector.tolerance.allows(try #require(found), for: expected), "\(vector.id): \(found ?? [])")
    }
  }

  @Test func `ticks are the decimal numbers that they look like`() {
    #expect(
      wilkinsonTicks(from: 0, to: 0.5, target: 6, isLoose: true) == [0, 0.1, 0.2, 0.3, 0.4, 0.5])
  }

  @Test(
    arguments: [
      ("one value", 5, 5), ("upside down", 2, 1), ("not a number", .nan, 1),
      ("infinite", 0, .infinity), ("beyond telling apart", 1e15, 1e15 + 1),
      ("too small", 0, 1e-300), ("too large", 0, 1e300),
    ] as [(String, Double, Double)])
  func `has no answer where a range cannot be divided`(
    _ name: String, low: Double, high: Double
  ) {
    #expect(wilkinsonTicks(from: low, to: high, target: 5, isLoose: true) == nil)
  }

  @Test(arguments: [1e-280, 1e-9, 1, 1e9, 1e280])
  func `loose ticks enclose the range at every size`(_ size: Double) throws {
    let ticks = try #require(
      wilkinsonTicks(from: -0.37 * size, to: 8.11 * size, target: 5, isLoose: true))
    #expect(try #require(ticks.first) <= -0.37 * size)
    #expect(try #require(ticks.last) >= 8.11 * size)
  }
}

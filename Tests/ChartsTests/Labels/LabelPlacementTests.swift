import Testing

@testable import Charts

@Suite struct LabelPlacementTests {
  @Test func `places labels as isotonic regression in scipy does`() throws {
    let vectors = try ChartVectors.group("label-placement")
    #expect(vectors.count == 2)
    for vector in vectors {
      let inputs = vector.inputs
      let found = placedLabels(
        at: try #require(inputs.positions), gap: try #require(inputs.gap),
        within: try #require(inputs.lo)...(try #require(inputs.hi)))
      #expect(
        vector.tolerance.allows(found, for: try #require(vector.expected.placed)),
        "\(vector.id): \(found)")
    }
  }

  // By hand.
  @Test(
    arguments: [
      ("none", [], []), ("one above the bounds", [-5], [0]), ("one below the bounds", [120], [100]),
      ("in any order", [90, 10], [90, 10]), ("equal, in the order given", [50, 50], [45, 55]),
      (
        "more than there is room for", Array(repeating: 0, count: 21),
        (0...20).map { Double($0) * 5 }
      ),
    ] as [(String, [Double], [Double])])
  func `keeps order and bounds`(_ name: String, positions: [Double], expected: [Double]) {
    #expect(placedLabels(at: positions, gap: 10, within: 0...100) == expected)
  }

  @Test func `overlapping texts go to the next level`() {
    #expect(levels(for: [(0, 50), (55, 90), (60, 80), (200, 210)]) == [0, 1, 0, 0])
    #expect(levels(for: []).isEmpty)
  }
}

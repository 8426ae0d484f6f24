import Foundation

/// The worked ticks and label places of `Fixtures/chart-vectors.json`.
struct ChartVectors: Decodable {
  struct Vector: Decodable {
    struct Inputs: Decodable {
      var min: Double?
      var max: Double?
      var target_count: Int?
      var only_loose: Bool?
      var Q: [Double]?
      var positions: [Double]?
      var gap: Double?
      var lo: Double?
      var hi: Double?
    }
    struct Expected: Decodable {
      var ticks: [Double]?
      var placed: [Double]?
    }
    struct Tolerance: Decodable {
      var rel: Double
      var abs: Double

      func allows(_ found: [Double], for expected: [Double]) -> Bool {
        found.count == expected.count
          && zip(found, expected).allSatisfy {
            ($0 - $1).magnitude <= Swift.max(abs, rel * $1.magnitude)
          }
      }
    }
    var id: String
    var group: String
    var inputs: Inputs
    var expected: Expected
    var tolerance: Tolerance
  }
  var vectors: [Vector]

  static func group(_ name: String) throws -> [Vector] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Fixtures/chart-vectors.json")
    return try JSONDecoder().decode(ChartVectors.self, from: Data(contentsOf: file))
      .vectors.filter { $0.group == name }
  }
}

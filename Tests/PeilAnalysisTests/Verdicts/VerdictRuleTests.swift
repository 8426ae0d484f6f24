import Foundation
import PeilModel
import Statistics
import Testing

@testable import PeilAnalysis

/// The rule that eight beliefs share, against the vectors of `Tests/Fixtures/statistics.json`.
@Suite struct VerdictRuleTests {
  struct Vector: Decodable, Sendable, CustomStringConvertible {
    let id: String
    let inputs: Inputs
    let expected: Expected

    var description: String { id }

    struct Inputs: Decodable, Sendable {
      let estimate: Double
      let lower: Double
      let upper: Double
      let h: Double
      let r: Double
      let gates_passed: Bool
      let I2: Double
      let p_Q: Double
    }

    struct Expected: Decodable, Sendable {
      let verdict: String
    }

    static func load() throws -> [Vector] {
      struct Header: Decodable { let group: String }
      struct File<Element: Decodable>: Decodable { let vectors: [Element] }
      struct Lenient: Decodable {
        let vector: Vector?

        init(from decoder: any Decoder) throws {
          let group = try Header(from: decoder).group
          vector = group == "verdict" ? try Vector(from: decoder) : nil
        }
      }
      let path = ProcessInfo.processInfo.environment["PEIL_STATISTICS_VECTORS"]
      let file = path.map { URL(filePath: $0) } ?? fixture("statistics.json")
      return try JSONDecoder().decode(File<Lenient>.self, from: Data(contentsOf: file))
        .vectors.compactMap(\.vector)
    }
  }

  @Test(arguments: try Vector.load())
  func `judges as the vectors do`(_ vector: Vector) {
    let inputs = vector.inputs
    let effect = Effect(
      estimate: inputs.estimate, low: inputs.lower, high: inputs.upper,
      sampleSize: Figure.SampleSize(30, .post),
      platformsDisagree: Heterogeneity.isDisagreement(
        inconsistency: inputs.I2, pValue: inputs.p_Q))
    let outcome: TestOutcome =
      inputs.gates_passed
      ? .effect(effect) : .tooLittleData(Shortfall("posts", found: 23, needed: 24, .post))
    let verdict = outcome.verdict(Thresholds.Pair(useless: inputs.r, holds: inputs.h))
    #expect(verdict.kind.rawValue == vector.expected.verdict.replacing("_", with: "-"))
  }

  /// An empty list of arguments would pass in silence.
  @Test func `there are five vectors`() throws {
    #expect(try Vector.load().count == 5)
  }

  /// By hand from the rule: U < r, else L > h and estimate ≥ r; an edge itself is neither.
  @Test(
    arguments: [
      ("below", -0.1, -0.3, 0.19, Verdict.Kind.refuted),
      ("the upper limit is the threshold", -0.1, -0.3, 0.2, .mixed),
      ("above", 0.3, 0.01, 0.5, .holds),
      ("the lower limit is the threshold", 0.3, 0, 0.5, .mixed),
      ("the estimate is the threshold", 0.2, 0.01, 0.5, .holds),
      ("above nothing, below use", 0.19, 0.01, 0.5, .mixed),
      ("known without an interval", 0, 0, 0, .refuted),
    ])
  func `an edge belongs to neither side`(
    _ name: String, _ estimate: Double, _ low: Double, _ high: Double, _ expected: Verdict.Kind
  ) {
    let effect = Effect(
      estimate: estimate, low: low, high: high, sampleSize: Figure.SampleSize(30, .post))
    let thresholds = Thresholds.Pair(useless: 0.2, holds: 0)
    #expect(TestOutcome.effect(effect).verdict(thresholds).kind == expected)
  }

  @Test(
    arguments: [(0.76, 0.049, true), (0.75, 0.049, false), (0.76, 0.05, false)])
  func `platforms disagree when both measures say so`(
    _ inconsistency: Double, _ pValue: Double, _ expected: Bool
  ) {
    #expect(
      Heterogeneity.isDisagreement(inconsistency: inconsistency, pValue: pValue) == expected)
  }
}

/// A file of `Tests/Fixtures`.
func fixture(_ path: String) -> URL {
  URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Fixtures/\(path)").standardizedFileURL
}

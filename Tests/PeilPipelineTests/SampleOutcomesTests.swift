import PeilPipeline
import TestSupport
import Testing

/// The sample agency shows everything that a report can say.
@Suite struct SampleOutcomesTests {
  @Test func `every belief gets every verdict that it can, over clients and months`() throws {
    var seen = [Set<String>](repeating: [], count: 9)
    for client in [
      "bakkerij-roggeveld", "museum-de-vuurbaak", "plankwijs-software", "the-harbour-house",
      "tuincentrum-wilgenhof",
    ] {
      let trial = try AnalysisTrial(data: Project.data, client: client, month: "2026-10")
      let judged = trial.analyse(try trial.load(), months: 12)
      for (belief, kinds) in judged.verdicts.enumerated() { seen[belief].formUnion(kinds) }
    }
    let all: Set = ["refuted", "holds", "mixed", "too-little-data", "not-testable"]
    for (belief, kinds) in seen.enumerated() {
      // The seventh is arithmetic and cannot be mixed.
      #expect(kinds == (belief == 6 ? all.subtracting(["mixed"]) : all), "belief \(belief + 1)")
    }
  }
}

import Diagnostics
import Foundation
import PeilPipeline
import TestSupport
import Testing

@Suite struct SampleAgencyTests {
  private func request(output: String) -> RunRequest {
    var request = RunRequest(
      templates: Project.templates, program: "Peil test", programDigest: "test")
    request.data = Project.data
    request.output = output
    request.jobs = 2
    return request
  }

  private func build(_ request: RunRequest) async throws -> RunSummary {
    try await Batch(request).run { _ in }
  }

  @Test func `every client of the sample agency is released in both languages`() async throws {
    try await withTemporaryFolder { folder in
      var request = request(output: folder)
      request.languages = ["nl", "en"]
      let summary = try await build(request)
      #expect(summary.outcomes.map(\.state) == Array(repeating: .released, count: 5))
      #expect(summary.isComplete)
      for outcome in summary.outcomes {
        #expect(outcome.verdicts.reduce(0) { $0 + $1.count } == 9)
        #expect(outcome.pages.map(\.language) == ["nl", "en"])
        for page in outcome.pages { #expect(page.bytes < 300_000, "\(page.path)") }
      }
      let tree = try fileTree(folder)
      #expect(tree["index.html"] != nil)
      #expect(tree["run.json"] != nil)
      #expect(tree["tuincentrum-wilgenhof/2026-10/report.en.html"] != nil)
    }
  }

  /// Young histories, full ones, and the first weeks of a month that is not over.
  @Test(arguments: ["2025-10", "2025-12", "2026-04", "2026-11"])
  func `every month that the exports speak of is released`(_ month: String) async throws {
    try await withTemporaryFolder { folder in
      var request = request(output: folder)
      request.month = month
      for outcome in try await build(request).outcomes {
        let ids = outcome.diagnostics.map(\.id)
        let isAbsent = outcome.state == .failed && ids.last == "run.month-without-data"
        #expect(outcome.state == .released || isAbsent, "\(outcome.slug): \(ids)")
      }
    }
  }

  /// Read from the exports by a script of their own when the sample was made (Python, scipy).
  @Test(arguments: [
    ("bakkerij-roggeveld", [0, 1]),
    ("plankwijs-software", [1, 5]),
    ("the-harbour-house", [1, 1]),
    ("tuincentrum-wilgenhof", [9, 0]),
  ])
  func `the verdicts are those that the sample was made for`(
    _ client: String, refutedAndHolding: [Int]
  ) async throws {
    try await withTemporaryFolder { folder in
      var request = request(output: folder)
      request.clients = [client]
      request.month = "2026-10"
      let outcome = try #require(try await build(request).outcomes.first)
      let counts = Dictionary(uniqueKeysWithValues: outcome.verdicts.map { ($0.code, $0.count) })
      #expect(counts["holds"] == refutedAndHolding[1])
      if client != "bakkerij-roggeveld" { #expect(counts["refuted"] == refutedAndHolding[0]) }
    }
  }

  @Test func `the same input gives the same bytes in two empty folders`() async throws {
    try await withTemporaryFolder { first in
      try await withTemporaryFolder { second in
        _ = try await build(request(output: first))
        var other = request(output: second)
        other.jobs = 1
        _ = try await build(other)
        let one = try fileTree(first)
        let two = try fileTree(second)
        #expect(one.keys.sorted() == two.keys.sorted())
        for (path, bytes) in one { #expect(two[path] == bytes, "\(path)") }
      }
    }
  }

  @Test func `what has not changed is not built again, and a lost page is`() async throws {
    try await withTemporaryFolder { folder in
      var request = request(output: folder)
      request.clients = ["bakkerij-roggeveld"]
      #expect(try await build(request).outcomes.first?.state == .released)
      let before = try fileTree(folder)
      #expect(try await build(request).outcomes.first?.state == .unchanged)
      #expect(try fileTree(folder) == before)

      let page = "\(folder)/bakkerij-roggeveld/2026-10/report.html"
      try Data("half".utf8).write(to: URL(fileURLWithPath: page))
      #expect(try await build(request).outcomes.first?.state == .released)
      #expect(try fileTree(folder) == before)

      request.force = true
      #expect(try await build(request).outcomes.first?.state == .released)
    }
  }

  @Test func `no report holds the name of another client`() async throws {
    try await withTemporaryFolder { folder in
      let summary = try await build(request(output: folder))
      let names = [
        "bakkerij-roggeveld": "Roggeveld", "museum-de-vuurbaak": "Vuurbaak",
        "plankwijs-software": "Plankwijs", "the-harbour-house": "Harbour House",
        "tuincentrum-wilgenhof": "Wilgenhof",
      ]
      for outcome in summary.outcomes {
        for page in outcome.pages {
          let text = try String(contentsOfFile: "\(folder)/\(page.path)", encoding: .utf8)
          for (slug, name) in names {
            #expect(text.contains(name) == (slug == outcome.slug), "\(name) in \(page.path)")
          }
        }
      }
    }
  }
}

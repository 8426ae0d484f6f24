import Diagnostics
import FileSystem
import Foundation
import PeilPipeline
import TestSupport
import Testing

/// What stands in the output after runs, with one small client of the sample agency.
@Suite struct OutputFolderTests {
  private func build(
    _ folder: String, change: (inout RunRequest) -> Void = { _ in }
  ) async throws -> RunSummary {
    var request = RunRequest(
      templates: Project.templates, program: "Peil test", programDigest: "test")
    request.data = Project.data
    request.output = "\(folder)/output"
    request.clients = ["bakkerij-roggeveld"]
    change(&request)
    return try await Batch(request).run { _ in }
  }

  private func publish(_ folder: String) throws -> Publication {
    var request = PublishRequest(
      destination: "\(folder)/site", templates: Project.templates)
    request.data = Project.data
    request.output = "\(folder)/output"
    request.includesDrafts = true
    return try Publisher.publish(request)
  }

  @Test func `what a run released can be published, with the clients of earlier runs`()
    async throws
  {
    try await withTemporaryFolder { folder in
      _ = try await build(folder)
      _ = try await build(folder) { $0.clients = ["museum-de-vuurbaak"] }
      let name = try publish(folder).generation
      #expect(
        try fileTree("\(folder)/site/generations/\(name)").keys.sorted() == [
          "atom.xml", "bakkerij-roggeveld/2026-10/index.html",
          "bakkerij-roggeveld/2026-10/report.html", "bakkerij-roggeveld/index.html",
          "clients.html", "index.html", "months.html", "museum-de-vuurbaak/2026-10/index.html",
          "museum-de-vuurbaak/2026-10/report.html", "museum-de-vuurbaak/index.html",
        ])
    }
  }

  @Test func `a page in a language that is asked for no more is taken away`() async throws {
    try await withTemporaryFolder { folder in
      _ = try await build(folder) { $0.languages = ["nl", "en"] }
      let english = "\(folder)/output/bakkerij-roggeveld/2026-10/report.en.html"
      #expect(FileManager.default.fileExists(atPath: english))
      _ = try await build(folder)
      #expect(!FileManager.default.fileExists(atPath: english))
      _ = try publish(folder)
    }
  }

  @Test func `the record of a run does not tell whether pages were built or stood already`()
    async throws
  {
    try await withTemporaryFolder { folder in
      // Its note holds numbers that are told when the page is printed.
      let first = try await build(folder) { $0.clients = ["the-harbour-house"] }
      #expect(first.outcomes[0].diagnostics.contains { $0.id == "note.strange-number" })
      let record = try fileTree("\(folder)/output")["run.json"]
      let second = try await build(folder) { $0.clients = ["the-harbour-house"] }
      #expect(second.outcomes[0].state == .unchanged)
      #expect(try fileTree("\(folder)/output")["run.json"] == record)
    }
  }

  @Test func `what a run that was cut off left half written is taken away by the next`()
    async throws
  {
    try await withTemporaryFolder { folder in
      try write(
        ["output/bakkerij-roggeveld/2026-10/.report.html.4711": "half", "output/.trial": ""],
        below: folder)
      _ = try await build(folder)
      #expect(
        try fileTree("\(folder)/output").keys.sorted() == [
          ".lock", "atom.xml", "bakkerij-roggeveld/2026-10/index.html",
          "bakkerij-roggeveld/2026-10/report.html", "bakkerij-roggeveld/2026-10/report.json",
          "bakkerij-roggeveld/index.html", "clients.html", "index.html", "months.html", "run.json",
        ])
    }
  }

  @Test func `two runs in one folder exclude each other`() async throws {
    try await withTemporaryFolder { folder in
      try makeFolder("\(folder)/output")
      let other = try FileLock("\(folder)/output/.lock")
      let error = await #expect(throws: RunRefused.self) { try await build(folder) }
      #expect(error?.diagnostics.map(\.id) == ["run.output-in-use"])
      withExtendedLifetime(other) {}
    }
  }
}

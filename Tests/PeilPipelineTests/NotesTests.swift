import Diagnostics
import Foundation
import PeilPipeline
import TestSupport
import Testing

/// From the file in a client's folder to the page.
@Suite struct NotesTests {
  private static let agency = [
    "agency.yaml": "name: \"Bureau\"\n",
    "clients/a/client.yaml":
      "name: \"Alfa\"\nplatforms: [instagram]\naccount-manager: \"Noor\"\nlanguage: en\n",
    "clients/a/exports/posts.csv":
      "platform,id,published_at,text,format,paid,automated,impressions,reach,likes,comments,shares,saves,clicks,video_views\n"
      + "instagram,a1,2026-09-01T10:00:00,x,image,false,false,900,700,40,3,2,1,5,\n"
      + "instagram,a2,2026-10-31T10:00:00,y,image,false,false,910,720,30,4,1,0,5,\n",
  ]

  private func build(
    _ notes: [String: String], languages: [String] = [],
    check: (ClientOutcome, String) throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      let files = Dictionary(
        uniqueKeysWithValues: notes.map { ("clients/a/notes/\($0)", $1) })
      try write(Self.agency.merging(files) { $1 }, below: "\(folder)/data")
      var request = RunRequest(
        templates: Project.templates, program: "Peil test", programDigest: "test")
      request.data = "\(folder)/data"
      request.output = "\(folder)/output"
      request.languages = languages
      let summary = try await Batch(request).run { _ in }
      try check(try #require(summary.outcomes.first), "\(folder)/output/a/2026-10")
    }
  }

  private func page(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func `a note stands in its section, signed, and a strange number is a warning`()
    async throws
  {
    let note =
      "A *good* month <3 with 9,999 new friends.\n\n# m5\n\nSee [ours](https://a.example).\n"
    try await build(["2026-10.md": note]) { outcome, folder in
      #expect(outcome.state == .released, "\(outcome.diagnostics)")
      #expect(outcome.diagnostics.map(\.id) == ["note.strange-number"])
      let page = try page("\(folder)/report.html")
      let summary = try #require(page.range(of: "id=\"summary\""))
      let note = try #require(
        page.range(of: "<p>A <em>good</em> month &lt;3 with 9,999 new friends.</p>"))
      let results = try #require(page.range(of: "id=\"results\""))
      #expect(summary.lowerBound < note.lowerBound && note.lowerBound < results.lowerBound)
      #expect(page.contains("<a href=\"https://a.example\">ours</a>"))
      #expect(page.contains("note-signed\" translate=\"no\" dir=\"auto\" data-text=\"\">Noor</p>"))
    }
  }

  @Test func `in a report of another language a note says which language it is in`() async throws {
    try await build(["2026-10.md": "Fine.\n"], languages: ["nl"]) { outcome, folder in
      #expect(outcome.state == .released, "\(outcome.diagnostics)")
      let page = try page("\(folder)/report.html")
      #expect(page.contains("class=\"note-text\" lang=\"en\""))
    }
  }

  @Test func `the steps of a note replace those of the report`() async throws {
    let note = "# actions\n\n- Call 112 & ask (Tom, 2026-11-06)\n- Wait\n"
    try await build(["2026-10.md": note]) { outcome, folder in
      #expect(outcome.state == .released, "\(outcome.diagnostics)")
      let page = try page("\(folder)/report.html")
      #expect(page.contains("data-text=\"\">Call 112 &amp; ask</p>"))
      #expect(page.contains("<time datetime=\"2026-11-06\">6 November 2026</time>"))
      #expect(page.contains("<time datetime=\"2026-11-30\">30 November 2026</time>"))
      #expect(page.components(separatedBy: "<p class=\"action\"").count == 3)
    }
  }

  @Test func `a report is held back for a note that cannot be placed`() async throws {
    try await build(["2026-10.md": "# Hashtags\n\nNo.\n"]) { outcome, _ in
      #expect(outcome.state == .heldBack)
      #expect(outcome.diagnostics.map(\.id) == ["note.unknown-section"])
    }
  }

  @Test func `a note of another month waits, and one without a month is told`() async throws {
    try await build(["2026-09.md": "Old.\n", "todo.md": "New.\n"]) { outcome, folder in
      #expect(outcome.state == .released)
      #expect(outcome.diagnostics.map(\.id) == ["note.no-month"])
      let page = try page("\(folder)/report.html")
      #expect(!page.contains("class=\"note\""))
    }
  }
}

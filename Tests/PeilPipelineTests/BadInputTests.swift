import Diagnostics
import Foundation
import PeilPipeline
import TestSupport
import Testing

@Suite struct BadInputTests {
  private static let posts = """
    platform,id,published_at,text,format,paid,automated,impressions,reach,likes,comments,shares,saves,clicks,video_views
    instagram,a1,2026-09-01T10:00:00,"Een ""eerste"" post <b>vet</b> & klaar",image,false,false,900,700,40,3,2,1,5,
    instagram,a2,2026-10-02T10:00:00,"Tweede\nregel 🥐",image,false,false,910,720,30,4,1,0,5,
    instagram,a3,2026-10-31T10:00:00,"مرحبا",reel,false,true,800,600,20,1,0,0,2,700

    """

  private static let good = [
    "agency.yaml": "name: \"Bureau\"\n",
    "clients/good/client.yaml": "name: \"Goed\"\nplatforms: [instagram]\n",
    "clients/good/exports/posts.csv": posts,
  ]

  /// Builds an agency with one good client and whatever else is given.
  private func build(
    _ files: [String: String], change: (inout RunRequest) -> Void = { _ in },
    check: (RunSummary, String) throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      try write(Self.good.merging(files) { $1 }, below: "\(folder)/data")
      var request = RunRequest(
        templates: Project.templates, program: "Peil test", programDigest: "test")
      request.data = "\(folder)/data"
      request.output = "\(folder)/output"
      change(&request)
      try check(try await Batch(request).run { _ in }, "\(folder)/output")
    }
  }

  private func outcome(_ slug: String, _ summary: RunSummary) throws -> ClientOutcome {
    try #require(summary.outcomes.first { $0.slug == slug })
  }

  @Test func `a client with hostile texts is released with them as text`() async throws {
    try await build([:]) { summary, output in
      let good = try outcome("good", summary)
      #expect(good.state == .released)
      let page = try String(
        contentsOfFile: "\(output)/good/2026-10/report.html", encoding: .utf8)
      #expect(!page.contains("<b>vet"))
    }
  }

  @Test(
    arguments: [
      ("no settings", ["clients/bad/exports/a.csv": "x"], "client.no-settings"),
      (
        "settings with a typing error", ["clients/bad/client.yaml": "nmae: a\n"],
        "settings.unknown-key"
      ),
      ("settings that are no YAML", ["clients/bad/client.yaml": "name: [a\n"], "settings.syntax"),
      ("no platforms", ["clients/bad/client.yaml": "name: a\n"], "client.no-platforms"),
      (
        "no exports", ["clients/bad/client.yaml": "name: a\nplatforms: [x]\n"],
        "run.no-complete-month"
      ),
      (
        "an export cut off in a caption",
        [
          "clients/bad/client.yaml": "name: a\nplatforms: [instagram]\n",
          "clients/bad/exports/posts.csv": Self.posts + "instagram,a4,2026-10-05T10:00:00,\"open",
        ], "csv.unclosed-quote"
      ),
      (
        "numbers that can be read in two ways",
        [
          "clients/bad/client.yaml": "name: a\nplatforms: [instagram]\n",
          "clients/bad/exports/costs.csv":
            "month,item,kind,hours,amount\n2026-10,tool,tools,,2.546\n",
        ], "export.ambiguous-numbers"
      ),
    ] as [(String, [String: String], String)])
  func `a bad client is told and the others go on`(
    _ name: String, files: [String: String], id: String
  ) async throws {
    try await build(files) { summary, output in
      let bad = try outcome("bad", summary)
      #expect(bad.state == .failed)
      #expect(bad.diagnostics.contains { $0.id == id && $0.severity == .error })
      let good = try outcome("good", summary)
      #expect(good.state == .released)
      #expect(!summary.isComplete)
      let paths = try fileTree(output).keys
      #expect(paths.allSatisfy { !$0.hasPrefix("bad/") })
    }
  }

  @Test func `an unknown file is a question and the client is built`() async throws {
    try await build(["clients/good/exports/notes.csv": "colour,size\nred,3\n"]) { summary, _ in
      let good = try outcome("good", summary)
      #expect(good.state == .released)
      #expect(good.diagnostics.map(\.id) == ["export.unknown"])
    }
  }

  @Test(arguments: ["2025-01", "2026-08", "2026-11", "2031-01"])
  func `a month that no export speaks of is refused with the days that are there`(
    _ month: String
  ) async throws {
    try await build([:], change: { $0.month = month }) { summary, output in
      let good = try outcome("good", summary)
      #expect(good.state == .failed)
      let diagnostic = try #require(good.diagnostics.last)
      #expect(diagnostic.id == "run.month-without-data")
      #expect(diagnostic.place?.file.hasSuffix("data/clients/good") == true)
      #expect(
        diagnostic.notes.map(\.message) == ["the exports speak of 2026-09-01 to 2026-10-31"])
      #expect(try fileTree(output).keys.allSatisfy { !$0.hasPrefix("good/") })
    }
  }

  @Test func `a month that a platform does not cover to its end is built with a warning`()
    async throws
  {
    let followers = "date,platform,followers\n2026-11-03,instagram,120\n"
    try await build(
      ["clients/good/exports/followers.csv": followers], change: { $0.month = "2026-11" }
    ) { summary, _ in
      let good = try outcome("good", summary)
      #expect(good.state == .released)
      #expect(good.diagnostics.map(\.id) == ["run.platform-stops-early"])
    }
  }

  @Test func `two clients of one name each have their own reports in the overview`() async throws {
    try await build([
      "clients/other/client.yaml": "name: \"Goed\"\nplatforms: [instagram]\n",
      "clients/other/exports/posts.csv": Self.posts,
    ]) { _, output in
      let index = try String(contentsOfFile: "\(output)/index.html", encoding: .utf8)
      #expect(index.components(separatedBy: "<h2").count == 3)
    }
  }

  enum WrongRequest: String, CaseIterable {
    case month = "run.not-a-month"
    case client = "run.unknown-client"
    case language = "run.unknown-language"
    case output = "file.cannot-write"
    case data = "run.no-data"
    case templates = "run.no-delivered-templates"

    func change(_ request: inout RunRequest) {
      switch self {
      case .month: request.month = "2026-13"
      case .client: request.clients = ["goood"]
      case .language: request.languages = ["xx"]
      case .output: request.output = "/proc/peil"
      case .data: request.data = "/nonexistent"
      case .templates: request.templates = "/nonexistent"
      }
    }
  }

  @Test(arguments: WrongRequest.allCases)
  func `a wrong request is refused before anything is written`(_ wrong: WrongRequest) throws {
    try withTemporaryFolder { folder in
      try write(Self.good, below: "\(folder)/data")
      var request = RunRequest(
        templates: Project.templates, program: "Peil test", programDigest: "test")
      request.data = "\(folder)/data"
      request.output = "\(folder)/output"
      wrong.change(&request)
      let error = #expect(throws: RunRefused.self) { try Batch(request) }
      #expect(error?.diagnostics.map(\.id) == [wrong.rawValue])
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/output"))
    }
  }

  @Test func `a template with an unknown name is refused with its place`() throws {
    try withTemporaryFolder { folder in
      try write(Self.good, below: "\(folder)/data")
      try write(
        ["partials/back.mustache": "<p class=\"back\">{{words.bak-to-contents}}</p>\n"],
        below: "\(folder)/mine")
      var request = RunRequest(
        templates: Project.templates, program: "Peil test", programDigest: "test")
      request.data = "\(folder)/data"
      request.ownTemplates = "\(folder)/mine"
      let error = #expect(throws: RunRefused.self) { try Batch(request) }
      let diagnostic = try #require(error?.diagnostics.first)
      #expect(diagnostic.id == "template.unknown-name")
      #expect(diagnostic.place?.file == "\(folder)/mine/partials/back.mustache")
      #expect(diagnostic.place?.line == 1)
      #expect(diagnostic.help?.contains("back-to-contents") == true)
    }
  }
}

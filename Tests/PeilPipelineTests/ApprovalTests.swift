import Diagnostics
import Foundation
import PeilPipeline
import TestSupport
import Testing

/// A report is a draft until somebody approves what stands in it, and again when that changes.
@Suite struct ApprovalTests {
  private static let posts = """
    platform,id,published_at,text,format,paid,automated,impressions,reach,likes,comments,shares,saves,clicks,video_views
    instagram,a1,2026-09-01T10:00:00,"Een",image,false,false,900,700,40,3,2,1,5,
    instagram,a2,2026-10-31T10:00:00,"Twee",reel,false,true,800,600,20,1,0,0,2,700

    """

  /// Builds October of one client, approves it, and hands over the folder.
  private func approve(
    by name: String = "Noor van Assendelft",
    languages: [String] = ["nl", "en"], _ check: (String) async throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      try write(
        [
          "data/agency.yaml": "name: \"Bureau\"\n",
          "data/clients/anker/client.yaml": "name: \"Anker\"\nplatforms: [instagram]\n",
          "data/clients/anker/exports/posts.csv": Self.posts,
        ], below: folder)
      _ = try await build(folder, languages: languages)
      #expect(try isDraft(folder))
      let summary = try await Approval(request(folder, languages: []), by: name).run()
      #expect(summary.outcomes.map(\.state) == [.released])
      try await check(folder)
    }
  }

  private func request(_ folder: String, languages: [String]) -> RunRequest {
    var request = RunRequest(
      templates: Project.templates, program: "Peil test", programDigest: "test")
    request.data = "\(folder)/data"
    request.output = "\(folder)/output"
    request.month = "2026-10"
    request.languages = languages
    return request
  }

  private func build(
    _ folder: String, languages: [String] = ["nl", "en"],
    change: (inout RunRequest) -> Void = { _ in }
  ) async throws -> RunSummary {
    var request = request(folder, languages: languages)
    change(&request)
    return try await Batch(request).run { _ in }
  }

  private func isDraft(_ folder: String, page: String = "report.html") throws -> Bool {
    let path = "\(folder)/output/anker/2026-10/\(page)"
    return try String(contentsOfFile: path, encoding: .utf8).contains("class=\"draft\"")
  }

  @Test func `an approved report has no mark, in any language that was read`() async throws {
    try await approve { folder in
      #expect(try !isDraft(folder))
      #expect(try !isDraft(folder, page: "report.en.html"))
      _ = try await build(folder)
      #expect(try !isDraft(folder))
    }
  }

  @Test func `a changed figure makes it a draft again`() async throws {
    try await approve { folder in
      let more = Self.posts.replacingOccurrences(of: "20,1,0,0", with: "21,1,0,0")
      try write(["data/clients/anker/exports/posts.csv": more], below: folder)
      _ = try await build(folder)
      #expect(try isDraft(folder))
      try write(["data/clients/anker/exports/posts.csv": Self.posts], below: folder)
      _ = try await build(folder)
      #expect(try !isDraft(folder))
    }
  }

  @Test func `a note makes it a draft again`() async throws {
    try await approve { folder in
      try write(["data/clients/anker/notes/2026-10.md": "# summary\nRustig.\n"], below: folder)
      _ = try await build(folder)
      #expect(try isDraft(folder))
    }
  }

  @Test func `another program or style does not make it a draft again`() async throws {
    try await approve { folder in
      let css = try String(contentsOfFile: "\(Project.templates)/styles/page.css", encoding: .utf8)
      try write(["mine/styles/page.css": css + "em { color: var(--ink) }\n"], below: folder)
      _ = try await build(folder) {
        $0.program = "Peil next"
        $0.programDigest = "next"
        $0.ownTemplates = "\(folder)/mine"
      }
      #expect(try !isDraft(folder))
    }
  }

  @Test func `a language that was not read is a draft`() async throws {
    try await approve(languages: ["nl"]) { folder in
      #expect(try !isDraft(folder))
      _ = try await build(folder)
      #expect(try !isDraft(folder))
      #expect(try isDraft(folder, page: "report.en.html"))
    }
  }

  @Test func `a name with quotes and line ends is kept as one line`() async throws {
    try await approve(by: "Noor \"N\" \\ van\nA") { folder in
      let file = "\(folder)/data/clients/anker/reviews/2026-10.yaml"
      let text = try String(contentsOfFile: file, encoding: .utf8)
      #expect(text.hasPrefix(#"by: "Noor \"N\" \\ van A""#))
      #expect(try !isDraft(folder))
    }
  }

  @Test func `drafts are not published unless asked for`() async throws {
    try await approve(languages: ["nl"]) { folder in
      var publishing = PublishRequest(
        destination: "\(folder)/site", templates: Project.templates)
      publishing.data = "\(folder)/data"
      publishing.output = "\(folder)/output"
      let approved = try Publisher.publish(publishing)
      #expect(approved.warnings.isEmpty)
      // Now English too, which nobody has read.
      _ = try await build(folder)
      let without = try Publisher.publish(publishing)
      #expect(without.warnings.map(\.id) == ["publish.drafts-left-out"])
      #expect(
        without.warnings.first?.notes.map(\.message) == ["anker/2026-10/report.en.html"])
      // As if it had never been built, but for the key of the inputs, which names the languages.
      func site(_ publication: Publication) throws -> [String: Data] {
        try fileTree("\(folder)/site/generations/\(publication.generation)")
          .filter { $0.key != "anker/2026-10/report.html" }
      }
      #expect(try site(without) == site(approved))
      publishing.includesDrafts = true
      let all = try Publisher.publish(publishing).generation
      #expect(
        try fileTree("\(folder)/site/generations/\(all)").keys.contains(
          "anker/2026-10/report.en.html"))
    }
  }

  @Test func `a month that is a draft is told on no page that is published`() async throws {
    try await approve { folder in
      try write(
        [
          "data/clients/baken/client.yaml": "name: \"Baken\"\nplatforms: [instagram]\n",
          "data/clients/baken/exports/posts.csv": try String(
            contentsOfFile: "\(folder)/data/clients/anker/exports/posts.csv", encoding: .utf8),
        ], below: folder)
      _ = try await build(folder)
      var publishing = PublishRequest(
        destination: "\(folder)/site", templates: Project.templates)
      publishing.data = "\(folder)/data"
      publishing.output = "\(folder)/output"
      let published = try Publisher.publish(publishing)
      let files = try fileTree("\(folder)/site/generations/\(published.generation)")
      #expect(files.keys.contains("anker/2026-10/report.html"))
      #expect(!files.keys.contains { $0.hasPrefix("baken/") })
      for (path, bytes) in files where path.hasSuffix(".html") || path.hasSuffix(".xml") {
        #expect(!String(decoding: bytes, as: UTF8.self).contains("baken/"), "\(path)")
      }
      // What `peil build` wrote stays as it is.
      #expect(try fileTree("\(folder)/output").keys.contains("baken/2026-10/report.html"))
    }
  }

  @Test func `a site of nothing but drafts is not published`() async throws {
    try await approve { folder in
      try FileManager.default.removeItem(atPath: "\(folder)/data/clients/anker/reviews")
      _ = try await build(folder)
      var publishing = PublishRequest(
        destination: "\(folder)/site", templates: Project.templates)
      publishing.data = "\(folder)/data"
      publishing.output = "\(folder)/output"
      let error = #expect(throws: RunRefused.self) { try Publisher.publish(publishing) }
      #expect(error?.diagnostics.map(\.id) == ["publish.only-drafts"])
    }
  }

  @Test func `what is not there cannot be approved`() throws {
    try withTemporaryFolder { folder in
      try write(
        [
          "data/agency.yaml": "name: \"Bureau\"\n",
          "data/clients/anker/client.yaml": "name: \"Anker\"\nplatforms: [instagram]\n",
        ], below: folder)
      var request = request(folder, languages: [])
      request.clients = ["anker"]
      let error = #expect(throws: RunRefused.self) { _ = try Approval(request, by: "Noor") }
      #expect(error?.diagnostics.map(\.id) == ["review.nothing-there"])
    }
  }

  @Test func `a damaged review is told and holds for nothing`() async throws {
    try await approve { folder in
      try write(
        [
          "data/clients/anker/reviews/2026-10.yaml": "by: \"Noor\"\nraed: {}\n",
          "data/clients/anker/reviews/later.yaml": "by: \"Noor\"\n",
        ], below: folder)
      let summary = try await build(folder)
      let ids = summary.outcomes.flatMap(\.diagnostics).map(\.id)
      #expect(ids.contains("settings.unknown-key"))
      #expect(ids.contains("review.without-month"))
      #expect(try isDraft(folder))
    }
  }
}

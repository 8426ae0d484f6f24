import Diagnostics
import Foundation
import PeilPipeline
import TestSupport
import Testing

/// The pages around the reports: overview, archives, months, indexes and feed.
@Suite struct SiteTests {
  private static let posts = """
    platform,id,published_at,text,format,paid,automated,impressions,reach,likes,comments,shares,saves,clicks,video_views
    instagram,a1,2026-08-01T10:00:00,"Een",image,false,false,900,700,40,3,2,1,5,
    instagram,a2,2026-09-02T10:00:00,"Twee",image,false,false,910,720,30,4,1,0,5,
    instagram,a3,2026-10-31T10:00:00,"Drie",reel,false,true,800,600,20,1,0,0,2,700

    """

  private static let agency = [
    "agency.yaml": "name: \"Bureau <b> & Co\"\n",
    "clients/anker/client.yaml": "name: \"Anker & Zonen <x>\"\nplatforms: [instagram]\n",
    "clients/anker/exports/posts.csv": posts,
    "clients/zeil/client.yaml": "name: \"Zeilmakerij\"\nplatforms: [instagram]\n",
    "clients/zeil/exports/posts.csv": posts,
  ]

  /// Builds months one after the other and then looks at the output.
  private func build(
    _ months: [String], clients: [String] = [],
    change: (inout RunRequest) throws -> Void = { _ in },
    check: (String, [RunSummary]) async throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      try write(Self.agency, below: "\(folder)/data")
      var summaries: [RunSummary] = []
      for month in months {
        var request = self.request(in: folder)
        request.month = month
        request.clients = clients
        try change(&request)
        summaries.append(try await Batch(request).run { _ in })
      }
      try await check(folder, summaries)
    }
  }

  private func request(in folder: String) -> RunRequest {
    var request = RunRequest(
      templates: Project.templates, program: "Peil test", programDigest: "test")
    request.data = "\(folder)/data"
    request.output = "\(folder)/output"
    return request
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func `every client and month has its page, and every link leads to one`() async throws {
    try await build(["2026-08", "2026-09", "2026-10"]) { folder, summaries in
      #expect(summaries.map(\.isComplete) == [true, true, true])
      let output = "\(folder)/output"
      let pages = try fileTree(output).keys.filter { $0.hasSuffix(".html") || $0.hasSuffix(".xml") }
      var expected: Set = ["index.html", "clients.html", "months.html", "atom.xml"]
      for client in ["anker", "zeil"] {
        expected.insert("\(client)/index.html")
        for month in ["2026-08", "2026-09", "2026-10"] {
          expected.formUnion(["\(client)/\(month)/index.html", "\(client)/\(month)/report.html"])
        }
      }
      #expect(Set(pages) == expected)
      var reached: Set<String> = ["index.html", "atom.xml"]
      var waiting = ["index.html"]
      while let page = waiting.popLast() {
        for target in linkTargets(in: try text("\(output)/\(page)"), of: page) {
          #expect(expected.contains(target), "\(page) leads to \(target)")
          if reached.insert(target).inserted { waiting.append(target) }
        }
      }
      #expect(reached == expected)
    }
  }

  /// Apart from the program's own reading of links: by Foundation's idea of a relative address.
  private func linkTargets(in page: String, of path: String) -> [String] {
    page.matches(of: /<a [^>]*href="([^"#]+)/).compactMap { match in
      URL(string: String(match.1), relativeTo: URL(string: "https://site.test/\(path)"))?
        .absoluteURL.standardized.path.dropFirst().description
    }
  }

  @Test func `a client's pages name no other client, the agency's name all`() async throws {
    try await build(["2026-09", "2026-10"]) { folder, _ in
      let output = "\(folder)/output"
      for (path, bytes) in try fileTree(output) where path.hasPrefix("anker/") {
        #expect(!String(decoding: bytes, as: UTF8.self).contains("Zeilmakerij"), "\(path)")
      }
      for page in ["index.html", "clients.html", "months.html"] {
        let text = try text("\(output)/\(page)")
        #expect(text.contains("Anker &amp; Zonen &lt;x&gt;"))
        #expect(text.contains("Zeilmakerij"))
      }
    }
  }

  @Test func `a month's page leads to the month before and after it`() async throws {
    try await build(["2026-08", "2026-09", "2026-10"]) { folder, _ in
      let page = try text("\(folder)/output/anker/2026-09/index.html")
      #expect(page.contains("href=\"../2026-08/index.html\""))
      #expect(page.contains("href=\"../2026-10/index.html\""))
      let first = try text("\(folder)/output/anker/2026-08/index.html")
      #expect(!first.contains("2026-10/index.html"))
    }
  }

  @Test func `the archive has a column for each month and nine rows`() async throws {
    try await build(["2026-08", "2026-10"]) { folder, _ in
      let page = try text("\(folder)/output/anker/index.html")
      #expect(page.matches(of: /<th scope="row"/).count == 9)
      #expect(page.matches(of: /<td role="cell"/).count == 18)
      #expect(page.contains("<time datetime=\"2026-08\">aug</time>"))
      // The key has every verdict of the table, once, and none that the table has not.
      let key = page.matches(of: /<span class="key" data-verdict="([a-z-]+)"/).map { $0.1 }
      #expect(key.count == Set(key).count)
      let cells = page.matches(of: /<span class="badge" data-verdict="([a-z-]+)"/).map { $0.1 }
      #expect(Set(key) == Set(cells))
    }
  }

  @Test func `the site is built again from the reports alone, byte for byte`() async throws {
    try await build(["2026-09", "2026-10"]) { folder, _ in
      let output = "\(folder)/output"
      let before = try fileTree(output)
      for page in before.keys
      where page.hasSuffix(".html") && !page.contains("report") || page.hasSuffix(".xml") {
        try FileManager.default.removeItem(atPath: "\(output)/\(page)")
      }
      try FileManager.default.removeItem(atPath: "\(folder)/data/clients/anker/exports")
      let (pages, problems) = try Batch(request(in: folder)).buildSite()
      #expect(problems.isEmpty)
      #expect(pages == 10)
      let after = try fileTree(output)
      #expect(after.keys.sorted() == before.keys.sorted())
      #expect(after.filter { before[$0.key] != $0.value }.keys.sorted() == [])
    }
  }

  @Test func `what did not change is not written again`() async throws {
    try await build(["2026-10"]) { folder, _ in
      let page = "\(folder)/output/zeil/index.html"
      let old = try FileManager.default.attributesOfItem(atPath: page)[.systemFileNumber] as? Int
      _ = try Batch(request(in: folder)).buildSite()
      let new = try FileManager.default.attributesOfItem(atPath: page)[.systemFileNumber] as? Int
      #expect(old == new)
      try "changed".write(toFile: page, atomically: false, encoding: .utf8)
      _ = try Batch(request(in: folder)).buildSite()
      #expect(try text(page).hasPrefix("<!DOCTYPE html>"))
    }
  }

  @Test func `a report that was held back stands on the overview with its reason`() async throws {
    try await withTemporaryFolder { folder in
      try write(Self.agency, below: "\(folder)/data")
      try write(
        ["partials/back.mustache": "<p class=\"back\">{{! a digit that no figure has }}7</p>\n"],
        below: "\(folder)/mine")
      var request = self.request(in: folder)
      request.month = "2026-10"
      request.clients = ["zeil"]
      request.ownTemplates = "\(folder)/mine"
      let held = try await Batch(request).run { _ in }
      #expect(held.outcomes.map(\.state) == [.heldBack])
      #expect(held.problems.map(\.id) == [])
      let overview = try text("\(folder)/output/index.html")
      #expect(overview.contains("class=\"held-back\""))
      #expect(overview.contains("Zeilmakerij"))
      #expect(!overview.contains("zeil/index.html"))
      // Mended, it goes from there.
      request.ownTemplates = nil
      _ = try await Batch(request).run { _ in }
      let mended = try text("\(folder)/output/index.html")
      #expect(!mended.contains("class=\"held-back\""))
      #expect(mended.contains("zeil/index.html"))
    }
  }

  @Test func `of a page of the site that is held back the last good one is still published`()
    async throws
  {
    try await build(["2026-10"]) { folder, _ in
      let template = try text("\(Project.templates)/site/index.mustache")
      try write(
        [
          "site/index.mustache": template.replacingOccurrences(
            of: "</main>", with: "<p>7</p>\n</main>")
        ],
        below: "\(folder)/mine")
      let good = try text("\(folder)/output/index.html")
      let held = "\(folder)/output/held-back/_site/index.html"
      var request = self.request(in: folder)
      request.ownTemplates = "\(folder)/mine"
      #expect(try await !Batch(request).run { _ in }.isComplete)
      #expect(try text("\(folder)/output/index.html") == good)
      #expect(FileManager.default.fileExists(atPath: held))

      var publishing = PublishRequest(
        destination: "\(folder)/dest", templates: Project.templates)
      publishing.data = "\(folder)/data"
      publishing.output = "\(folder)/output"
      publishing.includesDrafts = true
      let site = try Publisher.publish(publishing).generation
      #expect(try text("\(folder)/dest/generations/\(site)/index.html") == good)

      request.ownTemplates = nil
      #expect(try await Batch(request).run { _ in }.isComplete)
      #expect(!FileManager.default.fileExists(atPath: held))
    }
  }

  @Test func `a run that releases nothing leaves no site behind`() async throws {
    try await withTemporaryFolder { folder in
      try write(Self.agency, below: "\(folder)/data")
      var request = self.request(in: folder)
      request.month = "2031-01"
      let summary = try await Batch(request).run { _ in }
      #expect(summary.problems.map(\.id) == [])
      #expect(try fileTree("\(folder)/output").keys.sorted() == [".lock", "run.json"])
    }
  }

  @Test func `a link to a page that is gone is told`() async throws {
    try await build(["2026-10"]) { folder, _ in
      try FileManager.default.removeItem(
        atPath: "\(folder)/output/anker/2026-10/report.html")
      let (_, problems) = try Batch(request(in: folder)).buildSite()
      #expect(problems.map(\.id) == ["site.dangling-link"])
      #expect(problems.first?.message.contains("anker/2026-10/report.html") == true)
    }
  }

  @Test func `the feed names each report once, with ids that stay`() async throws {
    try await build(["2026-09", "2026-10"]) { folder, _ in
      let feed = try text("\(folder)/output/atom.xml")
      let ids = feed.matches(of: /<id>(urn:uuid:[0-9a-f-]{36})<\/id>/).map { String($0.1) }
      #expect(ids.count == 5)
      #expect(Set(ids).count == 5)
      #expect(feed.contains("Anker &amp; Zonen &lt;x&gt;: oktober 2026"))
      #expect(feed.contains("<updated>2026-10-31T00:00:00Z</updated>"))
    }
  }
}

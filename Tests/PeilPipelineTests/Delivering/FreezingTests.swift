import Diagnostics
import Foundation
import PeilPipeline
import TestSupport
import Testing

/// A month that was delivered stands as it was delivered, whatever the data say later.
@Suite struct FreezingTests {
  /// Interactions: October 40 + 3 + 2 and 20 + 1 + 0, so 66; likes of the second post can be changed.
  private static func posts(likes: Int = 20, month: Int = 10) -> String {
    let header =
      "platform,id,published_at,text,format,paid,automated,impressions,reach,likes,comments,shares,saves,clicks,video_views\n"
    let first = """
      instagram,a0,2026-09-01T10:00:00,"Nul",image,false,false,900,700,10,0,0,1,5,
      instagram,a1,2026-10-02T10:00:00,"Een",image,false,false,900,700,40,3,2,1,5,
      instagram,a2,2026-10-31T10:00:00,"Twee",reel,false,true,800,600,\(likes),1,0,0,2,700

      """
    let second = """
      instagram,a3,2026-11-02T10:00:00,"Drie",image,false,false,900,700,7,3,2,1,5,
      instagram,a4,2026-11-30T10:00:00,"Vier",image,false,false,900,700,9,3,2,1,5,

      """
    return header + first + (month == 11 ? second : "")
  }

  private let exports = "data/clients/anker/exports/posts.csv"

  /// Builds October of one client, delivers it, and hands over the folder.
  private func deliver(_ check: (String) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      try write(
        [
          "data/agency.yaml": "name: \"Bureau\"\n",
          "data/clients/anker/client.yaml": "name: \"Anker\"\nplatforms: [instagram]\n",
          exports: Self.posts(),
        ], below: folder)
      _ = try await build(folder)
      let outcomes = try freeze(folder, withDrafts: true)
      #expect(outcomes.map(\.state) == [.frozen])
      #expect(outcomes.map(\.version) == [1])
      try await check(folder)
    }
  }

  private func request(_ folder: String, month: String?) -> RunRequest {
    var request = RunRequest(
      templates: Project.templates, program: "Peil test", programDigest: "test")
    request.data = "\(folder)/data"
    request.output = "\(folder)/output"
    request.month = month
    return request
  }

  private func build(
    _ folder: String, month: String? = nil, change: (inout RunRequest) -> Void = { _ in }
  ) async throws -> RunSummary {
    var request = request(folder, month: month)
    change(&request)
    return try await Batch(request).run { _ in }
  }

  private func freeze(_ folder: String, withDrafts: Bool = false) throws -> [Freezing.Outcome] {
    try Freezing(request(folder, month: "2026-10"), withDrafts: withDrafts).run().outcomes
  }

  private func text(_ path: String, in folder: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
  }

  private let page = "output/anker/2026-10/report.html"
  private let kept = "data/clients/anker/delivered"

  @Test func `page and figures are kept with sums that another program confirms`() async throws {
    try await deliver { folder in
      for name in ["report.html", "report.json"] {
        #expect(
          try text("\(kept)/2026-10/\(name)", in: folder)
            == text("output/anker/2026-10/\(name)", in: folder))
      }
      let check = try run(
        ["/usr/bin/sha256sum", "--check", "--strict", "SHA256SUMS"],
        in: "\(folder)/\(kept)/2026-10")
      #expect(check.exitCode == 0)
      #expect(check.output == "report.html: OK\nreport.json: OK\n")
    }
  }

  @Test func `a draft is delivered only when asked for`() async throws {
    try await withTemporaryFolder { folder in
      try write(
        [
          "data/agency.yaml": "name: \"Bureau\"\n",
          "data/clients/anker/client.yaml": "name: \"Anker\"\nplatforms: [instagram]\n",
          exports: Self.posts(),
        ], below: folder)
      let nothing = try freeze(folder)
      #expect(nothing.flatMap(\.problems).map(\.id) == ["delivered.nothing-there"])
      _ = try await build(folder)
      let draft = try freeze(folder)
      #expect(draft.flatMap(\.problems).map(\.id) == ["delivered.draft"])
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/\(kept)"))

      var approval = request(folder, month: "2026-10")
      approval.clients = ["anker"]
      _ = try await Approval(approval, by: "Noor").run()
      #expect(try freeze(folder).map(\.state) == [.frozen])
    }
  }

  @Test func `the overview says what was delivered`() async throws {
    try await deliver { folder in
      #expect(try text("output/index.html", in: folder).contains(">Geleverd</span>"))
      #expect(try text("output/anker/2026-10/index.html", in: folder).contains(">Geleverd</span>"))
      try write([exports: Self.posts(likes: 35)], below: folder)
      _ = try await build(folder, month: "2026-10") { $0.restate = true }
      #expect(try !text("output/index.html", in: folder).contains(">Geleverd</span>"))
    }
  }

  @Test func `freezing the same again keeps nothing twice`() async throws {
    try await deliver { folder in
      let again = try freeze(folder, withDrafts: true)
      #expect(again.map(\.state) == [.alreadyFrozen])
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(kept)") == ["2026-10"])
    }
  }

  @Test func `a later build changes nothing and says so`() async throws {
    try await deliver { folder in
      let delivered = try text(page, in: folder)
      let unchanged = try await build(folder)
      #expect(unchanged.outcomes.map(\.state) == [.delivered])
      #expect(unchanged.outcomes.flatMap(\.diagnostics).isEmpty)

      try write([exports: Self.posts(likes: 35)], below: folder)
      let later = try await build(folder) { $0.force = true }
      #expect(later.outcomes.map(\.state) == [.delivered])
      #expect(later.outcomes.flatMap(\.diagnostics).map(\.id) == ["delivered.stands"])
      #expect(later.isComplete)
      #expect(try text(page, in: folder) == delivered)

      // Who names the month expects it to be built.
      let named = try await build(folder, month: "2026-10")
      #expect(!named.isComplete)
      #expect(try text(page, in: folder) == delivered)
    }
  }

  @Test func `an output that was thrown away gets it back, byte for byte`() async throws {
    try await deliver { folder in
      let delivered = try text(page, in: folder)
      let record = try text("output/anker/2026-10/report.json", in: folder)
      try FileManager.default.removeItem(atPath: "\(folder)/output")
      try write([exports: Self.posts(likes: 35, month: 11)], below: folder)
      let summary = try await build(folder)
      #expect(summary.outcomes.map(\.month) == ["2026-11"])
      #expect(summary.outcomes.map(\.state) == [.released])
      #expect(try text(page, in: folder) == delivered)
      #expect(try text("output/anker/2026-10/report.json", in: folder) == record)
      #expect(try text("output/run.json", in: folder).contains("anker/2026-10/report.html"))
    }
  }

  @Test func `the next report tells what was delivered, what is known now, and why`() async throws {
    try await deliver { folder in
      try write([exports: Self.posts(likes: 35, month: 11)], below: folder)
      let summary = try await build(folder, month: "2026-11")
      #expect(summary.outcomes.map(\.state) == [.released])
      let next = try text("output/anker/2026-11/report.html", in: folder)
      let table = try #require(next.range(of: "Herziene cijfers van geleverde maanden"))
      let rows = next[table.upperBound...].prefix { $0 != "§" }.prefix(2_000)
      #expect(rows.contains(">66</td>"))
      #expect(rows.contains(">81</td>"))
      #expect(rows.contains("Een nieuwere export, van 30 november 2026"))
    }
  }

  @Test func `the next report tells what a verdict rested on and rests on now`() async throws {
    func costs(_ amount: String) -> [String: String] {
      [
        "data/clients/anker/exports/costs.csv":
          "month,item,kind,hours,amount,platform\n2026-10,planner,tools,,\(amount),\n"
      ]
    }
    try await withTemporaryFolder { folder in
      try write(
        [
          "data/agency.yaml": "name: \"Bureau\"\n",
          "data/clients/anker/client.yaml": "name: \"Anker\"\nplatforms: [instagram]\n",
          exports: Self.posts(),
        ].merging(costs("120.50")) { $1 }, below: folder)
      _ = try await build(folder, month: "2026-10")
      _ = try freeze(folder, withDrafts: true)

      try write([exports: Self.posts(month: 11)].merging(costs("184")) { $1 }, below: folder)
      _ = try await build(folder, month: "2026-11")
      let next = try text("output/anker/2026-11/report.html", in: folder)
      let table = try #require(next.range(of: "Herziene cijfers van geleverde maanden"))
      let rows = next[table.upperBound...].prefix(1_500)
      #expect(rows.contains(">Kosten</th>"))
      // The window ends on 25 October: 25 of 31 days of 120.50 and of 184.
      #expect(rows.contains(">€\u{A0}97,18</td>"))
      #expect(rows.contains(">€\u{A0}148</td>"))
      // A table of costs has no day of its export; the newer one of the posts is not its cause.
      #expect(rows.contains("Exports zijn toegevoegd, gewijzigd of weggehaald"))
    }
  }

  @Test func `a report tells nothing of delivered months that come out the same`() async throws {
    try await deliver { folder in
      try write([exports: Self.posts(month: 11)], below: folder)
      _ = try await build(folder, month: "2026-11")
      let next = try text("output/anker/2026-11/report.html", in: folder)
      #expect(!next.contains("Herziene cijfers"))
    }
  }

  @Test func `restating keeps both versions`() async throws {
    try await deliver { folder in
      let delivered = try text(page, in: folder)
      try write([exports: Self.posts(likes: 35)], below: folder)
      let restated = try await build(folder, month: "2026-10") { $0.restate = true }
      #expect(restated.outcomes.map(\.state) == [.released])
      let other = try text(page, in: folder)
      #expect(other != delivered)
      #expect(other.contains("Herziene cijfers van geleverde maanden"))

      // What restates stands until it is delivered itself.
      _ = try await build(folder)
      #expect(try text(page, in: folder) == other)
      #expect(try freeze(folder, withDrafts: true).map(\.version) == [2])
      #expect(try text("\(kept)/2026-10/report.html", in: folder) == delivered)
      #expect(try text("\(kept)/2026-10.2/report.html", in: folder) == other)

      try FileManager.default.removeItem(atPath: "\(folder)/output")
      _ = try await build(folder)
      #expect(try text(page, in: folder) == other)
    }
  }

  @Test func `a restated month is approved as another one is`() async throws {
    try await deliver { folder in
      var approval = request(folder, month: "2026-10")
      approval.clients = ["anker"]
      #expect(throws: RunRefused.self) { _ = try Approval(approval, by: "Noor") }
      try write([exports: Self.posts(likes: 35)], below: folder)
      _ = try await build(folder, month: "2026-10") { $0.restate = true }
      _ = try await Approval(approval, by: "Noor").run()
      #expect(try !text(page, in: folder).contains("class=\"draft\""))
      #expect(try freeze(folder).map(\.version) == [2])
    }
  }

  @Test(arguments: ["report.html", "report.json"])
  func `what was changed after it was delivered is told, and nothing is put in its place`(
    _ name: String
  ) async throws {
    try await deliver { folder in
      let file = "\(kept)/2026-10/\(name)"
      try write([file: try text(file, in: folder) + " "], below: folder)
      let delivered = try text(page, in: folder)
      try write([exports: Self.posts(likes: 35)], below: folder)
      let summary = try await build(folder)
      #expect(!summary.isComplete)
      let problems = summary.outcomes.flatMap(\.diagnostics)
      #expect(problems.map(\.id) == ["delivered.changed"])
      #expect(problems.first?.place?.file.hasSuffix(file) == true)
      #expect(try text(page, in: folder) == delivered)
    }
  }

  @Test func `a freezing that was cut off delivered nothing, and the next one finishes it`()
    async throws
  {
    try await deliver { folder in
      try FileManager.default.removeItem(atPath: "\(folder)/\(kept)/2026-10/SHA256SUMS")
      try write([exports: Self.posts(likes: 35)], below: folder)
      let summary = try await build(folder)
      #expect(summary.outcomes.map(\.state) == [.released])
      #expect(try freeze(folder, withDrafts: true).map(\.version) == [1])
      #expect(
        try text("\(kept)/2026-10/report.html", in: folder) == text(page, in: folder))
    }
  }

  @Test func `a folder of another name is told`() async throws {
    try await deliver { folder in
      try write(["\(kept)/2026-10.1/report.json": "{}"], below: folder)
      let summary = try await build(folder)
      #expect(summary.outcomes.flatMap(\.diagnostics).map(\.id) == ["delivered.unknown-folder"])
    }
  }
}

import Diagnostics
import Foundation
import PeilPipeline
import TestSupport
import Testing

/// What an hour costs is between the agency and the client that pays it.
@Suite struct RatesTests {
  private static func files(agency: String) -> [String: String] {
    let posts =
      "platform,id,published_at,text,format,paid,automated,impressions,reach,likes,comments,shares,saves,clicks,video_views\n"
      + "instagram,a1,2026-07-01T10:00:00,x,image,false,false,900,700,40,3,2,1,5,\n"
      + "instagram,a2,2026-10-31T10:00:00,y,image,false,false,910,720,30,4,1,0,5,\n"
    let costs =
      "month,item,kind,hours,amount,platform\n"
      + ["2026-07", "2026-08", "2026-09", "2026-10"].map { "\($0),community,hours,7,,\n" }.joined()
    var files = ["agency.yaml": "name: \"Bureau\"\n\(agency)"]
    for (slug, rate) in [("anker", "hourly-rate: 88.40"), ("baken", "hourly-rate: 517.91")] {
      files["clients/\(slug)/client.yaml"] =
        "name: \"\(slug == "anker" ? "Anker Zuivel" : "Baken Bouw")\"\nplatforms: [instagram]\n\(rate)\n"
      files["clients/\(slug)/exports/posts.csv"] = posts
      files["clients/\(slug)/exports/costs.csv"] = costs
    }
    return files
  }

  @Test func `a client's pages and figures hold no rate that it does not pay`() async throws {
    try await withTemporaryFolder { folder in
      let agency = "hourly-rate: 63.77\nhourly-rates: {design: 431.37}\n"
      try write(Self.files(agency: agency), below: "\(folder)/data")
      var request = RunRequest(
        templates: Project.templates, program: "Peil test", programDigest: "test")
      request.data = "\(folder)/data"
      request.output = "\(folder)/output"
      request.month = "2026-10"
      #expect(
        try await Batch(request).run { _ in }.outcomes.map(\.state) == [.released, .released])
      let tree = try fileTree("\(folder)/output")
      let own = tree.filter { $0.key.hasPrefix("anker/") }
      #expect(own.keys.contains("anker/2026-10/report.json"))
      for (path, bytes) in own {
        let text = String(decoding: bytes, as: UTF8.self)
        for rate in ["431", "517", "63.77", "63,77"] {
          let isThere =
            text.contains("\(rate).") || text.contains("\(rate),") || text.contains(" \(rate)<")
            || text.contains("€ \(rate)")
          #expect(!isThere, "\(path): \(rate)")
        }
      }
      // Its own rate is what its cost was computed with, and is said.
      let report = String(decoding: try #require(own["anker/2026-10/report.html"]), as: UTF8.self)
      #expect(report.contains("€\u{A0}88,40"))
      // The agency's own pages tell no money of anybody.
      let overview = String(decoding: try #require(tree["index.html"]), as: UTF8.self)
      #expect(!overview.contains("€"))
    }
  }

  /// What an hour costs the agency itself has no place in the settings, so it cannot reach a page.
  @Test(arguments: ["cost-price: 41.30", "margin: 0.35", "margins: {design: 0.4}"])
  func `the agency's own cost price and margins are no settings`(_ setting: String) throws {
    try withTemporaryFolder { folder in
      try write(Self.files(agency: "\(setting)\n"), below: folder)
      var request = RunRequest(
        templates: Project.templates, program: "Peil test", programDigest: "test")
      request.data = folder
      request.output = "\(folder)/output"
      #expect {
        _ = try Batch(request)
      } throws: { error in
        (error as? RunRefused)?.diagnostics.map(\.id) == ["settings.unknown-key"]
      }
    }
  }
}

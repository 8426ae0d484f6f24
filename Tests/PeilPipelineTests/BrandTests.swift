import Diagnostics
import Foundation
import PeilPipeline
import TestSupport
import Testing

/// The agency's and the client's own look, from their settings to the page.
@Suite struct BrandTests {
  private static let logo =
    "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>x</script><path d=\"M0 0\"/></svg>"

  private func build(
    agency: String, client: String = "", files: [String: String] = [:],
    check: (RunSummary, String) throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      let settings = [
        "agency.yaml": "name: \"Bureau & Zoon\"\n\(agency)",
        "clients/a/client.yaml": "name: \"Alfa\"\nplatforms: [instagram]\n\(client)",
        "clients/a/exports/posts.csv":
          "platform,id,published_at,text,format,paid,automated,impressions,reach,likes,comments,shares,saves,clicks,video_views\n"
          + "instagram,a1,2026-09-01T10:00:00,x,image,false,false,900,700,40,3,2,1,5,\n"
          + "instagram,a2,2026-10-31T10:00:00,y,image,false,false,910,720,30,4,1,0,5,\n",
      ]
      try write(settings.merging(files) { $1 }, below: "\(folder)/data")
      var request = RunRequest(
        templates: Project.templates, program: "Peil test", programDigest: "test")
      request.data = "\(folder)/data"
      request.output = "\(folder)/output"
      try check(try await Batch(request).run { _ in }, "\(folder)/output")
    }
  }

  private func page(_ output: String) throws -> String {
    try String(contentsOfFile: "\(output)/a/2026-10/report.html", encoding: .utf8)
  }

  @Test func `logos, colours and font stand in the page, made safe`() async throws {
    let agency = "logo: a.svg\nlogo-dark: b.svg\nfont: f.woff2\ncolours: {brand: \"#FFDD00\"}\n"
    let files = [
      "a.svg": Self.logo, "b.svg": Self.logo, "f.woff2": "wOF2",
      "clients/a/c.svg": Self.logo,
    ]
    try await build(agency: agency, client: "logo: c.svg\n", files: files) { summary, output in
      let outcome = try #require(summary.outcomes.first)
      #expect(outcome.state == .released, "\(outcome.diagnostics)")
      #expect(outcome.diagnostics.map(\.id) == ["brand.cleaned"])
      let remarks = summary.remarks.map(\.id)
      #expect(remarks == ["brand.corrected", "brand.cleaned", "brand.cleaned"])
      #expect(summary.isComplete)
      let page = try page(output)
      let clean = Data(
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0\"></path></svg>".utf8)
      let picture = "data:image/svg+xml;base64,\(clean.base64EncodedString())"
      #expect(page.components(separatedBy: picture).count == 4)
      #expect(page.contains("class=\"on-dark\" src="))
      #expect(page.contains("alt=\"Bureau &amp; Zoon\""))
      #expect(page.contains("class=\"plated\""))
      #expect(page.contains("alt=\"Alfa\""))
      #expect(page.contains("url(\"data:font/woff2;base64,d09GMg==\")"))
    }
  }

  @Test func `another logo builds the report again`() async throws {
    try await withTemporaryFolder { folder in
      try write(
        [
          "agency.yaml": "name: \"B\"\n",
          "clients/a/client.yaml": "name: \"Alfa\"\nplatforms: [instagram]\nlogo: c.svg\n",
          "clients/a/c.svg": Self.logo,
          "clients/a/exports/posts.csv":
            "platform,id,published_at,text,format,paid,automated,impressions,reach,likes,comments,shares,saves,clicks,video_views\n"
            + "instagram,a2,2026-10-31T10:00:00,y,image,false,false,910,720,30,4,1,0,5,\n",
        ], below: folder)
      var request = RunRequest(
        templates: Project.templates, program: "Peil test", programDigest: "test")
      request.data = folder
      request.output = "\(folder)/output"
      request.month = "2026-10"
      for (logo, state) in [
        (Self.logo, ClientOutcome.State.released), (Self.logo, .unchanged),
        (Self.logo.replacingOccurrences(of: "M0 0", with: "M1 1"), .released),
      ] {
        try write(["clients/a/c.svg": logo], below: folder)
        let summary = try await Batch(request).run { _ in }
        #expect(summary.outcomes.map(\.state) == [state])
      }
    }
  }

  @Test(
    arguments: [
      ("logo: a.svg\n", "settings.no-file"), ("logo: ../a.svg\n", "settings.wrong-type"),
      ("colours: {brand: red}\n", "settings.wrong-type"),
      ("logo: agency.yaml\n", "brand.no-picture"), ("font: agency.yaml\n", "brand.not-woff2"),
    ])
  func `a brand that cannot be shown ends the run with its reason`(
    _ agency: String, _ id: String
  ) async throws {
    await #expect {
      try await build(agency: agency) { _, _ in }
    } throws: { ($0 as? RunRefused)?.diagnostics.map(\.id) == [id] }
  }
}

import Foundation
import PeilPipeline
import TestSupport
import Testing

/// A client put together from exports that real accounts downloaded; they are read where they lie.
@Suite struct RealExportsTests {
  @Test(.enabled(if: Project.shared != nil, "the shared samples are not here"))
  func `Instagram, Facebook and GA4 files as downloaded give a released report`() async throws {
    let exports = "\(try #require(Project.shared))/exports"
    try await withTemporaryFolder { folder in
      try write(
        [
          "data/agency.yaml": "name: \"Bureau\"\n",
          "data/clients/real/client.yaml":
            "name: \"Echt\"\nplatforms: [instagram, facebook]\n",
        ], below: folder)
      let target = "\(folder)/data/clients/real/exports"
      try FileManager.default.createDirectory(
        atPath: target, withIntermediateDirectories: true)
      for file in [
        "meta/content/fb_posts_2025_en.oigetit.csv",
        "meta/content/fb_posts_2025_en_dup_views.oigetit.csv",
        "meta/content/ig_posts_2025_en.oigetit.csv",
        "ga4/Pages_and_screens_Page_path_and_screen_class.csv",
      ] {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        try FileManager.default.copyItem(
          atPath: "\(exports)/\(file)", toPath: "\(target)/\(name)")
      }
      var request = RunRequest(
        templates: Project.templates, program: "Peil test", programDigest: "test")
      request.data = "\(folder)/data"
      request.output = "\(folder)/output"
      request.month = "2025-03"
      let summary = try await Batch(request).run { _ in }
      let outcome = try #require(summary.outcomes.first)
      #expect(outcome.state == .released)
      #expect(outcome.verdicts.reduce(0) { $0 + $1.count } == 9)
      #expect(
        FileManager.default.fileExists(atPath: "\(folder)/output/real/2025-03/report.html"))
    }
  }
}

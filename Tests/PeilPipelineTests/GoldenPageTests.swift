import Foundation
import PeilPipeline
import TestSupport
import Testing

/// Whole pages of small clients, as a reader of their markup gets them: `Golden/sparse.nl.html` and so on.
///
/// `PEIL_UPDATE_GOLDEN=1` writes them anew and still fails; read the difference before it is committed.
@Suite struct GoldenPageTests {
  private static let agency = """
    name: Bureau Noord
    language: nl
    currency: EUR
    time-zone: Europe/Amsterdam
    contact: {name: Noor de Wit, email: noor@bureaunoord.example}
    """

  private static let client = """
    name: De Molen
    names: [De Molen]
    platforms: [instagram]
    accounts: {instagram: demolen}
    """

  /// Posts of every other day of October, and nothing else: most beliefs cannot be tested.
  private static let posts: String = {
    var lines = [
      "platform,id,published_at,format,text,reach,likes,comments,shares,saves"
    ]
    for index in 0..<15 {
      let day = index * 2 + 1
      lines.append(
        "instagram,p\(index),2026-10-\(day < 10 ? "0" : "")\(day)T12:00:00+02:00,image,"
          + "\"Meel \(index) <b> & \"\"#molen\"\"\",\(1000 + index * 37 % 101),\(20 + index),\(index % 4),1,2"
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }()

  @Test(arguments: ["nl", "en"])
  func `a page is as it was`(_ language: String) async throws {
    try await withTemporaryFolder { folder in
      try write(
        [
          "data/agency.yaml": Self.agency, "data/clients/molen/client.yaml": Self.client,
          "data/clients/molen/exports/posts.csv": Self.posts,
        ], below: folder)
      var request = RunRequest(
        templates: Project.templates, program: "Peil test", programDigest: "test")
      request.data = "\(folder)/data"
      request.output = "\(folder)/output"
      request.month = "2026-10"
      request.languages = [language]
      let summary = try await Batch(request).run { _ in }
      #expect(summary.isComplete, "\(summary.outcomes.flatMap(\.diagnostics))")
      let page = try String(
        contentsOfFile: "\(folder)/output/molen/2026-10/report.html", encoding: .utf8)
      // The sheet is the theme's and has tests of its own; its hash is in the policy.
      let written = page.replacing(/<style>[^<]*<\/style>/, with: "<style></style>")
        .replacing(/sha256-[A-Za-z0-9+\/=]*/, with: "sha256-")
        // Any change of a template is another input.
        .replacing(/[0-9a-f]{64}/, with: "0")
      let golden = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Golden/sparse.\(language).html")
      let expected = try? String(contentsOf: golden, encoding: .utf8)
      if ProcessInfo.processInfo.environment["PEIL_UPDATE_GOLDEN"] != nil, written != expected {
        try FileManager.default.createDirectory(
          at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
        try written.write(to: golden, atomically: true, encoding: .utf8)
      }
      let lines = { (text: String) in text.split(separator: "\n") }
      let first = zip(lines(written), lines(expected ?? "")).first { $0 != $1 }
      #expect(written == expected, "\(first.map { "\($0) and not \($1)" } ?? "the length")")
    }
  }
}

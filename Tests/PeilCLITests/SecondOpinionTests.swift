import Foundation
import TestSupport
import Testing

/// What other programs say about pages that the check accepts: the check is not its own judge.
@Suite struct SecondOpinionTests {
  private static let checking = "\(Project.root)/Tests/PeilReportTests/Checking"

  /// The schema was written apart from the tables of the dialect.
  @Test func `Jing finds all sample reports valid in both languages`() throws {
    try withTemporaryFolder { folder in
      for name in ["templates", "data"] {
        try FileManager.default.createSymbolicLink(
          atPath: "\(folder)/\(name)", withDestinationPath: "\(Project.root)/\(name)")
      }
      let build = try runPeil(["build", "--language", "nl,en"], in: folder)
      try #require(build.exitCode == 0, "\(build.errors)")
      let pages = try fileTree("\(folder)/output").keys.filter {
        $0.hasSuffix(".html") && $0.contains("report")
      }
      #expect(pages.count >= 10)
      let result = try run(
        ["/usr/bin/jing", "-c", "\(Self.checking)/Schema/page.rnc"] + pages.sorted(),
        in: "\(folder)/output")
      #expect(result.exitCode == 0, "\(result.output)")
    }
  }

  @Test func `Jing refuses what the check refuses`() throws {
    try withTemporaryFolder { folder in
      let page = try String(
        contentsOfFile: "\(Self.checking)/Pages/aurora.nl.html", encoding: .utf8)
      for (old, new) in [
        ("<li>", "<li onclick=\"x\">"), ("</main>", "<blink>x</blink></main>"),
        ("<h2 ", "<p><div>x</div></p><h2 "), (" scope=\"col\"", " scope=\"column\""),
      ] {
        guard let range = page.range(of: old) else {
          Issue.record("`\(old)` is not in the page")
          continue
        }
        try write(["page.html": page.replacingCharacters(in: range, with: new)], below: folder)
        let schema = "\(Self.checking)/Schema/page.rnc"
        #expect(try run(["/usr/bin/jing", "-c", schema, "page.html"], in: folder).exitCode == 1)
      }
    }
  }

  /// A thousand of the fifty thousand that `scripts/mutate run` makes, of two pages, with a fixed seed.
  @Test func `accepted mutants are one tree to a browser and to an XML parser`() throws {
    try withTemporaryFolder { folder in
      let result = try run(
        [
          "/usr/bin/python3", "\(Project.root)/scripts/mutate", "run", "--count", "1000",
          "--check", "\(Project.program) check --json --data none",
        ], in: folder)
      #expect(result.exitCode == 0, "\(result.output)\(result.errors)")
      #expect(result.output.contains(" 0 of them with two trees"))
    }
  }
}

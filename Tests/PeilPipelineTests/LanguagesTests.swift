import Diagnostics
import Foundation
import PeilPipeline
import TestSupport
import Testing

/// Reports of one client in several languages.
@Suite struct LanguagesTests {
  private func build(
    _ languages: [String], own: String? = nil, client: String = "bakkerij-roggeveld",
    check: (RunSummary, String) throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      var request = RunRequest(
        templates: Project.templates, program: "Peil test", programDigest: "test")
      request.ownTemplates = own
      request.data = Project.data
      request.output = "\(folder)/output"
      request.clients = [client]
      request.languages = languages
      try check(try await Batch(request).run { _ in }, "\(folder)/output/\(client)/2026-10")
    }
  }

  @Test(arguments: ["museum-de-vuurbaak", "plankwijs-software"])
  func `Dutch and English reports show the same figures`(_ client: String) async throws {
    try await build(["nl", "en"], client: client) { summary, folder in
      #expect(summary.isComplete, "\(summary.outcomes.flatMap(\.diagnostics))")
      let dutch = try String(contentsOfFile: "\(folder)/report.html", encoding: .utf8)
      let english = try String(contentsOfFile: "\(folder)/report.en.html", encoding: .utf8)
      // Sentences may name their figures in another order.
      let keys = { (page: String) in
        page.matches(of: /data-metric="([^"]*)"/).flatMap { $0.1.split(separator: " ") }.sorted()
      }
      #expect(keys(dutch).count > 100)
      #expect(keys(dutch) == keys(english))
      // Numbers of tables, by value: Dutch has the separators of English the other way round.
      let cells = { (page: String) in
        page.matches(of: /<td[^>]* data-metric="[^>]*>([^<]*)</).map { String($0.1) }
      }
      let swapped: [Character: Character] = [".": ",", ",": "."]
      let values = { (text: String) in text.filter { $0.isNumber || ".,%−–€".contains($0) } }
      let expected = cells(dutch).map { String($0.map { swapped[$0] ?? $0 }) }
      #expect(expected.count > 50)
      // The place of the minus beside the sign of the currency differs too.
      #expect(
        expected.map { values($0).sorted() } == cells(english).map { values($0).sorted() })
    }
  }

  // As `templates/README.md` tells it: one file of translations beside the table of numbers and dates.
  @Test func `a language is added with one file of translations`() async throws {
    try await withTemporaryFolder { folder in
      let english = try String(
        contentsOfFile: "\(Project.templates)/translations/en.yaml", encoding: .utf8)
      let german = english.replacingOccurrences(of: "\"Glossary\"", with: "\"Begriffe\"")
        .replacingOccurrences(
          of: "monthly-report: \"Monthly report\"", with: "monthly-report: \"Monatsbericht\"")
      try write(["translations/de.yaml": german], below: folder)
      try await build(["de"], own: folder, client: "plankwijs-software") { summary, output in
        #expect(summary.isComplete, "\(summary.outcomes.flatMap(\.diagnostics))")
        let page = try String(contentsOfFile: "\(output)/report.html", encoding: .utf8)
        #expect(page.contains("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"de\""))
        #expect(page.contains("Monatsbericht <time datetime=\"2026-10\">Oktober 2026</time>"))
        #expect(page.contains("Begriffe"))
        // Followers, euros and shares: as the table of the language writes them.
        #expect(page.contains(">4.863<"))
        #expect(page.contains("\u{A0}€"))
        #expect(page.contains("\u{A0}%"))
      }
    }
  }

  @Test func `a translation that lacks a sentence ends the run with its name`() async throws {
    try await withTemporaryFolder { folder in
      let english = try String(
        contentsOfFile: "\(Project.templates)/translations/en.yaml", encoding: .utf8)
      try write(
        [
          "translations/de.yaml": english.replacingOccurrences(
            of: "  glossary: \"Glossary\"\n", with: "")
        ], below: folder)
      await #expect {
        try await build(["de"], own: folder) { _, _ in }
      } throws: { error in
        (error as? RunRefused)?.diagnostics.contains { $0.id.hasPrefix("translation.") } == true
      }
    }
  }
}

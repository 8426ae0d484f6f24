import Foundation
import TestSupport
import Testing

/// `peil check` on pages of a built agency, and on any bytes at all.
@Suite struct CheckCommandTests {
  private func inBuiltAgency(_ body: (String) throws -> Void) throws {
    try withTemporaryFolder { folder in
      for name in ["templates", "data"] {
        try FileManager.default.createSymbolicLink(
          atPath: "\(folder)/\(name)", withDestinationPath: "\(Project.root)/\(name)")
      }
      let build = try runPeil(
        ["build", "--client", "bakkerij-roggeveld", "--edition", "report,proposal"], in: folder)
      try #require(build.exitCode == 0, "\(build.errors)")
      try body(folder)
    }
  }

  private let report = "output/bakkerij-roggeveld/2026-10/report.html"

  @Test func `a report beside its record is held against the ledger and the other clients`() throws
  {
    try inBuiltAgency { folder in
      let clean = try runPeil(["check", report], in: folder)
      #expect(clean.exitCode == 0, "\(clean.errors)")
      #expect(clean.output == "\(report): clean\n")

      let path = "\(folder)/\(report)"
      let page = try String(contentsOfFile: path, encoding: .utf8)
      let broken = page.replacingOccurrences(
        of: "</main>", with: "<p>12 posts of Museum De Vuurbaak</p>\n</main>")
      try broken.write(toFile: path, atomically: true, encoding: .utf8)
      let found = try runPeil(["check", report, "--json"], in: folder)
      #expect(found.exitCode == 1)
      let findings = try #require(
        try JSONSerialization.jsonObject(with: Data(found.output.utf8)) as? [[String: Any]])
      #expect(
        Set(findings.compactMap { $0["rule"] as? String }) == [
          "number.untraceable", "tenant.other",
        ])
      let first = try #require(findings.first)
      #expect(first["severity"] as? String == "error")
      #expect(first["file"] as? String == report)
      #expect(first["line"] as? Int == broken.lineNumber(of: "<p>12 posts of"))
      #expect((first["column"] as? Int ?? 0) > 0)
      #expect(first["message"] is String)
    }
  }

  /// The third belief cannot be tested for the bakery, which has one platform.
  @Test(arguments: [
    ("2026-10/report.html", "m3.verdict\">niet toetsbaar<", "m3.verdict\">klopt hier<"),
    ("2026-10/proposal.html", "m3.verdict\">niet toetsbaar<", "m3.verdict\">klopt hier<"),
    ("index.html", "m3.verdict\">niet toetsbaar<", "m3.verdict\">klopt hier<"),
    ("2026-10/index.html", "</svg>Niet te toetsen<", "</svg>Klopt hier wel<"),
  ])
  func `a verdict is that of the ledger on every page`(
    _ file: String, _ word: String, _ other: String
  ) throws {
    try inBuiltAgency { folder in
      let clean = try rules(of: file, in: folder) { $0 }
      #expect(clean == [])
      let changed = try rules(of: file, in: folder) { page in
        page.range(of: word).map { page.replacingCharacters(in: $0, with: other) } ?? ""
      }
      #expect(changed == ["outcome.wrong"])
    }
  }

  @Test(arguments: ["report.html", "proposal.html"])
  func `no verdict may be left out`(_ file: String) throws {
    try inBuiltAgency { folder in
      let changed = try rules(of: "2026-10/\(file)", in: folder) {
        $0.replacingOccurrences(of: " data-metric=\"m3.verdict\"", with: "")
      }
      #expect(changed == ["number.missing"])
    }
  }

  /// The rules of the findings of a page of the bakery that was changed.
  private func rules(
    of file: String, in folder: String, _ change: (String) -> String
  ) throws -> Set<String> {
    let file = "output/bakkerij-roggeveld/\(file)"
    let page = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
    try change(page).write(toFile: "\(folder)/\(file)", atomically: true, encoding: .utf8)
    let found = try runPeil(["check", file, "--json"], in: folder)
    let findings = try #require(
      try JSONSerialization.jsonObject(with: Data(found.output.utf8)) as? [[String: Any]])
    return Set(findings.compactMap { $0["rule"] as? String })
  }

  @Test func `a finding names the template and the line that wrote the tag`() throws {
    try inBuiltAgency { folder in
      let path = "\(folder)/\(report)"
      let page = try String(contentsOfFile: path, encoding: .utf8)
      let heading = "<h2 id=\"actions-heading\">"
      let start = try #require(page.range(of: heading)).upperBound
      let end = try #require(page.range(of: "</h2>", range: start..<page.endIndex)).lowerBound
      try page.replacingCharacters(in: start..<end, with: "")
        .write(toFile: path, atomically: true, encoding: .utf8)
      let found = try runPeil(["check", report, "--json"], in: folder)
      let findings = try #require(
        try JSONSerialization.jsonObject(with: Data(found.output.utf8)) as? [[String: Any]])
      let empty = try #require(findings.first { $0["rule"] as? String == "element.empty" })
      let template = "templates/partials/actions.mustache"
      let text = try String(contentsOfFile: "\(folder)/\(template)", encoding: .utf8)
      #expect(empty["template"] as? String == template)
      #expect(empty["template-line"] as? Int == text.lineNumber(of: heading))
    }
  }

  /// The overview, an archive and a month have no record: it is worked out from the releases.
  @Test func `a page of the site is held against the releases that it leads to`() throws {
    try inBuiltAgency { folder in
      let archive = "output/bakkerij-roggeveld/index.html"
      let pages = ["output/index.html", archive, "output/bakkerij-roggeveld/2026-10/index.html"]
      let clean = try runPeil(["check"] + pages, in: folder)
      #expect(clean.exitCode == 0, "\(clean.errors)")
      for page in pages {
        #expect(
          clean.output.contains("\(page): clean; nothing to compare with: links\n"),
          "\(clean.output)")
      }
      let path = "\(folder)/\(archive)"
      let page = try String(contentsOfFile: path, encoding: .utf8)
      try page.replacingOccurrences(
        of: "</main>", with: "<p>12 posts of Museum De Vuurbaak</p>\n</main>"
      ).write(toFile: path, atomically: true, encoding: .utf8)
      let found = try runPeil(["check", archive, "--json"], in: folder)
      let findings = try #require(
        try JSONSerialization.jsonObject(with: Data(found.output.utf8)) as? [[String: Any]])
      #expect(
        Set(findings.compactMap { $0["rule"] as? String }) == [
          "number.untraceable", "tenant.other",
        ])
    }
  }

  @Test func `what there is nothing to compare with is said`() throws {
    try inBuiltAgency { folder in
      try FileManager.default.removeItem(
        atPath: "\(folder)/output/bakkerij-roggeveld/2026-10/report.json")
      let result = try runPeil(["check", report, "--data", "nowhere"], in: folder)
      #expect(result.exitCode == 0, "\(result.errors)")
      #expect(
        result.output
          == "\(report): clean; nothing to compare with: numbers, quotes, links, sheet, clients, "
          + "charts, language, times\n")
    }
  }

  @Test func `an agency may make a rule warn or hold back, but no rule of safety`() throws {
    try inBuiltAgency { folder in
      try FileManager.default.removeItem(atPath: "\(folder)/data")
      let page = "<p><a href=\"#a\">More posts</a> <a href=\"#b\">More posts</a></p>\n</main>"
      let path = "\(folder)/\(report)"
      let broken = try String(contentsOfFile: path, encoding: .utf8).replacingOccurrences(
        of: "</main>",
        with: "<p id=\"a\">x</p><p id=\"b\">y</p>\(page)")
      try broken.write(toFile: path, atomically: true, encoding: .utf8)
      #expect(try runPeil(["check", report], in: folder).exitCode == 0)

      func settings(_ checks: String) throws {
        try write(["data/agency.yaml": "name: \"Bureau\"\n\(checks)\n"], below: folder)
        try FileManager.default.createDirectory(
          atPath: "\(folder)/data/clients", withIntermediateDirectories: true)
      }
      try settings("checks: {link.ambiguous: error}")
      #expect(try runPeil(["check", report], in: folder).exitCode == 1)
      try settings("checks: {number.wrong: warning, link.ambigous: error}")
      let refused = try runPeil(["check", report], in: folder)
      #expect(refused.exitCode == 1)
      #expect(refused.errors.contains("error[check.safety-rule]: `number.wrong`"))
      #expect(refused.errors.contains("= help: write `link.ambiguous`"))
    }
  }

  /// A document type, entities and includes that name files and hosts; strace sees what is opened.
  @Test func `the parser opens no file and no connection`() throws {
    try withTemporaryFolder { folder in
      let html = "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body>&x;</body></html>"
      let pages = [
        "<!DOCTYPE html SYSTEM \"stolen.dtd\">\n\(html)",
        "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"http://127.0.0.1:9/stolen.dtd\">\n\(html)",
        "<!DOCTYPE html [<!ENTITY x SYSTEM \"stolen.txt\">]>\n\(html)",
        "<!DOCTYPE html [<!ENTITY % x SYSTEM \"file:///stolen\"> %x;]>\n\(html)",
        "<?xml version=\"1.0\"?><?xml-stylesheet href=\"stolen.css\"?>\(html)",
        "<!DOCTYPE html>\n<html xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"stolen.txt\"/></html>",
      ]
      var names: [String] = []
      for (index, page) in pages.enumerated() {
        names.append("page-\(index).html")
        try write([names[index]: page], below: folder)
      }
      let trace = "\(folder)/trace"
      let result = try runPeil(
        ["check"] + names, in: folder,
        under: ["/usr/bin/strace", "-f", "-e", "trace=%file,%network", "-o", trace])
      #expect(result.exitCode == 1)
      let calls = try String(contentsOfFile: trace, encoding: .utf8).split(separator: "\n")
      #expect(calls.contains { $0.contains("page-0.html") })
      #expect(calls.filter { $0.contains("stolen") || $0.contains("catalog") } == [])
      #expect(calls.filter { $0.contains("socket(") || $0.contains("connect(") } == [])
    }
  }

  @Test func `any bytes are judged in bounded memory`() throws {
    try withTemporaryFolder { folder in
      let head = "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\">"
      // Each entity ten of the one before: ten levels would be ten thousand million letters.
      let bomb = (1..<10).map { level in
        "<!ENTITY e\(level) \"\(String(repeating: "&e\(level - 1);", count: 10))\">"
      }.joined()
      let files: [(String, Data)] = [
        ("bomb.html", Data("<!DOCTYPE html [<!ENTITY e0 \"x\">\(bomb)]>\n<html>&e9;</html>".utf8)),
        ("latin.html", Data("\(head)<body>caf".utf8) + Data([0xE9]) + Data("</body></html>".utf8)),
        ("utf16.html", Data([0xFF, 0xFE]) + Data("\(head)</html>".utf8.flatMap { [$0, 0] })),
        ("deep.html", Data((head + String(repeating: "<div>", count: 500_000)).utf8)),
        ("random.html", Data((0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* $0 &+ $0 >> 3) })),
        ("empty.html", Data()),
      ]
      for (name, bytes) in files {
        try bytes.write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
      }
      let large = "\(folder)/large.html"
      try Data().write(to: URL(fileURLWithPath: large))
      let handle = try #require(FileHandle(forWritingAtPath: large))
      try handle.truncate(atOffset: 100 << 20)
      let result = try runPeil(
        ["check", "--json"] + files.map(\.0) + ["large.html"], in: folder,
        under: ["/bin/sh", "-c", "ulimit -v 1500000; exec \"$0\" \"$@\""])
      #expect(result.exitCode == 1)
      let findings = try #require(
        try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]])
      #expect(Set(findings.compactMap { $0["file"] as? String }).count == files.count + 1)
      #expect(findings.contains { $0["rule"] as? String == "bytes.too-large" })
    }
  }
}

extension String {
  fileprivate func lineNumber(of text: String) -> Int? {
    range(of: text).map { self[..<$0.lowerBound].count { $0 == "\n" } + 1 }
  }
}

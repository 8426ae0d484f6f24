import Foundation
import TestSupport
import Testing

/// `peil templates check`, as a designer runs it.
@Suite struct TemplatesTests {
  private func check(
    _ own: [String: String], _ arguments: [String] = []
  ) throws -> (output: String, errors: String, exitCode: Int32) {
    try withTemporaryFolder { folder in
      try write(own.merging(["own/README.md": ""]) { $1 }, below: folder)
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/templates", withDestinationPath: Project.templates)
      let result = try runPeil(
        ["templates", "check", "--templates", "own"] + arguments, in: folder)
      return (result.output, result.errors, result.exitCode)
    }
  }

  private func delivered(_ path: String) throws -> String {
    try String(contentsOfFile: "\(Project.templates)/\(path)", encoding: .utf8)
  }

  @Test func `the delivered templates are clean, and each is used`() throws {
    let result = try check([:])
    #expect(result.exitCode == 0)
    #expect(result.errors == "")
    #expect(result.output.hasSuffix(" files: clean\n"))
  }

  @Test func `problems of all templates are told at once`() throws {
    let result = try check([
      "own/report.mustache": try delivered("report.mustache") + "{{client.txt}}\n",
      "own/partials/figure.mustache": "{{#title}}",
      "own/styles/print.css": "p { {{wrds}} }",
      "own/styles/page.css": "p { {{agncy}} }",
      "own/partials/new.mustache": "x{{/y}}",
    ])
    #expect(result.exitCode == 1)
    for place in [
      "own/report.mustache:", "own/partials/figure.mustache:1:4", "own/styles/print.css:1:7",
      "own/styles/page.css:1:7", "own/partials/new.mustache:1:5", "= help: write `agency`",
      "`partials/figure` is put in here",
    ] {
      #expect(result.errors.contains(place), "\(place)")
    }
  }

  @Test func `a translation is told with its line, and does not hide the templates`() throws {
    let text = try delivered("translations/nl.yaml")
    // The first sentence with a place loses the end of it.
    let line = try #require(
      text.split(separator: "\n").firstIndex { $0.hasSuffix("\"") && $0.contains("{{") })
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let index = try #require(
      lines.firstIndex { $0.hasSuffix("\"") && $0.contains("{{") }, "line \(line)")
    lines[index] = lines[index].replacingOccurrences(of: "}}", with: "")
    let result = try check([
      "own/translations/nl.yaml": lines.joined(separator: "\n"),
      "own/site/index.mustache": "{{nope}}",
    ])
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("own/translations/nl.yaml:\(index + 1):"))
    #expect(result.errors.contains("own/site/index.mustache:1:3"))
  }

  @Test func `a file that nothing uses is a warning`() throws {
    let result = try check(["own/partials/figur.mustache": "x"])
    #expect(result.exitCode == 0)
    #expect(result.errors.contains("warning[theme.unused-file]"))
    #expect(result.errors.contains("own/partials/figur.mustache"))
    #expect(result.output.hasSuffix(": 1 finding\n"))
  }

  @Test func `findings can be read by a program`() throws {
    let result = try check(["own/partials/figure.mustache": "{{#title}}"], ["--json"])
    #expect(result.exitCode == 1)
    let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    #expect((json as? [[String: Any]])?.count == 1)
  }

  @Test func `without a folder of templates nothing can be done`() throws {
    let result = try check([:], ["--templates", "nope"])
    #expect(result.exitCode == 2)
    #expect(result.errors.contains("error[run.no-templates]"))
  }

  @Test func `a folder of templates may be a link`() throws {
    try withTemporaryFolder { folder in
      try write(["mine/README.md": ""], below: folder)
      for (link, target) in [("templates", Project.templates), ("own", "mine")] {
        try FileManager.default.createSymbolicLink(
          atPath: "\(folder)/\(link)", withDestinationPath: target)
      }
      let result = try runPeil(["templates", "check", "--templates", "own"], in: folder)
      #expect(result.exitCode == 0, "\(result.errors)")
    }
  }

  @Test func `a folder of one's own does not take the place of the delivered templates`() throws {
    try withTemporaryFolder { folder in
      try write(["own/README.md": ""], below: folder)
      let result = try runPeil(["templates", "check", "--templates", "own"], in: folder)
      #expect(result.exitCode == 2)
      #expect(result.errors.contains("error[run.no-delivered-templates]"))
    }
  }
}

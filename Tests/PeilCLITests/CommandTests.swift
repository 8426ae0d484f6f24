import Foundation
import TestSupport
import Testing

/// The program as a person runs it, in an empty folder.
@Suite struct CommandTests {
  private static let agency = [
    "data/agency.yaml": "name: \"Bureau\"\n",
    "data/clients/bakker/client.yaml": "name: \"Bakker\"\nplatforms: [instagram]\n",
    "data/clients/bakker/exports/posts.csv": """
    platform,id,published_at,text,format,paid,automated,impressions,reach,likes,comments,shares,saves,clicks,video_views
    instagram,a1,2026-09-01T10:00:00,Een,image,false,false,900,700,40,3,2,1,5,
    instagram,a2,2026-10-31T10:00:00,Twee,image,false,false,910,720,30,4,1,0,5,

    """,
  ]

  private func inAgency(
    _ files: [String: String] = [:], _ body: (String) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      try write(Self.agency.merging(files) { $1 }, below: folder)
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/templates", withDestinationPath: Project.templates)
      try body(folder)
    }
  }

  @Test func `build releases the reports and prints a table`() throws {
    try inAgency { folder in
      let result = try runPeil(["build"], in: folder)
      #expect(result.exitCode == 0)
      #expect(result.errors == "")
      let lines = result.output.split(separator: "\n")
      try #require(lines.count == 2)
      #expect(lines[1].hasPrefix("bakker  2026-10  released"))
      #expect(
        FileManager.default.fileExists(atPath: "\(folder)/output/bakker/2026-10/report.html"))
    }
  }

  @Test func `exit code 1 says that a client failed, with the reason on standard error`() throws {
    try inAgency(["data/clients/slager/client.yaml": "name: Slager\nplatfrms: [x]\n"]) { folder in
      let result = try runPeil(["build", "--json"], in: folder)
      #expect(result.exitCode == 1)
      #expect(result.errors.contains("data/clients/slager/client.yaml:2:1"))
      #expect(result.errors.contains("= help: write `platforms`"))
      let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
      let root = try #require(json as? [String: Any])
      #expect(root["complete"] as? Bool == false)
    }
  }

  @Test func `exit code 2 says that nothing could be done`() throws {
    try withTemporaryFolder { folder in
      let result = try runPeil(["build"], in: folder)
      #expect(result.exitCode == 2)
      #expect(result.output == "")
      #expect(result.errors.contains("error[run.no-data]"))
    }
  }

  @Test(arguments: [["build", "--jobs", "0"], ["bild"], ["render", "a"], ["build", "--nope"]])
  func `exit code 64 says that the command was mistyped`(_ arguments: [String]) throws {
    try withTemporaryFolder { folder in
      let result = try runPeil(arguments, in: folder)
      #expect(result.exitCode == 64)
    }
  }

  @Test func `explain says why a rule exists`() throws {
    try inAgency { folder in
      let result = try runPeil(["explain", "check.number.wrong", "--language", "nl"], in: folder)
      #expect(result.exitCode == 0)
      #expect(result.output.hasPrefix("Verkeerd getal (number.wrong)\n\nWaarom:    De tekst"))
      let names = try runPeil(["explain"], in: folder).output
      #expect(names.contains("tenant.other\n"))
      let unknown = try runPeil(["explain", "number.worng"], in: folder)
      #expect(unknown.exitCode == 2)
      #expect(unknown.errors.contains("= help: write `number.wrong`"))
    }
  }

  @Test func `inspect tells what was recognised and asks about the rest`() throws {
    try inAgency(["data/clients/bakker/exports/what.csv": "a,b\n1,2\n"]) { folder in
      let result = try runPeil(["inspect", "bakker"], in: folder)
      #expect(result.exitCode == 1)
      #expect(result.output.contains("  peil-posts      instagram        2     2  2026-"))
      #expect(result.output.contains("known by  platform, id, published_at, text"))
      #expect(result.output.contains("what.csv   not recognised"))
      #expect(result.errors.contains("export.unknown"))
    }
  }

  @Test func `inspect reads a single file without an agency`() throws {
    try withTemporaryFolder { folder in
      try write(["f.csv": "date,platform,followers\n2026-10-01,x,12\n"], below: folder)
      let result = try runPeil(["inspect", "f.csv", "--json"], in: folder)
      #expect(result.exitCode == 0)
      let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
      let files = try #require((json as? [String: Any])?["files"] as? [[String: Any]])
      #expect(files.first?["format"] as? String == "peil-followers")
      #expect(files.first?["records"] as? Int == 1)
      let fields = [
        "format", "from", "path", "platform", "questions", "records", "skipped", "sums", "to",
        "unusedColumns", "used",
      ]
      #expect(files.first.map { $0.keys.sorted() } == fields)
    }
  }

  @Test func `help names every command`() throws {
    try withTemporaryFolder { folder in
      let result = try runPeil(["--help"], in: folder)
      for command in ["build", "check", "inspect", "publish", "render", "templates"] {
        #expect(result.output.contains("  \(command) "))
      }
    }
  }
}

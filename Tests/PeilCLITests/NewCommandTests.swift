import Foundation
import TestSupport
import Testing

/// `peil new`, as a person runs it, with the delivered files.
@Suite struct NewCommandTests {
  private func inFolder(_ body: (String) throws -> Void) throws {
    try withTemporaryFolder { folder in
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/templates", withDestinationPath: Project.templates)
      try body(folder)
    }
  }

  @Test func `a new agency with a new client builds to a clear answer`() throws {
    try inFolder { folder in
      let agency = try runPeil(
        ["new", "agency", "work/data", "--name", "Bureau \"Wij\""], in: folder)
      #expect(agency.output == "work/data\n")
      #expect(agency.errors == "")
      let client = try runPeil(
        ["new", "client", "bakery-north", "--data", "work/data"], in: folder)
      #expect(client.output == "work/data/clients/bakery-north\n")
      #expect(client.exitCode == 0)
      let settings = try String(
        contentsOfFile: "\(folder)/work/data/clients/bakery-north/client.yaml", encoding: .utf8)
      #expect(settings.contains("\nname: \"Bakery North\"\n"))
      let build = try runPeil(["build", "--data", "work/data"], in: folder)
      #expect(build.exitCode == 1)
      #expect(build.errors.contains("error[run.no-complete-month]: no month of `bakery-north`"))
    }
  }

  @Test func `in the agency's own folder nothing has to be named`() throws {
    try inFolder { folder in
      #expect(try runPeil(["new", "agency", "noord"], in: folder).exitCode == 0)
      let inside = "\(folder)/noord"
      // Delivered templates lie beside the program that is installed; here they are brought along.
      try FileManager.default.createSymbolicLink(
        atPath: "\(inside)/templates", withDestinationPath: Project.templates)
      let client = try runPeil(["new", "client", "bakery-north"], in: inside)
      #expect(client.output == "./clients/bakery-north\n")
      #expect(FileManager.default.fileExists(atPath: "\(inside)/clients/bakery-north/client.yaml"))
      let build = try runPeil(["build"], in: inside)
      #expect(build.errors.contains("error[run.no-complete-month]: no month of `bakery-north`"))
      // A folder `data` comes first, as everywhere else.
      try FileManager.default.createDirectory(
        atPath: "\(inside)/data", withIntermediateDirectories: false)
      #expect(try runPeil(["build"], in: inside).errors.contains("error[run.no-agency]"))
    }
  }

  @Test func `what stands there already stays as it is`() throws {
    try inFolder { folder in
      #expect(try runPeil(["new", "agency", "data"], in: folder).exitCode == 0)
      #expect(try runPeil(["new", "client", "a"], in: folder).exitCode == 0)
      try write(["data/agency.yaml": "name: Ours\n"], below: folder)
      let before = try fileTree("\(folder)/data")
      for arguments in [["agency", "data"], ["client", "a"]] {
        let again = try runPeil(["new"] + arguments, in: folder)
        #expect(again.exitCode == 2)
        #expect(again.output == "")
        #expect(again.errors.contains("error[new.already-there]"))
      }
      #expect(try fileTree("\(folder)/data") == before)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == [
          "data", "templates",
        ])
    }
  }

  @Test func `an empty folder is filled`() throws {
    try inFolder { folder in
      try FileManager.default.createDirectory(
        atPath: "\(folder)/data", withIntermediateDirectories: false)
      #expect(try runPeil(["new", "agency", "data"], in: folder).exitCode == 0)
      #expect(FileManager.default.fileExists(atPath: "\(folder)/data/agency.yaml"))
      #expect(FileManager.default.fileExists(atPath: "\(folder)/data/clients"))
    }
  }

  @Test(arguments: ["Bakery", "../up", "bakery north", "-b", ""])
  func `a name that cannot stand in an address is refused`(_ slug: String) throws {
    try inFolder { folder in
      #expect(try runPeil(["new", "agency", "data"], in: folder).exitCode == 0)
      let result = try runPeil(["new", "client", "--", slug], in: folder)
      #expect(result.exitCode == 2)
      #expect(result.errors.contains("error[run.not-a-slug]"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/data/clients") == [])
    }
  }

  @Test func `a client needs an agency`() throws {
    try inFolder { folder in
      let none = try runPeil(["new", "client", "bakery"], in: folder)
      #expect(none.exitCode == 2)
      #expect(none.errors.contains("error[run.no-data]"))
      try FileManager.default.createDirectory(
        atPath: "\(folder)/data", withIntermediateDirectories: false)
      let empty = try runPeil(["new", "client", "bakery"], in: folder)
      #expect(empty.errors.contains("or make one with `peil new agency`"))
    }
  }

  @Test func `an agency's own files win`() throws {
    try inFolder { folder in
      try write(["ours/new/client/ONBOARDING.md": "Ask {{name}}.\n"], below: folder)
      #expect(
        try runPeil(["new", "agency", "data", "--templates", "ours"], in: folder).exitCode == 0)
      #expect(
        try runPeil(["new", "client", "a", "--templates", "ours"], in: folder).exitCode == 0)
      let tree = try fileTree("\(folder)/data/clients/a")
      #expect(tree["ONBOARDING.md"] == Data("Ask \"A\".\n".utf8))
      #expect(tree["client.yaml"] != nil)
      #expect(tree["examples/followers.csv"] != nil)
    }
  }
}

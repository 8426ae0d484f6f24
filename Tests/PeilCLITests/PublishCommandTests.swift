import Foundation
import TestSupport
import Testing

/// `peil publish` as a person runs it.
@Suite struct PublishCommandTests {
  /// An agency whose run released nothing but an empty page.
  private func inAgency(_ body: (String) throws -> Void) throws {
    try withTemporaryFolder { folder in
      // By `sha256sum /dev/null`.
      let hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
      let file = #"{"path": "index.html", "bytes": 0, "sha256": "\#(hash)"}"#
      try write(
        [
          "data/agency.yaml": "name: B\n", "output/index.html": "",
          "output/run.json": #"{"format": 1, "clients": [], "files": [\#(file)]}"#,
        ], below: folder)
      try body(folder)
    }
  }

  @Test func `publish tells where the link leads and ends with 0`() throws {
    try inAgency { folder in
      let first = try runPeil(["publish", "site"], in: folder)
      #expect(first.output.hasPrefix("site/current -> generations/0001-"))
      #expect(first.exitCode == 0)
      let again = try runPeil(["publish", "site", "--keep", "2"], in: folder)
      #expect(again.output == first.output.dropLast() + " (as before)\n")
      #expect(again.errors == "")
    }
  }

  @Test func `what cannot be published ends with 2 and a reason`() throws {
    try inAgency { folder in
      try write(["output/more.html": ""], below: folder)
      let result = try runPeil(["publish", "site"], in: folder)
      #expect(result.exitCode == 2)
      #expect(result.output == "")
      #expect(result.errors.contains("error[publish.unknown-file]"))
      #expect(result.errors.contains("output/more.html"))
      let back = try runPeil(["publish", "site", "--rollback"], in: folder)
      #expect(back.exitCode == 2)
      #expect(back.errors.contains("error[publish.nothing-published]"))
    }
  }

  @Test func `readers reach the site whatever the mask of whoever publishes`() throws {
    try inAgency { folder in
      _ = try runPeil(
        ["publish", "site"], in: folder,
        under: ["/bin/sh", "-c", #"umask 077; exec "$@""#, "sh"])
      for path in ["site", "site/generations", "site/current/", "site/current/index.html"] {
        let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(path)")
        let mode = attributes[.posixPermissions] as? Int
        #expect(mode == (path.hasSuffix("html") ? 0o644 : 0o755), "\(path)")
      }
    }
  }

  @Test func `fewer than two generations are not kept`() throws {
    try inAgency { folder in
      let result = try runPeil(["publish", "site", "--keep", "1"], in: folder)
      #expect(result.exitCode == 64)
    }
  }

  /// strace lets the call fail as a Windows share does.
  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: "/usr/bin/strace"), "strace is not here"),
    arguments: ["EPERM", "EOPNOTSUPP"])
  func `where no link can be made that is said before anything is copied`(
    _ error: String
  ) throws {
    try inAgency { folder in
      let result = try runPeil(
        ["publish", "site"], in: folder,
        under: ["/usr/bin/strace", "-fqq", "-o", "calls", "-e", "inject=symlink:error=\(error)"])
      #expect(result.exitCode == 2)
      #expect(result.errors.contains("error[publish.no-links]"))
      #expect(result.errors.contains("a Windows share knows no links"))
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: "\(folder)/site") == [".lock"])
    }
  }
}

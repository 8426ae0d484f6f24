import Diagnostics
import FileSystem
import Foundation
import PeilModel
import TestSupport
import Testing

@testable import PeilLoading

/// Files that no export is: each is told, in bounded memory, and none ends the run.
@Suite struct ExtremeInputTests {
  private func load(_ text: String) throws -> ClientLoad {
    try PeilLoadingTests.load(["x.csv": text])
  }

  private static let header = "date,platform,followers"

  @Test func `a file of two gigabytes is told and not read`() throws {
    try withTemporaryFolder { folder in
      try FileManager.default.createDirectory(
        atPath: "\(folder)/exports", withIntermediateDirectories: true)
      try "name: Bakery\nplatforms: [instagram]\n"
        .write(toFile: "\(folder)/client.yaml", atomically: false, encoding: .utf8)
      // Holes take no room on the disk.
      try Data().write(to: URL(fileURLWithPath: "\(folder)/exports/a.csv"))
      let handle = try #require(FileHandle(forWritingAtPath: "\(folder)/exports/a.csv"))
      try handle.truncate(atOffset: 2 << 30)
      try handle.close()
      let load = try loadClient(in: folder, shownAs: "bakery")
      #expect(load.problems == ["file.too-large"])
      #expect(load.isUnusable)
    }
  }

  @Test func `a link out of the folder is told and not followed`() throws {
    try withTemporaryFolder { folder in
      try FileManager.default.createDirectory(
        atPath: "\(folder)/exports", withIntermediateDirectories: true)
      try "name: Bakery\nplatforms: [instagram]\n"
        .write(toFile: "\(folder)/client.yaml", atomically: false, encoding: .utf8)
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/exports/a.csv", withDestinationPath: "/etc/passwd")
      let load = try loadClient(in: folder, shownAs: "bakery")
      #expect(load.problems == ["file.not-a-file"])
      #expect(load.data.files == [])
    }
  }

  @Test func `a known export with a million columns holds the client back`() throws {
    let commas = String(repeating: ",", count: 1_000_000)
    let load = try load("\(Self.header)\n2026-10-01,facebook,1\(commas)\n")
    #expect(load.problems == ["csv.too-many-fields"])
    #expect(load.diagnostics.first?.place?.line == 2)
    #expect(load.isUnusable)
  }

  @Test func `a header of a million columns is a question`() throws {
    let load = try load(String(repeating: "a,", count: 1_000_000) + "b\n1\n")
    #expect(load.problems == ["csv.too-many-fields"])
    #expect(!load.isUnusable)
  }

  /// The limit is 16 MiB.
  @Test func `a known export with a record beyond all limits holds the client back`() throws {
    let text = String(repeating: "x", count: 17 << 20)
    let load = try load("\(Self.header)\n2026-10-01,facebook,1\n\"\(text)\",facebook,1\n")
    #expect(load.problems == ["csv.record-too-long"])
    #expect(load.diagnostics.first?.place?.line == 3)
    #expect(load.isUnusable)
  }

  @Test func `a quote that is never closed is told where it was opened`() throws {
    let rest = String(repeating: "2026-10-02,facebook,2\n", count: 1000)
    let load = try load("\(Self.header)\n2026-10-01,facebook,1\n\"2026-10-02,facebook,2\n\(rest)")
    #expect(load.problems == ["csv.unclosed-quote"])
    #expect(load.diagnostics.first?.place?.line == 3)
    #expect(load.isUnusable)
  }

  @Test func `numbers beyond what anything counts are not measured`() throws {
    let load = try load(
      "\(Self.header)\n2026-10-01,facebook,99999999999999999999\n2026-10-02,facebook,1e300\n")
    let file = try load.onlyFile
    #expect(file.account == "used 0, incomplete 2")
  }
}

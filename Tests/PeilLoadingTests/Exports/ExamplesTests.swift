import Foundation
import PeilModel
import TestSupport
import Testing

@testable import PeilLoading

/// The examples of tables kept by hand that `peil new client` hands out.
@Suite struct ExamplesTests {
  private static let folder = "\(Project.templates)/new/client/examples"

  /// Records are those of the examples below the header, counted by hand.
  private static let examples: [(file: String, format: String, records: Int)] = [
    ("audience.csv", "peil-audience", 2), ("conversations.csv", "peil-conversations", 2),
    ("costs.csv", "peil-costs", 3), ("followers.csv", "peil-followers", 2),
    ("post-log.csv", "peil-post-log", 2), ("posts.csv", "peil-posts", 1),
    ("traffic.csv", "peil-traffic", 2),
  ]

  private static let platforms = Platform.allCases.map(\.rawValue).joined(separator: ", ")

  @Test func `there is one of each own format`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder).sorted()
    #expect(files == Self.examples.map(\.file))
    let formats = ExportFormat.all.filter { !$0.isExport }.map(\.name).sorted()
    #expect(formats == Self.examples.map(\.format))
  }

  @Test(arguments: examples)
  func `as it is handed out it counts nothing`(
    _ file: String, format: String, records: Int
  ) throws {
    let load = try load([file: try text(file)], platforms: Self.platforms)
    #expect(load.diagnostics == [])
    let source = try #require(load.data.files.first)
    #expect(source.format == format)
    #expect(source.used == 0)
    #expect(source.skipped == [SourceFile.Skipped(.remark, records)])
    #expect(!load.data.hasPostLog)
  }

  @Test(arguments: examples)
  func `its examples are records that can be read`(
    _ file: String, format: String, records: Int
  ) throws {
    let load = try load([file: try filledIn(file)], platforms: Self.platforms)
    #expect(load.diagnostics == [])
    let source = try #require(load.data.files.first)
    #expect(source.records == records)
    // No export of the posts of a log is there.
    #expect(
      source.skipped == (file == "post-log.csv" ? [SourceFile.Skipped(.noSuchPost, 2)] : []))
  }

  /// The columns are those of the format, each explained above the header.
  @Test(arguments: examples)
  func `it explains every column`(_ file: String, format: String, records: Int) throws {
    let lines = try text(file).split(separator: "\n")
    let header = try #require(lines.first { !$0.hasPrefix("#") })
    let columns = header.split(separator: ",").map(String.init)
    let format = try #require(ExportFormat.all.first { $0.name == format })
    for column in columns {
      #expect(format.columns.values.contains { $0.contains(column) })
      #expect(lines.prefix { $0.hasPrefix("#") }.contains { $0.contains(column) }, "\(column)")
    }
    // `automated` and `team` are of earlier files, and posts may have a link.
    let left = format.columns.keys.filter { field in
      !columns.contains { format.columns[field]?.contains($0) == true }
    }
    #expect(left.allSatisfy { $0 == .link || $0 == .team })
  }

  private func text(_ file: String) throws -> String {
    try String(contentsOfFile: "\(Self.folder)/\(file)", encoding: .utf8)
  }

  /// Without the `#` before the examples below the header.
  private func filledIn(_ file: String) throws -> String {
    var isBelowHeader = false
    return try text(file).split(separator: "\n").map { line in
      defer { if !line.hasPrefix("#") { isBelowHeader = true } }
      return isBelowHeader ? line.dropFirst(2) : line
    }.joined(separator: "\n") + "\n"
  }
}

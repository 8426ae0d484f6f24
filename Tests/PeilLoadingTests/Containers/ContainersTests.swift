import Calendars
import Diagnostics
import FileSystem
import Foundation
import PeilLoading
import PeilModel
import TestSupport
import Testing

@testable import PeilLoading

/// Archives and workbooks are those that `Tests/Fixtures/exports/containers.py` makes with Python's zipfile;
/// what is in them was written there by hand.
@Suite struct ContainersTests {
  /// The bytes of all containers, by name.
  private static let containers = Result {
    try withTemporaryFolder { folder in
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = [
        "python3", "\(repository)/Tests/Fixtures/exports/containers.py", folder,
      ]
      try process.run()
      process.waitUntilExit()
      try #require(process.terminationStatus == 0)
      return try fileTree(folder).mapValues { [UInt8]($0) }
    }
  }

  private func container(_ name: String) throws -> [UInt8] {
    try #require(try Self.containers.get()[name])
  }

  private func load(_ name: String, platforms: String = "youtube, linkedin, facebook") throws
    -> ClientLoad
  {
    try PeilLoadingTests.load([name: try container(name)], platforms: platforms)
  }

  @Test func `an archive is opened and each of its files is an export`() throws {
    let load = try load("youtube.zip")
    #expect(load.problems == [])
    #expect(
      load.data.files.map(\.path) == [
        "exports/youtube.zip/Table data.csv", "exports/youtube.zip/Totals.csv",
      ])
    #expect(load.data.files.map(\.account) == ["used 2, total 1", "used 2"])
    #expect(load.data.series.map(\.value) == [20, 10])
    // 30 in the total, 28 in the videos: Google keeps small numbers back.
    #expect(
      load.data.files[0].differences == [SourceFile.Difference("views", total: 30, sum: 28)])
  }

  @Test func `the same file in an archive and beside it is counted once`() throws {
    let load = try PeilLoadingTests.load(
      ["a.zip": try container("youtube.zip"), "b.zip": try container("youtube.zip")],
      platforms: "youtube")
    #expect(load.data.posts.count == 2)
    #expect(load.unbalanced == [])
    #expect(load.data.files.map(\.used) == [2, 2, 0, 0])
  }

  @Test func `the sheets of a workbook are exports`() throws {
    let load = try load("linkedin.xlsx")
    #expect(load.problems == ["export.unknown-sheets"])
    #expect(
      load.data.files.map(\.path) == [
        "exports/linkedin.xlsx/Metrics", "exports/linkedin.xlsx/All posts",
      ])
    #expect(load.data.files.map(\.format) == ["linkedin-metrics", "linkedin-posts"])
    let shown = load.data.series.filter { $0.measure == .impressions }
    #expect(shown.map(\.day.description) == ["2026-10-02", "2026-10-03"])
    #expect(shown.map(\.value) == [12, 1024])
    let post = try #require(load.data.posts.first)
    #expect(post.text == "Two runs & a\nline")
    #expect(post.counts.impressions == 120)
    // The third row of the sheet is empty.
    #expect(post.source.line == 4)
  }

  @Test(arguments: ["since1904.xlsx", "old-since1904.xls"])
  func `a workbook may count its days from 1904`(name: String) throws {
    let load = try load(name)
    #expect(load.data.series.first?.day.description == "2026-10-02")
  }

  /// The one lies in small sectors, the other in large ones; the values are those of the fixture, and Python's
  /// xlrd reads the same.
  @Test(arguments: ["old.xls", "old-long.xls"])
  func `the sheets of a workbook of before 2007 are exports`(name: String) throws {
    let load = try load(name)
    #expect(load.problems == ["export.unknown-sheets"])
    #expect(load.data.files.map(\.path) == ["exports/\(name)/Metrics"])
    let shown = load.data.series.filter { $0.measure == .impressions }
    #expect(shown.map(\.day.description) == ["2026-10-02", "2026-10-03"])
    #expect(shown.map(\.value) == [12, 1024])
    #expect(load.data.series.filter { $0.measure == .clicks }.map(\.value) == [3])
    #expect(shown.map(\.source.line) == [3, 4])
  }

  @Test func `every kind of cell of an old workbook is read`() throws {
    let file = try CompoundFile(FileBytes(try container("old.xls")))
    let workbook = try #require(try Workbook(file))
    #expect(workbook.sheets.map(\.name) == ["Metrics", "Extra"])
    #expect(
      workbook.sheets.map { String(decoding: $0.bytes, as: UTF8.self) } == [
        """
        "A note about the data."
        "Date","Impressions (organic)","Impressions (total)","Unique impressions (organic)","Clicks (total)"
        "2026-10-02",10,12,7,3
        "10/03/2026",20,1024,9,

        """,
        """
        "Caf\u{E9} \u{4E16}\u{754C}","Tokyo"
        "06:00:00","true",-1.5

        """,
      ])
  }

  @Test func `cells out of order are put in order, and the later of two in one place counts`()
    throws
  {
    let file = try CompoundFile(FileBytes(try container("old-scattered.xls")))
    let sheet = try #require(try Workbook(file)?.sheets.first)
    #expect(String(decoding: sheet.bytes, as: UTF8.self) == "2,,3\n,4\n")
  }

  @Test func `a workbook of XML is read whatever it is called`() throws {
    let load = try load("insights.xls")
    #expect(load.problems == [])
    let file = try load.onlyFile
    #expect(file.format == "facebook-insights-page")
    #expect(file.account == "used 1")
    #expect(load.data.followers.map(\.followers) == [1024])
    #expect(load.data.series.first { $0.measure == .reach }?.value == 77)
    #expect(load.data.series.first?.day.description == "2016-10-02")
  }

  @Test func `a workbook in an archive is read, an archive in an archive is not`() throws {
    let load = try load("nested.zip")
    #expect(load.problems.sorted() == ["export.foreign", "export.unknown-sheets"])
    #expect(load.data.files.first?.path == "exports/nested.zip/book.xlsx/Metrics")
  }

  @Test func `names that climb out of an archive are names and nothing else`() throws {
    let load = try load("climbing.zip")
    #expect(load.problems == [])
    #expect(load.data.series.count == 4)
  }

  @Test(
    arguments: [
      ("bomb.zip", "export.archive-too-large"), ("many.zip", "export.archive-too-large"),
      ("cut.zip", "export.unreadable-archive"), ("document.docx", "export.foreign"),
      ("without-relations.xlsx", "export.unreadable-workbook"),
      ("far.xlsx", "export.unreadable-workbook"), ("wide.xlsx", "export.unreadable-workbook"),
      ("entities.xlsx", "export.unreadable-workbook"), ("feed.xml", "export.foreign"),
      ("old-locked.xls", "export.unreadable-workbook"),
      ("old-far.xls", "export.unreadable-workbook"),
      ("old-shared.xls", "export.unreadable-workbook"), ("older.xls", "export.foreign"),
      ("letter.doc", "export.foreign"),
    ])
  func `what cannot be opened safely is a question`(name: String, id: String) throws {
    let load = try load(name)
    #expect(load.problems == [id])
    #expect(load.diagnostics.first?.severity == .warning)
    #expect(!load.isUnusable)
    #expect(load.data.files == [])
  }

  @Test(
    arguments: [
      ("damaged.zip", "export.damaged-archive"),
      ("broken-sheet.xlsx", "export.unreadable-workbook"),
      ("old-cut.xls", "export.unreadable-workbook"),
      ("old-looped.xls", "export.unreadable-workbook"),
    ])
  func `a known export that cannot be unpacked to its end holds the client back`(
    name: String, id: String
  ) throws {
    let load = try load(name)
    #expect(load.problems == [id])
    #expect(load.diagnostics.first?.severity == .error)
    #expect(load.isUnusable)
  }

  /// A text may stand in a million cells of a thousand sheets.
  @Test func `all sheets of a workbook together have a limit`() throws {
    let names = ["linkedin.xlsx", "old.xls", "insights.xls"]
    for (name, limit) in zip(names, [40, 150, 20]) {
      let bytes = FileBytes(try container(name))
      let error = #expect(throws: Workbook.Problem.self) {
        switch Container(bytes) {
        case .archive: _ = try Workbook(try ZipArchive(bytes), limit: limit)
        case .compound: _ = try Workbook(try CompoundFile(bytes), limit: limit)
        default: _ = try Workbook(xml: bytes, limit: limit)
        }
      }
      let isTooLarge = if case .tooLarge? = error { true } else { false }
      #expect(isTooLarge, "\(name)")
    }
  }

  /// ECMA-376 part 1, 18.8.31.
  @Test(
    arguments: [
      ("General", false), ("0.00", false), ("#,##0.00_);[Red](#,##0.00)", false),
      ("\"day\" 0", false), ("0\\d", false), ("yyyy-mm-dd", true), ("d/m/yy h:mm", true),
      ("[$-413]d mmmm yyyy;@", true), ("mm:ss", true), ("[h]:mm:ss", true),
    ])
  func `a format with letters of time is one of time`(code: String, isTime: Bool) {
    #expect((CellStyleReader.time(of: code) != nil) == isTime)
  }

  /// Python: `datetime(1899, 12, 30) + timedelta(days=serial)`.
  @Test(
    arguments: [
      (46297.0, false, "2026-10-02"), (46297.5, false, "2026-10-02T12:00:00"),
      (46297.999999, false, "2026-10-03"), (0.25, false, "06:00:00"), (1.5, true, "36:00:00"),
    ])
  func `a number of a spreadsheet is a day or a time`(
    serial: Double, isDuration: Bool, text: String
  ) {
    let time = SpreadsheetTime(serial: serial, since1904: false, isDuration: isDuration)
    #expect(time?.text == text)
  }
}

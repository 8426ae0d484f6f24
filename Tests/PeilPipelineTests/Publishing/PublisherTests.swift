import Diagnostics
import FileSystem
import Foundation
import PeilPipeline
import TestSupport
import Testing

@Suite struct PublisherTests {
  /// By `printf '…\n' | sha256sum`.
  private static let hashes = [
    "first\n": "b640e840b19d378660b32fb51ae18d67dccb4a8596a29e7bd72c1b2ae5928f41",
    "second\n": "480c2336b410f1ad5f8bf1b28944490255804b65350c527787e74ebdd511e3a4",
    "third\n": "5eef8098ed6ec0a16249fc7c12422027fc9fd75b16130cc9382cf09102014796",
  ]

  private static let site = [
    "index.html": "first\n", "a/2026-10/report.html": "second\n",
    "a/2026-10/report.json": "third\n",
  ]

  /// An agency, and an output whose run released just these files.
  private func lay(_ files: [String: String], in folder: String) throws {
    let list = try files.sorted { $0.key < $1.key }.map { path, text in
      let hash = try #require(Self.hashes[text])
      return "{\"path\": \"\(path)\", \"bytes\": \(text.utf8.count), \"sha256\": \"\(hash)\"}"
    }
    let clients =
      #"[{"client": "a", "month": null, "state": "released", "pages": [], "problems": []}]"#
    let run = """
      {"format": 1, "clients": \(clients), "files": [\(list.joined(separator: ", "))]}
      """
    try? FileManager.default.removeItem(atPath: "\(folder)/output")
    try write(["data/agency.yaml": "name: B\n", "output/run.json": run], below: folder)
    try write(files, below: "\(folder)/output")
  }

  private func request(_ folder: String) -> PublishRequest {
    var request = PublishRequest(
      destination: "\(folder)/dest", templates: Project.templates)
    request.data = "\(folder)/data"
    request.output = "\(folder)/output"
    return request
  }

  private func publish(_ folder: String, keep: Int = 3) throws -> String {
    var request = request(folder)
    request.keep = keep
    return try Publisher.publish(request).generation
  }

  /// The ids of what keeps a site from being published.
  private func problems(_ folder: String) -> [Diagnostic] {
    let error = #expect(throws: RunRefused.self) { try Publisher.publish(request(folder)) }
    return error?.diagnostics ?? []
  }

  private func shown(_ folder: String) throws -> [String: String] {
    let site = URL(fileURLWithPath: "\(folder)/dest/current").resolvingSymlinksInPath().path
    return try fileTree(site).mapValues { String(decoding: $0, as: UTF8.self) }
  }

  private func generations(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(folder)/dest/generations").sorted()
  }

  private func attributes(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  // MARK: - What readers get

  @Test func `the site is shown without what is for Peil, under a name made from its hashes`()
    throws
  {
    try withTemporaryFolder { folder in
      try lay(Self.site, in: folder)
      try write(
        ["held-back/a/2026-10/report.html": "bad", ".lock": ""], below: "\(folder)/output")
      // By `sha256sum` of the two lines that `sha256sum` prints of the files.
      #expect(try publish(folder) == "0001-c5e7a30193484103")
      #expect(
        try shown(folder) == ["index.html": "first\n", "a/2026-10/report.html": "second\n"])
    }
  }

  @Test func `the same site again is not a new generation`() throws {
    try withTemporaryFolder { folder in
      try lay(Self.site, in: folder)
      let first = try publish(folder)
      let again = try Publisher.publish(request(folder))
      #expect(again.generation == first)
      #expect(!again.isNew)
      #expect(try generations(folder) == [first])
    }
  }

  @Test func `a damaged generation is published again`() throws {
    try withTemporaryFolder { folder in
      try lay(Self.site, in: folder)
      let first = try publish(folder)
      try write(["dest/generations/\(first)/index.html": "damaged"], below: folder)
      #expect(try publish(folder).hasPrefix("0002-"))
      #expect(try shown(folder)["index.html"] == "first\n")
    }
  }

  @Test func `the last generations stay`() throws {
    try withTemporaryFolder { folder in
      var names: [String] = []
      for index in 0..<5 {
        try lay(["index.html": index % 2 == 0 ? "first\n" : "second\n"], in: folder)
        names.append(try publish(folder))
      }
      #expect(try generations(folder) == Array(names.suffix(3)))
      try lay(["index.html": "third\n"], in: folder)
      #expect(try generations(folder).count == 3)
      let newest = try publish(folder, keep: 2)
      #expect(try generations(folder) == [names[4], newest])
    }
  }

  @Test(
    arguments: [
      ("", 0o644, 0o755), ("publish: {mode: 0640}", 0o640, 0o750),
      ("publish: {mode: \"600\"}", 0o600, 0o700), ("publish: {mode: 0664}", 0o664, 0o775),
    ])
  func `permissions are those of the settings`(_ line: String, file: Int, inFolder: Int) throws {
    try withTemporaryFolder { folder in
      try lay(Self.site, in: folder)
      try write(["data/agency.yaml": "name: B\n\(line)\n"], below: folder)
      let site = "\(folder)/dest/generations/\(try publish(folder))"
      #expect(try attributes("\(site)/index.html") == file)
      #expect(try attributes("\(site)/a/2026-10/report.html") == file)
      #expect(try attributes(site) == inFolder)
      #expect(try attributes("\(site)/a/2026-10") == inFolder)
    }
  }

  @Test func `other permissions are a new generation`() throws {
    try withTemporaryFolder { folder in
      try lay(Self.site, in: folder)
      _ = try publish(folder)
      try write(["data/agency.yaml": "name: B\npublish: {mode: 0640}\n"], below: folder)
      #expect(try publish(folder).hasPrefix("0002-"))
      #expect(try attributes("\(folder)/dest/generations") == 0o750)
      #expect(try attributes("\(folder)/dest") == 0o755, "a folder that was there stays as it is")
    }
  }

  @Test func `a client that was held back is told, and its last good pages are shown`() throws {
    try withTemporaryFolder { folder in
      try lay(Self.site, in: folder)
      let run = try String(contentsOfFile: "\(folder)/output/run.json", encoding: .utf8)
      try write(
        [
          "run.json": run.replacingOccurrences(
            of: #""state": "released""#, with: #""state": "held-back""#)
        ],
        below: "\(folder)/output")
      let publication = try Publisher.publish(request(folder))
      #expect(publication.warnings.map(\.id) == ["publish.last-good"])
      #expect(try shown(folder).count == 2)
    }
  }

  // MARK: - Going back

  @Test func `going back shows the generation before, and publishing goes on behind the newest`()
    throws
  {
    try withTemporaryFolder { folder in
      try lay(["index.html": "first\n"], in: folder)
      let first = try publish(folder)
      try lay(["index.html": "second\n"], in: folder)
      let second = try publish(folder)
      #expect(try Publisher.rollBack(at: "\(folder)/dest").generation == first)
      #expect(try shown(folder) == ["index.html": "first\n"])
      #expect(try generations(folder) == [first, second])

      try lay(["index.html": "third\n"], in: folder)
      let third = try publish(folder)
      #expect(third.hasPrefix("0003-"))
      #expect(
        try generations(folder) == [first, third], "what was given up is no place to go back to")
      #expect(try Publisher.rollBack(at: "\(folder)/dest").generation == first)
    }
  }

  @Test func `a generation that was changed is not gone back to`() throws {
    try withTemporaryFolder { folder in
      try lay(["index.html": "first\n"], in: folder)
      let first = try publish(folder)
      try lay(["index.html": "second\n"], in: folder)
      _ = try publish(folder)
      try write(["dest/generations/\(first)/index.html": "damaged"], below: folder)
      #expect(rollBackProblems(folder) == ["publish.changed-generation"])
      #expect(try shown(folder) == ["index.html": "second\n"])
    }
  }

  @Test func `where there is nothing to go back to, that is said`() throws {
    try withTemporaryFolder { folder in
      #expect(rollBackProblems(folder) == ["publish.nothing-published"])
      try FileManager.default.createDirectory(
        atPath: "\(folder)/dest", withIntermediateDirectories: true)
      #expect(rollBackProblems(folder) == ["publish.nothing-published"])
      try lay(Self.site, in: folder)
      _ = try publish(folder)
      #expect(rollBackProblems(folder) == ["publish.no-earlier"])
    }
  }

  private func rollBackProblems(_ folder: String) -> [String] {
    let error = #expect(throws: RunRefused.self) {
      try Publisher.rollBack(at: "\(folder)/dest")
    }
    return error?.diagnostics.map(\.id) ?? []
  }

  // MARK: - After a run that was cut off

  @Test func `what a run that was cut off left behind is taken away by the next`() throws {
    try withTemporaryFolder { folder in
      try lay(Self.site, in: folder)
      let first = try publish(folder)
      try write(
        [
          "generations/.incoming/a/index.html": "half", "generations/.removed/index.html": "half",
          "generations/0002-0123456789abcdef/index.html": "never shown", ".current.4711": "",
          "..trial.4711": "", ".trial": "",
          ".foreign.4711": "",
        ], below: "\(folder)/dest")
      try lay(["index.html": "second\n"], in: folder)
      let third = try publish(folder)
      #expect(third.hasPrefix("0003-"))
      #expect(try generations(folder) == [first, third])
      let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/dest")
      #expect(names.sorted() == [".foreign.4711", ".lock", "current", "generations"])
    }
  }

  @Test func `a link to a generation that is gone is mended`() throws {
    try withTemporaryFolder { folder in
      try lay(Self.site, in: folder)
      let first = try publish(folder)
      try FileManager.default.removeItem(atPath: "\(folder)/dest/generations/\(first)")
      #expect(try publish(folder).hasPrefix("0002-"))
      #expect(try shown(folder).count == 2)
    }
  }

  // MARK: - What is refused

  /// What is done to a good output, and what is then said of which file.
  enum Damage: String, CaseIterable {
    case changedPage = "publish.changed a/2026-10/report.html"
    case changedRecord = "publish.changed a/2026-10/report.json"
    case missingPage = "publish.missing a/2026-10/report.html"
    case unknownFile = "publish.unknown-file b/notes.txt"
    case link = "file.not-a-file index2.html"
    case linkedPage = "file.not-a-file index.html"
    case emptyOutput = "publish.no-run "
    case noOutput = "publish.no-output  "
    case otherProgram = "publish.unknown-run "
    case noJSON = "publish.unknown-run  "
    case pathOutside = "publish.unknown-run   "
    case emptyRun = "publish.empty-run "

    func apply(to output: String) throws {
      let files = FileManager.default
      let run = "{\"format\": 1, \"clients\": [], \"files\": []}"
      switch self {
      case .changedPage: try write(["a/2026-10/report.html": "Second\n"], below: output)
      case .changedRecord: try write(["a/2026-10/report.json": "{}"], below: output)
      case .missingPage: try files.removeItem(atPath: "\(output)/a/2026-10/report.html")
      case .unknownFile: try write(["b/notes.txt": ""], below: output)
      case .link:
        try files.createSymbolicLink(
          atPath: "\(output)/index2.html", withDestinationPath: "index.html")
      case .linkedPage:
        try files.moveItem(atPath: "\(output)/index.html", toPath: "\(output)/../index.html")
        try files.createSymbolicLink(
          atPath: "\(output)/index.html", withDestinationPath: "../index.html")
      case .emptyOutput:
        try files.removeItem(atPath: output)
        try files.createDirectory(atPath: output, withIntermediateDirectories: true)
      case .noOutput: try files.removeItem(atPath: output)
      case .otherProgram:
        try write(["run.json": run.replacingOccurrences(of: "1", with: "2")], below: output)
      case .noJSON: try write(["run.json": "half"], below: output)
      case .pathOutside:
        let file = "{\"path\": \"../index.html\", \"bytes\": 6, \"sha256\": \"\"}"
        try write(
          ["run.json": run.replacingOccurrences(of: "[]}", with: "[\(file)]}")], below: output)
      case .emptyRun:
        try files.removeItem(atPath: output)
        try write(["run.json": run], below: output)
      }
    }
  }

  @Test(arguments: Damage.allCases)
  func `an output that is not what a run released is refused, and readers see what they saw`(
    _ damage: Damage
  ) throws {
    try withTemporaryFolder { folder in
      try lay(["index.html": "third\n"], in: folder)
      let before = try publish(folder)
      try lay(Self.site, in: folder)
      try damage.apply(to: "\(folder)/output")
      let expected = damage.rawValue.split(separator: " ", omittingEmptySubsequences: true)
      let found = problems(folder)
      #expect(found.map(\.id) == [String(expected[0])])
      #expect(found.first?.place?.file.hasPrefix("\(folder)/output") == true)
      if expected.count > 1 {
        #expect(found.first?.place?.file == "\(folder)/output/\(expected[1])")
      }
      #expect(try generations(folder) == [before])
      #expect(try shown(folder) == ["index.html": "third\n"])
    }
  }

  @Test func `all that is wrong is told at once, and a long list is cut`() throws {
    try withTemporaryFolder { folder in
      try lay(Self.site, in: folder)
      try FileManager.default.removeItem(atPath: "\(folder)/output/index.html")
      for index in 10..<40 { try write(["output/\(index).html": ""], below: folder) }
      let found = problems(folder)
      #expect(found.count == 21)
      #expect(found.last?.message == "and 11 more files are not as they should be")
    }
  }

  /// Where a site cannot be put, relative to the test's folder.
  enum WrongPlace: String, CaseIterable {
    case inOutput = "publish.not-apart"
    case aroundOutput = "publish.not-apart "
    case output = "publish.not-apart  "
    case file = "file.cannot-write"
    case unwritable = "file.cannot-write "
    case writableByAll = "publish.destination-writable-by-all"
    case currentIsAFolder = "publish.current-is-no-link"
    case currentLeadsElsewhere = "publish.current-leads-elsewhere"
    case inUse = "publish.in-progress"

    func path(in folder: String) throws -> String {
      let files = FileManager.default
      switch self {
      case .inOutput: return "\(folder)/output/new/../site"
      case .aroundOutput: return folder
      case .output:
        try files.createSymbolicLink(
          atPath: "\(folder)/linked", withDestinationPath: "\(folder)/output")
        return "\(folder)/linked"
      case .file:
        try write(["file": ""], below: folder)
        return "\(folder)/file"
      case .unwritable: return "/proc/peil"
      case .writableByAll:
        try files.createDirectory(
          atPath: "\(folder)/open", withIntermediateDirectories: true)
        try files.setAttributes([.posixPermissions: 0o777], ofItemAtPath: "\(folder)/open")
        return "\(folder)/open"
      case .currentIsAFolder:
        try write(["dest/current/index.html": ""], below: folder)
        return "\(folder)/dest"
      case .currentLeadsElsewhere:
        try write(["dest/other": ""], below: folder)
        try files.createSymbolicLink(
          atPath: "\(folder)/dest/current", withDestinationPath: "generations/other")
        return "\(folder)/dest"
      case .inUse:
        try write(["dest/.lock": ""], below: folder)
        return "\(folder)/dest"
      }
    }
  }

  @Test(arguments: WrongPlace.allCases)
  func `a place where a site cannot be switched is refused before anything is copied`(
    _ place: WrongPlace
  ) throws {
    try withTemporaryFolder { folder in
      try lay(Self.site, in: folder)
      var request = request(folder)
      request.destination = try place.path(in: folder)
      let lock = place == .inUse ? try FileLock("\(request.destination)/.lock") : nil
      let output = try fileTree("\(folder)/output")
      let error = #expect(throws: RunRefused.self) { try Publisher.publish(request) }
      withExtendedLifetime(lock) {}
      #expect(
        error?.diagnostics.map(\.id) == [place.rawValue.trimmingCharacters(in: .whitespaces)])
      #expect(
        try fileTree("\(folder)/output").keys.sorted() == (output.keys + [".lock"]).sorted()
          || place.rawValue.hasPrefix("publish.not-apart"))
      let made =
        (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/dest/generations"))
      #expect(made ?? [] == [])
    }
  }

  @Test(
    arguments: [
      ("publish: {owner: nobody-of-this-name}", "publish.unknown-account"),
      ("publish: {group: nobody-of-this-name}", "publish.unknown-group"),
      ("publish: {mode: 0666}", "agency.writable-by-all"),
    ])
  func `settings that cannot be followed are refused`(_ line: String, id: String) throws {
    try withTemporaryFolder { folder in
      try lay(Self.site, in: folder)
      try write(["data/agency.yaml": "name: B\n\(line)\n"], below: folder)
      #expect(problems(folder).map(\.id) == [id])
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/dest"))
    }
  }

  @Test func `while a run is at work in the output nothing is published`() throws {
    try withTemporaryFolder { folder in
      try lay(Self.site, in: folder)
      let lock = try FileLock("\(folder)/output/.lock")
      #expect(problems(folder).map(\.id) == ["run.output-in-use"])
      withExtendedLifetime(lock) {}
    }
  }
}

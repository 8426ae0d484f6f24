import Diagnostics
import FileSystem
import PeilModel
import PeilReport

/// What may be published of an output folder: every file is there, as its run released it, and there is no other.
struct ReleasedSite: Sendable {
  /// In the order of the bytes of their paths; never empty.
  var files: [ReleasedFile]
  /// Clients whose newest pages failed, so that their last good ones are published, and what is left out.
  var warnings: [Diagnostic]

  private let folder: Folder
  /// Pages that were made anew for this publishing, by their paths.
  private var remade: [String: [UInt8]] = [:]
  /// Held for as long as the site is: no run may change a file under the copy.
  private let lock: FileLock?

  /// - Throws: Every file that is changed, missing or unknown; nothing of such a folder is published.
  init(in folder: Folder) throws(Problems) {
    self.folder = folder
    lock = try Self.lock(folder)
    let record = try Self.record(in: folder)
    var problems = try Self.unknownFiles(in: folder, record: record)
    for file in record.files {
      if let problem = Self.problem(with: file, in: folder) { problems.append(problem) }
    }
    guard problems.isEmpty else { throw Problems(problems.cut(to: 20)) }
    files = record.files.filter(\.isForReaders).sorted {
      $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
    }
    let failures = [ClientOutcome.State.heldBack, .failed].map(\.rawValue)
    warnings = record.clients.filter { failures.contains($0.state) }.map {
      .publishesLastGood(of: $0.client, state: $0.state, at: Place(file: folder.shownAs))
    }
  }

  func bytes(of file: ReleasedFile) throws(Diagnostic) -> [UInt8] {
    if let page = remade[file.path] { return page }
    return try folder.bytes(of: file.path)
  }

  var shownAs: String { folder.shownAs }

  mutating func add(_ page: SitePage) {
    files.append(ReleasedFile(path: page.path, content: page.bytes))
    remade[page.path] = page.bytes
  }

  // MARK: -

  /// Returns `nil` where the folder cannot hold one, as on a disk that can only be read.
  private static func lock(_ folder: Folder) throws(Problems) -> FileLock? {
    do throws(Diagnostic) {
      guard folder.isReachable else { throw .noOutput(folder.shownAs) }
    } catch {
      throw Problems([error])
    }
    let path = "\(folder.path)/\(OutputFolder.lockName)"
    let lock: FileLock?
    do {
      lock = try FileLock(path, .shared)
    } catch {
      return nil
    }
    guard let lock else { throw Problems([.outputInUse(folder.shownAs)]) }
    return lock
  }

  private static func record(in folder: Folder) throws(Problems) -> RunRecord {
    let bytes: [UInt8]
    do {
      bytes = try folder.bytes(of: OutputFolder.runRecordName)
    } catch {
      throw Problems([.noRun(in: folder.shownAs, cause: error)])
    }
    guard let record = RunRecord(bytes) else {
      throw Problems([.unknownRun(in: folder.shownAs)])
    }
    guard record.files.contains(where: \.isForReaders) else {
      throw Problems([.emptyRun(in: folder.shownAs)])
    }
    return record
  }

  /// Links and what no run released. Hidden files are seen by no reader, and are not copied.
  private static func unknownFiles(
    in folder: Folder, record: RunRecord
  ) throws(Problems) -> [Diagnostic] {
    let known = Set(record.files.map(\.path)).union([OutputFolder.runRecordName])
    let heldBack = "\(OutputFolder.heldBack)/"
    do throws(Diagnostic) {
      let (paths, passedOver) = try folder.files()
      let unknown = paths.filter { !known.contains($0) && !$0.hasPrefix(heldBack) }
      return passedOver.filter { $0.place?.file.hasPrefix("\(folder.shownAs)/\(heldBack)") != true }
        + unknown.map { .unknownFile("\(folder.shownAs)/\($0)") }
    } catch {
      throw Problems([error])
    }
  }

  private static func problem(with file: ReleasedFile, in folder: Folder) -> Diagnostic? {
    let place = "\(folder.shownAs)/\(file.path)"
    guard folder.contains(file.path) else { return .missingFile(place) }
    do {
      return sha256(try folder.bytes(of: file.path)) == file.sha256 ? nil : .changedFile(place)
    } catch {
      return error
    }
  }
}

extension [Diagnostic] {
  /// The first ones and how many more there are.
  fileprivate func cut(to count: Int) -> [Diagnostic] {
    self.count <= count ? self : prefix(count) + [.andMoreFiles(self.count - count)]
  }
}

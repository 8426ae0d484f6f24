import Diagnostics
import FileSystem
import PeilModel

/// Where a web server reads: generations of the site side by side, and a link to the one that is shown.
///
///     DEST/current -> generations/0007-3f2a9c1b04de77aa
///     DEST/generations/0006-…/  0007-…/
///     DEST/.lock
///
/// Readers follow `current`. What is hidden is not for them: an unfinished generation, one being removed.
struct Destination {
  let folder: Folder
  private let generations: Folder
  /// Held for as long as the destination is: one publishing at a time.
  private let lock: FileLock

  /// Makes the folder, keeps others out, tries whether links can be made, and takes away what a run that was cut
  /// off left behind; what readers see stays as it is.
  init(_ folder: Folder, access: FileAccess?) throws(Diagnostic) {
    self.folder = folder
    generations = folder.folder("generations")
    let isNew = !folder.isReachable
    try makeFolder(folder.path)
    if let access, isNew { try setAccess(of: folder.path, to: access) }
    guard !folder.isWritableByAll else { throw .destinationWritableByAll(folder.shownAs) }
    guard let lock = try FileLock("\(folder.path)/.lock") else {
      throw .publishingInProgress(folder.shownAs)
    }
    self.lock = lock
    try Self.tryLink(in: folder)
    for name in [Self.link, Self.trial] { try removeTemporaryFiles(of: name, in: folder.path) }
    if generations.exists {
      guard !generations.isWritableByAll else {
        throw .destinationWritableByAll(generations.shownAs)
      }
      try removeTree(incoming.path)
      try removeTree(removed.path)
      if let access, !generations.isOpen(to: access) {
        try setAccess(of: generations.path, to: access)
      }
    } else if let access {
      try makeFolder(generations.path, for: access)
      try flushFolder(folder.path)
    }
  }

  // MARK: - Looking

  /// In the order of publishing.
  func all() throws(Diagnostic) -> [Generation] {
    guard generations.exists else { return [] }
    return try generations.folderNames().compactMap { Generation($0) }.sorted()
  }

  /// The generation that readers see; `nil` before the first.
  func current() throws(Diagnostic) -> Generation? {
    guard folder.contains(Self.link) else { return nil }
    guard let target = folder.link(Self.link) else { throw .currentIsNoLink(shownLink) }
    let parts = target.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == "generations", let generation = Generation(String(parts[1]))
    else { throw .currentLeadsElsewhere(shownLink, to: target) }
    return generation
  }

  func files(of generation: Generation) -> Folder { generations.folder(generation.name) }

  /// Whether a generation is there and holds what its name says.
  func isWhole(_ generation: Generation) throws(Diagnostic) -> Bool {
    let folder = files(of: generation)
    guard folder.exists else { return false }
    return try generation.matches(folder)
  }

  // MARK: - Changing

  /// Writes a generation beside the others and proves what was written; readers see nothing of it yet.
  func add(
    _ generation: Generation, of site: ReleasedSite, for access: FileAccess
  ) throws(Diagnostic) {
    do throws(Diagnostic) {
      try copy(site, for: access)
      try renameFolder(incoming.path, to: files(of: generation).path)
      try flushFolder(generations.path)
    } catch {
      // A full disk gets its room back; what cannot be removed now is removed by the next run.
      try? removeTree(incoming.path)
      throw error
    }
  }

  /// Shows a generation to readers: all of it at once.
  func show(_ generation: Generation) throws(Diagnostic) {
    try writeLink(to: "generations/\(generation.name)", at: "\(folder.path)/\(Self.link)")
  }

  /// First out of sight and then away, so that a run that is cut off leaves no half generation.
  func remove(_ generation: Generation) throws(Diagnostic) {
    try renameFolder(files(of: generation).path, to: removed.path)
    try removeTree(removed.path)
  }

  // MARK: -

  private static let link = "current"
  private static let trial = ".trial"

  private var incoming: Folder { generations.folder(".incoming") }
  private var removed: Folder { generations.folder(".removed") }
  private var shownLink: String { "\(folder.shownAs)/\(Self.link)" }

  private static func tryLink(in folder: Folder) throws(Diagnostic) {
    let trial = "\(folder.path)/\(Self.trial)"
    do {
      try writeLink(to: ".", at: trial)
    } catch {
      throw .noLinks(in: folder.shownAs, cause: error)
    }
    try removeFile(trial)
  }

  private func copy(_ site: ReleasedSite, for access: FileAccess) throws(Diagnostic) {
    try makeFolder(incoming.path, for: access)
    var folders: Set = [incoming.path]
    for file in site.files {
      var folder = incoming.path
      for part in file.path.split(separator: "/").dropLast() {
        folder += "/\(part)"
        if folders.insert(folder).inserted { try makeFolder(folder, for: access) }
      }
      try makeFile(try site.bytes(of: file), at: "\(incoming.path)/\(file.path)", for: access)
    }
    for folder in folders { try flushFolder(folder) }
    for file in site.files where sha256(try incoming.bytes(of: file.path)) != file.sha256 {
      throw .copyDiffers("\(incoming.shownAs)/\(file.path)")
    }
  }
}

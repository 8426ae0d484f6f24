import Calendars
import Diagnostics
import FileSystem
import PeilModel
import PeilReport

/// Where a run publishes; the only place that writes there.
///
/// A report's pages go first and `report.json` last: it holds the hashes of the pages and the key of the
/// inputs, so that a run that was cut off between the two is seen, and the client is built again.
struct OutputFolder: Sendable {
  private let folder: Folder

  init(_ path: String) { folder = Folder(path) }

  var shownAs: String { folder.shownAs }

  /// Makes the folder, tries whether files can be written there before any work is done for it, and takes away
  /// what a run that was cut off left half written.
  ///
  /// - Returns: What keeps other runs out until it is let go.
  func prepare() throws(Diagnostic) -> FileLock {
    try makeFolder(folder.path)
    guard let lock = try FileLock("\(folder.path)/\(Self.lockName)") else {
      throw .outputInUse(folder.shownAs)
    }
    let trial = "\(folder.path)/.trial"
    try writeFile([], to: trial)
    try removeFile(trial)
    try removeTemporaryFiles(below: folder.path)
    return lock
  }

  // MARK: - Clients

  /// The release that stands for a month.
  func release(of slug: Client.Slug, month: Month) -> ReleaseRecord? {
    record(in: folder.folder(slug.text).folder(month.description))?.record
  }

  /// The release that stands for a month, if it was made from the same inputs and is whole.
  ///
  /// - Parameters:
  ///   - printed: Whether its pages must be there as PDF too.
  ///   - withProposal: Whether the sales copy must be there too.
  func release(
    of slug: Client.Slug, month: Month, matching key: InputKey, printed: Bool, withProposal: Bool
  ) -> ReleaseRecord? {
    guard let record = release(of: slug, month: month), record.inputs == key.text,
      isWhole(record)
    else { return nil }
    let isPrinted = record.prints.count == record.pages.count && record.isProposalPrinted
    return (!printed || isPrinted) && (!withProposal || !record.proposal.isEmpty) ? record : nil
  }

  /// The release that stands for a month, if its files are what was released.
  func wholeRelease(of slug: Client.Slug, month: Month) -> Release? {
    record(in: folder.folder(slug.text).folder(month.description)).flatMap {
      isWhole($0.record) ? $0 : nil
    }
  }

  private func isWhole(_ record: ReleaseRecord) -> Bool {
    record.released.allSatisfy { file in
      guard let bytes = try? folder.bytes(of: file.path) else { return false }
      return sha256(bytes) == file.sha256
    }
  }

  /// A released file, if it is what was released.
  func contents(of file: ReleasedFile) throws(Diagnostic) -> [UInt8] {
    let bytes = try folder.bytes(of: file.path)
    guard sha256(bytes) == file.sha256 else {
      throw .changedFile("\(folder.shownAs)/\(file.path)")
    }
    return bytes
  }

  /// Puts what was delivered in its place, unless it stands there, or what restates it does.
  func restore(_ delivery: Delivery, of slug: Client.Slug) throws(Diagnostic) {
    let standing = wholeRelease(of: slug, month: delivery.month)
    if let standing,
      standing.digest == delivery.digest || standing.record.restates == delivery.digest
    {
      return
    }
    let place = "\(slug.text)/\(delivery.month)"
    try makeFolder("\(folder.path)/\(place)")
    let earlier = record(in: folder.folder(place))?.record.released ?? []
    let files = delivery.record.released
    for file in files {
      try writeFile(try delivery.bytes(of: file), to: "\(folder.path)/\(place)/\(file.name)")
    }
    let names = Set(files.map(\.name))
    for file in earlier where !names.contains(file.name) {
      try removeFile("\(folder.path)/\(place)/\(file.name)")
    }
    try writeFile(delivery.recordBytes, to: "\(folder.path)/\(place)/\(ReleaseRecord.file)")
  }

  /// Puts a checked edition in place and takes away what was held back of the same month.
  ///
  /// - Parameters:
  ///   - prints: Of the pages of the edition and of the proposal.
  ///   - proposal: `nil` when none is asked for, or when it is not good.
  ///   - delivery: What was delivered of the month, which this edition restates.
  func release(
    _ edition: Edition, prints: [Print], proposal: Proposal?, of slug: Client.Slug, month: Month,
    key: InputKey, restating delivery: Delivery?
  ) throws(Problems) -> [ClientOutcome.Page] {
    let place = "\(slug.text)/\(month.description)"
    do throws(Diagnostic) {
      try makeFolder("\(folder.path)/\(place)")
      let earlier = record(in: folder.folder(place))?.record.released ?? []
      func write(_ bytes: [UInt8], _ name: String) throws(Diagnostic) -> ReleasedFile {
        let file = ReleasedFile(path: "\(place)/\(name)", content: bytes)
        try writeFile(bytes, to: "\(folder.path)/\(file.path)")
        return file
      }
      var pages: [ClientOutcome.Page] = []
      for page in edition.pages {
        pages.append(ClientOutcome.Page(try write(page.bytes, page.fileName), page.language))
      }
      var printed: [ReleasedFile] = []
      for print in prints { printed.append(try write(print.bytes, print.fileName)) }
      var proposalPages: [ClientOutcome.Page] = []
      var proposalFiles: [ReleasedFile] = []
      if let proposal {
        for page in proposal.pages {
          let file = try write(page.bytes, page.fileName)
          proposalPages.append(ClientOutcome.Page(file, page.language))
          proposalFiles.append(file)
        }
        proposalFiles.append(try write(proposal.record, Proposal.recordName))
        // A PDF goes where its page goes.
        proposalFiles += printed.filter { !$0.isForReaders }
        printed.removeAll { !$0.isForReaders }
      }
      // What is asked for no more: a language, a PDF, a sales copy. Before the record, so that none outlives a crash.
      let paths = (pages.map(\.path) + printed.map(\.path) + proposalFiles.map(\.path))
      for file in earlier where !paths.contains(file.path) {
        try removeFile("\(folder.path)/\(file.path)")
      }
      let record = edition.record(
        inputs: key.text, restates: delivery?.digest, pages: pages.map { ($0.path, $0.sha256) },
        prints: printed.map { ($0.path, $0.bytes, $0.sha256) },
        proposal: proposalFiles.map { ($0.path, $0.bytes, $0.sha256) })
      try writeFile(record, to: "\(folder.path)/\(place)/\(ReleaseRecord.file)")
      try removeHeldBack(of: slug, month: month)
      return pages + proposalPages
    } catch {
      throw Problems([error])
    }
  }

  /// Keeps a page that failed its check, with what was found; the last good one stays.
  func holdBack(_ edition: Edition, of slug: Client.Slug, month: Month) throws(Problems) {
    let record = HeldBackRecord(edition, of: slug, month: month)
    try holdBack(
      edition.pages.map { ($0.fileName, $0.bytes) } + [
        ("findings.txt", Self.text(of: edition.diagnostics)), (HeldBackRecord.file, record.bytes),
      ], of: slug, month)
  }

  /// Keeps a sales copy that failed its check, with what was found, beside a report that passed.
  func holdBack(_ proposal: Proposal, of slug: Client.Slug, month: Month) throws(Problems) {
    try holdBack(
      proposal.pages.map { ($0.fileName, $0.bytes) } + [
        ("proposal-findings.txt", Self.text(of: proposal.diagnostics))
      ], of: slug, month)
  }

  private func holdBack(
    _ files: [(name: String, bytes: [UInt8])], of slug: Client.Slug, _ month: Month
  ) throws(Problems) {
    let place = "\(folder.path)/\(Self.heldBack)/\(slug.text)/\(month.description)"
    do throws(Diagnostic) {
      try makeFolder(place)
      for file in files { try writeFile(file.bytes, to: "\(place)/\(file.name)") }
    } catch {
      throw Problems([error])
    }
  }

  private static func text(of findings: [Diagnostic]) -> [UInt8] {
    let printer = DiagnosticPrinter()
    return Array("\(findings.map { printer.text(of: $0) }.joined(separator: "\n\n"))\n".utf8)
  }

  private func removeHeldBack(of slug: Client.Slug, month: Month) throws(Diagnostic) {
    let held = folder.folder(Self.heldBack).folder(slug.text).folder(month.description)
    guard held.exists else { return }
    for path in try held.files().paths { try removeFile("\(held.path)/\(path)") }
    try removeFolder(held.path)
  }

  // MARK: - What stands

  /// `run.json` of the last run; `nil` before the first.
  func lastRun() -> RunRecord? {
    guard folder.contains(file: Self.runRecordName) else { return nil }
    return (try? folder.bytes(of: Self.runRecordName)).flatMap { RunRecord($0) }
  }

  /// Writes `run.json`, the last file of a run.
  ///
  /// - Parameter site: The pages that belong to no month's report.
  func finish(
    _ clients: [RunRecord.Client], site: Site.Pages
  ) throws(Diagnostic) {
    let files = try ReleasedFile.all(in: folder, site: site.files)
    let record = RunRecord(clients: clients, files: files, siteKeys: site.keys)
    try writeFile(record.bytes, to: "\(folder.path)/\(Self.runRecordName)")
  }

  /// Every client of which something was released or held back, in the order of their slugs.
  func clients() throws(Diagnostic) -> [Standing] {
    let held = folder.folder(Self.heldBack)
    var slugs = Set(try folder.folderNames().compactMap { Client.Slug($0) })
    if held.exists { slugs.formUnion(try held.folderNames().compactMap { Client.Slug($0) }) }
    if let folder = Client.Slug(Self.heldBack) { slugs.remove(folder) }
    var clients: [Standing] = []
    for slug in slugs.sorted() {
      let client = Standing(
        slug: slug, releases: try releases(of: slug), heldBack: try heldBack(of: slug, in: held))
      if !client.releases.isEmpty || !client.heldBack.isEmpty { clients.append(client) }
    }
    return clients
  }

  /// What stands of one client.
  struct Standing {
    let slug: Client.Slug
    /// Newest month first.
    let releases: [Release]
    /// Newest month first.
    let heldBack: [HeldBackRecord]
  }

  /// A release with the bytes it is known by.
  struct Release {
    let record: ReleaseRecord
    /// Of `report.json`.
    let bytes: [UInt8]
    let digest: String
  }

  private func releases(of slug: Client.Slug) throws(Diagnostic) -> [Release] {
    let place = folder.folder(slug.text)
    guard place.exists else { return [] }
    var releases: [Release] = []
    for name in try place.folderNames().reversed() where Month(name) != nil {
      if let release = record(in: place.folder(name)) { releases.append(release) }
    }
    return releases
  }

  private func record(in month: Folder) -> Release? {
    guard month.contains(file: ReleaseRecord.file),
      let bytes = try? month.bytes(of: ReleaseRecord.file), let record = ReleaseRecord(bytes)
    else { return nil }
    return Release(record: record, bytes: bytes, digest: sha256(bytes))
  }

  private func heldBack(of slug: Client.Slug, in folder: Folder) throws(Diagnostic)
    -> [HeldBackRecord]
  {
    let place = folder.folder(slug.text)
    guard place.exists else { return [] }
    return try place.folderNames().reversed().compactMap { name in
      (try? place.folder(name).bytes(of: HeldBackRecord.file)).flatMap { HeldBackRecord($0) }
    }
  }

  // MARK: - The site

  /// Whether a page stands just so.
  func contains(_ page: ReleasedFile) -> Bool {
    guard folder.contains(file: page.path), let bytes = try? folder.bytes(of: page.path) else {
      return false
    }
    return sha256(bytes) == page.sha256
  }

  func contains(file path: String) -> Bool { folder.contains(file: path) }

  func bytes(of path: String) -> [UInt8]? { try? folder.bytes(of: path) }

  /// Puts a page of the site in place; one that stands just so is left alone.
  func write(_ page: SitePage) throws(Diagnostic) -> ReleasedFile {
    let file = ReleasedFile(path: page.path, content: page.bytes)
    if !contains(file) { try writeFile(page.bytes, to: "\(folder.path)/\(page.path)") }
    try removeFile(heldBackPath(of: page))
    return file
  }

  /// Keeps a page of the site that failed its check; the last good one stays.
  func holdBack(_ page: SitePage) throws(Diagnostic) {
    let path = heldBackPath(of: page)
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    try makeFolder(parts.dropLast().joined(separator: "/"))
    try writeFile(page.bytes, to: path)
  }

  private func heldBackPath(of page: SitePage) -> String {
    "\(folder.path)/\(Self.heldBack)/\(Self.site)/\(page.path)"
  }

  static let heldBack = "held-back"
  static let runRecordName = "run.json"
  static let lockName = ".lock"
  /// No client is called so: a slug begins with a letter or digit.
  private static let site = "_site"
}

import Calendars
import Diagnostics
import FileSystem
import JSON
import PeilModel
import PeilReport

/// Where a run publishes; the only place that writes there.
///
/// A report's pages go first and `report.json` last: it holds the hashes of the pages and the key of the
/// inputs, so that a run that was cut off between the two is seen, and the client is built again.
struct OutputFolder: Sendable {
  private let folder: Folder

  init(_ path: String) { folder = Folder(path) }

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

  /// The release that stands for a month, if it was made from the same inputs and is whole.
  func release(of slug: Client.Slug, month: Month, matching key: InputKey) -> ReleaseRecord? {
    guard let record = record(of: slug.text, month: month.description), record.inputs == key.text
    else {
      return nil
    }
    let isWhole = record.pages.allSatisfy { page in
      guard let bytes = try? folder.bytes(of: page.path) else { return false }
      return sha256(bytes) == page.sha256
    }
    return isWhole ? record : nil
  }

  /// Puts a checked edition in place and takes away what was held back of the same month.
  func release(
    _ edition: Edition, of slug: Client.Slug, month: Month, key: InputKey
  ) throws(Problems) -> [ClientOutcome.Page] {
    let place = "\(slug.text)/\(month.description)"
    do throws(Diagnostic) {
      try makeFolder("\(folder.path)/\(place)")
      let earlier = self.record(of: slug.text, month: month.description)?.pages.map(\.path) ?? []
      var pages: [ClientOutcome.Page] = []
      for page in edition.pages {
        let path = "\(place)/\(page.fileName)"
        try writeFile(page.bytes, to: "\(folder.path)/\(path)")
        pages.append(
          ClientOutcome.Page(
            path: path, language: page.language.text, bytes: page.bytes.count,
            sha256: page.sha256))
      }
      // Of a language that is asked for no more; before the record, so that none outlives a crash.
      for path in earlier where !pages.contains(where: { $0.path == path }) {
        try removeFile("\(folder.path)/\(path)")
      }
      let record = edition.record(inputs: key.text, pages: pages.map { ($0.path, $0.sha256) })
      try writeFile(record, to: "\(folder.path)/\(place)/report.json")
      try removeHeldBack(of: slug, month: month)
      return pages
    } catch {
      throw Problems([error])
    }
  }

  /// Keeps a page that failed its check, with what was found; the last good one stays.
  func holdBack(_ edition: Edition, of slug: Client.Slug, month: Month) throws(Problems) {
    let place = "\(folder.path)/\(Self.heldBack)/\(slug.text)/\(month.description)"
    do throws(Diagnostic) {
      try makeFolder(place)
      for page in edition.pages {
        try writeFile(page.bytes, to: "\(place)/\(page.fileName)")
      }
      let printer = DiagnosticPrinter()
      let findings = edition.diagnostics.map { printer.text(of: $0) }.joined(separator: "\n\n")
      try writeFile(Array("\(findings)\n".utf8), to: "\(place)/findings.txt")
    } catch {
      throw Problems([error])
    }
  }

  private func removeHeldBack(of slug: Client.Slug, month: Month) throws(Diagnostic) {
    let held = folder.folder(Self.heldBack).folder(slug.text).folder(month.description)
    guard held.exists else { return }
    for path in try held.files().paths { try removeFile("\(held.path)/\(path)") }
    try removeFolder(held.path)
  }

  // MARK: - The run

  /// Writes the overview of everything that stands in the folder, and `run.json` last.
  func finish(
    _ outcomes: [ClientOutcome], theme: Theme, agency: Agency
  ) throws(Diagnostic) {
    let index = try Overview(agency: agency, clients: clients(records())).page(theme: theme)
    try writeFile(index, to: "\(folder.path)/index.html")
    let site = ReleasedFile(path: "index.html", content: index)
    let files = try ReleasedFile.all(in: folder, site: [site])
    try writeFile(runRecord(outcomes, files: files), to: "\(folder.path)/\(Self.runRecordName)")
  }

  private func clients(_ records: [ReleaseRecord]) -> [Overview.Client] {
    var clients: [Overview.Client] = []
    // By folder: two clients may have one name.
    var newest: String?
    for record in records {
      guard let month = Month(record.month) else { continue }
      let reports = record.pages.map {
        Overview.Report(path: $0.path, language: LanguageCode($0.language), month: month)
      }
      if newest == record.client {
        clients[clients.count - 1].reports += reports
      } else {
        clients.append(
          Overview.Client(name: record.name, headline: record.headline, reports: reports))
        newest = record.client
      }
    }
    return clients
  }

  /// The releases that stand, by client, newest month first.
  private func records() throws(Diagnostic) -> [ReleaseRecord] {
    var records: [ReleaseRecord] = []
    for client in try folder.folderNames() where client != Self.heldBack {
      for month in try folder.folder(client).folderNames().reversed() {
        if let record = record(of: client, month: month) { records.append(record) }
      }
    }
    return records
  }

  private func record(of client: String, month: String) -> ReleaseRecord? {
    let place = folder.folder(client).folder(month)
    guard place.contains(file: "report.json"), let bytes = try? place.bytes(of: "report.json")
    else { return nil }
    return ReleaseRecord(bytes)
  }

  /// The state after the run; no times, so that the same input gives the same bytes.
  private func runRecord(_ outcomes: [ClientOutcome], files: [ReleasedFile]) -> [UInt8] {
    var json = JSONWriter()
    json.object { run in
      run["format"] = 1
      run.array("clients") { clients in
        for outcome in outcomes {
          clients.object { client in
            client["client"] = JSONScalar(outcome.slug)
            client["month"] = JSONScalar(outcome.month)
            // Whether the page was built or stood already does not change what stands there.
            let state = outcome.state == .unchanged ? .released : outcome.state
            client["state"] = JSONScalar(state.rawValue)
            client.array("pages") { pages in
              for page in outcome.pages {
                pages.object {
                  $0["path"] = JSONScalar(page.path)
                  $0["language"] = JSONScalar(page.language)
                  $0["bytes"] = .integer(page.bytes)
                  $0["sha256"] = JSONScalar(page.sha256)
                }
              }
            }
            client.list("problems", outcome.diagnostics.map { JSONScalar($0.id) })
          }
        }
      }
      run.array("files") { list in
        for file in files {
          list.object {
            $0["path"] = JSONScalar(file.path)
            $0["bytes"] = .integer(file.bytes)
            $0["sha256"] = JSONScalar(file.sha256)
          }
        }
      }
    }
    return json.finish()
  }

  static let heldBack = "held-back"
  static let runRecordName = "run.json"
  static let lockName = ".lock"
}

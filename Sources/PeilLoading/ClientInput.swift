import CSV
package import Calendars
package import Diagnostics
package import FileSystem
package import PeilModel

/// A client's settings and exports, read from its folder and not yet understood.
package struct ClientInput: Sendable {
  package let client: Client
  private let currency: String
  /// SHA-256 of every file that goes into the report, each behind its path.
  package let digests: [String]
  /// What the account manager wrote, oldest month first.
  package let notes: [NoteFile]
  /// Who approved which month, oldest month first.
  package let reviews: [Review]
  private let exports: [InputFile]
  private let problems: [Diagnostic]

  /// - Parameter folder: The client's own folder; nothing outside it is read.
  /// - Throws: What is wrong with the settings. An export that cannot be read is told by `load`.
  package init(of slug: Client.Slug, in folder: Folder, agency: Agency) throws(Problems) {
    let settings: [UInt8]
    var problems: [Diagnostic] = []
    var exports: [InputFile] = []
    var notes: [NoteFile] = []
    do throws(Diagnostic) {
      guard folder.contains(file: Self.settings) else {
        throw .noClientSettings(in: folder.shownAs)
      }
      settings = try folder.bytes(of: Self.settings, limit: 1 << 20)
      let inside = folder.folder(Self.exports)
      if inside.exists {
        let found = try inside.files()
        problems = found.passedOver
        for path in found.paths {
          exports.append(InputFile(path: "\(Self.exports)/\(path)", in: folder))
        }
      }
      notes = try Self.notes(in: folder.folder(Self.notes), &problems)
    } catch {
      throw Problems([error])
    }
    reviews = try ReviewFile.all(in: folder, &problems)
    client = try Client.read(
      settings, file: "\(folder.shownAs)/\(Self.settings)", slug: slug, agency: agency,
      filesIn: folder)
    currency = agency.currency
    self.exports = exports
    self.notes = notes
    self.problems = problems
    digests =
      [sha256(settings)] + exports.flatMap { [$0.path, $0.digest] }
      + notes.flatMap { [$0.month.description, sha256($0.bytes)] }
      + [client.logo].compactMap { $0 }.map { sha256($0.bytes) }
  }

  /// Notes are named for their month; anything else among them is told, for it would never be shown.
  private static func notes(
    in folder: Folder, _ problems: inout [Diagnostic]
  ) throws(Diagnostic) -> [NoteFile] {
    guard folder.exists else { return [] }
    let found = try folder.files()
    problems += found.passedOver
    var notes: [NoteFile] = []
    for path in found.paths {
      let file = "\(folder.shownAs)/\(path)"
      guard path.hasSuffix(".md"), let month = Month(String(path.dropLast(3))) else {
        problems.append(.noteWithoutMonth(at: Place(file: file)))
        continue
      }
      notes.append(
        NoteFile(month: month, file: file, bytes: try folder.bytes(of: path, limit: 256 << 10)))
    }
    return notes.sorted { $0.month < $1.month }
  }

  /// Understands every export and brings them to one form.
  package func load(
    zone: TimeZoneTable, pacific: TimeZoneTable, catalogue: ExportCatalogue = .standard
  ) -> ClientLoad {
    var loader = ClientLoader(
      client: client,
      settings: ClientLoader.Settings(
        clocks: RecordReader.Clocks(agency: zone, pacific: pacific), currency: currency,
        catalogue: catalogue))
    for export in exports { loader.load(export) }
    var load = loader.finish()
    load.diagnostics = problems + load.diagnostics
    return load
  }

  private static let settings = "client.yaml"
  private static let exports = "exports"
  private static let notes = "notes"
}

/// What a client's exports came to.
package struct ClientLoad: Sendable {
  package var data: ClientData
  package var diagnostics: [Diagnostic]
  /// A recognised export could not be read to its end: a report from the rest would be wrong.
  package var isUnusable: Bool
}

/// One file of a client's folder in memory.
struct InputFile: Sendable {
  /// Relative to the client's folder.
  let path: String
  /// As shown to the person.
  let shownAs: String
  let content: Result<FileBytes, Diagnostic>
  let digest: String

  var name: ExportName { ExportName(path: path, shownAs: shownAs, digest: digest) }

  init(path: String, in folder: Folder, shownAs name: String? = nil) {
    self.path = path
    shownAs = name ?? "\(folder.shownAs)/\(path)"
    do throws(Diagnostic) {
      let bytes = try folder.content(of: path, limit: 256 << 20)
      content = .success(bytes)
      digest = bytes.withBuffer { sha256($0) }
    } catch {
      content = .failure(error)
      digest = error.id
    }
  }
}

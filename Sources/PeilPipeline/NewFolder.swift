import Diagnostics
import FileSystem
import JSON
import PeilModel

/// Makes a folder that somebody begins with: commented settings, examples, what to record.
///
/// The files are those of `new/` in the templates; of an agency's own templates those win. A folder stands whole
/// or not at all, and what is there already is never changed.
public struct NewFolder: Sendable {
  /// As it was asked for.
  public let path: String

  /// Makes an agency's folder.
  ///
  /// - Parameters:
  ///   - path: Nothing stands there, or an empty folder.
  ///   - name: Of the agency; by default made from the folder's name.
  ///   - templates: The delivered ones.
  ///   - ownTemplates: Lie over them file by file.
  public init(
    agencyAt path: String, name: String?, templates: String, ownTemplates: String?
  ) throws(RunRefused) {
    let place = Folder(Folder(path).realPath)
    do throws(Problems) {
      let isFree =
        place.isReachable
        ? place.isEmpty : !Folder(place.path.folderPart).contains(place.path.lastPart)
      guard isFree else { throw Problems([.alreadyThere(path)]) }
      try Self.make(
        place, named: name ?? place.path.lastPart.asName, from: "new/agency", with: ["clients"],
        in: try templateFolders(delivered: templates, own: ownTemplates))
    } catch {
      throw RunRefused(diagnostics: error.diagnostics)
    }
    self.path = path
  }

  /// Makes a client's folder in an agency's.
  ///
  /// - Parameters:
  ///   - slug: Small letters, digits and hyphens: it stands in addresses.
  ///   - name: Of the client; by default made from the slug.
  ///   - data: The agency's folder.
  public init(
    client slug: String, name: String?, data: String, templates: String, ownTemplates: String?
  ) throws(RunRefused) {
    let clients = Folder(data).folder("clients")
    do throws(Problems) {
      guard Folder(data).isReachable else { throw Problems([.noDataFolder(data)]) }
      _ = try readSettings(Folder(data))
      guard let slug = Client.Slug(slug) else {
        throw Problems([.notASlug(slug, in: clients.shownAs)])
      }
      guard !clients.contains(slug.text) else {
        throw Problems([.alreadyThere(clients.folder(slug.text).shownAs)])
      }
      try Self.make(
        clients.folder(slug.text), named: name ?? slug.text.asName, from: "new/client",
        with: ["exports", "notes"],
        in: try templateFolders(delivered: templates, own: ownTemplates))
    } catch {
      throw RunRefused(diagnostics: error.diagnostics)
    }
    path = clients.folder(slug).shownAs
  }

  // MARK: -

  /// - Parameters:
  ///   - place: Its parent may be missing.
  ///   - name: Stands wherever a file says `{{name}}`, in quotes.
  ///   - source: The folder of the files, below the templates.
  ///   - empty: Folders without files.
  private static func make(
    _ place: Folder, named name: String, from source: String, with empty: [String],
    in templates: [Folder]
  ) throws(Problems) {
    do throws(Diagnostic) {
      let files = try beginnings(in: templates.map { $0.folder(source) })
      guard !files.isEmpty else {
        throw .nothingToBeginWith(in: templates.map(\.shownAs).joined(separator: ", "))
      }
      let parent = place.path.folderPart
      try makeFolder(parent)
      let temporary = try makeTemporaryFolder(in: parent)
      do throws(Diagnostic) {
        for (path, bytes) in files {
          try makeFolder("\(temporary)/\(path)".folderPart)
          try writeFile(bytes.replacing("{{name}}", with: quoted(name)), to: "\(temporary)/\(path)")
        }
        for folder in empty { try makeFolder("\(temporary)/\(folder)") }
        try setAccess(of: temporary, to: FileAccess(mode: 0o644))
        try renameFolder(temporary, to: place.path)
      } catch {
        try removeTree(temporary)
        throw error
      }
      try flushFolder(parent)
    } catch {
      throw Problems([error])
    }
  }

  /// Every file with its path, from the first folder that has it.
  private static func beginnings(
    in folders: [Folder]
  ) throws(Diagnostic) -> [(path: String, bytes: [UInt8])] {
    var files: [(path: String, bytes: [UInt8])] = []
    for folder in folders where folder.exists {
      for path in try folder.files().paths where !files.contains(where: { $0.path == path }) {
        files.append((path, try folder.bytes(of: path, limit: 1 << 20)))
      }
    }
    return files
  }

  /// As YAML and JSON both read it.
  private static func quoted(_ text: String) -> [UInt8] {
    var json = JSONWriter()
    json.write(.text(text))
    return json.bytes
  }
}

extension Folder {
  fileprivate var isEmpty: Bool {
    let found = try? files()
    return found?.paths.isEmpty == true && found?.passedOver.isEmpty == true
      && (try? folderNames())?.isEmpty == true
  }
}

extension String {
  fileprivate var lastPart: String {
    lastIndex(of: "/").map { String(self[index(after: $0)...]) } ?? self
  }

  /// Without the last part; `.` where there is only one.
  fileprivate var folderPart: String {
    lastIndex(of: "/").map { $0 == startIndex ? "/" : String(self[..<$0]) } ?? "."
  }

  /// `bakery-north` as `Bakery North`.
  fileprivate var asName: String {
    split { $0 == "-" || $0 == "_" }.map { $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined(separator: " ")
  }
}

extension [UInt8] {
  fileprivate func replacing(_ text: String, with other: [UInt8]) -> [UInt8] {
    let searched = Array(text.utf8)
    var result: [UInt8] = []
    var rest = self[...]
    while let first = rest.first {
      if rest.starts(with: searched) {
        result += other
        rest = rest.dropFirst(searched.count)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}

import Crypto
import Diagnostics
import FileSystem
import Mustache
import PeilModel
import Synchronization

/// The files of a theme: an agency's own folder lies over the delivered one, file by file.
final class ThemeFiles: Sendable {
  let folders: [Folder]
  /// Of one file: ten times the largest that anyone writes by hand.
  static let mostBytes = 4 << 20
  /// What was read, so that each file is read once and the digest is of what was used.
  private let read = Mutex<[String: [UInt8]]>([:])

  init(_ folders: [Folder]) {
    self.folders = folders
  }

  /// The languages of `translations/`, from the names of the files.
  func languages() throws(Problems) -> [LanguageCode] {
    var names: Set<String> = []
    for folder in folders {
      let translations = folder.folder("translations")
      guard translations.exists else { continue }
      do throws(Diagnostic) {
        for path in try translations.files().paths where path.hasSuffix(".yaml") {
          names.insert(String(path.dropLast(5)))
        }
      } catch {
        throw Problems([error])
      }
    }
    return names.sorted().map { LanguageCode($0) }
  }

  func bytes(_ path: String) throws(Problems) -> [UInt8] {
    do throws(Diagnostic) {
      if let bytes = try bytesIfPresent(path) { return bytes }
      // It is not there: reading it all the same says so.
      return try folder(of: path).bytes(of: path)
    } catch {
      throw Problems([error])
    }
  }

  /// - Parameter path: May be written in a template; it cannot lead out of the folders.
  private func bytesIfPresent(_ path: String) throws(Diagnostic) -> [UInt8]? {
    if let bytes = read.withLock({ $0[path] }) { return bytes }
    let bytes = try folder(of: path).bytesIfPresent(of: path, limit: Self.mostBytes)
    if let bytes { read.withLock { $0[path] = bytes } }
    return bytes
  }

  /// Reads a file, for `templates`.
  func load(_ path: String) throws(Diagnostic) {
    _ = try bytesIfPresent(path)
  }

  /// Paths of what was read.
  var paths: Set<String> { read.withLock { Set($0.keys) } }

  func shownName(_ path: String) -> String { "\(folder(of: path).shownAs)/\(path)" }

  /// Compiles a template with the partials it names; `{{> partials/figure}}` is `partials/figure.mustache`.
  func template(
    _ path: String, shape: Shape, mode: Template.Mode
  ) throws(Problems) -> Template {
    let source = TemplateSource(name: shownName(path), bytes: try bytes(path))
    do throws(TemplateErrors) {
      return try Template(
        source,
        partials: { (name) throws(Diagnostic) in
          let path = "\(name).mustache"
          return try self.bytesIfPresent(path).map { bytes in
            TemplateSource(name: self.shownName(path), bytes: bytes)
          }
        }, shape: shape, mode: mode)
    } catch {
      throw Problems(error.diagnostics)
    }
  }

  /// The templates that were read, in the order of their paths.
  var templates: [(file: String, bytes: [UInt8])] {
    read.withLock { $0 }.filter { $0.key.hasSuffix(".mustache") }.sorted { $0.key < $1.key }
      .map { (file: shownName($0.key), bytes: $0.value) }
  }

  /// What was read, in the order of the paths.
  var contents: [[UInt8]] {
    read.withLock { $0 }.sorted { $0.key < $1.key }.map(\.value)
  }

  /// SHA-256 of everything that was read, in the order of the paths.
  var digest: String {
    var hash = SHA256()
    for (path, bytes) in read.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
      hash.update(data: Array(path.utf8) + [0])
      hash.update(data: bytes)
    }
    return hash.finalize().hexadecimal
  }

  private func folder(of path: String) -> Folder {
    folders.first { $0.contains(file: path) } ?? folders[folders.count - 1]
  }
}

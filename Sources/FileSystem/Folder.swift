public import Diagnostics
import Glibc

/// A folder whose files are read without ever leaving it: links are told, not followed.
public struct Folder: Hashable, Sendable {
  public let path: String
  /// How the folder is named in messages and file lists.
  public let shownAs: String

  public init(_ path: String, shownAs: String? = nil) {
    self.path = path
    self.shownAs = shownAs ?? path
  }

  /// Whether a folder is here itself; a link to a folder is none, as it may lead out of the data.
  public var exists: Bool { kind(of: path) == S_IFDIR }

  /// Whether a folder or a link to one is here: enough for a folder that the user named.
  public var isReachable: Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  public func folder(_ name: String) -> Folder {
    Folder("\(path)/\(name)", shownAs: "\(shownAs)/\(name)")
  }

  /// Where a link in this folder leads, as it is written; `nil` when there is no such link.
  public func link(_ name: String) -> String? {
    let target = [UInt8](unsafeUninitializedCapacity: Int(PATH_MAX)) { buffer, count in
      count = buffer.baseAddress.map { readlink("\(path)/\(name)", $0, buffer.count) } ?? 0
      count = max(0, count)
    }
    return target.isEmpty ? nil : String(decoding: target, as: UTF8.self)
  }

  /// Whether anything is here under a name, be it a link that leads nowhere.
  public func contains(_ name: String) -> Bool { kind(of: "\(path)/\(name)") != 0 }

  /// Whether any account of the machine may write here.
  public var isWritableByAll: Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IWOTH != 0
  }

  /// The path from the root without links, of a folder that is here or could be made here.
  public var realPath: String {
    if let resolved = realpath(path, nil) {
      defer { free(resolved) }
      return String(cString: resolved)
    }
    let slash = path.lastIndex { $0 == "/" } ?? path.startIndex
    let above = path.hasPrefix("/") ? "/" : "."
    let parent = Folder(slash == path.startIndex ? above : String(path[..<slash])).realPath
    switch path[slash...].drop(while: { $0 == "/" }) {
    case "", ".": return parent
    case "..": return "/" + parent.split(separator: "/").dropLast().joined(separator: "/")
    case let name: return "\(parent == "/" ? "" : parent)/\(name)"
    }
  }

  public func contains(file name: String) -> Bool { kind(of: "\(path)/\(name)") == S_IFREG }

  /// Names of the folders directly inside, in the order of their bytes, without hidden ones.
  public func folderNames() throws(Diagnostic) -> [String] {
    try entries(of: path, shownAs: shownAs)
      .filter { $0.kind == S_IFDIR && !$0.name.hasPrefix(".") }.map(\.name)
  }

  /// Every file below, in the order of the bytes of their paths; hidden files and folders are left out.
  ///
  /// - Returns: Paths relative to this folder, with `/`; and what was passed over because it is a link,
  ///   a device, a pipe or deeper than 16 folders.
  public func files() throws(Diagnostic) -> (paths: [String], passedOver: [Diagnostic]) {
    var paths: [String] = []
    var passedOver: [Diagnostic] = []
    try collect(prefix: "", depth: 0, into: &paths, &passedOver)
    return (paths.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }, passedOver)
  }

  /// A file of this folder as bytes.
  ///
  /// - Parameters:
  ///   - name: Relative to this folder.
  ///   - limit: The most bytes that are read.
  public func bytes(of name: String, limit: Int = 64 << 20) throws(Diagnostic) -> [UInt8] {
    try readFile("\(path)/\(name)", shownAs: "\(shownAs)/\(name)", limit: limit)
  }

  /// A file of this folder as bytes that are never copied, for large files that are scanned.
  ///
  /// - Parameters:
  ///   - name: Relative to this folder.
  ///   - limit: The most bytes that are read.
  public func content(of name: String, limit: Int = 64 << 20) throws(Diagnostic) -> FileBytes {
    try FileBytes(contentsOf: "\(path)/\(name)", shownAs: "\(shownAs)/\(name)", limit: limit)
  }

  /// A file of this folder as bytes, `nil` when there is none.
  ///
  /// - Parameter name: Relative to this folder; may come from anywhere, as it cannot lead out of it.
  public func bytesIfPresent(
    of name: String, limit: Int = 64 << 20
  ) throws(Diagnostic) -> [UInt8]? {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0 != ".." && !$0.utf8.contains(0) }) else {
      return nil
    }
    switch kind(of: "\(path)/\(name)") {
    case 0: return nil
    case S_IFREG: return try bytes(of: name, limit: limit)
    default: throw .notAFile("\(shownAs)/\(name)")
    }
  }

  // MARK: - Listing

  private static let deepest = 16

  private func collect(
    prefix: String, depth: Int, into paths: inout [String], _ passedOver: inout [Diagnostic]
  ) throws(Diagnostic) {
    for (name, kind) in try entries(of: path, shownAs: shownAs) where !name.hasPrefix(".") {
      let relative = prefix + name
      switch kind {
      case S_IFREG: paths.append(relative)
      case S_IFDIR where depth < Self.deepest:
        try folder(name).collect(
          prefix: relative + "/", depth: depth + 1, into: &paths, &passedOver)
      default: passedOver.append(.notAFile("\(shownAs)/\(name)"))
      }
    }
  }
}

/// Everything directly in a folder, hidden or not, in the order of the bytes of the names; the kinds are
/// those of `kind(of:)`.
func entries(
  of path: String, shownAs: String? = nil
) throws(Diagnostic) -> [(name: String, kind: mode_t)] {
  guard let stream = opendir(path) else { throw .cannotOpen(shownAs ?? path, errno) }
  defer { closedir(stream) }
  var found: [(name: [UInt8], kind: mode_t)] = []
  while let entry = readdir(stream) {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
    // What a folder tells of a kind are the upper bits of a mode.
    let kind = mode_t(entry.pointee.d_type) << 12
    if name != [0x2E], name != [0x2E, 0x2E] { found.append((name, kind)) }
  }
  found.sort { $0.name.lexicographicallyPrecedes($1.name) }
  return found.map { entry in
    let name = String(decoding: entry.name, as: UTF8.self)
    // Some file systems do not tell it.
    return (name, entry.kind == 0 ? kind(of: "\(path)/\(name)") : entry.kind)
  }
}

/// The kind of what stands at a path (`S_IFREG`, …), a link being a link; 0 when there is nothing.
func kind(of path: String) -> mode_t {
  var status = stat()
  guard lstat(path, &status) == 0 else { return 0 }
  return status.st_mode & S_IFMT
}

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

  public func contains(file name: String) -> Bool { kind(of: "\(path)/\(name)") == S_IFREG }

  /// Names of the folders directly inside, in the order of their bytes, without hidden ones.
  public func folderNames() throws(Diagnostic) -> [String] {
    try names().filter { kind(of: "\(path)/\($0)") == S_IFDIR }
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

  // MARK: - Listing

  private static let deepest = 16

  private func collect(
    prefix: String, depth: Int, into paths: inout [String], _ passedOver: inout [Diagnostic]
  ) throws(Diagnostic) {
    for name in try names() {
      let relative = prefix + name
      switch kind(of: "\(path)/\(name)") {
      case S_IFREG: paths.append(relative)
      case S_IFDIR where depth < Self.deepest:
        try folder(name).collect(
          prefix: relative + "/", depth: depth + 1, into: &paths, &passedOver)
      default: passedOver.append(.notAFile("\(shownAs)/\(name)"))
      }
    }
  }

  private func names() throws(Diagnostic) -> [String] {
    guard let stream = opendir(path) else { throw .cannotOpen(shownAs, errno) }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name.first != UInt8(ascii: ".") { names.append(name) }
    }
    names.sort { $0.lexicographicallyPrecedes($1) }
    return names.map { String(decoding: $0, as: UTF8.self) }
  }
}

/// The kind of what stands at a path (`S_IFREG`, …), a link being a link; 0 when there is nothing.
private func kind(of path: String) -> mode_t {
  var status = stat()
  guard lstat(path, &status) == 0 else { return 0 }
  return status.st_mode & S_IFMT
}

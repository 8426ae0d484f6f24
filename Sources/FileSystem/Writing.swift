public import Diagnostics
import Glibc

/// Puts a file in place all at once: a reader sees the old one or the new one, never a half.
///
/// Written beside the target, flushed to the disk and renamed, so that a crash leaves the old file; the
/// folder is flushed too, so that the new name stays.
///
/// - Parameters:
///   - bytes: The whole file.
///   - path: Its folder must exist.
public func writeFile(_ bytes: Span<UInt8>, to path: String) throws(Diagnostic) {
  let (folder, temporary) = temporaryPlace(for: path)
  do throws(Diagnostic) {
    try writeThrough(bytes, to: temporary)
    guard rename(temporary, path) == 0 else { throw .cannotWrite(path, errno) }
  } catch {
    unlink(temporary)
    throw error
  }
  try flushFolder(folder)
}

public func writeFile(_ bytes: [UInt8], to path: String) throws(Diagnostic) {
  try writeFile(bytes.span, to: path)
}

/// Writes to standard output until everything is out.
public func writeStandardOutput(_ bytes: [UInt8]) throws(Diagnostic) {
  if let failure = writeAll(bytes.span, to: STDOUT_FILENO) {
    throw .cannotWrite("<stdout>", failure)
  }
}

/// Makes a folder and those above it; one that is there already stays as it is.
public func makeFolder(_ path: String) throws(Diagnostic) {
  if mkdir(path, 0o755) == 0 || errno == EEXIST {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw .cannotWrite(path, ENOTDIR)
    }
    return
  }
  guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
    throw .cannotWrite(path, errno)
  }
  try makeFolder(String(path[..<slash]))
  guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw .cannotWrite(path, errno) }
}

/// Makes an empty folder that nobody else looks into, with a name that no other has.
///
/// - Parameter folder: Where it is made.
/// - Returns: Its path from the root.
public func makeTemporaryFolder(in folder: String) throws(Diagnostic) -> String {
  var template = Array("\(Folder(folder).realPath)/peil-XXXXXX".utf8CString)
  let path = template.withUnsafeMutableBufferPointer { buffer in
    buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
  }
  guard let path else { throw .cannotWrite(folder, errno) }
  return path
}

/// Removes a file; one that is not there is removed already.
public func removeFile(_ path: String) throws(Diagnostic) {
  guard unlink(path) == 0 || errno == ENOENT else { throw .cannotWrite(path, errno) }
}

/// Removes a folder that is empty.
public func removeFolder(_ path: String) throws(Diagnostic) {
  guard rmdir(path) == 0 || errno == ENOENT else { throw .cannotWrite(path, errno) }
}

/// Removes what runs that were cut off left behind while they put files in place, in this folder and below.
///
/// Call it only where nobody else writes, and while no other run does.
public func removeTemporaryFiles(below folder: String) throws(Diagnostic) {
  for entry in try entries(of: folder) {
    let path = "\(folder)/\(entry.name)"
    if entry.kind == S_IFDIR {
      try removeTemporaryFiles(below: path)
    } else if isTemporary(entry.name) {
      try removeFile(path)
    }
  }
}

/// Removes what runs that were cut off left behind while they put one file or link in place.
public func removeTemporaryFiles(of name: String, in folder: String) throws(Diagnostic) {
  for entry in try entries(of: folder)
  where entry.name.hasPrefix(".\(name).") && isTemporary(entry.name) {
    try removeFile("\(folder)/\(entry.name)")
  }
}

/// Removes what stands at a path with everything below it; links are removed and not followed.
public func removeTree(_ path: String) throws(Diagnostic) {
  guard kind(of: path) == S_IFDIR else { return try removeFile(path) }
  for entry in try entries(of: path) { try removeTree("\(path)/\(entry.name)") }
  try removeFolder(path)
}

// MARK: -

/// The folder of a path, and a path in it under which the new file waits.
///
/// Hidden, so that nobody takes it for a report; the process keeps two runs apart.
func temporaryPlace(for path: String) -> (folder: String, path: String) {
  let slash = path.lastIndex(of: "/")
  let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
  return (folder, "\(folder)/.\(name).\(getpid())")
}

/// Whether a name is such a waiting file's, of any process.
private func isTemporary(_ name: String) -> Bool {
  guard name.first == ".", let dot = name.lastIndex(of: "."), dot != name.startIndex else {
    return false
  }
  let process = name[name.index(after: dot)...]
  return !process.isEmpty && process.utf8.allSatisfy { (0x30...0x39).contains($0) }
}

private func writeThrough(_ bytes: Span<UInt8>, to path: String) throws(Diagnostic) {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
  guard descriptor >= 0 else { throw .cannotWrite(path, errno) }
  defer { close(descriptor) }
  try writeThrough(bytes, to: descriptor, at: path)
}

/// Returns when the disk has them.
func writeThrough(
  _ bytes: Span<UInt8>, to descriptor: Int32, at path: String
) throws(Diagnostic) {
  if let failure = writeAll(bytes, to: descriptor) { throw .cannotWrite(path, failure) }
  guard fsync(descriptor) == 0 else { throw .cannotWrite(path, errno) }
}

/// - Returns: The code of the error that stopped it, or `nil`.
private func writeAll(_ bytes: Span<UInt8>, to descriptor: Int32) -> Int32? {
  bytes.withUnsafeBytes { buffer in
    var written = 0
    while written < buffer.count {
      let count = write(
        descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      if count > 0 {
        written += count
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}

/// Makes the names in a folder last.
public func flushFolder(_ path: String) throws(Diagnostic) {
  let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { throw .cannotWrite(path, errno) }
  defer { close(descriptor) }
  guard fsync(descriptor) == 0 else { throw .cannotWrite(path, errno) }
}

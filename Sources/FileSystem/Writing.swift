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
  let slash = path.lastIndex(of: "/")
  let folder = slash.map { String(path[..<$0]) } ?? "."
  let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
  // Hidden, so that nobody takes it for a report; the process keeps two runs apart.
  let temporary = "\(folder)/.\(name).\(getpid())"
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

/// Removes a file; one that is not there is removed already.
public func removeFile(_ path: String) throws(Diagnostic) {
  guard unlink(path) == 0 || errno == ENOENT else { throw .cannotWrite(path, errno) }
}

/// Removes a folder that is empty.
public func removeFolder(_ path: String) throws(Diagnostic) {
  guard rmdir(path) == 0 || errno == ENOENT else { throw .cannotWrite(path, errno) }
}

// MARK: -

private func writeThrough(_ bytes: Span<UInt8>, to path: String) throws(Diagnostic) {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
  guard descriptor >= 0 else { throw .cannotWrite(path, errno) }
  defer { close(descriptor) }
  let failure: Int32? = bytes.withUnsafeBytes { buffer in
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
  if let failure { throw .cannotWrite(path, failure) }
  guard fsync(descriptor) == 0 else { throw .cannotWrite(path, errno) }
}

private func flushFolder(_ path: String) throws(Diagnostic) {
  let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { throw .cannotWrite(path, errno) }
  defer { close(descriptor) }
  guard fsync(descriptor) == 0 else { throw .cannotWrite(path, errno) }
}

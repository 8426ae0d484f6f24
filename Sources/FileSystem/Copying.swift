public import Diagnostics
import Glibc

// For folders that nobody reads yet: files stand there under their own names from the start.

/// Makes a file that is not there yet and returns when the disk has it.
///
/// What is read of it afterwards comes from the disk, so that comparing it proves the copy.
public func makeFile(
  _ bytes: [UInt8], at path: String, for access: FileAccess
) throws(Diagnostic) {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
  guard descriptor >= 0 else { throw .cannotWrite(path, errno) }
  defer { close(descriptor) }
  try access.apply(to: descriptor, isFolder: false, at: path)
  try writeThrough(bytes.span, to: descriptor, at: path)
  // Forgets the bytes in memory; a system that cannot has at least been told to write them.
  posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
}

/// Makes a folder that is not there yet, in one that is.
public func makeFolder(_ path: String, for access: FileAccess) throws(Diagnostic) {
  guard mkdir(path, 0o700) == 0 else { throw .cannotWrite(path, errno) }
  try setAccess(of: path, to: access)
}

/// Sets who may look into a folder that is there.
public func setAccess(of path: String, to access: FileAccess) throws(Diagnostic) {
  let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
  guard descriptor >= 0 else { throw .cannotWrite(path, errno) }
  defer { close(descriptor) }
  try access.apply(to: descriptor, isFolder: true, at: path)
}

/// Puts a symbolic link in place all at once: a reader follows the old one or the new one.
///
/// - Parameter target: As it is written into the link.
public func writeLink(to target: String, at path: String) throws(Diagnostic) {
  let (folder, temporary) = temporaryPlace(for: path)
  unlink(temporary)
  guard symlink(target, temporary) == 0 else { throw .cannotWrite(path, errno) }
  guard rename(temporary, path) == 0 else {
    let code = errno
    unlink(temporary)
    throw .cannotWrite(path, code)
  }
  try flushFolder(folder)
}

/// Gives a folder another name beside its old one.
public func renameFolder(_ path: String, to target: String) throws(Diagnostic) {
  guard rename(path, target) == 0 else { throw .cannotWrite(target, errno) }
}

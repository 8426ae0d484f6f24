public import Diagnostics
import Glibc

extension CSVFile {
  /// Reads a file from disk as one consistent whole.
  ///
  /// - Parameters:
  ///   - path: Followed when it is a symbolic link; the caller decides what may be opened.
  ///   - shownAs: The name for diagnostics; by default `path`.
  ///   - codePage: See `init(bytes:name:assuming:limits:)`.
  /// - Throws: `csv.file-changed` when the file grew, shrank or was written to while it was read,
  ///   `csv.not-a-file`, `csv.unreadable`, and what `init(bytes:name:assuming:limits:)` throws.
  public static func read(
    _ path: String, shownAs name: String? = nil, assuming codePage: TextEncoding? = nil,
    limits: Limits = Limits()
  ) throws(Diagnostic) -> CSVFile {
    let name = name ?? path
    // A pipe in the folder must not stop the run: without O_NONBLOCK, opening it waits for a writer.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw CSVMessages.unreadable(name, reason: systemError()) }
    defer { close(descriptor) }
    return try read(descriptor: descriptor, shownAs: name, assuming: codePage, limits: limits)
  }

  /// Reads a file that is open already and stands at its beginning; it stays open.
  ///
  /// For callers that open files below a folder themselves, without following links.
  public static func read(
    descriptor: Int32, shownAs name: String, assuming codePage: TextEncoding? = nil,
    limits: Limits = Limits()
  ) throws(Diagnostic) -> CSVFile {
    let before = try status(of: descriptor, name)
    guard before.st_mode & S_IFMT == S_IFREG else { throw CSVMessages.notAFile(name) }
    let size = Int(before.st_size)
    guard size <= limits.effectiveFileBytes else {
      throw CSVMessages.fileTooLarge(name, limit: limits.effectiveFileBytes)
    }
    // One byte more than there should be: who gets it knows that the file grew.
    let buffer = try FileBuffer(capacity: size + 1) { output throws(Diagnostic) in
      var count = 0
      while count < output.count {
        let rest = UnsafeMutableRawBufferPointer(
          UnsafeMutableBufferPointer(rebasing: output[count...]))
        let got = Glibc.read(descriptor, rest.baseAddress, rest.count)
        if got == 0 { break }
        if got < 0 {
          if errno == EINTR { continue }
          throw CSVMessages.unreadable(name, reason: systemError())
        }
        count += got
      }
      return count
    }
    let after = try status(of: descriptor, name)
    guard buffer.count == size, after.st_size == before.st_size,
      after.st_mtim.tv_sec == before.st_mtim.tv_sec,
      after.st_mtim.tv_nsec == before.st_mtim.tv_nsec
    else { throw CSVMessages.fileChanged(name) }
    return try CSVFile(buffer: buffer, name: name, assuming: codePage)
  }

  private static func status(of descriptor: Int32, _ name: String) throws(Diagnostic) -> stat {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw CSVMessages.unreadable(name, reason: systemError())
    }
    return status
  }
}

/// What the last system call said, as `strerror` words it in the C locale.
private func systemError() -> String {
  String(cString: strerror(errno))
}

public import Diagnostics
import Glibc

/// Keeps other runs from a folder for as long as it lives.
///
/// The system lets go of it when the process ends in whatever way, so that none is ever left behind.
public final class FileLock: Sendable {
  public enum Sharing: Sendable {
    /// Nobody else.
    case exclusive
    /// Others that share too.
    case shared
  }

  private let descriptor: Int32

  /// - Parameter path: An empty file, made when it is not there and never removed: a lock on a file that
  ///   another run has taken away would exclude nobody.
  /// - Returns: `nil` when another run holds it.
  public init?(_ path: String, _ sharing: Sharing = .exclusive) throws(Diagnostic) {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    // Who may only read can share.
    descriptor = file < 0 && sharing == .shared ? open(path, O_RDONLY | O_CLOEXEC) : file
    guard descriptor >= 0 else { throw .cannotWrite(path, errno) }
    let operation = sharing == .exclusive ? LOCK_EX : LOCK_SH
    guard flock(descriptor, operation | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      if code == EWOULDBLOCK { return nil }
      throw .cannotWrite(path, code)
    }
  }

  deinit {
    // Closing alone is not enough: a child that is being started holds a copy until it becomes its program.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}

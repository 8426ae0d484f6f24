import Diagnostics
import Glibc

/// Who may do what with files that others are to read.
public struct FileAccess: Equatable, Sendable {
  /// Permissions of files, as in `0o644`. A folder may be searched by whoever may read its files.
  public var mode: UInt32
  /// By number; `nil` leaves it to the system.
  public var owner: UInt32?
  public var group: UInt32?

  public init(mode: UInt32, owner: UInt32? = nil, group: UInt32? = nil) {
    self.mode = mode
    self.owner = owner
    self.group = group
  }

  var folderMode: UInt32 { mode | (mode & 0o444) >> 2 }

  /// The number of an account of this machine.
  public static func owner(named name: String) -> UInt32? {
    getpwnam(name).map { $0.pointee.pw_uid }
  }

  /// The number of a group of this machine.
  public static func group(named name: String) -> UInt32? {
    getgrnam(name).map { $0.pointee.gr_gid }
  }

  /// Sets it whatever the mask of the process is.
  func apply(to descriptor: Int32, isFolder: Bool, at path: String) throws(Diagnostic) {
    if owner != nil || group != nil {
      // All ones leave it as it is.
      guard fchown(descriptor, owner ?? .max, group ?? .max) == 0 else {
        throw .cannotGive(path, errno)
      }
    }
    guard fchmod(descriptor, isFolder ? folderMode : mode) == 0 else {
      throw .cannotWrite(path, errno)
    }
  }
}

extension Folder {
  /// Whether the folder itself has that access.
  public func isOpen(to access: FileAccess) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & 0o777 == access.folderMode
      && status.st_uid == access.owner ?? status.st_uid
      && status.st_gid == access.group ?? status.st_gid
  }
}

import Diagnostics
import Glibc

// In alphabetical order of their ids. Each has an example in the tests.
extension Diagnostic {
  static func cannotGive(_ file: String, _ code: Int32) -> Diagnostic {
    Diagnostic(
      .error, "file.cannot-give",
      "cannot be given to the owner and group of the settings: \(reason(code))",
      at: Place(file: file), help: "only root gives files away, and a member to a group")
  }

  static func cannotOpen(_ file: String, _ code: Int32) -> Diagnostic {
    Diagnostic(
      .error, "file.cannot-open", "cannot be read: \(reason(code))", at: Place(file: file))
  }

  static func cannotWrite(_ file: String, _ code: Int32) -> Diagnostic {
    Diagnostic(
      .error, "file.cannot-write", "cannot be written: \(reason(code))", at: Place(file: file),
      help: code == ENOSPC ? "make room on the disk; what stood there before still stands" : nil)
  }

  /// The download or the copy was still running.
  static func changed(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "file.changed", "was written to while it was read", at: Place(file: file),
      help: "wait until the download or copy is complete and run again")
  }

  static func notAFile(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "file.not-a-file", "is a link or no regular file and was not read",
      at: Place(file: file), help: "put the file itself there")
  }

  static func tooLarge(_ file: String, limit: Int) -> Diagnostic {
    Diagnostic(
      .error, "file.too-large", "is larger than \(limit) bytes", at: Place(file: file))
  }

  /// In the words of the C library, which are English: the program never sets a locale.
  private static func reason(_ code: Int32) -> String {
    switch code {
    case ENOENT: "there is no such file or folder"
    case EACCES, EPERM: "permission denied"
    case ENOTDIR: "a folder is needed, and this is none"
    case EISDIR: "this is a folder"
    case ENOSPC, EDQUOT: "the disk is full"
    case EROFS: "the disk can only be read"
    case ELOOP: "it is a link"
    case EMFILE, ENFILE: "too many files are open"
    default: strerror(code).map { String(cString: $0) } ?? "error \(code)"
    }
  }
}

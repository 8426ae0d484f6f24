import Crypto
import Diagnostics
import FileSystem
import PeilModel

/// The name of a published site: which one it is in the order of publishing, and what it holds.
///
/// As in `0007-3f2a9c1b04de77aa`. The digits behind the hyphen are the first sixteen of the SHA-256 of what
/// `sha256sum` prints of its files in the order of the bytes of their paths, so that a site can be compared with
/// its name whenever somebody wants to go back to it.
struct Generation: Comparable, Sendable {
  let number: Int
  let content: String

  var name: String {
    let digits = String(number)
    return "\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)-\(content)"
  }

  init(number: Int, files: [ReleasedFile]) {
    self.number = number
    content = Self.content(of: files)
  }

  /// Returns `nil` for a name that no publishing gives.
  init?(_ name: String) {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), number > 0,
      parts[1].utf8.count == Self.digits
    else { return nil }
    self.number = number
    content = String(parts[1])
    guard self.name == name else { return nil }
  }

  static func < (a: Generation, b: Generation) -> Bool { a.number < b.number }

  /// Whether a folder holds what the name says, and nothing else.
  func matches(_ folder: Folder) throws(Diagnostic) -> Bool {
    let (paths, passedOver) = try folder.files()
    guard passedOver.isEmpty else { return false }
    var files: [ReleasedFile] = []
    for path in paths {
      files.append(ReleasedFile(path: path, content: try folder.bytes(of: path)))
    }
    return Self.content(of: files) == content
  }

  // MARK: -

  private static let digits = 16

  private static func content(of files: [ReleasedFile]) -> String {
    var hash = SHA256()
    for file in files { hash.update(data: Array("\(file.sha256)  \(file.path)\n".utf8)) }
    return String(hash.finalize().hexadecimal.prefix(digits))
  }
}

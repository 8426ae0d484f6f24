import Glibc

/// Files of other people that tests read in place.
enum SharedFiles {
  /// `PEIL_SHARED`, default `../shared` from where the tests run; `nil` when it is not there.
  static let folder: String? = {
    let path = getenv("PEIL_SHARED").map { String(cString: $0) } ?? "../shared"
    return access(path, R_OK) == 0 ? path : nil
  }()

  static func bytes(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var result: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { return result }
      result += chunk[..<count]
    }
  }
}

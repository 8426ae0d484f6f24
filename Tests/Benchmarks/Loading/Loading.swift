import Glibc
import PeilPipeline

/// Loads all files of all clients as `peil inspect` does: read, hashed, recognised, brought to the model, counted once.
///
/// The sums are the records that were found and the records that count.
struct AgencyOfFleet {
  /// An agency's folder whose clients have the fleet's files; a link in it would not be followed.
  private let folder: String
  private let clients: [String]
  private let bytes: Int

  private static let tables = [
    "audience", "conversations", "costs", "followers", "posts", "traffic",
  ]

  /// - Parameter folders: Of the fleet; on the same disk as the temporary folder, for the files are not copied.
  init(_ folders: [String]) {
    var template = Array("\(folders[0])/../../peil-agency-XXXXXX".utf8CString)
    folder = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) } ?? "."
    }
    write("name: Fleet\n", to: "\(folder)/agency.yaml")
    mkdir("\(folder)/clients", 0o755)
    var clients: [String] = []
    var bytes = 0
    for (number, source) in folders.enumerated() {
      let client = "client-\(number + 1)"
      let target = "\(folder)/clients/\(client)"
      mkdir(target, 0o755)
      mkdir("\(target)/exports", 0o755)
      write(
        "name: \(client)\nplatforms: [instagram, facebook, linkedin, tiktok]\n",
        to: "\(target)/client.yaml")
      for table in Self.tables {
        guard link("\(source)/\(table).csv", "\(target)/exports/\(table).csv") == 0 else {
          fatalError("\(source)/\(table).csv cannot be linked from \(target)")
        }
        bytes += size(of: "\(source)/\(table).csv")
      }
      clients.append(client)
    }
    self.clients = clients
    self.bytes = bytes
  }

  func load() -> (bytes: Int, sums: [Double]) {
    let inspection = Inspection(of: clients, data: folder)
    let records = inspection.files.reduce(0) { $0 + $1.records }
    let used = inspection.files.reduce(0) { $0 + $1.used }
    return (bytes, [Double(records), Double(used)])
  }

  /// Takes the folder away.
  func remove() {
    for client in clients {
      let target = "\(folder)/clients/\(client)"
      for table in Self.tables { unlink("\(target)/exports/\(table).csv") }
      unlink("\(target)/client.yaml")
      rmdir("\(target)/exports")
      rmdir(target)
    }
    rmdir("\(folder)/clients")
    unlink("\(folder)/agency.yaml")
    rmdir(folder)
  }
}

private func write(_ text: String, to path: String) {
  guard let file = fopen(path, "w") else { fatalError("\(path) cannot be written") }
  fputs(text, file)
  fclose(file)
}

private func size(of path: String) -> Int {
  var facts = stat()
  return stat(path, &facts) == 0 ? Int(facts.st_size) : 0
}

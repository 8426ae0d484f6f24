import Glibc
import PeilPipeline

/// Loads all files of all clients as `peil inspect` does: recognised, read, counted once, added up.
///
/// The sums are the records that were found and the records that count.
func load(_ folders: [String]) -> (bytes: Int, sums: [Double]) {
  var bytes = 0
  var records = 0
  var used = 0
  for folder in folders {
    let paths = ["posts", "followers", "traffic", "conversations"].map { "\(folder)/\($0).csv" }
    for path in paths { bytes += size(of: path) }
    let inspection = Inspection(of: paths, data: folder)
    for file in inspection.files {
      records += file.records
      used += file.used
    }
  }
  return (bytes, [Double(records), Double(used)])
}

private func size(of path: String) -> Int {
  var facts = stat()
  return stat(path, &facts) == 0 ? Int(facts.st_size) : 0
}

public import Foundation

/// Every file below a folder with its bytes, by its path relative to the folder.
public func fileTree(_ folder: String) throws -> [String: Data] {
  let root = URL(fileURLWithPath: folder)
  guard let paths = FileManager.default.enumerator(atPath: folder) else { return [:] }
  var tree: [String: Data] = [:]
  for case let path as String in paths {
    let url = root.appendingPathComponent(path)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else { continue }
    if !isFolder.boolValue { tree[path] = try Data(contentsOf: url) }
  }
  return tree
}

/// Writes texts into files below a folder, making the folders between.
public func write(_ files: [String: String], below folder: String) throws {
  for (path, text) in files {
    let url = URL(fileURLWithPath: folder).appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }
}

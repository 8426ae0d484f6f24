import Foundation
import Testing
import YAML

/// The sentences of a language as `templates/translations` has them, with the places of each.
enum Translation {
  /// Places by the key of the sentence. One file or several hold them: all that begin with the language.
  static func sentences(of language: String) throws -> [String: Set<String>] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../templates/translations").standardizedFileURL
    let files = try FileManager.default
      .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "yaml" && $0.lastPathComponent.hasPrefix("\(language).") }
    var texts: [String: Set<String>] = [:]
    for file in files {
      let document = try Document(
        bytes: Array(try Data(contentsOf: file)), file: file.lastPathComponent)
      let sentences = document.root.mapping?.first { $0.key.text == "sentences" }
      if let sentences { collect(sentences.value, path: "", into: &texts) }
    }
    return texts
  }

  private static func collect(_ entry: Entry, path: String, into texts: inout [String: Set<String>])
  {
    if let text = entry.text { texts[path] = places(of: text) }
    for (key, value) in entry.mapping ?? [] {
      let name = key.text ?? ""
      collect(value, path: path.isEmpty ? name : "\(path).\(name)", into: &texts)
    }
  }

  /// What stands between `{{` and `}}`.
  private static func places(of text: String) -> Set<String> {
    Set(text.matches(of: #/\{\{([^{}]+)\}\}/#).map { String($0.1) })
  }
}

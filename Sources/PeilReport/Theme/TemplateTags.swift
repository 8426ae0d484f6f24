package import Diagnostics
package import FileSystem

/// Tags as the templates write them, to tell where a tag of a finished page came from.
///
/// What stands in a tag before its first `{{` is the same in the page; the longest such beginning that one
/// place alone has is the origin. Where two places begin a tag alike, the origin is not known.
package struct TemplateTags: Sendable {
  private struct Tag: Sendable {
    let text: [UInt8]
    let file: String
    let line: Int
  }

  /// By the name of the element, the longest beginning first.
  private let tags: [[UInt8]: [Tag]]

  /// - Parameter folders: The first that has a template wins; the last has all of them.
  package init(folders: [Folder]) throws(Problems) {
    let files = ThemeFiles(folders)
    do throws(Diagnostic) {
      for folder in folders {
        for path in try folder.files().paths where path.hasSuffix(".mustache") {
          try files.load(path)
        }
      }
    } catch {
      throw Problems([error])
    }
    self.init(files.templates)
  }

  init(_ templates: [(file: String, bytes: [UInt8])]) {
    var found: [[UInt8]: [Tag]] = [:]
    for template in templates {
      for (index, line) in template.bytes.split(
        separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
      ).enumerated() {
        for start in line.indices where line[start] == UInt8(ascii: "<") {
          let name = Self.name(at: line[start...])
          guard !name.isEmpty else { continue }
          let text = line[start...].prefix { $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "{") }
          found[name, default: []].append(
            Tag(text: Array(text), file: template.file, line: index + 1))
        }
      }
    }
    tags = found.mapValues { $0.sorted { $0.text.count > $1.text.count } }
  }

  /// Where the tag came from around or before a place of a page.
  ///
  /// - Parameters:
  ///   - line: From 1.
  ///   - column: From 1, in characters.
  func origin(of page: [UInt8], line: Int, column: Int) -> (file: String, line: Int)? {
    let lines = page.split(
      separator: UInt8(ascii: "\n"), maxSplits: line, omittingEmptySubsequences: false)
    guard line >= 1, line <= lines.count else { return nil }
    let text = lines[line - 1]
    let end = String(decoding: text, as: UTF8.self).prefix(column).utf8.count
    var start = min(text.startIndex + end, text.endIndex) - 1
    while start >= text.startIndex {
      let name = Self.name(at: text[start...])
      if text[start] == UInt8(ascii: "<"), !name.isEmpty {
        return origin(of: text[start...].prefix { $0 != UInt8(ascii: ">") }, name)
      }
      start -= 1
    }
    return nil
  }

  private func origin(
    of tag: ArraySlice<UInt8>, _ name: [UInt8]
  ) -> (file: String, line: Int)? {
    let matching = (tags[name] ?? []).filter { tag.starts(with: $0.text) }
    guard let best = matching.first else { return nil }
    let alike = matching.prefix { $0.text.count == best.text.count }
    return alike.count == 1 ? (best.file, best.line) : nil
  }

  /// The letters and digits after `<`; empty for an end tag.
  private static func name(at tag: ArraySlice<UInt8>) -> [UInt8] {
    Array(
      tag.dropFirst().prefix { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 })
  }
}

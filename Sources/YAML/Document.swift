public import Diagnostics
import Yams

/// A YAML file whose entries know where they stand, so that a wrong value can be shown in its line.
///
/// Limits keep a hostile file cheap: 1 MiB, and 100,000 entries with aliases written out.
public struct Document {
  public let root: Entry

  /// - Parameters:
  ///   - bytes: UTF-8. An empty file, or one of comments only, is an empty mapping.
  ///   - file: As shown to the person.
  /// - Throws: The first syntax error; a parser cannot go on behind it.
  public init(bytes: [UInt8], file: String) throws(Diagnostic) {
    let source = Source(file: file, bytes: bytes)
    guard bytes.count <= Limits.bytes else {
      throw .tooLarge(at: Place(file: file), limit: Limits.bytes)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .notUTF8(at: Place(file: file))
    }
    // Yams keeps a pointer to the text, which a very short string does not have.
    let padded = text + String(repeating: "\n", count: 16)
    let node: Node?
    do {
      node = try Parser(yaml: padded, encoding: .utf8).singleRoot()
    } catch let error as YamlError {
      throw .syntax(error, in: source)
    } catch {
      throw .unreadable("\(error)", at: Place(file: file))
    }
    root = Entry(node: node ?? Node([(Node, Node)]()), source: source)
    guard root.fits(entries: Limits.entries) else {
      throw .tooManyEntries(at: Place(file: file), limit: Limits.entries)
    }
  }

  private enum Limits {
    static let bytes = 1 << 20
    static let entries = 100_000
  }
}

/// The file an entry came from, for its diagnostics.
struct Source {
  let file: String
  let bytes: [UInt8]
  /// Where each line begins.
  private let lineStarts: [Int]

  init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    lineStarts =
      [0] + bytes.indices.lazy.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// - Parameters:
  ///   - mark: Line and column from 1, the column in Unicode scalars as libyaml counts.
  ///   - length: In bytes.
  func place(at mark: Mark?, length: Int) -> Place {
    guard let mark else { return Place(file: file) }
    // libyaml knows more line ends than a new line, and reads a few behind the end.
    guard lineStarts.indices.contains(mark.line - 1) else {
      return Place(file: file, bytes: bytes, range: bytes.count..<bytes.count + length)
    }
    let lineStart = lineStarts[mark.line - 1]
    var offset = lineStart
    var column = 1
    while column < mark.column, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      column += 1
    }
    return Place(
      file: file, bytes: bytes, range: offset..<offset + length, line: mark.line,
      from: lineStart)
  }
}

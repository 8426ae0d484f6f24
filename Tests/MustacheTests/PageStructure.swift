/// The tags of a page with the names of their attributes, read by rules of its own.
///
/// A second opinion for tests: it knows nothing of the engine, and where the engine refuses what it
/// does not understand, this reads on as a browser would.
struct PageStructure: Equatable, CustomStringConvertible {
  /// `<p class title>`, `</p>`, `<!-- -->`, in their order.
  private(set) var parts: [String] = []
  /// Values of attributes that hold a URL.
  private(set) var urls: [String] = []
  /// Elements that are not closed in turn.
  private(set) var isBalanced = true

  var description: String { parts.joined(separator: "") }

  static func == (one: PageStructure, other: PageStructure) -> Bool { one.parts == other.parts }

  init(_ page: [UInt8]) {
    var reader = Reader(bytes: page)
    var open: [String] = []
    while let part = reader.next() {
      switch part {
      case .start(let name, let attributes, let isClosed):
        parts.append("<\(name) \(attributes.map(\.name).joined(separator: " "))>")
        urls += attributes.filter { ["href", "src", "action"].contains($0.name) }.map(\.value)
        if !isClosed { open.append(name) }
      case .end(let name):
        parts.append("</\(name)>")
        if open.popLast() != name { isBalanced = false }
      case .comment: parts.append("<!-- -->")
      }
    }
    if !open.isEmpty { isBalanced = false }
  }

  private struct Reader {
    let bytes: [UInt8]
    var position = 0
    var foreignDepth = 0

    enum Part {
      case start(String, [(name: String, value: String)], isClosed: Bool)
      case end(String)
      case comment
    }

    init(bytes: [UInt8]) {
      self.bytes = bytes
    }

    mutating func next() -> Part? {
      while position < bytes.count {
        guard bytes[position] == UInt8(ascii: "<"), position + 1 < bytes.count else {
          position += 1
          continue
        }
        if starts("<!--") { return comment() }
        if bytes[position + 1] == UInt8(ascii: "!") || bytes[position + 1] == UInt8(ascii: "?") {
          position = find(">") + 1
          return .comment
        }
        let isEnd = bytes[position + 1] == UInt8(ascii: "/")
        let start = position + (isEnd ? 2 : 1)
        guard start < bytes.count, letter(bytes[start]) else {
          position += 1
          continue
        }
        position = start
        return tag(isEnd: isEnd)
      }
      return nil
    }

    private mutating func comment() -> Part {
      position += 4
      if starts(">") || starts("->") {
        position = find(">") + 1
        return .comment
      }
      while position < bytes.count, !starts("-->"), !starts("--!>") { position += 1 }
      position = find(">") + 1
      return .comment
    }

    private mutating func tag(isEnd: Bool) -> Part {
      let name = word { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/") || blank($0) }
      var attributes: [(name: String, value: String)] = []
      var isClosed = false
      while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
        if blank(bytes[position]) || bytes[position] == UInt8(ascii: "/") {
          isClosed = bytes[position] == UInt8(ascii: "/")
          position += 1
          continue
        }
        isClosed = false
        attributes.append(attribute())
      }
      position += 1
      if isEnd {
        if name == "svg" || name == "math" { foreignDepth -= 1 }
        return .end(name)
      }
      if name == "svg" || name == "math", !isClosed { foreignDepth += 1 }
      let raw = ["script", "style", "title", "textarea", "iframe", "noscript", "xmp"]
      if raw.contains(name), foreignDepth == 0 { skipRawText(name) }
      return .start(name, attributes, isClosed: isClosed)
    }

    private mutating func attribute() -> (name: String, value: String) {
      let first = position
      position += 1
      let rest = word {
        $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "=") || blank($0)
      }
      let name = String(decoding: [bytes[first]], as: UTF8.self) + rest
      while position < bytes.count, blank(bytes[position]) { position += 1 }
      guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else { return (name, "") }
      position += 1
      while position < bytes.count, blank(bytes[position]) { position += 1 }
      guard position < bytes.count else { return (name, "") }
      let quote = bytes[position]
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        position += 1
        let value = word { $0 == quote }
        position += 1
        return (name, value)
      }
      return (name, word { $0 == UInt8(ascii: ">") || blank($0) })
    }

    private mutating func skipRawText(_ name: String) {
      while position < bytes.count {
        if starts("</"), position + 2 + name.utf8.count <= bytes.count {
          let found = String(
            decoding: bytes[(position + 2)..<(position + 2 + name.utf8.count)], as: UTF8.self)
          let after = position + 2 + name.utf8.count
          let isWhole =
            after >= bytes.count || blank(bytes[after]) || bytes[after] == UInt8(ascii: ">")
            || bytes[after] == UInt8(ascii: "/")
          if found.lowercased() == name, isWhole { return }
        }
        position += 1
      }
    }

    private mutating func word(until isEnd: (UInt8) -> Bool) -> String {
      let start = position
      while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
      return String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
    }

    private func starts(_ text: String) -> Bool {
      bytes[min(position, bytes.count)...].starts(with: text.utf8)
    }

    private func find(_ text: String) -> Int {
      var index = position
      let wanted = Array(text.utf8)
      while index < bytes.count, !bytes[index...].starts(with: wanted) { index += 1 }
      return index
    }
  }
}

private func blank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

private func letter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

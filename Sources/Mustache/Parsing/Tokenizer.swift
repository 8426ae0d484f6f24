import Diagnostics
import Glibc

/// Cuts a template into text and tags.
struct Tokenizer {
  private let source: TemplateSource
  private let hasExtensions: Bool
  private var delimiters: Delimiters
  private var tokens: [Token] = []

  /// - Throws: The first tag that cannot be read; what follows it has no certain meaning.
  static func tokens(
    of source: TemplateSource, delimiters: Delimiters = .standard, hasExtensions: Bool
  ) throws(Diagnostic) -> [Token] {
    var tokenizer = Tokenizer(
      source: source, hasExtensions: hasExtensions, delimiters: delimiters)
    try tokenizer.run()
    return tokenizer.tokens
  }

  private init(source: TemplateSource, hasExtensions: Bool, delimiters: Delimiters) {
    self.source = source
    self.hasExtensions = hasExtensions
    self.delimiters = delimiters
  }

  private mutating func run() throws(Diagnostic) {
    var position = 0
    while let start = find(delimiters.open, from: position) {
      if start > position { tokens.append(.text(position..<start)) }
      let tag = try readTag(at: start)
      tokens.append(.tag(tag))
      position = tag.range.upperBound
    }
    if position < source.bytes.count { tokens.append(.text(position..<source.bytes.count)) }
  }

  private mutating func readTag(at start: Int) throws(Diagnostic) -> Tag {
    let bytes = source.bytes
    var position = start + delimiters.open.count
    while position < bytes.count, isBlank(bytes[position]) { position += 1 }
    let sigil = position < bytes.count ? bytes[position] : 0
    let opening = start..<min(start + delimiters.open.count, bytes.count)

    let kind: Tag.Kind
    var closing = delimiters.close
    switch sigil {
    case UInt8(ascii: "{"):
      kind = .unescaped
      closing = [UInt8(ascii: "}")] + closing
    case UInt8(ascii: "="):
      kind = .delimiters
      closing = [UInt8(ascii: "=")] + closing
    case UInt8(ascii: "&"): kind = .unescaped
    case UInt8(ascii: "#"): kind = .section
    case UInt8(ascii: "^"): kind = .inverted
    case UInt8(ascii: "/"): kind = .close
    case UInt8(ascii: ">"): kind = .partial
    case UInt8(ascii: "<"): kind = .parent
    case UInt8(ascii: "$"): kind = .block
    case UInt8(ascii: "!"): kind = .comment
    default: kind = .variable
    }
    if kind != .variable { position += 1 }
    guard let end = find(closing, from: position) else {
      throw MustacheMessages.unclosedTag(
        at: place(opening), closing: String(decoding: closing, as: UTF8.self))
    }
    let range = start..<(end + closing.count)
    var tag = Tag(kind: kind, range: range, content: trimmed(position..<end))
    switch tag.kind {
    case .delimiters: try setDelimiters(tag)
    case .comment: break
    case .inverted where tag.content.isEmpty && hasExtensions: tag.kind = .otherwise
    default:
      if tag.content.isEmpty { throw MustacheMessages.emptyTag(at: place(range)) }
    }
    return tag
  }

  private mutating func setDelimiters(_ tag: Tag) throws(Diagnostic) {
    let words = source.bytes[tag.content].split(whereSeparator: isBlank)
    guard words.count == 2, !words.joined().contains(UInt8(ascii: "=")) else {
      throw MustacheMessages.invalidDelimiters(at: place(tag.range))
    }
    delimiters = Delimiters(open: Array(words[0]), close: Array(words[1]))
  }

  // MARK: -

  private func find(_ wanted: [UInt8], from start: Int) -> Int? {
    let count = source.bytes.count
    guard let first = wanted.first, start < count else { return nil }
    return source.bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return nil }
      var position = start
      while position + wanted.count <= count {
        guard let hit = memchr(base + position, Int32(first), count - position) else { return nil }
        position = UnsafeRawPointer(hit) - base
        guard position + wanted.count <= count else { return nil }
        if memcmp(hit, wanted, wanted.count) == 0 { return position }
        position += 1
      }
      return nil
    }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, isBlank(source.bytes[lower]) { lower += 1 }
    while lower < upper, isBlank(source.bytes[upper - 1]) { upper -= 1 }
    return lower..<upper
  }

  private func place(_ range: Range<Int>) -> Place {
    Place(file: source.name, bytes: source.bytes, range: range)
  }
}

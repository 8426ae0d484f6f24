import Diagnostics

/// Reads what stands in a tag: a dotted name and, as an extension, filters behind it.
enum ExpressionParser {
  static func expression(
    in source: TemplateSource, _ content: Range<Int>, hasExtensions: Bool
  ) throws(Diagnostic) -> Expression {
    let bytes = source.bytes
    var nameEnd = content.upperBound
    if hasExtensions, let bar = bytes[content].firstIndex(of: UInt8(ascii: "|")) { nameEnd = bar }
    var lower = content.lowerBound
    while nameEnd > lower, isBlank(bytes[nameEnd - 1]) { nameEnd -= 1 }

    var result = Expression(parts: [], range: lower..<nameEnd)
    let isCurrent = nameEnd - lower == 1 && bytes[lower] == UInt8(ascii: ".")
    if !isCurrent {
      if hasExtensions, lower < nameEnd, bytes[lower] == UInt8(ascii: ".") {
        result.isAnchored = true
        lower += 1
      }
      let parts = bytes[lower..<nameEnd].split(
        separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      guard parts.allSatisfy({ !$0.isEmpty && !$0.contains(where: isBlank) }) else {
        throw MustacheMessages.invalidName(
          String(decoding: bytes[content.lowerBound..<nameEnd], as: UTF8.self),
          at: source.place(result.range.isEmpty ? content : result.range))
      }
      result.parts = parts.map { String(decoding: $0, as: UTF8.self) }
    }
    if hasExtensions {
      let filters = bytes[content].drop { $0 != UInt8(ascii: "|") }
      if !filters.isEmpty {
        var reader = FilterReader(
          source: source, position: filters.startIndex, end: filters.endIndex)
        result.filters = try reader.calls()
      }
    }
    return result
  }
}

/// Reads `| name:argument,argument | name`.
private struct FilterReader {
  let source: TemplateSource
  var position: Int
  let end: Int

  mutating func calls() throws(Diagnostic) -> [FilterCall] {
    var result: [FilterCall] = []
    while skip(UInt8(ascii: "|")) {
      skipBlanks()
      let start = position
      let name = word()
      guard !name.isEmpty else { throw problem("expected the name of a filter behind `|`") }
      var call = FilterCall(name: name, arguments: [], range: start..<position)
      skipBlanks()
      if skip(UInt8(ascii: ":")) {
        repeat { call.arguments.append(try argument()) } while skip(UInt8(ascii: ","))
      }
      result.append(call)
    }
    guard position == end else { throw problem("expected `|`, `:` or the end of the tag") }
    return result
  }

  private mutating func argument() throws(Diagnostic) -> FilterCall.Argument {
    skipBlanks()
    defer { skipBlanks() }
    if skip(UInt8(ascii: "\"")) {
      let start = position
      while position < end, source.bytes[position] != UInt8(ascii: "\"") { position += 1 }
      let text = String(decoding: source.bytes[start..<position], as: UTF8.self)
      guard skip(UInt8(ascii: "\"")) else { throw problem("expected `\"` at the end of this text") }
      return .text(text)
    }
    let text = word()
    guard !text.isEmpty else { throw problem("expected a number, a word or a text in quotes") }
    return Int(text).map { .integer($0) } ?? .text(text)
  }

  private mutating func word() -> String {
    let start = position
    while position < end, isWord(source.bytes[position]) { position += 1 }
    return String(decoding: source.bytes[start..<position], as: UTF8.self)
  }

  private func isWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte)
      || byte == UInt8(ascii: "-")
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard position < end, source.bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func skipBlanks() {
    while position < end, isBlank(source.bytes[position]) { position += 1 }
  }

  private func problem(_ message: String) -> Diagnostic {
    MustacheMessages.invalidFilter(
      message, at: source.place(min(position, end)..<min(position + 1, end)))
  }
}

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
    return result
  }
}

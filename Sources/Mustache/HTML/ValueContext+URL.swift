/// The part of a URL that a place stands in.
enum URLPart: Hashable {
  /// Nothing before it.
  case start
  /// Characters that may still become a scheme: `mail`.
  case schemeOrPath
  /// Behind a whole URL as a value, which may be the beginning of a scheme all the same.
  case afterWhole
  /// Behind `//`: the name of the host.
  case host
  /// `/` and nothing else: another `/` would make it a host.
  case rootSlash
  case path
  case queryOrFragment
  /// Behind a character reference that may be a `:` or a blank which a browser leaves out.
  case reference
  /// Behind another scheme than those that only show something.
  case program
  /// Behind `data:image/…`.
  case imageData
}

extension ValueContext {
  /// Follows a static byte of a URL.
  mutating func readURL(_ byte: UInt8) throws(HTMLProblem.Rule) {
    if try readReference(byte) { return }
    switch url {
    case .start, .schemeOrPath, .rootSlash:
      switch byte {
      case UInt8(ascii: ":"):
        if hasValue { throw .valueBecomesScheme }
        url = URLScheme.isAllowed(prefix.dropLast()) ? .path : .program
      case UInt8(ascii: "/"):
        if url == .rootSlash { url = .host } else { url = url == .start ? .rootSlash : .path }
      case UInt8(ascii: "?"), UInt8(ascii: "#"): url = .queryOrFragment
      case _ where isHTMLBlank(byte) && url == .start: break
      default: url = url == .rootSlash ? .path : .schemeOrPath
      }
    case .path:
      if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { url = .queryOrFragment }
      if byte == UInt8(ascii: "/"), prefix.suffix(3).elementsEqual("://".utf8), !hasValue {
        url = .host
      }
    case .host:
      if byte == UInt8(ascii: "/") { url = .path }
      if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { url = .queryOrFragment }
    case .afterWhole:
      if byte == UInt8(ascii: ":") { throw .valueBecomesScheme }
      if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { url = .queryOrFragment }
      if byte == UInt8(ascii: "/") { url = .path }
    case .program:
      if prefix.elementsEqual("data:image/".utf8) { url = .imageData }
    case .queryOrFragment, .imageData, .reference: break
    }
  }

  /// Where a scheme may still end, `&colon;` or `&#58;` would end it; only `&amp;` is what it looks like.
  ///
  /// - Returns: Whether the byte belongs to a reference.
  private mutating func readReference(_ byte: UInt8) throws(HTMLProblem.Rule) -> Bool {
    guard url == .start || url == .schemeOrPath || url == .afterWhole else { return false }
    if let name = reference {
      let isNumber = name.isEmpty && byte == UInt8(ascii: "#")
      if isNumber || byte == UInt8(ascii: ";") {
        reference = nil
        if url == .start { url = .schemeOrPath }
        if name.elementsEqual("amp".utf8) { return true }
        if hasValue { throw .valueBecomesScheme }
        url = .reference
        return true
      }
      // No name is longer than 32 characters.
      if name.count < 32, isLetter(byte) || isDigit(byte) {
        reference = name + [byte]
        return true
      }
      reference = nil
      if url == .start { url = .schemeOrPath }
    }
    guard byte == UInt8(ascii: "&") else { return false }
    reference = []
    return true
  }
}

/// Schemes that only show something.
enum URLScheme {
  static func isAllowed(_ name: some Sequence<UInt8>) -> Bool {
    let name = Array(name)
    return ["http", "https", "mailto", "tel"].contains { name.elementsEqual($0.utf8) }
  }
}

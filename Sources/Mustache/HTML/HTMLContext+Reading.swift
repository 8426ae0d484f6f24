/// A rule of HTML that the text of a template breaks, at a byte of that text.
struct HTMLProblem: Error {
  enum Rule: Error {
    /// `<` and something that begins no tag.
    case strayLessThan
    case unquotedAttribute
    /// Two attributes without a blank between.
    case missingBlank
    case unexpectedByte
    case quoteInTag
    case valueBecomesScheme
    case programURL
    case refreshWithValue
    case unclosedTagInTag
  }

  var rule: Rule
  var offset: Int
}

extension HTMLContext {
  /// Reads text of a template, byte by byte as a browser would.
  ///
  /// - Throws: The first place where the text is not the HTML it seems to be.
  mutating func read(_ text: ArraySlice<UInt8>) throws(HTMLProblem) {
    var index = text.startIndex
    while index < text.endIndex {
      if state == .text {
        guard let next = text[index...].firstIndex(of: UInt8(ascii: "<")) else { return }
        state = .tagOpen
        index = next + 1
        continue
      }
      do {
        try read(text[index])
      } catch {
        throw HTMLProblem(rule: error, offset: index)
      }
      index += 1
    }
  }

  private mutating func read(_ byte: UInt8) throws(HTMLProblem.Rule) {
    switch state {
    case .text: if byte == UInt8(ascii: "<") { state = .tagOpen }
    case .tagOpen: try readTagOpen(byte)
    case .endTagOpen:
      guard isLetter(byte) else { throw .strayLessThan }
      beginTag(byte, isEndTag: true)
    case .tagName: try readTagName(byte)
    case .betweenAttributes, .afterAttribute: try readBetweenAttributes(byte)
    case .attributeName: try readAttributeName(byte)
    case .afterAttributeName:
      if byte == UInt8(ascii: "=") {
        state = .beforeValue
      } else if !isBlank(byte) {
        try endAttribute()
        state = .betweenAttributes
        try readBetweenAttributes(byte)
      }
    case .beforeValue: try readBeforeValue(byte)
    case .value(let quote):
      if byte == quote {
        try endAttribute()
        state = .afterAttribute
      } else {
        try readValue(byte)
      }
    case .unquotedValue:
      if isBlank(byte) || byte == UInt8(ascii: ">") {
        try endAttribute()
        state = .betweenAttributes
        if byte == UInt8(ascii: ">") { try endTag() }
      } else if [
        UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "<"), UInt8(ascii: "="),
        UInt8(ascii: "`"),
      ].contains(byte) {
        throw .unexpectedByte
      } else {
        try readValue(byte)
      }
    case .selfClosing:
      guard byte == UInt8(ascii: ">") else { throw .unexpectedByte }
      try endTag()
    case .declarationOpen(let dashes): try readDeclarationOpen(byte, dashes)
    case .declaration: if byte == UInt8(ascii: ">") { state = .text }
    case .comment(let dashes): readComment(byte, dashes)
    case .rawText(let matched): readRawText(byte, matched)
    }
  }

  private mutating func readTagOpen(_ byte: UInt8) throws(HTMLProblem.Rule) {
    switch byte {
    case UInt8(ascii: "/"): state = .endTagOpen
    case UInt8(ascii: "!"): state = .declarationOpen(dashes: 0)
    case _ where isLetter(byte): beginTag(byte, isEndTag: false)
    default: throw .strayLessThan
    }
  }

  private mutating func beginTag(_ byte: UInt8, isEndTag: Bool) {
    self.isEndTag = isEndTag
    element = [lowercased(byte)]
    httpEquiv = nil
    hasValueInContent = false
    state = .tagName
  }

  private mutating func readTagName(_ byte: UInt8) throws(HTMLProblem.Rule) {
    switch byte {
    case UInt8(ascii: ">"): try endTag()
    case UInt8(ascii: "/"): state = .selfClosing
    case UInt8(ascii: "<"): throw .unclosedTagInTag
    case _ where isBlank(byte): state = .betweenAttributes
    default: element.append(lowercased(byte))
    }
  }

  private mutating func readBetweenAttributes(_ byte: UInt8) throws(HTMLProblem.Rule) {
    switch byte {
    case UInt8(ascii: ">"): try endTag()
    case UInt8(ascii: "/"): state = .selfClosing
    case UInt8(ascii: "<"): throw .unclosedTagInTag
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "="): throw .unexpectedByte
    case _ where isBlank(byte): state = .betweenAttributes
    default:
      guard state == .betweenAttributes else { throw .missingBlank }
      attribute = [lowercased(byte)]
      value = ValueContext()
      state = .attributeName
    }
  }

  private mutating func readAttributeName(_ byte: UInt8) throws(HTMLProblem.Rule) {
    switch byte {
    case UInt8(ascii: "="): state = .beforeValue
    case UInt8(ascii: ">"), UInt8(ascii: "/"):
      try endAttribute()
      state = .betweenAttributes
      try readBetweenAttributes(byte)
    case UInt8(ascii: "<"): throw .unclosedTagInTag
    case UInt8(ascii: "\""), UInt8(ascii: "'"): throw .quoteInTag
    case _ where isBlank(byte): state = .afterAttributeName
    default: attribute.append(lowercased(byte))
    }
  }

  private mutating func readBeforeValue(_ byte: UInt8) throws(HTMLProblem.Rule) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): state = .value(quote: byte)
    case UInt8(ascii: ">"): throw .unexpectedByte
    case _ where isBlank(byte): break
    default:
      state = .unquotedValue
      try readValue(byte)
    }
  }

  private mutating func readValue(_ byte: UInt8) throws(HTMLProblem.Rule) {
    if value.prefix.count < 64, !value.hasValue, !(value.prefix.isEmpty && isBlank(byte)) {
      value.prefix.append(lowercased(byte))
    }
    if attributeKind == .url { try value.readURL(byte) }
  }

  private mutating func readDeclarationOpen(
    _ byte: UInt8, _ dashes: Int
  ) throws(HTMLProblem.Rule) {
    switch byte {
    case UInt8(ascii: "-"): state = dashes == 0 ? .declarationOpen(dashes: 1) : .comment(dashes: 0)
    case _ where dashes == 0 && isLetter(byte): state = .declaration
    default: throw .strayLessThan
    }
  }

  private mutating func readComment(_ byte: UInt8, _ dashes: Int) {
    switch byte {
    case UInt8(ascii: "-"): state = .comment(dashes: min(dashes + 1, 2))
    case UInt8(ascii: ">") where dashes == 2: state = .text
    default: state = .comment(dashes: 0)
    }
  }

  /// Waits for `</element` and a blank, `/` or `>`.
  private mutating func readRawText(_ byte: UInt8, _ matched: Int) {
    let ending = [UInt8(ascii: "<"), UInt8(ascii: "/")] + element
    if matched == ending.count {
      switch byte {
      case UInt8(ascii: ">"):
        state = .text
        element = []
      case UInt8(ascii: "/"):
        isEndTag = true
        state = .selfClosing
      case _ where isBlank(byte):
        isEndTag = true
        state = .betweenAttributes
      default: state = .rawText(matched: byte == ending[0] ? 1 : 0)
      }
      return
    }
    if lowercased(byte) == ending[matched] {
      state = .rawText(matched: matched + 1)
    } else {
      state = .rawText(matched: byte == ending[0] ? 1 : 0)
    }
  }

  /// Behind the last byte of an attribute.
  mutating func endAttribute() throws(HTMLProblem.Rule) {
    if attribute == Array("http-equiv".utf8) { httpEquiv = value.prefix }
    if attribute == Array("content".utf8), value.hasValue { hasValueInContent = true }
    attribute = []
    value = ValueContext()
  }

  private mutating func endTag() throws(HTMLProblem.Rule) {
    if element == Array("meta".utf8), hasValueInContent, let httpEquiv,
      httpEquiv != Array("content-security-policy".utf8)
    {
      throw .refreshWithValue
    }
    httpEquiv = nil
    hasValueInContent = false
    if !isEndTag, Self.rawTextElements.contains(element) {
      state = .rawText(matched: 0)
    } else {
      state = .text
      element = []
    }
    isEndTag = false
  }

  /// Elements whose content a browser does not read as markup.
  static let rawTextElements: Set<[UInt8]> = Set(
    [
      "iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "textarea",
      "title", "xmp",
    ].map { Array($0.utf8) })
}

extension ValueContext {
  /// Follows a static byte of a URL.
  fileprivate mutating func readURL(_ byte: UInt8) throws(HTMLProblem.Rule) {
    switch url {
    case .start, .schemeOrPath, .rootSlash:
      switch byte {
      case UInt8(ascii: ":"):
        if hasValue { throw .valueBecomesScheme }
        let isHarmless = URLScheme.isAllowed(prefix.dropLast())
        url = isHarmless ? .path : .program
      case UInt8(ascii: "/"):
        if url == .rootSlash { url = .host } else { url = url == .start ? .rootSlash : .path }
      case UInt8(ascii: "?"), UInt8(ascii: "#"): url = .queryOrFragment
      case _ where isBlank(byte) && url == .start: break
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
    case .queryOrFragment, .program: break
    }
  }
}

/// Schemes that only show something.
enum URLScheme {
  static func isAllowed(_ name: some Sequence<UInt8>) -> Bool {
    let name = Array(name)
    return ["http", "https", "mailto", "tel"].contains { name.elementsEqual($0.utf8) }
  }
}

func isLetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lowercased(byte))
}

func lowercased(_ byte: UInt8) -> UInt8 {
  (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}

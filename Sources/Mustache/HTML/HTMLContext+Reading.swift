import HTMLDialect

/// A rule of HTML or of the dialect that the text of a template breaks, at a byte of that text.
struct HTMLProblem {
  enum Rule: Error, Hashable {
    /// `<` and something that begins no tag.
    case strayLessThan
    /// Two attributes without a blank between.
    case missingBlank
    case unexpectedByte
    case quoteInTag
    /// `<!` in a script, behind which a browser looks for another end of it.
    case commentInScript
    case rawTextInSVG(String)
    case valueBecomesScheme
    case refreshWithValue
    case unclosedTagInTag

    // The dialect's.
    case attributeTwice(String)
    case comment
    case controlCharacter
    case controlCharacterInTag
    case declaration
    case invalidReference
    case invalidValue(String, String, ValueGrammar)
    case missingAttributes([String], element: String)
    case noDoubleQuotes
    case selfClosing(String)
    case strayEndTag(String)
    case textInElement(String)
    case tooDeep(Int)
    case unknownAttribute(String, element: String)
    case unknownElement(String)
    case voidElement(String)
    case wrongAncestor(String, ancestor: String)
    case wrongEndTag(String, expected: String, DialectContext.Origin)
    case wrongParent(String, parent: String)
  }

  var rule: Rule
  var source: TemplateSource
  var range: Range<Int>

  init(_ rule: Rule, at offset: Int, of source: TemplateSource) {
    self.rule = rule
    self.source = source
    range = offset..<offset + 1
  }

  init(_ problem: DialectContext.Problem, at offset: Int, of source: TemplateSource) {
    self.init(problem.rule, at: offset, of: source)
    guard let origin = problem.origin.source else { return }
    self.source = origin
    range = problem.origin.offset..<problem.origin.offset + problem.length
  }
}

extension HTMLContext {
  /// Reads text of a template, byte by byte as a browser would.
  ///
  /// - Returns: The places where the text is not the HTML it seems to be, in their order.
  mutating func read(_ text: ArraySlice<UInt8>, of source: TemplateSource) -> [HTMLProblem] {
    var problems: [HTMLProblem] = []
    var index = text.startIndex
    while index < text.endIndex {
      if state == .text {
        let next = text[index...].firstIndex(of: UInt8(ascii: "<")) ?? text.endIndex
        if hasDialect, let problem = dialect.readText(text[index..<next]) {
          problems.append(HTMLProblem(problem.rule, at: problem.offset, of: source))
        }
        guard next < text.endIndex else { break }
        state = .tagOpen
        tagOrigin = DialectContext.Origin(source: hasDialect ? source : nil, offset: next)
        index = next + 1
        continue
      }
      if case .rawText(0) = state, json == nil, !hasDialect {
        index = text[index...].firstIndex(of: UInt8(ascii: "<")) ?? text.endIndex
        guard index < text.endIndex else { break }
      }
      if hasDialect, let rule = dialectProblem(at: index, in: text) {
        problems.append(HTMLProblem(rule, at: index, of: source))
      }
      do throws(HTMLProblem.Rule) {
        try read(text[index])
      } catch {
        problems.append(HTMLProblem(error, at: index, of: source))
        recover()
      }
      if case .attributeName = state, attribute.count == 1, hasDialect {
        attributeOrigin = DialectContext.Origin(source: source, offset: index)
      }
      if !dialect.problems.isEmpty {
        problems += takeDialectProblems(at: index, of: source)
      }
      index += 1
    }
    return problems
  }

  /// What the dialect found since it was asked last.
  mutating func takeDialectProblems(at offset: Int, of source: TemplateSource) -> [HTMLProblem] {
    guard !dialect.problems.isEmpty else { return [] }
    defer { dialect.problems = [] }
    return dialect.problems.map { HTMLProblem($0, at: offset, of: source) }
  }

  /// A byte in a tag or in raw text that the dialect does not allow.
  private func dialectProblem(at index: Int, in text: ArraySlice<UInt8>) -> HTMLProblem.Rule? {
    switch state {
    case .rawText:
      if text[index] == UInt8(ascii: "&"), element.elementsEqual("style".utf8) {
        return .invalidReference
      }
      return DialectContext.problem(at: index, in: text)
    case .value:
      if text[index] == UInt8(ascii: "\n") { return .controlCharacterInTag }
      return DialectContext.problem(at: index, in: text)
    case .beforeValue:
      return text[index] == UInt8(ascii: "\"") ? nil : .noDoubleQuotes
    case .declarationOpen(let dashes):
      if text[index] == UInt8(ascii: "-") { return dashes == 0 ? .comment : nil }
      return dialect.open.isEmpty ? nil : .declaration
    default:
      return text[index] < 0x20 && state != .declaration ? .controlCharacterInTag : nil
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
        endAttribute()
        state = .betweenAttributes
        try readBetweenAttributes(byte)
      }
    case .beforeValue: try readBeforeValue(byte)
    case .value(let quote):
      if byte == quote {
        endAttribute()
        state = .afterAttribute
      } else {
        try readValue(byte)
      }
    case .unquotedValue:
      if isBlank(byte) || byte == UInt8(ascii: ">") {
        endAttribute()
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
      isSelfClosing = true
      try endTag()
    case .declarationOpen(let dashes): try readDeclarationOpen(byte, dashes)
    case .declaration: if byte == UInt8(ascii: ">") { state = .text }
    case .comment(let part): readComment(byte, part)
    case .rawText(let matched): try readRawText(byte, matched)
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
    isSelfClosing = false
    element = [lowercased(byte)]
    if hasDialect { writtenElement = [byte] }
    httpEquiv = nil
    hasValueInContent = false
    scriptType = []
    state = .tagName
  }

  private mutating func readTagName(_ byte: UInt8) throws(HTMLProblem.Rule) {
    switch byte {
    case UInt8(ascii: ">"):
      endTagName()
      try endTag()
    case UInt8(ascii: "/"):
      endTagName()
      state = .selfClosing
    case UInt8(ascii: "<"): throw .unclosedTagInTag
    case _ where isBlank(byte):
      endTagName()
      state = .betweenAttributes
    default:
      element.append(lowercased(byte))
      if hasDialect { writtenElement.append(byte) }
    }
  }

  /// Behind the last byte of a tag's name.
  mutating func endTagName() {
    guard hasDialect else { return }
    dialect.readName(writtenElement, isEndTag: isEndTag, origin: tagOrigin)
    writtenElement = []
    tagOrigin = DialectContext.Origin()
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
      if hasDialect { writtenAttribute = [byte] }
      value = ValueContext()
      state = .attributeName
    }
  }

  private mutating func readAttributeName(_ byte: UInt8) throws(HTMLProblem.Rule) {
    switch byte {
    case UInt8(ascii: "="): state = .beforeValue
    case UInt8(ascii: ">"), UInt8(ascii: "/"):
      endAttribute()
      state = .betweenAttributes
      try readBetweenAttributes(byte)
    case UInt8(ascii: "<"): throw .unclosedTagInTag
    case UInt8(ascii: "\""), UInt8(ascii: "'"): throw .quoteInTag
    case _ where isBlank(byte): state = .afterAttributeName
    default:
      attribute.append(lowercased(byte))
      if hasDialect { writtenAttribute.append(byte) }
    }
  }

  private mutating func readBeforeValue(_ byte: UInt8) throws(HTMLProblem.Rule) {
    value.kind = attributeKind
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
    if hasDialect { value.text?.append(byte) }
    switch value.kind {
    case .url, .imageURL: try value.readURL(byte)
    case .plain, .refused: break
    }
  }

  private mutating func readDeclarationOpen(
    _ byte: UInt8, _ dashes: Int
  ) throws(HTMLProblem.Rule) {
    switch byte {
    case UInt8(ascii: "-"): state = dashes == 0 ? .declarationOpen(dashes: 1) : .comment(.start)
    case _ where dashes == 0 && isLetter(byte): state = .declaration
    default: throw .strayLessThan
    }
  }

  private mutating func readComment(_ byte: UInt8, _ part: CommentPart) {
    switch (part, byte) {
    case (.start, UInt8(ascii: ">")), (.startDash, UInt8(ascii: ">")),
      (.dashes, UInt8(ascii: ">")), (.exclamation, UInt8(ascii: ">")):
      state = .text
    case (.start, UInt8(ascii: "-")): state = .comment(.startDash)
    case (.startDash, UInt8(ascii: "-")), (.dash, UInt8(ascii: "-")),
      (.dashes, UInt8(ascii: "-")):
      state = .comment(.dashes)
    case (_, UInt8(ascii: "-")): state = .comment(.dash)
    case (.dashes, UInt8(ascii: "!")): state = .comment(.exclamation)
    default: state = .comment(.inside)
    }
  }

  /// Waits for `</element` and a blank, `/` or `>`.
  private mutating func readRawText(_ byte: UInt8, _ matched: Int) throws(HTMLProblem.Rule) {
    if matched == 1, byte == UInt8(ascii: "!"), element.elementsEqual("script".utf8) {
      throw .commentInScript
    }
    if let json { self.json = json.next(byte) }
    if matched == 2 + element.count {
      switch byte {
      case _ where isBlank(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/"):
        isEndTag = true
        if hasDialect { writtenElement = element }
        endTagName()
        state = .betweenAttributes
        try readBetweenAttributes(byte)
      default: state = .rawText(matched: byte == UInt8(ascii: "<") ? 1 : 0)
      }
      return
    }
    let isNext =
      switch matched {
      case 0: byte == UInt8(ascii: "<")
      case 1: byte == UInt8(ascii: "/")
      default: lowercased(byte) == element[matched - 2]
      }
    state = .rawText(matched: isNext ? matched + 1 : byte == UInt8(ascii: "<") ? 1 : 0)
  }

  /// Behind the last byte of an attribute.
  mutating func endAttribute() {
    if attribute.elementsEqual("http-equiv".utf8) { httpEquiv = value.prefix }
    if value.hasValue, attribute.elementsEqual("content".utf8) { hasValueInContent = true }
    if element.elementsEqual("script".utf8), attribute.elementsEqual("type".utf8) {
      scriptType = value.prefix
    }
    if hasDialect {
      dialect.readAttribute(writtenAttribute, origin: attributeOrigin, text: value.text)
      attributeOrigin = DialectContext.Origin()
    }
    attribute = []
    writtenAttribute = []
    value = ValueContext()
  }

  private mutating func endTag() throws(HTMLProblem.Rule) {
    let wasSelfClosing = isSelfClosing
    isSelfClosing = false
    if hasDialect {
      dialect.readTagEnd(isEndTag: isEndTag, isSelfClosing: wasSelfClosing)
    }
    if hasValueInContent, element.elementsEqual("meta".utf8), let httpEquiv,
      !httpEquiv.elementsEqual("content-security-policy".utf8)
    {
      throw .refreshWithValue
    }
    httpEquiv = nil
    hasValueInContent = false
    defer { isEndTag = false }
    state = .text
    json = nil
    if element.elementsEqual("svg".utf8) || element.elementsEqual("math".utf8) {
      if isEndTag { foreignDepth = max(0, foreignDepth - 1) }
      if !isEndTag, !wasSelfClosing { foreignDepth += 1 }
    }
    guard !isEndTag, Self.rawTextElements.contains(element) else {
      element = []
      return
    }
    if foreignDepth > 0 {
      // There a browser reads `title` as any other element, and the others are a way to hide tags.
      let name = String(decoding: element, as: UTF8.self)
      element = []
      if !hasDialect, name != "title" { throw .rawTextInSVG(name) }
      return
    }
    if wasSelfClosing, hasDialect {
      element = []
      return
    }
    state = .rawText(matched: 0)
    let isData = ["application/json", "application/ld+json"].contains {
      scriptType.elementsEqual($0.utf8)
    }
    json = isData && element.elementsEqual("script".utf8) ? .value : nil
    scriptType = []
  }

  /// Elements whose content a browser does not read as markup.
  static let rawTextElements: Set<[UInt8]> = Set(
    [
      "iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "textarea",
      "title", "xmp",
    ].map { Array($0.utf8) })
}

extension JSONPart {
  fileprivate func next(_ byte: UInt8) -> JSONPart {
    switch (self, byte) {
    case (.value, UInt8(ascii: "\"")): .string
    case (.string, UInt8(ascii: "\"")): .value
    case (.string, UInt8(ascii: "\\")): .escape
    case (.escape, _): .string
    default: self
    }
  }
}

extension ValueContext {
  /// Follows a static byte of a URL.
  fileprivate mutating func readURL(_ byte: UInt8) throws(HTMLProblem.Rule) {
    switch url {
    case .start, .schemeOrPath, .rootSlash:
      switch byte {
      case UInt8(ascii: ":"):
        if hasValue { throw .valueBecomesScheme }
        url = URLScheme.isAllowed(prefix.dropLast()) ? .path : .program
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
    case .program:
      if prefix.elementsEqual("data:image/".utf8) { url = .imageData }
    case .queryOrFragment, .imageData: break
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

extension HTMLContext {
  /// Reads text of a template, byte by byte as a browser would.
  ///
  /// - Parameter limit: Behind so many problems the rest is not read.
  /// - Returns: The places where the text is not the HTML it seems to be, in their order.
  mutating func read(
    _ text: ArraySlice<UInt8>, of source: TemplateSource, limit: Int
  ) -> [HTMLProblem] {
    var problems: [HTMLProblem] = []
    var index = text.startIndex
    while index < text.endIndex, problems.count < limit {
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
      } else if !isHTMLBlank(byte) {
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
      if isHTMLBlank(byte) || byte == UInt8(ascii: ">") {
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
    scriptType = nil
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
    case _ where isHTMLBlank(byte):
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

  mutating func readBetweenAttributes(_ byte: UInt8) throws(HTMLProblem.Rule) {
    switch byte {
    case UInt8(ascii: ">"): try endTag()
    case UInt8(ascii: "/"): state = .selfClosing
    case UInt8(ascii: "<"): throw .unclosedTagInTag
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "="): throw .unexpectedByte
    case _ where isHTMLBlank(byte): state = .betweenAttributes
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
    case _ where isHTMLBlank(byte): state = .afterAttributeName
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
    case _ where isHTMLBlank(byte): break
    default:
      state = .unquotedValue
      try readValue(byte)
    }
  }

  private mutating func readValue(_ byte: UInt8) throws(HTMLProblem.Rule) {
    if value.prefix.count < 64, !value.hasValue, !(value.prefix.isEmpty && isHTMLBlank(byte)) {
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

  /// Behind the last byte of an attribute.
  mutating func endAttribute() {
    // Of two attributes with the same name a browser takes the first.
    if httpEquiv == nil, attribute.elementsEqual("http-equiv".utf8) { httpEquiv = value.prefix }
    if value.hasValue, attribute.elementsEqual("content".utf8) { hasValueInContent = true }
    if scriptType == nil, element.elementsEqual("script".utf8),
      attribute.elementsEqual("type".utf8)
    {
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
    if element.elementsEqual("svg".utf8) {
      svgDepth = depth(behind: svgDepth, wasSelfClosing)
    } else if element.elementsEqual("math".utf8) {
      mathDepth = depth(behind: mathDepth, wasSelfClosing)
    }
    guard !isEndTag, Self.rawTextElements.contains(element) else {
      element = []
      return
    }
    if svgDepth > 0 || mathDepth > 0 {
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
      scriptType?.elementsEqual($0.utf8) == true
    }
    json = isData && element.elementsEqual("script".utf8) ? .value : nil
    scriptType = nil
  }

  private func depth(behind depth: Int, _ isSelfClosed: Bool) -> Int {
    if isEndTag { return max(0, depth - 1) }
    return isSelfClosed ? depth : depth + 1
  }
}

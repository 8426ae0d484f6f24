import Diagnostics

/// A template as a tree, with standalone lines taken out.
struct ParsedTemplate {
  let source: TemplateSource
  let pieces: [Piece]

  /// - Throws: The first syntax error.
  init(
    _ source: TemplateSource, delimiters: Delimiters = .standard, hasExtensions: Bool,
    limits: Limits
  ) throws(Diagnostic) {
    guard source.bytes.count <= limits.templateBytes else {
      throw MustacheMessages.templateTooLarge(source, limit: limits.templateBytes)
    }
    var tokens = try Tokenizer.tokens(
      of: source, delimiters: delimiters, hasExtensions: hasExtensions)
    var pairing = TagPairing(source: source, limit: limits.nesting, hasExtensions: hasExtensions)
    try pairing.pair(&tokens)
    let items = LineItem.items(of: tokens, in: source.bytes)
    var builder = TreeBuilder(
      source: source, items: items, delimiters: delimiters, hasExtensions: hasExtensions)
    self.source = source
    self.pieces = try builder.pieces()
  }
}

/// Finds for each section, block and parent the tag that ends it.
private struct TagPairing {
  let source: TemplateSource
  let limit: Int
  let hasExtensions: Bool
  private var open: [(tag: Tag, name: String, hasOtherwise: Bool)] = []

  init(source: TemplateSource, limit: Int, hasExtensions: Bool) {
    self.source = source
    self.limit = limit
    self.hasExtensions = hasExtensions
  }

  mutating func pair(_ tokens: inout [Token]) throws(Diagnostic) {
    for index in tokens.indices {
      guard case .tag(var tag) = tokens[index] else { continue }
      switch tag.kind {
      case .section, .inverted, .parent, .block:
        guard open.count < limit else {
          throw MustacheMessages.nestedTooDeep(at: source.place(tag.range), limit: limit)
        }
        open.append((tag, name(of: tag), false))
      case .otherwise:
        guard let last = open.last, last.tag.kind == .section, !last.hasOtherwise else {
          throw MustacheMessages.strayOtherwise(at: source.place(tag.range))
        }
        open[open.count - 1].hasOtherwise = true
      case .close:
        guard let last = open.popLast() else {
          throw MustacheMessages.strayClosingTag(name(of: tag), at: source.place(tag.content))
        }
        guard last.name == name(of: tag) else {
          throw MustacheMessages.mismatchedClosingTag(
            name(of: tag), at: source.place(tag.content), opened: last.name,
            openedAt: source.place(last.tag.content))
        }
        tag.endsInheritance = last.tag.kind == .parent || last.tag.kind == .block
        tokens[index] = .tag(tag)
      case .variable, .unescaped, .partial, .comment, .delimiters: break
      }
    }
    if let last = open.last {
      throw MustacheMessages.unclosedSection(
        last.name, at: source.place(last.tag.content),
        end: source.place(source.bytes.count..<source.bytes.count))
    }
  }

  private func name(of tag: Tag) -> String {
    let content = source.bytes[tag.content]
    let name = hasExtensions ? content.prefix { $0 != UInt8(ascii: "|") } : content
    return String(decoding: name.trimmingBlanks, as: UTF8.self)
  }
}

private struct TreeBuilder {
  let source: TemplateSource
  let items: [LineItem]
  var delimiters: Delimiters
  let hasExtensions: Bool
  private var position = 0

  init(source: TemplateSource, items: [LineItem], delimiters: Delimiters, hasExtensions: Bool) {
    self.source = source
    self.items = items
    self.delimiters = delimiters
    self.hasExtensions = hasExtensions
  }

  /// Up to the closing tag, the `{{^}}` or the end; the pairing of tags is known to be right.
  mutating func pieces() throws(Diagnostic) -> [Piece] {
    var result: [Piece] = []
    while position < items.count {
      let item = items[position]
      guard case .tag(let tag) = item.content else {
        if case .text(let range) = item.content {
          result.append(.text(range, startsLine: item.startsLine))
        }
        position += 1
        continue
      }
      if tag.kind == .close || tag.kind == .otherwise { return result }
      position += 1
      if let piece = try piece(for: tag, item) { result.append(piece) }
    }
    return result
  }

  private mutating func piece(for tag: Tag, _ item: LineItem) throws(Diagnostic) -> Piece? {
    switch tag.kind {
    case .variable, .unescaped:
      return .variable(
        Piece.Variable(
          expression: try expression(tag), isUnescaped: tag.kind == .unescaped,
          startsLine: item.startsLine, range: tag.range))
    case .section, .inverted: return .section(try section(tag, item))
    case .partial, .parent: return .partial(try partial(tag, item))
    case .block: return .block(try block(tag, item))
    case .delimiters:
      let words = source.bytes[tag.content].split(whereSeparator: isBlank)
      delimiters = Delimiters(open: Array(words[0]), close: Array(words[1]))
      return nil
    case .comment, .close, .otherwise: return nil
    }
  }

  private mutating func section(_ tag: Tag, _ item: LineItem) throws(Diagnostic) -> Piece.Section {
    let delimitersInside = delimiters
    let expression = try expression(tag)
    let children = try pieces()
    var otherwise: [Piece] = []
    if case .tag(let next)? = currentContent, next.kind == .otherwise {
      position += 1
      otherwise = try pieces()
    }
    let closing = closingRange()
    return Piece.Section(
      expression: expression, isInverted: tag.kind == .inverted, children: children,
      otherwise: otherwise, startsLine: item.startsLine, opening: tag.range,
      body: tag.range.upperBound..<closing.lowerBound, closing: closing,
      delimiters: delimitersInside)
  }

  private mutating func partial(_ tag: Tag, _ item: LineItem) throws(Diagnostic) -> Piece.Partial {
    var nameRange = tag.content
    var dynamicName: Expression?
    if source.bytes[nameRange].first == UInt8(ascii: "*") {
      nameRange = nameRange.dropFirst().trimmedBlanks(in: source.bytes)
      dynamicName = try ExpressionParser.expression(
        in: source, nameRange, hasExtensions: hasExtensions)
    }
    var arguments: [Piece.Block] = []
    if tag.kind == .parent {
      // Text between the arguments is read and ignored, as the specification says.
      for case .block(let block) in try pieces() { arguments.append(block) }
      _ = closingRange()
    }
    return Piece.Partial(
      name: String(decoding: source.bytes[nameRange], as: UTF8.self), dynamicName: dynamicName,
      arguments: arguments, isParent: tag.kind == .parent, startsLine: item.startsLine,
      isStandalone: item.isStandalone, indentation: item.indentation, range: tag.range,
      nameRange: nameRange)
  }

  private mutating func block(_ tag: Tag, _ item: LineItem) throws(Diagnostic) -> Piece.Block {
    let children = try pieces()
    _ = closingRange()
    return Piece.Block(
      name: String(decoding: source.bytes[tag.content], as: UTF8.self), children: children,
      startsLine: item.startsLine, isStandalone: item.isStandalone,
      indentation: item.indentation, range: tag.range)
  }

  private var currentContent: LineItem.Content? {
    position < items.count ? items[position].content : nil
  }

  /// Of the closing tag here, and steps over it.
  private mutating func closingRange() -> Range<Int> {
    guard case .tag(let tag)? = currentContent else { return 0..<0 }
    position += 1
    return tag.range
  }

  private func expression(_ tag: Tag) throws(Diagnostic) -> Expression {
    try ExpressionParser.expression(in: source, tag.content, hasExtensions: hasExtensions)
  }
}

extension TemplateSource {
  /// Counts lines: only for a diagnostic.
  func place(_ range: Range<Int>) -> Place {
    Place(file: name, bytes: bytes, range: range)
  }
}

extension ArraySlice<UInt8> {
  fileprivate var trimmingBlanks: ArraySlice<UInt8> {
    var result = drop(while: isBlank)
    while let last = result.last, isBlank(last) { result.removeLast() }
    return result
  }
}

extension Range<Int> {
  fileprivate func trimmedBlanks(in bytes: [UInt8]) -> Range<Int> {
    let slice = bytes[self].trimmingBlanks
    return slice.startIndex..<slice.endIndex
  }
}

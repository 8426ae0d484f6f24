internal import HTMLDialect
internal import LibXML2

/// Names, namespaces, content model and order: rules 5 to 13, 17 and 19 of the dialect.
extension PageReader {
  mutating func startElement(_ tag: XMLStartTag) {
    elementCount += 1
    guard depth < Dialect.maximumDepth, surplusDepth == 0 else {
      if surplusDepth == 0 {
        reportTag(.elementDepth, "more than \(Dialect.maximumDepth) elements inside each other")
      }
      surplusDepth += 1
      return
    }
    let name = nameTable.find(tag.name)
    var inherited: OpenElement.Flags = []
    var excluded: UInt128 = 0
    if depth > 0 {
      inherited = top.pointee.flags.intersection(.inherited)
      excluded = top.pointee.excluded
    }
    if name.svg == DialectElement.svg.rawValue { inherited.insert(.isSVG) }
    let isSVG = inherited.contains(.isSVG)
    let element = tag.prefix == nil ? (isSVG ? name.svg : name.html) : NameTable.unknown
    if isKnown(element) {
      let rule = dialect.rules + Int(element)
      if tag.declarationCount > 0 || rule.pointee.isRoot { checkNamespace(tag, element, isSVG) }
      if rule.pointee.isVoid != tag.isEmptyElement { checkClosing(element, tag, isSVG) }
      if depth > 0 { checkPlace(element, rule) }
      if rule.pointee.parting != .none { endPart(rule.pointee.parting) }
      excluded |= rule.pointee.excluded
    } else {
      reportUnknown(tag, name, isSVG)
      if tag.declarationCount > 0 { checkNamespace(tag, element, isSVG) }
    }
    if depth > 0 { top.pointee.childCount &+= 1 }
    depth &+= 1
    top.initialize(
      to: OpenElement(
        element: element, lastRank: -1, flags: inherited, id: -1,
        tagEnd: Int32(truncatingIfNeeded: parser.offset),
        textStart: Int32(truncatingIfNeeded: text.count),
        childCount: 0, seen: 0, excluded: excluded, hrefHash: 0))
    readAttributes(tag, element)
    if isKnown(element) {
      if depth > 1, top[-1].awaitsHeading { noteContent(element) }
      if dialect.rules[Int(element)].isWatched, let element = DialectElement(rawValue: element) {
        begin(element)
      }
    }
  }

  mutating func endElement() {
    if surplusDepth > 0 {
      surplusDepth -= 1
      return
    }
    guard depth > 0 else { return }
    let element = top.pointee.element
    if isKnown(element) {
      let rule = dialect.rules + Int(element)
      if rule.pointee.parting != .none { endPart(rule.pointee.parting) }
      if rule.pointee.hasDebts { checkContent(element) }
      if rule.pointee.isWatched, let element = DialectElement(rawValue: element) { end(element) }
    }
    if top.pointee.flags.contains(.hasProvenance) { endProvenance() }
    if top.pointee.flags.contains(.isColoured) { checkColour() }
    if top.pointee.wordLimit > 0 { checkWordCount() }
    if top.pointee.id >= 0 {
      idPlaces[Int(top.pointee.id)].text = Int(top.pointee.textStart)..<text.count
    }
    let flags = top.pointee.flags
    depth &-= 1
    if depth > 0, flags.contains(.hasText) { top.pointee.flags.insert(.hasText) }
  }

  // MARK: - Names

  private mutating func reportUnknown(_ tag: XMLStartTag, _ name: NameTable.Entry, _ isSVG: Bool) {
    let text = tag.name.string
    if let prefix = tag.prefix {
      reportTag(.elementPrefix, "prefix in `\(prefix.string):\(text)`")
    } else if isKnown(name.html) || isKnown(name.svg) {
      reportTag(
        .elementUnknown,
        isSVG ? "`\(text)` is no element of a picture" : "`\(text)` stands outside an `svg`")
    } else {
      reportTag(.elementUnknown, "`\(text)` is no element of a report")
    }
  }

  private mutating func checkNamespace(_ tag: XMLStartTag, _ element: UInt8, _ isSVG: Bool) {
    guard isKnown(element), dialect.rules[Int(element)].isRoot else {
      reportTag(.elementNamespace, "`xmlns` on another element")
      return
    }
    let expected = isSVG ? DialectElement.Namespace.svg : .html
    let declaration = tag.declaration(0)
    if tag.declarationCount != 1 || declaration.prefix != nil
      || !nameTable.isNamespace(expected, declaration.uri)
    {
      reportTag(.elementNamespace, "no `xmlns=\"\(expected.uri)\"` and nothing else")
    }
  }

  private mutating func checkClosing(_ element: UInt8, _ tag: XMLStartTag, _ isSVG: Bool) {
    if !tag.isEmptyElement {
      reportTag(.elementSelfClosing, "`\(dialect.names[Int(element)])` with an end tag")
    } else if !isSVG {
      reportTag(.elementSelfClosing, "`\(dialect.names[Int(element)])` without an end tag")
    }
  }

  // MARK: - Place

  private mutating func checkPlace(
    _ element: UInt8, _ rule: UnsafeMutablePointer<DialectTable.Rule>
  ) {
    let parent = top
    guard isKnown(parent.pointee.element) else { return }
    let bit = rule.pointee.bit
    let seen = parent.pointee.seen
    parent.pointee.seen = seen | bit
    let place = dialect.place(of: element, in: parent.pointee.element)
    if place == DialectTable.notAllowed {
      reportTag(
        .elementMisplaced,
        "`\(dialect.names[Int(element)])` in `\(dialect.names[Int(parent.pointee.element)])`")
      return
    }
    if parent.pointee.excluded & bit != 0 {
      reportTag(
        .elementNested,
        "`\(dialect.names[Int(element)])` somewhere inside an element that may not hold it")
    }
    let order = dialect.rules + Int(parent.pointee.element)
    if order.pointee.once & seen & bit != 0 {
      reportTag(
        .elementRepeated,
        "a second `\(dialect.names[Int(element)])` in `\(dialect.names[Int(parent.pointee.element)])`"
      )
      return
    }
    if place >= 0 { checkRank(place, element, order) }
    if parent.pointee.flags.contains(.needsEnd) {
      reportTag(.elementOrder, "content after a `figcaption` that is not first")
      parent.pointee.flags.remove(.needsEnd)
    } else if order.pointee.atEdge & bit != 0, parent.pointee.childCount > 0 {
      parent.pointee.flags.insert(.needsEnd)
    }
  }

  private mutating func checkRank(
    _ rank: Int8, _ element: UInt8, _ order: UnsafeMutablePointer<DialectTable.Rule>
  ) {
    let last = top.pointee.lastRank
    if order.pointee.isCyclic {
      let isNextRound = rank == 0 && last == order.pointee.rankCount - 1
      if rank != last, rank != last + 1, !isNextRound {
        reportTag(
          .elementOrder,
          "`\(dialect.names[Int(element)])` out of order in `\(dialect.names[Int(top.pointee.element)])`"
        )
      }
      top.pointee.lastRank = rank
    } else if rank < last {
      reportTag(
        .elementOrder,
        "`\(dialect.names[Int(element)])` too late in `\(dialect.names[Int(top.pointee.element)])`")
    } else {
      top.pointee.lastRank = rank
    }
  }

  private mutating func checkContent(_ element: UInt8) {
    let rule = dialect.rules + Int(element)
    let missing = rule.pointee.required & ~top.pointee.seen
    if missing != 0 {
      let names = ElementSet(rawValue: missing).elements.map { "`\($0.name)`" }
      reportElement(
        .elementMissing,
        "`\(dialect.names[Int(element)])` without \(names.joined(separator: " and "))")
    } else if rule.pointee.isCyclic, top.pointee.lastRank != rule.pointee.rankCount - 1 {
      reportElement(.elementMissing, "the last `dt` has no `dd`")
    }
    if rule.pointee.text == .required, !top.pointee.flags.contains(.hasText) {
      reportElement(.elementEmpty, "`\(dialect.names[Int(element)])` without text")
    }
  }

  // MARK: - What an element means

  private mutating func begin(_ element: DialectElement) {
    switch element {
    case .h1, .h2, .h3, .h4, .h5, .h6: beginHeading(element)
    case .meta: readMeta()
    case .link: break
    case .html: readRoot()
    case .a: beginLink()
    case .nav, .header, .footer, .aside, .section, .article, .main: beginLandmark(element)
    case .figure: beginFigure()
    case .svg: beginDrawing()
    case .img: top.pointee.flags.insert(.hasText)
    case .table: beginTable()
    case .thead, .tbody, .tfoot: beginRows(element)
    case .tr: beginRow()
    case .td, .th: beginCell(element)
    case .col: countColumn()
    case .br: appendBoundary(0x20)
    case .wbr: search.lastBreak = text.count
    default: if element.namespace == .svg { drawMark(element) }
    }
  }

  private mutating func end(_ element: DialectElement) {
    switch element {
    case .h1, .h2, .h3, .h4, .h5, .h6: break
    case .a: endLink()
    case .section, .article: endSection(element)
    case .figure: endFigure()
    case .svg: endDrawing()
    case .svgTitle: endPictureTitle()
    case .table: endTable()
    case .thead, .tbody, .tfoot: endRows()
    case .tr: endRow()
    case .td, .th: endCell(element)
    case .style: endStyle()
    default: break
    }
  }
}

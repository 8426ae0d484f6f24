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
    let parentFlags: OpenElement.Flags = depth > 0 ? top.pointee.flags : []
    let isSVG = parentFlags.contains(.isSVG) || name.svg == DialectElement.svg.rawValue
    let element = tag.prefix == nil ? (isSVG ? name.svg : name.html) : NameTable.unknown
    if !isKnown(element) { reportUnknown(tag, name, isSVG) }
    checkNamespace(tag, element, isSVG)
    if isKnown(element) { checkClosing(element, tag.isEmptyElement, isSVG) }

    var excluded: UInt128 = 0
    if depth > 0 {
      excluded = top.pointee.excluded
      if isKnown(element) { checkPlace(element) }
    }
    endPart(element)
    let parent = depth > 0 ? top : nil
    parent?.pointee.childCount += 1

    if isKnown(element) {
      excluded |= dialect.rules[Int(element)].excluded
    }
    var flags = parentFlags.intersection(.inherited)
    if isSVG { flags.insert(.isSVG) }
    depth += 1
    top.initialize(
      to: OpenElement(
        element: element, lastRank: -1, flags: flags, id: -1,
        tagEnd: Int32(truncatingIfNeeded: parser.offset), textStart: Int32(text.count),
        childCount: 0, seen: 0, excluded: excluded, hrefHash: 0))
    readAttributes(tag, element)
    if let element = DialectElement(rawValue: element) { begin(element) }
  }

  mutating func endElement() {
    if surplusDepth > 0 {
      surplusDepth -= 1
      return
    }
    guard depth > 0 else { return }
    let element = top.pointee.element
    endPart(element)
    if let element = DialectElement(rawValue: element) {
      checkContent(element)
      end(element)
    }
    endProvenance()
    if top.pointee.id >= 0 {
      idPlaces[Int(top.pointee.id)].text = Int(top.pointee.textStart)..<text.count
    }
    let flags = top.pointee.flags
    depth -= 1
    guard depth > 0 else { return }
    if flags.contains(.hasText) { top.pointee.flags.insert(.hasText) }
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
    let isRoot =
      element == DialectElement.html.rawValue || element == DialectElement.svg.rawValue
    if !isRoot {
      if tag.declarationCount > 0 { reportTag(.elementNamespace, "`xmlns` on another element") }
      return
    }
    let expected = isSVG ? DialectElement.Namespace.svg : .html
    let declaration = tag.declaration(0)
    if tag.declarationCount != 1 || declaration.prefix != nil
      || declaration.uri?.string != expected.uri
    {
      reportTag(.elementNamespace, "no `xmlns=\"\(expected.uri)\"` and nothing else")
    }
  }

  private mutating func checkClosing(_ element: UInt8, _ isEmptyElement: Bool, _ isSVG: Bool) {
    let isVoid = dialect.rules[Int(element)].isVoid
    if isVoid, !isEmptyElement {
      reportTag(.elementSelfClosing, "`\(dialect.names[Int(element)])` with an end tag")
    } else if isEmptyElement, !isVoid, !isSVG {
      reportTag(.elementSelfClosing, "`\(dialect.names[Int(element)])` without an end tag")
    }
  }

  // MARK: - Place

  private mutating func checkPlace(_ element: UInt8) {
    let parent = top
    guard isKnown(parent.pointee.element) else { return }
    let bit = UInt128(1) << UInt128(element)
    defer { parent.pointee.seen |= bit }
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
    let order = dialect.rules[Int(parent.pointee.element)]
    if order.once & parent.pointee.seen & bit != 0 {
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
    } else if order.atEdge & bit != 0, parent.pointee.childCount > 0 {
      parent.pointee.flags.insert(.needsEnd)
    }
  }

  private mutating func checkRank(_ rank: Int8, _ element: UInt8, _ order: DialectTable.Rule) {
    let last = top.pointee.lastRank
    let parent = dialect.names[Int(top.pointee.element)]
    if order.isCyclic {
      let isNextRound = rank == 0 && last == order.rankCount - 1
      if rank != last, rank != last + 1, !isNextRound {
        reportTag(
          .elementOrder, "`\(dialect.names[Int(element)])` out of order in `\(parent)`")
      }
    } else if rank < last {
      reportTag(
        .elementOrder, "`\(dialect.names[Int(element)])` too late in `\(parent)`")
    }
    top.pointee.lastRank = order.isCyclic ? rank : max(rank, last)
  }

  private mutating func checkContent(_ element: DialectElement) {
    let rule = dialect.rules[Int(element.rawValue)]
    let missing = rule.required & ~top.pointee.seen
    if missing != 0 {
      let names = ElementSet(rawValue: missing).elements.map { "`\($0.name)`" }
      reportElement(
        .elementMissing, "`\(element.name)` without \(names.joined(separator: " and "))")
    } else if rule.isCyclic, top.pointee.lastRank != rule.rankCount - 1 {
      reportElement(.elementMissing, "the last `dt` has no `dd`")
    }
    if rule.text == .required, !top.pointee.flags.contains(.hasText) {
      reportElement(.elementEmpty, "`\(element.name)` without text")
    }
  }

  // MARK: - What an element means

  private mutating func begin(_ element: DialectElement) {
    noteContent(element)
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
    case .br, .wbr: text.append(0x20)
    default:
      if top.pointee.flags.contains(.isSVG) { drawMark(element) }
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

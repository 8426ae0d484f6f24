internal import HTMLDialect
internal import LibXML2

/// Names, namespaces, content model and order: rules 5 to 13, 17 and 19 of the dialect.
extension PageReader {
  @inline(__always)
  mutating func startElement(_ tag: XMLStartTag) {
    elementCount &+= 1
    let parent = top
    guard parent != deepest else {
      startTooDeep()
      return
    }
    var row = nameTable.row(of: tag.name, in: parent.pointee.names)
    var flags = parent.pointee.flags.intersection(.inherited)
    flags.formUnion(row.pointee.rule.pointee.flags)
    if !row.pointee.isUsual || tag.prefix != nil || tag.declarationCount > 0
      || (tag.isEmptyElement
        ? !row.pointee.rule.pointee.mayBeEmpty : row.pointee.rule.pointee.isVoid)
    {
      row = readUnusualName(tag, row, flags.contains(.isSVG))
    }
    let (rule, element) = (row.pointee.rule, row.pointee.element)
    var place = row.pointee.place
    if place == DialectTable.Place.required {
      parent.pointee.seen |= rule.pointee.bit
      place = DialectTable.Place.free
    }
    if place != DialectTable.Place.free
      || parent.pointee.excluded & rule.pointee.isExcludedBy != 0
      || parent.pointee.flags.contains(.needsEnd)
    {
      checkUnusualPlace(element, rule, place)
    }
    if rule.pointee.parting != .none { endPart(rule.pointee.parting) }
    parent.pointee.childCount &+= 1
    top = parent + 1
    top.initialize(
      to: OpenElement(
        element: element, lastRank: -1, names: row.pointee.names, flags: flags, id: -1,
        tagEnd: Int32(truncatingIfNeeded: tag.end),
        textStart: Int32(truncatingIfNeeded: text.count), childCount: 0, wordLimit: 0,
        excluded: parent.pointee.excluded | rule.pointee.excludes, seen: 0))
    readAttributes(tag, element, required: row.pointee.required)
    if parent.pointee.flags.contains(.awaitsHeading), isKnown(element) { noteContent(element) }
    // The two most frequent ones by the shortest way.
    switch rule.pointee.role {
    case .none: break
    case .mark: drawMark(element)
    case .cell: beginCell(element)
    default: begin(rule.pointee.role, element)
    }
  }

  private mutating func startTooDeep() {
    if surplusDepth == 0 {
      reportTag(.elementDepth, "more than \(Dialect.maximumDepth) elements inside each other")
    }
    surplusDepth += 1
  }

  @inline(__always)
  mutating func endElement() {
    guard surplusDepth == 0 else {
      surplusDepth -= 1
      return
    }
    let ended = top
    let element = ended.pointee.element
    let rule = dialect.rules + Int(element)
    if rule.pointee.parting != .none { endPart(rule.pointee.parting) }
    if rule.pointee.hasDebts { checkContent(element, rule) }
    if rule.pointee.needsText, !ended.pointee.flags.contains(.hasText) { reportEmpty(element) }
    // The two most frequent ones by the shortest way.
    switch rule.pointee.endRole {
    case .none: break
    case .cell: endHeaderCell()
    case .row: endRow()
    default: end(rule.pointee.endRole, element)
    }
    if ended.pointee.flags.contains(.hasProvenance) { endProvenance() }
    if !ended.pointee.flags.isDisjoint(with: .owing) { endOwing() }
    top = ended - 1
    top.pointee.flags.formUnion(ended.pointee.flags.intersection(.hasText))
  }

  @inline(never)
  private mutating func reportEmpty(_ element: UInt8) {
    reportElement(.elementEmpty, "`\(dialect.names[Int(element)])` without text")
  }

  /// The end of an element that has a limit or an id.
  private mutating func endOwing() {
    if top.pointee.flags.contains(.isColoured) { checkColour() }
    if top.pointee.wordLimit > 0 { checkWordCount() }
    if top.pointee.id >= 0 {
      idPlaces[Int(top.pointee.id)].text = Int(top.pointee.textStart)..<text.count
    }
  }

  // MARK: - Names

  /// A name with a prefix, one outside the dialect, a namespace, or a tag that is closed in another way.
  ///
  /// - Returns: What is known of the element, which a prefix makes an unknown one.
  @inline(never)
  private mutating func readUnusualName(
    _ tag: XMLStartTag, _ row: UnsafeMutablePointer<ElementRow>, _ isSVG: Bool
  ) -> UnsafeMutablePointer<ElementRow> {
    let element = row.pointee.element
    guard isKnown(element), tag.prefix == nil else {
      reportUnknown(tag, isSVG)
      if tag.declarationCount > 0 { checkNamespace(tag, NameTable.unknown) }
      return nameTable.unknownRow(inSVG: isSVG)
    }
    if tag.declarationCount > 0 || dialect.rules[Int(element)].isRoot {
      checkNamespace(tag, element)
    }
    let rule = dialect.rules + Int(element)
    if tag.isEmptyElement ? !rule.pointee.mayBeEmpty : rule.pointee.isVoid {
      let found = tag.isEmptyElement ? "without an end tag" : "with an end tag"
      reportTag(.elementSelfClosing, "`\(dialect.names[Int(element)])` \(found)")
    }
    return row
  }

  private mutating func reportUnknown(_ tag: XMLStartTag, _ isSVG: Bool) {
    let text = tag.name.string
    let name = nameTable.find(tag.name)
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

  private mutating func checkNamespace(_ tag: XMLStartTag, _ element: UInt8) {
    guard isKnown(element), dialect.rules[Int(element)].isRoot else {
      reportTag(.elementNamespace, "`xmlns` on another element")
      return
    }
    let expected: DialectElement.Namespace =
      element == DialectElement.svg.rawValue ? .svg : .html
    let declaration = tag.declaration(0)
    if tag.declarationCount != 1 || declaration.prefix != nil
      || !nameTable.isNamespace(expected, declaration.uri)
    {
      reportTag(.elementNamespace, "no `xmlns=\"\(expected.uri)\"` and nothing else")
    }
  }

  // MARK: - Place

  private mutating func checkUnusualPlace(
    _ element: UInt8, _ rule: UnsafeMutablePointer<DialectTable.Rule>, _ place: Int8
  ) {
    let parent = top
    guard isKnown(parent.pointee.element), isKnown(element) else { return }
    let bit = rule.pointee.bit
    let hasSibling = parent.pointee.seen & bit != 0
    parent.pointee.seen |= bit
    if place == DialectTable.Place.notAllowed {
      reportTag(
        .elementMisplaced,
        "`\(dialect.names[Int(element)])` in `\(dialect.names[Int(parent.pointee.element)])`")
      return
    }
    if parent.pointee.excluded & rule.pointee.isExcludedBy != 0 {
      reportTag(
        .elementNested,
        "`\(dialect.names[Int(element)])` somewhere inside an element that may not hold it")
    }
    let order = dialect.rules + Int(parent.pointee.element)
    if hasSibling, order.pointee.once & bit != 0 {
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

  private mutating func checkContent(
    _ element: UInt8, _ rule: UnsafeMutablePointer<DialectTable.Rule>
  ) {
    let missing = rule.pointee.required & ~top.pointee.seen
    if missing != 0 {
      let names = ElementSet(rawValue: missing).elements.map { "`\($0.name)`" }
      reportElement(
        .elementMissing,
        "`\(dialect.names[Int(element)])` without \(names.joined(separator: " and "))")
    } else if rule.pointee.isCyclic, top.pointee.lastRank != rule.pointee.rankCount - 1 {
      reportElement(.elementMissing, "the last `dt` has no `dd`")
    }
  }

  // MARK: - What an element means

  private mutating func begin(_ role: DialectTable.Role, _ element: UInt8) {
    switch role {
    case .none, .cell, .drawingTitle, .mark: break
    case .style: beginStyle()
    case .heading: beginHeading(element)
    case .meta: readMeta()
    case .root: readRoot()
    case .link: beginLink()
    case .landmark: beginLandmark(element)
    case .section:
      top.pointee.flags.insert(.awaitsHeading)
      beginLandmark(element)
    case .figure: beginFigure()
    case .image: top.pointee.flags.insert(.hasText)
    case .drawing: beginDrawing()
    // Coordinates in there are of another system.
    case .definition: top.pointee.flags.insert(.isTransformed)
    case .table: beginTable()
    case .rows: beginRows(element)
    case .row: beginRow()
    case .column: countColumn()
    case .lineBreak: appendBoundary(0x20)
    case .wordBreak: search.lastBreak = text.count
    }
  }

  @inline(never)
  private mutating func end(_ role: DialectTable.Role, _ element: UInt8) {
    switch role {
    case .none, .cell, .heading, .meta, .root, .landmark, .image, .definition, .mark, .column, .row,
      .lineBreak, .wordBreak:
      break
    case .link: endLink()
    case .section: endSection(element)
    case .figure: endFigure()
    case .style: endStyle()
    case .drawing: endDrawing()
    case .drawingTitle: endPictureTitle()
    case .table: endTable()
    case .rows: endRows()
    }
  }
}

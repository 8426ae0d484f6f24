internal import Glibc
internal import HTMLDialect
internal import LibXML2

/// Attributes of the tag at hand: which may stand there, and what their values say.
extension PageReader {
  mutating func readAttributes(_ tag: XMLStartTag, _ element: UInt8) {
    (present, written) = (0, 0)
    if decoded.count > 0 { decoded.removeAll() }
    let count = tag.attributeCount
    if count > Dialect.maximumAttributes {
      reportTag(
        .attributeCount, "\(count) attributes, at most \(Dialect.maximumAttributes) allowed")
      return
    }
    for index in 0..<count {
      guard let attribute = tag.attribute(index) else { continue }
      readAttribute(attribute, of: tag, element)
    }
    guard isKnown(element) else { return }
    let missing = dialect.required[Int(element)].rawValue & ~written
    if missing != 0 { reportMissing(missing, element) }
    useSharedAttributes(element)
  }

  @inline(__always)
  private mutating func readAttribute(
    _ attribute: XMLAttribute, of tag: XMLStartTag, _ element: UInt8
  ) {
    let name = nameTable.find(attribute.name).attribute
    guard name != NameTable.unknown, attribute.prefix == nil else {
      reportUnknown(attribute, element)
      return
    }
    guard isKnown(element) else { return }
    let rule = dialect.value(of: name, on: element)
    var value = attribute.value
    let isGood: Bool
    switch rule.kind {
    case .notAllowed:
      // `xmlns` is in the table for the template compiler; here it is a namespace.
      reportUnknown(attribute, element)
      return
    case .number: isGood = ValueSyntax.isNumber(value)
    case .nonNegativeNumber: isGood = ValueSyntax.isNonNegativeNumber(value)
    case .classNames:
      if knownClasses.contains(value) {
        isGood = true
      } else {
        isGood = ValueSyntax.isClassNames(value)
        let count = findings.total
        scanNames(inValue: value)
        if isGood, findings.total == count { knownClasses.insert(value) }
      }
    case .identifier:
      isGood = ValueSyntax.isIdentifier(value)
      scanNames(inValue: value)
    case .empty: isGood = value.isEmpty
    case .pathData: isGood = ValueSyntax.isPathData(value)
    case .metricKeys:
      isGood = ValueSyntax.isList(value, of: ValueSyntax.isMetricKey)
      scanNames(inValue: value)
    case .reference:
      isGood = ValueSyntax.isIdentifier(value)
      if isGood { refer(to: value, name) }
    case .references:
      isGood = ValueSyntax.isList(value, of: ValueSyntax.isIdentifier)
      if isGood { forEachItem(of: value) { refer(to: $0, name) } }
    case .fragment:
      isGood = ValueSyntax.isFragment(value)
      if isGood { refer(to: Bytes(rebasing: value[1...]), name) }
    case .paint:
      isGood = dialect.grammars[Int(rule.grammar)].accepts(value)
      if isGood, value.count > 6, value[3] == UInt8(ascii: "(") {
        refer(to: Bytes(rebasing: value[5..<(value.count - 1)]), name)
      }
    case .link:
      value = decode(value, of: tag)
      isGood = LinkSyntax(value) != nil
      if isGood, value.first == UInt8(ascii: "#") { refer(to: Bytes(rebasing: value[1...]), name) }
      scanNames(inValue: value)
    case .text:
      value = decode(value, of: tag)
      isGood = dialect.grammars[Int(rule.grammar)].accepts(value)
      if name != DialectAttribute.value.rawValue, name != DialectAttribute.content.rawValue {
        checkLabel(value, name)
      }
      scanNames(inValue: value)
    case .other: isGood = dialect.grammars[Int(rule.grammar)].accepts(value)
    }
    let bit = UInt128(1) << UInt128(name)
    written |= bit
    guard isGood else {
      reportValue(value, name, rule.grammar)
      return
    }
    present |= bit
    values[Int(name)] = value
  }

  /// libxml2 leaves `&#38;` for an ampersand in a value.
  @inline(__always)
  private mutating func decode(_ value: Bytes, of tag: XMLStartTag) -> Bytes {
    guard let base = value.baseAddress, memchr(base, 0x26, value.count) != nil else { return value }
    let start = decoded.count
    // Growing would move values of this tag that were decoded before, so there is room for all.
    if start == 0 { decoded.reserve(sizeOfValues(tag)) }
    var index = 0
    while index < value.count {
      decoded.append(value[index])
      if value[index] == UInt8(ascii: "&"), value[index...].starts(with: "&#38;".utf8) {
        index += 4
      }
      index += 1
    }
    return decoded[start..<decoded.count]
  }

  private func sizeOfValues(_ tag: XMLStartTag) -> Int {
    (0..<tag.attributeCount).reduce(0) { $0 + (tag.attribute($1)?.value.count ?? 0) }
  }

  // MARK: - Reporting

  private mutating func reportUnknown(_ attribute: XMLAttribute, _ element: UInt8) {
    let name = attribute.name.string
    let written = attribute.prefix.map { "\($0.string):\(name)" } ?? name
    guard isKnown(element) else { return }
    reportTag(
      .attributeUnknown, "attribute `\(written)` on `\(dialect.names[Int(element)])`",
      attribute: written)
  }

  private mutating func reportMissing(_ missing: UInt128, _ element: UInt8) {
    for attribute in AttributeSet(rawValue: missing).attributes {
      reportTag(
        .attributeMissing, "`\(dialect.names[Int(element)])` without `\(attribute.name)`")
    }
  }

  private mutating func reportValue(_ value: Bytes, _ name: UInt8, _ grammar: UInt8) {
    let grammar = dialect.grammars[Int(grammar)]
    let attribute = dialect.attributeNames[Int(name)]
    let shown = excerpt(value)
    if grammar == .link {
      reportTag(.linkScheme, "address `\(shown)`", attribute: attribute)
    } else if Self.mayLoad.contains(grammar),
      value.contains(UInt8(ascii: ":")) || value.contains(UInt8(ascii: "/"))
    {
      reportTag(
        .resourceExternal, "`\(attribute)` names `\(shown)`, which is not in the page",
        attribute: attribute)
    } else {
      reportTag(
        .attributeValue,
        "value `\(shown)` of `\(attribute)`; expected \(grammar.expectation)",
        attribute: attribute)
    }
  }

  /// Values for which a browser would fetch something, were they addresses.
  private static let mayLoad: Set<ValueGrammar> = [
    .fragment, .iconData, .imageData, .localReference, .paint,
  ]

  func excerpt(_ bytes: Bytes) -> String {
    let text = string(bytes)
    return text.count > 60 ? text.prefix(60) + "…" : text
  }

  // MARK: - Values that say more

  private mutating func refer(to id: Bytes, _ attribute: UInt8) {
    let index = referenceNames.insert(id).index
    references.append(
      Reference(
        name: index, attribute: attribute, element: top.pointee.element,
        tagEnd: Int(top.pointee.tagEnd), table: openTables > 0 ? tables[openTables - 1].number : -1)
    )
  }

  private mutating func useSharedAttributes(_ element: UInt8) {
    if let id = value(.id) { declare(id) }
    if value(.ariaHidden) != nil || value(.hidden) != nil { top.pointee.flags.insert(.isHidden) }
    if value(.transform) != nil { top.pointee.flags.insert(.isTransformed) }
    if value(.ariaLabel) != nil || value(.ariaLabelledby) != nil {
      top.pointee.flags.insert(.isNamed)
    }
    beginProvenance(element)
  }

  private mutating func declare(_ id: Bytes) {
    let (index, isNew) = ids.insert(id)
    guard isNew else {
      reportTag(.idDuplicate, "a second `id=\"\(string(id))\"`", attribute: "id")
      return
    }
    top.pointee.id = Int32(index)
    idPlaces.append(
      IdPlace(
        element: top.pointee.element,
        table: openTables > 0 ? tables[openTables - 1].number : -1, text: text.count..<text.count))
  }
}

/// The items of a list with spaces between.
func forEachItem(
  of list: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
) {
  var start = 0
  var index = 0
  while index <= list.count {
    if index == list.count || list[index] == 0x20 {
      if index > start { body(UnsafeBufferPointer(rebasing: list[start..<index])) }
      start = index + 1
    }
    index += 1
  }
}

/// An id of the page: what carries it, and its text.
struct IdPlace {
  var element: UInt8
  /// Number of the table it stands in, or -1.
  var table: Int
  var text: Range<Int>
}

/// A value that names an id; resolved when the whole page is read.
struct Reference {
  /// Index into the page's names of references.
  var name: Int
  var attribute: UInt8
  var element: UInt8
  var tagEnd: Int
  var table: Int
}

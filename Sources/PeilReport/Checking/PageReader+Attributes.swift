internal import Glibc
internal import HTMLDialect
internal import LibXML2

/// Attributes of the tag at hand: which may stand there, and what their values say.
extension PageReader {
  func readAttributes(_ tag: XMLStartTag, _ element: UInt8) {
    present = 0
    if decoded.count > 0 { decoded.removeAll() }
    let count = tag.attributeCount
    if count > Dialect.maximumAttributes {
      reportTag(
        .attributeCount, "\(count) attributes, at most \(Dialect.maximumAttributes) allowed")
      return
    }
    // Decoding must not move values that were taken before, so its memory is made large enough.
    if count > 0 { reserveDecoded(tag, count) }
    for index in 0..<count {
      guard let attribute = tag.attribute(index) else { continue }
      readAttribute(attribute, element)
    }
    guard isKnown(element) else { return }
    let missing = dialect.required[Int(element)].rawValue & ~present
    if missing != 0 { reportMissing(missing, element) }
    useSharedAttributes(element)
  }

  private func reserveDecoded(_ tag: XMLStartTag, _ count: Int) {
    var total = 0
    for index in 0..<count {
      if let attribute = tag.attribute(index) { total += attribute.value.count }
    }
    if total > 4096 { decoded.reserve(total) }
  }

  @inline(__always)
  private func readAttribute(_ attribute: XMLAttribute, _ element: UInt8) {
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
      isGood = ValueSyntax.isClassNames(value)
      scanNames(inValue: value)
    case .identifier:
      isGood = ValueSyntax.isIdentifier(value)
      scanNames(inValue: value)
    case .other:
      value = decode(value)
      isGood = dialect.grammars[Int(rule.grammar)].accepts(value)
      use(value, name: name, grammar: rule.grammar)
    }
    if !isGood { reportValue(value, name, rule.grammar) }
    present |= UInt128(1) << UInt128(name)
    values[Int(name)] = value
  }

  /// libxml2 leaves `&#38;` for an ampersand in a value.
  @inline(__always)
  private func decode(_ value: Bytes) -> Bytes {
    guard let base = value.baseAddress, memchr(base, 0x26, value.count) != nil else { return value }
    let start = decoded.count
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

  // MARK: - Reporting

  private func reportUnknown(_ attribute: XMLAttribute, _ element: UInt8) {
    let name = attribute.name.string
    let written = attribute.prefix.map { "\($0.string):\(name)" } ?? name
    guard isKnown(element) else { return }
    reportTag(
      .attributeUnknown, "attribute `\(written)` on `\(dialect.names[Int(element)])`",
      attribute: written)
  }

  private func reportMissing(_ missing: UInt128, _ element: UInt8) {
    for attribute in AttributeSet(rawValue: missing).attributes where attribute != .xmlns {
      reportTag(
        .attributeMissing, "`\(dialect.names[Int(element)])` without `\(attribute.name)`")
    }
  }

  private func reportValue(_ value: Bytes, _ name: UInt8, _ grammar: UInt8) {
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

  private func use(_ value: Bytes, name: UInt8, grammar: UInt8) {
    switch dialect.grammars[Int(grammar)] {
    case .identifierReference:
      refer(to: value, name)
    case .identifierReferences:
      forEachItem(of: value) { refer(to: $0, name) }
    case .fragment:
      if value.count > 1 { refer(to: Bytes(rebasing: value.dropFirst()), name) }
    case .localReference, .paint:
      if value.count > 6, value[3] == UInt8(ascii: "(") {
        refer(to: Bytes(rebasing: value[5..<(value.count - 1)]), name)
      }
    case .link:
      if value.count > 1, value.first == UInt8(ascii: "#") {
        refer(to: Bytes(rebasing: value.dropFirst()), name)
      }
      scanNames(inValue: value)
    case .text, .nonEmptyText:
      if name != DialectAttribute.value.rawValue { checkLabel(value, name) }
      scanNames(inValue: value)
    case .metricKeys, .metaContent:
      scanNames(inValue: value)
    default: break
    }
  }

  private func refer(to id: Bytes, _ attribute: UInt8) {
    let index = referenceNames.insert(id).index
    references.append(
      Reference(
        name: index, attribute: attribute, element: top.pointee.element,
        tagEnd: Int(top.pointee.tagEnd), table: openTables > 0 ? tables[openTables - 1].number : -1)
    )
  }

  func forEachItem(of list: Bytes, _ body: (Bytes) -> Void) {
    var start = 0
    var index = 0
    while index <= list.count {
      if index == list.count || list[index] == 0x20 {
        if index > start { body(Bytes(rebasing: list[start..<index])) }
        start = index + 1
      }
      index += 1
    }
  }

  private func useSharedAttributes(_ element: UInt8) {
    if let id = value(.id) { declare(id) }
    if value(.ariaHidden) != nil || value(.hidden) != nil { top.pointee.flags.insert(.isHidden) }
    if value(.transform) != nil { top.pointee.flags.insert(.isTransformed) }
    if value(.ariaLabel) != nil || value(.ariaLabelledby) != nil {
      top.pointee.flags.insert(.isNamed)
    }
    beginProvenance(element)
  }

  private func declare(_ id: Bytes) {
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

internal import Glibc
internal import HTMLDialect
internal import LibXML2

/// Attributes of the tag at hand: which may stand there, and what their values say.
extension PageReader {
  mutating func readAttributes(_ tag: XMLStartTag, _ element: UInt8) {
    (present, written) = (0, 0)
    let count = tag.attributeCount
    if count > 0 {
      if decoded.count > 0 { decoded.removeAll() }
      guard count <= Dialect.maximumAttributes else {
        reportTag(
          .attributeCount, "\(count) attributes, at most \(Dialect.maximumAttributes) allowed")
        return
      }
      var index = 0
      while index < count {
        if let attribute = tag.attribute(index) { readAttribute(attribute, of: tag, element) }
        index &+= 1
      }
    }
    guard isKnown(element) else { return }
    let missing = dialect.required[Int(element)].rawValue & ~written
    if missing != 0 { reportMissing(missing, element) }
    if present != 0 { useSharedAttributes(element) }
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
    let bit = dialect.bits[Int(name)]
    written |= bit
    switch rule.kind {
    case .number, .nonNegativeNumber:
      guard let number = NumberValue(attribute.value), rule.kind == .number || !number.isNegative
      else {
        reportValue(attribute.value, name, rule.grammar)
        return
      }
      present |= bit
      numbers[Int(name)] = number.value
      return
    case .classNames, .constant:
      guard goodValues.contains(attribute.value, for: rule.grammar) else { break }
      present |= bit
      values[Int(name)] = attribute.value
      return
    case .text:
      guard goodValues.contains(attribute.value, for: rule.grammar) else { break }
      present |= bit
      values[Int(name)] = attribute.value
      return
    case .metricKeys:
      let start = keyLists.count
      guard readKeys(attribute.value) else {
        reportValue(attribute.value, name, rule.grammar)
        return
      }
      present |= bit
      values[Int(name)] = attribute.value
      if name == DialectAttribute.dataMark.rawValue {
        markKeys = start..<keyLists.count
      } else {
        metricKeys = start..<keyLists.count
      }
      return
    default: break
    }
    readUnusual(attribute, name, rule, of: tag, element)
  }

  /// A value that is no number and not one of those that come again and again.
  private mutating func readUnusual(
    _ attribute: XMLAttribute, _ name: UInt8, _ rule: DialectTable.Value, of tag: XMLStartTag,
    _ element: UInt8
  ) {
    var value = attribute.value
    let isGood: Bool
    switch rule.kind {
    case .notAllowed:
      // `xmlns` is in the table for the template compiler; here it is a namespace.
      written &= ~dialect.bits[Int(name)]
      reportUnknown(attribute, element)
      return
    case .number, .nonNegativeNumber, .metricKeys: return
    case .classNames:
      isGood = ValueSyntax.isClassNames(value)
      let count = findings.total
      _ = scanNames(inValue: value)
      // A class that says something is looked at each time.
      if !noteMeaning(ofClasses: value), isGood, findings.total == count {
        goodValues.insert(value, for: rule.grammar)
      }
    case .constant:
      isGood = dialect.grammars[Int(rule.grammar)].accepts(value)
      if isGood { goodValues.insert(value, for: rule.grammar) }
    case .identifier:
      isGood = ValueSyntax.isIdentifier(value)
      _ = scanNames(inValue: value)
    case .empty: isGood = value.isEmpty
    case .pathData: isGood = ValueSyntax.isPathData(value)
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
      _ = scanNames(inValue: value)
    case .text:
      value = decode(value, of: tag)
      let count = findings.total
      let kinds = scanNames(inValue: value, isLabel: true)
      let isBlank = kinds & TextKinds.visible == 0
      isGood = !isBlank || dialect.mayBeBlank(rule.grammar)
      if kinds & TextKinds.special != 0 { checkResidue(value) }
      if kinds & TextKinds.beyondASCII != 0 { checkBeyondASCII(value, isLabel: true) }
      if kinds & TextKinds.digit != 0, name != DialectAttribute.value.rawValue,
        name != DialectAttribute.content.rawValue
      {
        checkLabel(value, name)
      } else if isGood, findings.total == count, kinds & TextKinds.beyondASCII == 0 {
        goodValues.insert(attribute.value, for: rule.grammar)
      }
    case .dateTime:
      time = DateTimeSyntax(value)
      isGood = time != nil
    case .other: isGood = dialect.grammars[Int(rule.grammar)].accepts(value)
    }
    guard isGood else {
      reportValue(value, name, rule.grammar)
      return
    }
    present |= dialect.bits[Int(name)]
    values[Int(name)] = value
  }

  /// Keys with one space between, added to the lists as their numbers.
  ///
  /// - Returns: `false` for what is no list of keys.
  @inline(__always)
  private mutating func readKeys(_ value: Bytes) -> Bool {
    guard let letters = value.baseAddress else { return false }
    var start = 0
    while true {
      var end = start
      while end < value.count, letters[end] != 0x20 { end &+= 1 }
      let key = Bytes(start: letters + start, count: end &- start)
      let number = keys.number(of: key)
      if !keys.states[number].contains(.isRead) {
        guard keys.isInLedger(number) || ValueSyntax.isMetricKey(key) else { return false }
        let count = findings.total
        _ = scanNames(inValue: key)
        if findings.total == count { keys.states[number].insert(.isRead) }
      }
      keyLists.append(number)
      if end == value.count { return true }
      start = end &+ 1
    }
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
    if present & dialect.stateAttributes != 0 {
      if has(.ariaHidden) || has(.hidden) { top.pointee.flags.insert(.isHidden) }
      if has(.transform) { top.pointee.flags.insert(.isTransformed) }
      if has(.ariaLabel) || has(.ariaLabelledby) { top.pointee.flags.insert(.isNamed) }
    }
    if present & dialect.provenanceAttributes != 0 { beginProvenance(element) }
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

internal import CByteMasks
internal import Glibc
internal import HTMLDialect
internal import LibXML2

/// Attributes of the tag at hand: which may stand there, and what their values say.
extension PageReader {
  @inline(__always)
  mutating func readAttributes(_ tag: XMLStartTag, _ element: UInt8, required: UInt64) {
    present = tag.attributeCount > 0 ? readValues(tag, element) : 0
    if required & ~present != 0 { reportMissing(tag, element) }
    if present & dialect.sharedAttributes != 0 { useSharedAttributes() }
    if present & dialect.provenanceAttributes != 0 { beginProvenance(element) }
  }

  /// - Returns: Bits of the attributes that keep their grammar.
  @inline(never)
  private mutating func readValues(_ tag: XMLStartTag, _ element: UInt8) -> UInt64 {
    let count = tag.attributeCount
    hasStrangeKey = false
    if decoded.count > 0 { decoded.removeAll() }
    guard count <= Dialect.maximumAttributes else {
      reportTag(
        .attributeCount, "\(count) attributes, at most \(Dialect.maximumAttributes) allowed")
      return 0
    }
    var found: UInt64 = 0
    tag.forEachAttribute { attribute in
      let row = nameTable.row(of: attribute.name, on: element).pointee
      if row.rule.kind == .notAllowed || attribute.prefix != nil {
        reportUnknown(attribute, element)
      } else if readValue(attribute.value, row.attribute, row.rule, of: tag) {
        found |= row.bit
      }
    }
    return found
  }

  /// - Returns: Whether the value keeps its grammar; if not, it was reported.
  @inline(__always)
  private mutating func readValue(
    _ value: Bytes, _ attribute: Int, _ rule: DialectTable.Value, of tag: XMLStartTag
  ) -> Bool {
    if rule.kind.isNumber {
      guard let number = shortNumbers.number(value), rule.kind == .number || !number.isNegative
      else {
        reportValue(value, UInt8(attribute), rule.grammar)
        return false
      }
      numbers[attribute] = number.value
      return true
    }
    if rule.kind.comesAgain {
      if goodValues.contains(value, for: UInt64(rule.grammar)) {
        values[attribute] = value
        return true
      }
    } else if rule.kind == .metricKeys {
      let start = keyLists.count
      guard readKeys(value) else {
        reportValue(value, UInt8(attribute), rule.grammar)
        return false
      }
      if attribute == Int(DialectAttribute.dataMark.rawValue) {
        markKeys = start..<keyLists.count
      } else {
        metricKeys = start..<keyLists.count
      }
      return true
    }
    return readUnusual(value, UInt8(truncatingIfNeeded: attribute), rule, of: tag)
  }

  /// A value that is no number and not one of those that come again and again.
  private mutating func readUnusual(
    _ written: Bytes, _ name: UInt8, _ rule: DialectTable.Value, of tag: XMLStartTag
  ) -> Bool {
    var value = written
    let isGood: Bool
    switch rule.kind {
    case .notAllowed, .number, .nonNegativeNumber, .metricKeys: return false
    case .classNames:
      // What a class says is noted each time; its letters are looked at once.
      let use = UInt64(rule.grammar) | (noteMeaning(ofClasses: value) ? Self.saysSomething : 0)
      if wasGood(value, for: use) {
        isGood = true
      } else {
        isGood = ValueSyntax.isClassNames(value)
        let kinds = scanNames(inValue: value)
        if isGood, kinds & TextKinds.name == 0 { keepGood(value, for: use) }
      }
    case .constant:
      isGood = dialect.grammars[Int(rule.grammar)].accepts(value)
      if isGood { goodValues.insert(value, for: UInt64(rule.grammar)) }
    case .identifier:
      if wasGood(value, for: UInt64(rule.grammar)) {
        isGood = true
      } else {
        let kinds = scanNames(inValue: value)
        isGood = kinds & TextKinds.notInIdentifier == 0 && value.first.map(isLetter) == true
        if isGood, kinds & TextKinds.name == 0 { keepGood(value, for: UInt64(rule.grammar)) }
      }
    case .empty: isGood = value.isEmpty
    case .pathData: isGood = ValueSyntax.isPathData(value)
    case .reference: isGood = refer(to: value, name)
    case .references:
      isGood = ValueSyntax.isList(value) { refer(to: $0, name) }
    case .fragment:
      isGood =
        value.first == UInt8(ascii: "#") && refer(to: Bytes(rebasing: value.dropFirst()), name)
    case .paint:
      isGood = dialect.grammars[Int(rule.grammar)].accepts(value)
      if isGood, value.count > 6, value[3] == UInt8(ascii: "(") {
        _ = refer(to: Bytes(rebasing: value[5..<(value.count - 1)]), name)
      }
    case .link:
      if value.first == UInt8(ascii: "#") {
        // The id that it names was searched for names where it stands.
        isGood = refer(to: Bytes(rebasing: value.dropFirst()), name)
      } else {
        value = decode(value, of: tag)
        isGood = LinkSyntax(value) != nil
        if scanText(inValue: value) & TextKinds.beyondASCII != 0 { hasControls = true }
      }
    case .text:
      value = decode(value, of: tag)
      let count = findings.total
      let kinds = scanText(inValue: value, isLabel: true)
      let isBlank = kinds & TextKinds.visible == 0
      isGood = !isBlank || dialect.mayBeBlank(rule.grammar)
      if TextKinds.mayHoldResidue(kinds) { checkResidue(value) }
      if kinds & TextKinds.beyondASCII != 0 { checkBeyondASCII(value, isLabel: true) }
      if kinds & TextKinds.digit != 0, name != DialectAttribute.value.rawValue,
        name != DialectAttribute.content.rawValue
      {
        checkLabel(value, name)
      } else if isGood, findings.total == count,
        kinds & (TextKinds.beyondASCII | TextKinds.special | TextKinds.name) == 0,
        value.baseAddress == written.baseAddress
      {
        // Not with an ampersand, which must be decoded each time.
        goodValues.insert(written, for: UInt64(rule.grammar))
      }
    case .dateTime:
      time = DateTimeSyntax(value)
      isGood = time != nil
    case .other: isGood = dialect.grammars[Int(rule.grammar)].accepts(value)
    }
    if isGood { values[Int(name)] = value } else { reportValue(value, name, rule.grammar) }
    return isGood
  }

  /// Beside a grammar: a class that says something.
  private static let saysSomething: UInt64 = 1 << 8

  /// Whether a value was found good before for the same use.
  private mutating func wasGood(_ value: Bytes, for use: UInt64) -> Bool {
    value.count <= ShortValues.longest
      ? goodValues.contains(value, for: use)
      : goodLongValues.contains(value, hashOfBytes(value) ^ use)
  }

  private mutating func keepGood(_ value: Bytes, for use: UInt64) {
    if value.count <= ShortValues.longest {
      goodValues.insert(value, for: use)
    } else if value.count <= Self.longestGoodValue {
      if goodLongValues.count >= Self.mostGoodLongValues { goodLongValues.removeAll() }
      // The use is a part of the hash, and equal hashes are asked for before the letters are.
      _ = goodLongValues.insert(value, hashOfBytes(value) ^ use)
    }
  }

  private static let longestGoodValue = 64
  /// That are remembered from page to page.
  private static let mostGoodLongValues = 256

  /// Keys with one space between, added to the lists as their numbers.
  ///
  /// - Returns: `false` for what is no list of keys.
  @inline(never)
  private mutating func readKeys(_ value: Bytes) -> Bool {
    guard let letters = value.baseAddress else { return false }
    var start = 0
    while true {
      let key = Bytes(
        start: letters + start, count: endOfItem(letters + start, value.count &- start))
      let hash = hashOfBytes(key)
      let number = keys.number(of: key, hash)
      if !keys.states[number].contains(.isRead) {
        keys.states[number].insert(.isRead)
        if !goodKeys.contains(key, hash), !readNewKey(key, number) { return false }
      }
      if !keys.isInLedger(number) { hasStrangeKey = true }
      keyLists.append(Int32(truncatingIfNeeded: number))
      start &+= key.count &+ 1
      if start > value.count { return true }
    }
  }

  /// - Returns: `false` for what is no key.
  private mutating func readNewKey(_ key: Bytes, _ number: Int) -> Bool {
    let kinds = scanNames(inValue: key)
    if kinds & (TextKinds.beyondASCII | TextKinds.special) != 0 { hasControls = true }
    if !keys.isInLedger(number) {
      guard kinds & TextKinds.notInKey == 0, let first = key.first,
        isLetter(first) || first &- 0x30 < 10
      else { return false }
    }
    if kinds & (TextKinds.beyondASCII | TextKinds.special | TextKinds.name) == 0 {
      if goodKeys.count >= Self.mostGoodKeys { goodKeys.removeAll() }
      _ = goodKeys.insert(key)
    } else {
      keys.states[number].remove(.isRead)
    }
    return true
  }

  /// That are remembered from page to page.
  private static let mostGoodKeys = 2048

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

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
    var size = 0
    tag.forEachAttribute { size += $0.value.count }
    return size
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

  /// What is there with a bad value was reported for that.
  @inline(never)
  private mutating func reportMissing(_ tag: XMLStartTag, _ element: UInt8) {
    guard let known = DialectElement(rawValue: element) else { return }
    var missing = known.requiredAttributes.subtracting(AttributeSet(.xmlns))
    tag.forEachAttribute { attribute in
      guard attribute.prefix == nil, let name = DialectAttribute(named: attribute.name.string)
      else { return }
      missing.subtract(AttributeSet(name))
    }
    for attribute in missing.attributes {
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

  /// - Returns: Whether it is an identifier, which is looked at once a page.
  private mutating func refer(to id: Bytes, _ attribute: UInt8) -> Bool {
    var index = referenceNames.index(of: id)
    if index == nil, ValueSyntax.isIdentifier(id) { index = referenceNames.insert(id).index }
    guard let index else { return false }
    references.append(
      Reference(
        name: Int32(truncatingIfNeeded: index), tagEnd: top.pointee.tagEnd,
        table: Int32(truncatingIfNeeded: tables.number), attribute: attribute))
    return true
  }

  private mutating func useSharedAttributes() {
    if let id = value(.id) { declare(id) }
    if present & dialect.stateAttributes != 0 {
      if has(.ariaHidden) || has(.hidden) { top.pointee.flags.insert(.isHidden) }
      if has(.transform) { top.pointee.flags.insert(.isTransformed) }
      if has(.ariaLabel) || has(.ariaLabelledby) { top.pointee.flags.insert(.isNamed) }
    }
  }

  private mutating func declare(_ id: Bytes) {
    let (index, isNew) = ids.insert(id)
    guard isNew else {
      reportTag(.idDuplicate, "a second `id=\"\(string(id))\"`", attribute: "id")
      return
    }
    top.pointee.id = Int32(index)
    top.pointee.flags.insert(.hasId)
    idPlaces.append(
      IdPlace(
        element: top.pointee.element, table: tables.number, text: text.count..<text.count))
  }
}

/// Where the first space stands, or the end.
@inline(__always)
private func endOfItem(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
  guard count >= 16 else { return endOfShortItem(bytes, count) }
  var index = 0
  while index &+ 16 <= count {
    let spaces = byte_mask_of_16(bytes + index, 0x20)
    if spaces != 0 { return index &+ spaces.trailingZeroBitCount }
    index &+= 16
  }
  // The last sixteen bytes; those of them that were looked at are no spaces.
  let spaces = byte_mask_of_16(bytes + (count &- 16), 0x20)
  return spaces != 0 ? count &- 16 &+ spaces.trailingZeroBitCount : count
}

/// Apart, so that nothing of it is made ready where keys are longer.
@inline(never)
private func endOfShortItem(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
  guard count >= 8 else {
    let spaces = spaces(in: wordOfBytes(bytes, count))
    return spaces != 0 ? spaces.trailingZeroBitCount &>> 3 : count
  }
  let raw = UnsafeRawPointer(bytes)
  let first = spaces(in: raw.loadUnaligned(as: UInt64.self))
  if first != 0 { return first.trailingZeroBitCount &>> 3 }
  let last = spaces(in: raw.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self))
  return last != 0 ? count &- 8 &+ last.trailingZeroBitCount &>> 3 : count
}

/// The high bit of each byte that is a space, at least of the first one.
@inline(__always)
private func spaces(in word: UInt64) -> UInt64 {
  let differences = word ^ 0x2020_2020_2020_2020
  return (differences &- 0x0101_0101_0101_0101) & ~differences & 0x8080_8080_8080_8080
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
  var name: Int32
  var tagEnd: Int32
  /// Number of the table it stands in, or -1.
  var table: Int32
  var attribute: UInt8
}

internal import HTMLDialect
internal import LibXML2

/// Numbers of a parser's names, looked up by address: libxml2 keeps one copy of each name.
///
/// Names are learned when they are first met, so a page of known names compares no letters.
struct NameTable {
  /// The last row of the tables of the dialect.
  static let unknown: UInt8 = 127
  /// The same for a parent in a picture.
  static let unknownInSVG: UInt8 = 126

  struct Entry {
    var address: UInt
    /// The element of the name outside a picture, and in one.
    var html: UInt8
    var svg: UInt8
    var attribute: UInt8
  }

  private static let size = 1024
  private let slots: UnsafeMutablePointer<Entry>
  private var count = 0
  /// One more than `size` each, for what is not kept.
  private let elements: UnsafeMutablePointer<ElementRow>
  private var elementCount = 0
  private let attributes: UnsafeMutablePointer<AttributeRow>
  private var attributeCount = 0
  /// Addresses of the two namespaces, when they have been met.
  private var html: UInt = 0
  private var svg: UInt = 0

  init() {
    slots = .allocate(capacity: Self.size)
    slots.initialize(repeating: Self.empty, count: Self.size)
    elements = .allocate(capacity: Self.size + 1)
    elements.initialize(repeating: ElementRow(), count: Self.size + 1)
    attributes = .allocate(capacity: Self.size + 1)
    attributes.initialize(repeating: AttributeRow(), count: Self.size + 1)
  }

  private static let empty = Entry(address: 0, html: unknown, svg: unknown, attribute: unknown)

  func deallocate() {
    slots.deallocate()
    elements.deallocate()
    attributes.deallocate()
  }

  /// After a parser gave up its names.
  mutating func forget() {
    slots.update(repeating: Self.empty, count: Self.size)
    elements.update(repeating: ElementRow(), count: Self.size)
    attributes.update(repeating: AttributeRow(), count: Self.size)
    (count, elementCount, attributeCount, html, svg) = (0, 0, 0, 0, 0)
  }

  /// Whether a name is the address of a namespace.
  mutating func isNamespace(_ namespace: DialectElement.Namespace, _ name: XMLName?) -> Bool {
    guard let name else { return false }
    let address = UInt(bitPattern: name.address)
    if address == (namespace == .svg ? svg : html) { return true }
    guard name.string == namespace.uri else { return false }
    if namespace == .svg { svg = address } else { html = address }
    return true
  }

  @inline(__always)
  mutating func find(_ name: XMLName) -> Entry {
    let address = UInt(bitPattern: name.address)
    var slot = Int(truncatingIfNeeded: (address &* 0x9E37_79B9_7F4A_7C15) >> 54)
    while true {
      let entry = slots[slot]
      if entry.address == address { return entry }
      if entry.address == 0 { return learn(name, slot) }
      slot = (slot + 1) & (Self.size - 1)
    }
  }

  /// What is known of a start tag in a parent, until the next call.
  ///
  /// - Parameter parent: An element, or one of the two unknown ones.
  @inline(__always)
  mutating func row(of name: XMLName, in parent: UInt8) -> UnsafeMutablePointer<ElementRow> {
    let key = Self.key(name, parent)
    let row = elements + Self.slot(key)
    return row.pointee.key == key ? row : otherRow(of: name, key, in: parent)
  }

  /// What is known of an element outside the dialect, until the next call.
  func unknownRow(inSVG: Bool) -> UnsafeMutablePointer<ElementRow> {
    let row = elements + Self.size
    row.pointee = ElementRow()
    if inSVG { row.pointee.names = Self.unknownInSVG }
    return row
  }

  /// What is known of an attribute on an element, until the next call.
  @inline(__always)
  mutating func row(of name: XMLName, on element: UInt8) -> UnsafeMutablePointer<AttributeRow> {
    let key = Self.key(name, element)
    let row = attributes + Self.slot(key)
    return row.pointee.key == key ? row : otherRow(of: name, key, on: element)
  }

  @inline(__always)
  private static func key(_ name: XMLName, _ element: UInt8) -> UInt64 {
    UInt64(UInt(bitPattern: name.address)) ^ UInt64(element) &<< 56
  }

  @inline(__always)
  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 54)
  }

  /// A row behind the first slot of its key, or one that is new.
  @inline(never)
  private mutating func otherRow(
    of name: XMLName, _ key: UInt64, in parent: UInt8
  ) -> UnsafeMutablePointer<ElementRow> {
    var slot = Self.slot(key)
    while elements[slot].key != key {
      if elements[slot].key == 0 { return learn(name, key, in: parent, slot) }
      slot = (slot &+ 1) & (Self.size &- 1)
    }
    return elements + slot
  }

  /// The same for an attribute.
  @inline(never)
  private mutating func otherRow(
    of name: XMLName, _ key: UInt64, on element: UInt8
  ) -> UnsafeMutablePointer<AttributeRow> {
    var slot = Self.slot(key)
    while attributes[slot].key != key {
      if attributes[slot].key == 0 { return learn(name, key, on: element, slot) }
      slot = (slot &+ 1) & (Self.size &- 1)
    }
    return attributes + slot
  }

  private mutating func learn(
    _ name: XMLName, _ key: UInt64, in parent: UInt8, _ slot: Int
  ) -> UnsafeMutablePointer<ElementRow> {
    let dialect = DialectTable.shared
    let entry = find(name)
    let isInSVG =
      parent == Self.unknownInSVG
      || DialectElement(rawValue: parent).map { $0.namespace == .svg } ?? false
    let element = isInSVG ? entry.svg : entry.html
    guard element != Self.unknown else { return unknownRow(inSVG: isInSVG) }
    // A hostile page may have any number of names; the dialect has not.
    let isKept = elementCount < Self.size / 2
    let row = elements + (isKept ? slot : Self.size)
    elementCount += isKept ? 1 : 0
    row.pointee = ElementRow(
      key: key, rule: dialect.rules + Int(element), required: dialect.required[Int(element)],
      element: element, names: element, place: dialect.place(of: element, in: parent),
      isUsual: !dialect.rules[Int(element)].isRoot)
    return row
  }

  private mutating func learn(
    _ name: XMLName, _ key: UInt64, on element: UInt8, _ slot: Int
  ) -> UnsafeMutablePointer<AttributeRow> {
    let dialect = DialectTable.shared
    let attribute = find(name).attribute
    let isKept = attribute != Self.unknown && attributeCount < Self.size / 2
    let row = attributes + (isKept ? slot : Self.size)
    attributeCount += isKept ? 1 : 0
    row.pointee = AttributeRow(
      key: key, bit: dialect.bits[Int(attribute)], attribute: Int(attribute),
      rule: dialect.value(of: attribute, on: element))
    return row
  }

  /// Of an element of HTML, or of `svg`, which begins a picture there.
  private static func number(outsideSVG name: String) -> UInt8 {
    let element =
      name == DialectElement.svg.name ? .svg : DialectElement(named: name, in: .html)
    return element?.rawValue ?? unknown
  }

  private mutating func learn(_ name: XMLName, _ slot: Int) -> Entry {
    let text = name.string
    let entry = Entry(
      address: UInt(bitPattern: name.address),
      html: Self.number(outsideSVG: text),
      svg: DialectElement(named: text, in: .svg)?.rawValue ?? Self.unknown,
      attribute: DialectAttribute(named: text)?.rawValue ?? Self.unknown)
    let isKnown =
      entry.html != Self.unknown || entry.svg != Self.unknown || entry.attribute != Self.unknown
    // A hostile page may have any number of names; the dialect has not.
    if isKnown, count < Self.size / 2 {
      slots[slot] = entry
      count += 1
    }
    return entry
  }
}

/// What is known of a start tag in some parent.
struct ElementRow {
  /// The address of its name, and the parent in the bits that no address has; 0 is free.
  fileprivate(set) var key: UInt64 = 0
  fileprivate(set) var rule = DialectTable.shared.rules + Int(NameTable.unknown)
  /// A bit for each attribute that it must have.
  fileprivate(set) var required: UInt64 = 0
  fileprivate(set) var element = NameTable.unknown
  /// Under which its children's names are looked up: the element, or one of the two unknown ones.
  fileprivate(set) var names = NameTable.unknown
  fileprivate(set) var place = DialectTable.Place.free
  /// An element of the dialect that declares no namespace.
  fileprivate(set) var isUsual = false
}

/// What is known of an attribute of some element.
struct AttributeRow {
  /// The address of its name, and the element in the bits that no address has; 0 is free.
  fileprivate(set) var key: UInt64 = 0
  /// 0 for the last attributes of the dialect, of which only the grammar is checked.
  fileprivate(set) var bit: UInt64 = 0
  fileprivate(set) var attribute = Int(NameTable.unknown)
  fileprivate(set) var rule = DialectTable.Value(kind: .notAllowed, grammar: 0)
}

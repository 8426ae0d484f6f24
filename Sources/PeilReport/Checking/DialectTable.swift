internal import HTMLDialect
internal import LibXML2

/// The tables of the dialect in the form in which one look decides, made once.
final class DialectTable: @unchecked Sendable {
  // Written in `init` only, and never freed.
  static let shared = DialectTable()

  static let elementCount = DialectElement.allCases.count
  static let attributeCount = DialectAttribute.allCases.count
  static let notAllowed: Int8 = -2
  static let unranked: Int8 = -1

  /// What is the grammar about, so that frequent ones take no detour.
  enum Kind: UInt8 {
    case notAllowed, number, nonNegativeNumber, classNames, identifier, reference, references
    case metricKeys, empty, pathData, fragment, link, text, paint, constant, dateTime, other
  }

  struct Value {
    var kind: Kind
    /// Index into `grammars`.
    var grammar: UInt8
  }

  /// What a tag does to the text before and after it.
  enum Parting: UInt8 {
    case none
    /// A word ends.
    case word
    /// A text ends: no name goes on beyond.
    case text
  }

  /// What is asked of a rule at every tag.
  struct Rule {
    /// Of the element in sets of elements.
    var bit: UInt128
    var excluded: UInt128
    var once: UInt128
    var required: UInt128
    var atEdge: UInt128
    var text: ElementRule.TextRule
    var rankCount: Int8
    /// Declares its namespace: `html` and `svg`.
    var isRoot: Bool
    var isVoid: Bool
    var isCyclic: Bool
    /// What it does to the text around it.
    var parting: Parting
    /// Begins or ends something that a rule asks about.
    var isWatched: Bool
    /// Its end asks for required children, text or a round.
    var hasDebts: Bool

    init(_ rule: ElementRule) {
      bit = UInt128(1) << UInt128(rule.element.rawValue)
      excluded = rule.excludedDescendants.rawValue
      once = rule.order.once.rawValue
      required = rule.order.required.rawValue
      atEdge = rule.order.atEdge.rawValue
      text = rule.text
      rankCount = Int8(rule.order.ranks.count)
      isRoot = rule.element == .html || rule.element == .svg
      isVoid = rule.isVoid
      isCyclic = rule.order.isCyclic
      parting =
        Self.inline.contains(rule.element)
        ? .none : Self.lines.contains(rule.element) ? .word : .text
      isWatched = rule.element.namespace == .svg || Self.watched.contains(rule.element)
      hasDebts = required != 0 || isCyclic || text == .required
    }

    /// Elements that may stand in the middle of a word.
    private static let inline = ElementSet.phrasing.subtracting(ElementSet(.br, .img, .svg))
    /// Elements at which a line ends and its sentence goes on.
    private static let lines = ElementSet(.br, .tspan)
    private static let watched = ElementSet.headings.union(ElementSet.landmarks).union(
      ElementSet(
        .a, .article, .br, .col, .figure, .html, .img, .link, .meta, .section, .style, .table,
        .tbody,
        .td, .tfoot, .th, .thead, .tr, .wbr))
  }

  let rules: UnsafeMutablePointer<Rule>
  let grammars: [ValueGrammar]
  let required: UnsafeMutablePointer<AttributeSet>
  /// Each attribute's bit in sets of attributes.
  let bits: UnsafeMutablePointer<UInt128>
  /// Attributes that change how the inside of an element is read.
  let stateAttributes = AttributeSet(
    .ariaHidden, .ariaLabel, .ariaLabelledby, .hidden, .transform
  ).rawValue
  /// Attributes that say where the text of an element comes from.
  let provenanceAttributes = AttributeSet(.dataMetric, .dataText, .dataTick, .datetime).rawValue
  let names: [String]
  let attributeNames: [String]
  /// Parent and child: `notAllowed`, `unranked` or the rank of the child.
  private let children: UnsafeMutablePointer<Int8>
  /// Element and attribute.
  private let values: UnsafeMutablePointer<Value>

  private init() {
    rules = .allocate(capacity: Self.elementCount)
    required = .allocate(capacity: Self.elementCount)
    for (index, element) in DialectElement.allCases.enumerated() {
      (rules + index).initialize(to: Rule(element.rule))
      // `xmlns` is no attribute to an XML parser; the namespace of the element is looked at instead.
      (required + index).initialize(
        to: element.requiredAttributes.subtracting(AttributeSet(.xmlns)))
    }
    names = DialectElement.allCases.map(\.name)
    attributeNames = DialectAttribute.allCases.map(\.name)
    children = .allocate(capacity: Self.elementCount * Self.elementCount)
    values = .allocate(capacity: Self.elementCount * Self.attributeCount)
    var grammars: [ValueGrammar] = []
    for element in DialectElement.allCases {
      for child in DialectElement.allCases {
        let cell = Int(element.rawValue) * Self.elementCount + Int(child.rawValue)
        let rank = element.rule.order.rank(of: child).map { Int8($0) } ?? Self.unranked
        children[cell] = element.rule.children.contains(child) ? rank : Self.notAllowed
      }
      for attribute in DialectAttribute.allCases {
        let cell = Int(element.rawValue) * Self.attributeCount + Int(attribute.rawValue)
        guard let grammar = element.grammar(of: attribute) else {
          values[cell] = Value(kind: .notAllowed, grammar: 0)
          continue
        }
        let index = grammars.firstIndex(of: grammar) ?? grammars.count
        if index == grammars.count { grammars.append(grammar) }
        values[cell] = Value(kind: Self.kind(of: grammar), grammar: UInt8(index))
      }
    }
    self.grammars = grammars
    bits = .allocate(capacity: Self.attributeCount)
    for attribute in 0..<Self.attributeCount {
      (bits + attribute).initialize(to: UInt128(1) << UInt128(attribute))
    }
  }

  private static func kind(of grammar: ValueGrammar) -> Kind {
    switch grammar {
    case .number: .number
    case .nonNegativeNumber: .nonNegativeNumber
    case .classNames: .classNames
    case .identifier: .identifier
    case .identifierReference: .reference
    case .identifierReferences: .references
    case .metricKeys: .metricKeys
    case .empty: .empty
    case .pathData: .pathData
    case .fragment: .fragment
    case .link: .link
    case .text, .nonEmptyText, .metaContent: .text
    case .localReference, .paint: .paint
    case .keyword, .languageTag: .constant
    case .dateTime: .dateTime
    default: .other
    }
  }

  /// Whether a text of this grammar may be white space or nothing.
  func mayBeBlank(_ grammar: UInt8) -> Bool { grammars[Int(grammar)] != .nonEmptyText }

  @inline(__always)
  func place(of child: UInt8, in parent: UInt8) -> Int8 {
    children[Int(parent) * Self.elementCount + Int(child)]
  }

  @inline(__always)
  func value(of attribute: UInt8, on element: UInt8) -> Value {
    values[Int(element) * Self.attributeCount + Int(attribute)]
  }
}

/// Numbers of a parser's names, looked up by address: libxml2 keeps one copy of each name.
///
/// Names are learned when they are first met, so a page of known names compares no letters.
struct NameTable {
  static let unknown: UInt8 = 255

  struct Entry {
    var address: UInt
    var html: UInt8
    var svg: UInt8
    var attribute: UInt8
  }

  private static let size = 1024
  private let slots: UnsafeMutablePointer<Entry>
  private var count = 0
  /// Addresses of the two namespaces, when they have been met.
  private var html: UInt = 0
  private var svg: UInt = 0

  init() {
    slots = .allocate(capacity: Self.size)
    slots.initialize(repeating: Self.empty, count: Self.size)
  }

  private static let empty = Entry(address: 0, html: unknown, svg: unknown, attribute: unknown)

  func deallocate() { slots.deallocate() }

  /// After a parser gave up its names.
  mutating func forget() {
    slots.update(repeating: Self.empty, count: Self.size)
    (count, html, svg) = (0, 0, 0)
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

  private mutating func learn(_ name: XMLName, _ slot: Int) -> Entry {
    let text = name.string
    let entry = Entry(
      address: UInt(bitPattern: name.address),
      html: DialectElement(named: text, in: .html)?.rawValue ?? Self.unknown,
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

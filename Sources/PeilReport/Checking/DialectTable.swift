internal import HTMLDialect

/// The tables of the dialect in the form in which one look decides, made once.
///
/// A struct of addresses: a class would be counted in and out at every tag.
struct DialectTable: @unchecked Sendable {
  // Written in `init` only, and never freed.
  static let shared = DialectTable()

  /// More than there are elements, and more than there are attributes: a constant, so that a look into
  /// a table is a shift. The last row is that of names outside the dialect.
  static let stride = 128

  /// Where a child may stand among the children of its parent.
  enum Place {
    /// Anywhere, any number of times.
    static let free: Int8 = -1
    static let notAllowed: Int8 = -2
    /// Once, or at the edge, in no order.
    static let counted: Int8 = -3
    /// Anywhere, any number of times, and at least once.
    static let required: Int8 = -4
    // From 0: its rank.
  }

  /// What is the grammar about, so that frequent ones take no detour.
  enum Kind: UInt8 {
    case notAllowed, number, nonNegativeNumber, classNames, constant, identifier, text
    case metricKeys, reference, references, empty, pathData, fragment, link, paint, dateTime, other

    @inline(__always)
    var isNumber: Bool { rawValue <= Self.nonNegativeNumber.rawValue }

    /// The same few values stand in many places; asked when it is no number.
    @inline(__always)
    var comesAgain: Bool { rawValue <= Self.text.rawValue }
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

  /// Elements at which a rule begins or ends something.
  enum Role: UInt8 {
    case none, heading, meta, root, link, landmark, section, figure, image, style
    case drawing, drawingTitle, definition, mark
    case table, rows, row, cell, column, lineBreak, wordBreak

    var endsSomething: Bool {
      switch self {
      case .none, .heading, .meta, .root, .landmark, .image, .definition, .mark, .column,
        .lineBreak, .wordBreak:
        false
      case .link, .section, .figure, .style, .drawing, .drawingTitle, .table, .rows, .row, .cell:
        true
      }
    }
  }

  /// What is asked of a rule at every tag.
  struct Rule {
    /// Of the element in sets of elements.
    var bit: UInt128
    /// What may stand nowhere inside it, and what may not stand inside which it: a bit for every such set.
    var excludes: UInt32
    var isExcludedBy: UInt32
    /// What is known of it from its name.
    var flags: OpenElement.Flags
    var text: ElementRule.TextRule
    /// Text may stand in it wherever it likes.
    var holdsAnyText: Bool
    var needsText: Bool
    var isVoid: Bool
    /// May be written `<name/>`: what is void, and what stands in a picture.
    var mayBeEmpty: Bool
    /// Declares its namespace: `html` and `svg`.
    var isRoot: Bool
    /// What it does to the text around it.
    var parting: Parting
    /// What begins with it, and what ends.
    var role: Role
    var endRole: Role
    /// Its end asks for required children or a round.
    var hasDebts: Bool
    var isCyclic: Bool
    var rankCount: Int8
    var once: UInt128
    var required: UInt128
    var atEdge: UInt128

    /// Of a name outside the dialect, of which nothing is said.
    init() {
      (bit, once, required, atEdge) = (0, 0, 0, 0)
      (excludes, isExcludedBy) = (0, 0)
      (flags, text, parting, role, endRole, rankCount) = ([], .any, .none, .none, .none, 0)
      (holdsAnyText, needsText, mayBeEmpty) = (true, false, true)
      (isVoid, isRoot, hasDebts, isCyclic) = (false, false, false, false)
    }

    /// - Parameter exclusions: Every set of elements that some element may not hold at any depth.
    init(_ rule: ElementRule, exclusions: [ElementSet]) {
      bit = UInt128(1) << UInt128(rule.element.rawValue)
      (excludes, isExcludedBy) = (0, 0)
      for (index, set) in exclusions.enumerated() {
        if set == rule.excludedDescendants { excludes |= 1 << UInt32(index) }
        if set.contains(rule.element) { isExcludedBy |= 1 << UInt32(index) }
      }
      once = rule.order.once.rawValue
      required = rule.order.required.rawValue
      atEdge = rule.order.atEdge.rawValue
      flags = rule.element == .svg ? .isSVG : []
      text = rule.text
      needsText = text == .required
      holdsAnyText = rule.element != .pre && (text == .any || text == .required)
      rankCount = Int8(rule.order.ranks.count)
      isRoot = rule.element == .html || rule.element == .svg
      isVoid = rule.isVoid
      mayBeEmpty = isVoid || rule.element.namespace == .svg
      isCyclic = rule.order.isCyclic
      parting =
        Self.inline.contains(rule.element)
        ? .none : Self.lines.contains(rule.element) ? .word : .text
      role = Self.role(of: rule.element)
      // Only a header cell is looked at when it ends.
      endRole = role.endsSomething && rule.element != .td ? role : .none
      hasDebts = required != 0 || isCyclic
    }

    private static func role(of element: DialectElement) -> Role {
      switch element {
      case .h1, .h2, .h3, .h4, .h5, .h6: .heading
      case .meta: .meta
      case .html: .root
      case .a: .link
      case .nav, .header, .footer, .aside, .main: .landmark
      case .section, .article: .section
      case .figure: .figure
      case .svg: .drawing
      case .svgTitle: .drawingTitle
      case .img: .image
      case .table: .table
      case .thead, .tbody, .tfoot: .rows
      case .tr: .row
      case .td, .th: .cell
      case .col: .column
      case .br: .lineBreak
      case .wbr: .wordBreak
      case .style: .style
      case .clipPath, .defs, .pattern: .definition
      default: ElementSet.shapes.contains(element) ? .mark : .none
      }
    }

    /// Elements that may stand in the middle of a word.
    private static let inline = ElementSet.phrasing.subtracting(ElementSet(.br, .img, .svg))
    /// Elements at which a line ends and its sentence goes on.
    private static let lines = ElementSet(.br, .tspan)
  }

  let rules: UnsafeMutablePointer<Rule>
  let grammars: [ValueGrammar]
  let required: UnsafeMutablePointer<UInt64>
  /// Each attribute's bit; 0 for the last ones, of which only the grammar is checked.
  let bits: UnsafeMutablePointer<UInt64>
  /// Attributes that are looked at on every element: `id` and the next set.
  let sharedAttributes: UInt64
  /// Attributes that change how the inside of an element is read.
  let stateAttributes = bits(of: [.ariaHidden, .ariaLabel, .ariaLabelledby, .hidden, .transform])
  /// Attributes that say where the text of an element comes from.
  let provenanceAttributes = bits(of: [.dataMetric, .dataText, .dataTick, .datetime])
  /// Attributes of a cell that fills more than one place.
  let spanAttributes = bits(of: [.colspan, .rowspan])
  /// Attributes that say what a mark draws.
  let markAttributes = bits(of: [.dataMark, .dataV])
  let names: [String]
  let attributeNames: [String]
  /// Parent and child: `Place` or the rank of the child.
  private let places: UnsafeMutablePointer<Int8>
  /// Element and attribute.
  private let values: UnsafeMutablePointer<Value>

  private init() {
    let (elements, attributes) = (DialectElement.allCases, DialectAttribute.allCases)
    precondition(elements.count <= NameTable.unknownInSVG && attributes.count < Self.stride)
    rules = .allocate(capacity: Self.stride)
    rules.initialize(repeating: Rule(), count: Self.stride)
    required = .allocate(capacity: Self.stride)
    required.initialize(repeating: 0, count: Self.stride)
    let exclusions = Self.exclusions(of: elements)
    for (index, element) in elements.enumerated() {
      rules[index] = Rule(element.rule, exclusions: exclusions)
      // `xmlns` is no attribute to an XML parser; the namespace of the element is looked at instead.
      required[index] = Self.bits(
        of: element.requiredAttributes.subtracting(AttributeSet(.xmlns)).attributes)
    }
    names = elements.map(\.name)
    attributeNames = attributes.map(\.name)
    places = .allocate(capacity: Self.stride * Self.stride)
    places.initialize(repeating: Place.free, count: Self.stride * Self.stride)
    values = .allocate(capacity: Self.stride * Self.stride)
    values.initialize(
      repeating: Value(kind: .notAllowed, grammar: 0), count: Self.stride * Self.stride)
    var grammars: [ValueGrammar] = []
    for element in elements {
      for child in elements {
        places[Int(element.rawValue) * Self.stride + Int(child.rawValue)] =
          Self.place(of: child, in: element.rule)
      }
      for attribute in attributes {
        guard let grammar = element.grammar(of: attribute) else { continue }
        let index = grammars.firstIndex(of: grammar) ?? grammars.count
        if index == grammars.count { grammars.append(grammar) }
        values[Int(element.rawValue) * Self.stride + Int(attribute.rawValue)] = Value(
          kind: Self.kind(of: grammar), grammar: UInt8(index))
      }
    }
    self.grammars = grammars
    bits = .allocate(capacity: Self.stride)
    // A shift beyond the last bit gives 0.
    for attribute in 0..<Self.stride { (bits + attribute).initialize(to: 1 << attribute) }
    sharedAttributes = stateAttributes | Self.bits(of: [.id])
  }

  /// One bit each for attributes that rules ask after; they are among the first 64.
  @inline(__always)
  static func bit(of attribute: DialectAttribute) -> UInt64 {
    assert(attribute.rawValue < 64, "no bit for \(attribute.name)")
    return 1 &<< UInt64(attribute.rawValue)
  }

  static func bits(of attributes: [DialectAttribute]) -> UInt64 {
    attributes.reduce(0) { bits, attribute in
      precondition(attribute.rawValue < 64, "no bit for \(attribute.name)")
      return bits | 1 << UInt64(attribute.rawValue)
    }
  }

  private static func exclusions(of elements: [DialectElement]) -> [ElementSet] {
    var sets: [ElementSet] = []
    for set in elements.map(\.rule.excludedDescendants) where set.rawValue != 0 {
      if !sets.contains(set) { sets.append(set) }
    }
    precondition(sets.count <= 32, "more sets than bits")
    return sets
  }

  private static func place(of child: DialectElement, in parent: ElementRule) -> Int8 {
    guard parent.children.contains(child) else { return Place.notAllowed }
    if let rank = parent.order.rank(of: child) { return Int8(rank) }
    let order = parent.order
    if order.once.contains(child) || order.atEdge.contains(child) { return Place.counted }
    return order.required.contains(child) ? Place.required : Place.free
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
    case .keyword, .languageTag, .viewBox: .constant
    case .dateTime: .dateTime
    default: .other
    }
  }

  /// Whether a text of this grammar may be white space or nothing.
  func mayBeBlank(_ grammar: UInt8) -> Bool { grammars[Int(grammar)] != .nonEmptyText }

  @inline(__always)
  func place(of child: UInt8, in parent: UInt8) -> Int8 {
    places[Int(parent) &* Self.stride &+ Int(child)]
  }

  @inline(__always)
  func value(of attribute: UInt8, on element: UInt8) -> Value {
    values[Int(element) &* Self.stride &+ Int(attribute)]
  }
}

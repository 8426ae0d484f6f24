import HTMLDialect

/// Which elements of the dialect are open at a place, and what the tag that is read there has so far.
///
/// Every way to a place leads to the same open elements, so whatever a template writes is well
/// formed. What depends on the data (that a list has an item, that an `id` exists) is left to the
/// check of the finished page.
struct DialectContext: Hashable {
  struct OpenElement: Hashable {
    var name: [UInt8]
    /// `nil` for one that was reported as unknown: everything may stand in it.
    var element: DialectElement?
    /// Of `<`.
    var origin: Origin
    var isEndTag = false

    /// Bytes from `<` to the end of the name.
    var length: Int { name.count + (isEndTag ? 2 : 1) }
  }

  /// Where a tag stands, for messages: no part of what makes two contexts equal.
  struct Origin: Hashable {
    var source: TemplateSource?
    var offset = 0

    static func == (one: Origin, other: Origin) -> Bool { true }
    func hash(into hasher: inout Hasher) {}
  }

  private(set) var open: [OpenElement] = []
  /// The tag that is read: its name, and where it begins.
  private(set) var current: OpenElement?
  /// Attributes that the tag may have by now, and those that it has on every way.
  private var possible: AttributeSet = []
  private var certain: AttributeSet = []
  /// Found since the last byte; whoever reads on takes them.
  var problems: [Problem] = []

  struct Problem: Hashable {
    var rule: HTMLProblem.Rule
    /// What is wrong; without it, the last byte.
    var origin = Origin()
    var length = 1
  }

  // MARK: - Tags

  /// Behind the name of a tag, as it is written.
  mutating func readName(_ name: [UInt8], isEndTag: Bool, origin: Origin) {
    possible = []
    certain = []
    if isEndTag {
      current = OpenElement(name: name, element: nil, origin: origin, isEndTag: true)
      return
    }
    let text = String(decoding: name, as: UTF8.self)
    let namespace: DialectElement.Namespace =
      open.last?.element?.namespace == .svg || name.elementsEqual("svg".utf8) ? .svg : .html
    let element = DialectElement(named: text, in: namespace)
    current = OpenElement(name: name, element: element, origin: origin)
    guard let element else {
      report(.unknownElement(text))
      return
    }
    checkParent(of: element)
  }

  private mutating func checkParent(of element: DialectElement) {
    if open.count >= Dialect.maximumDepth { report(.tooDeep(Dialect.maximumDepth)) }
    guard let around = open.last else { return }
    if let parent = around.element, !parent.rule.children.contains(element) {
      report(.wrongParent(element.name, parent: parent.name))
      return
    }
    for ancestor in open.reversed() {
      if let outer = ancestor.element, outer.rule.excludedDescendants.contains(element) {
        report(.wrongAncestor(element.name, ancestor: outer.name))
        return
      }
    }
  }

  /// - Parameters:
  ///   - origin: Of its first byte.
  ///   - text: The value, if it is the same in every rendering.
  mutating func readAttribute(_ name: [UInt8], origin: Origin, text: [UInt8]?) {
    guard let element = current?.element else { return }
    let written = String(decoding: name, as: UTF8.self)
    var problem = Problem(
      rule: .unknownAttribute(written, element: element.name), origin: origin, length: name.count)
    guard let attribute = DialectAttribute(named: written),
      let grammar = element.grammar(of: attribute)
    else {
      problems.append(problem)
      return
    }
    if possible.contains(attribute) {
      problem.rule = .attributeTwice(written)
      problems.append(problem)
    }
    possible.formUnion(AttributeSet(attribute))
    certain.formUnion(AttributeSet(attribute))
    if let text {
      let value = Self.resolvingEntities(in: String(decoding: text, as: UTF8.self))
      guard !Array(value.utf8).withUnsafeBufferPointer(grammar.accepts) else { return }
      problem.rule = .invalidValue(written, value, grammar)
      problem.length = name.count + 3 + text.count
      problems.append(problem)
    }
  }

  private static func resolvingEntities(in text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    let characters = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
    return characters.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  mutating func readTagEnd(isEndTag: Bool, isSelfClosing: Bool) {
    guard let tag = current else { return }
    current = nil
    if isEndTag {
      close(tag)
      return
    }
    guard let element = tag.element else {
      if !isSelfClosing { open.append(tag) }
      return
    }
    let missing = element.requiredAttributes.subtracting(certain)
    if !missing.isEmpty {
      report(.missingAttributes(missing.attributes.map(\.name), element: element.name), tag)
    }
    let maySelfClose = element.rule.isVoid || element.namespace == .svg
    if isSelfClosing, !maySelfClose {
      report(.selfClosing(element.name), tag)
    } else if !isSelfClosing, element.rule.isVoid {
      report(.voidElement(element.name), tag)
    }
    if !isSelfClosing, !element.rule.isVoid { open.append(tag) }
  }

  private mutating func close(_ tag: OpenElement) {
    let text = String(decoding: tag.name, as: UTF8.self)
    guard let last = open.last else {
      report(.strayEndTag(text), tag)
      return
    }
    if last.name == tag.name {
      open.removeLast()
      return
    }
    let expected = String(decoding: last.name, as: UTF8.self)
    report(.wrongEndTag(text, expected: expected, last.origin), tag)
    // The end of an outer element: those inside of it were forgotten.
    if let index = open.lastIndex(where: { $0.name == tag.name }) { open.removeSubrange(index...) }
  }

  /// - Parameter tag: What is wrong; without it, the tag that is read.
  private mutating func report(_ rule: HTMLProblem.Rule, _ tag: OpenElement? = nil) {
    guard let tag = tag ?? current else { return }
    problems.append(Problem(rule: rule, origin: tag.origin, length: tag.length))
  }

  mutating func restoreOpenElements(of other: DialectContext) {
    open = other.open
  }

  // MARK: - Text

  /// Whether text may stand here, and whether it may be other than blanks.
  private var textRule: ElementRule.TextRule {
    guard let last = open.last else { return .whiteSpace }
    return last.element?.rule.text ?? .any
  }

  /// - Returns: The offset of the first byte that may not stand here, with the reason.
  mutating func readText(_ text: ArraySlice<UInt8>) -> (offset: Int, rule: HTMLProblem.Rule)? {
    let rule = textRule
    for index in text.indices {
      let byte = text[index]
      let isAllowed =
        rule == .any || rule == .required || (rule == .whiteSpace && isHTMLBlank(byte))
      if !isAllowed { return (index, .textInElement(parentName)) }
      if let problem = Self.problem(at: index, in: text) { return (index, problem) }
    }
    return nil
  }

  /// A value in text.
  var acceptsValueInText: Bool { textRule == .any || textRule == .required || open.isEmpty }

  var parentName: String {
    open.last.map { String(decoding: $0.name, as: UTF8.self) } ?? "the page"
  }

  /// A byte that an XML parser and a browser read differently.
  static func problem(at index: Int, in text: ArraySlice<UInt8>) -> HTMLProblem.Rule? {
    switch text[index] {
    case UInt8(ascii: "\n"): return nil
    case 0..<0x20, 0x7F: return .controlCharacter
    case 0xC2 where index + 1 < text.endIndex && text[index + 1] < 0xA0: return .controlCharacter
    case UInt8(ascii: "&"): return isReference(text[(index + 1)...]) ? nil : .invalidReference
    default: return nil
    }
  }

  private static func isReference(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let end = rest.prefix(12).firstIndex(of: UInt8(ascii: ";")) else { return false }
    let name = String(decoding: rest[..<end], as: UTF8.self)
    if name.hasPrefix("#") {
      guard let number = Int(name.dropFirst()) else { return false }
      return number >= Dialect.lowestNumericReference && number <= 0x10FFFF
    }
    return Dialect.entities.contains(name)
  }

  // MARK: - Joining

  /// What is known after either of two ways.
  mutating func relax(with other: DialectContext) {
    possible.formUnion(other.possible)
    certain.formIntersection(other.certain)
  }
}

/// What may stand in an element, where, and how it is written.
public struct ElementRule: Sendable {
  public let element: DialectElement
  /// Elements that may stand directly inside. There is no other content model: in this dialect no
  /// element takes over the model of its parent.
  public let children: ElementSet
  /// Elements that may not stand inside at any depth, though `children` on the way would allow them.
  public let excludedDescendants: ElementSet
  public let text: TextRule
  public let order: ChildOrder
  /// Written `<br/>`, without content and without an end tag.
  public let isVoid: Bool
  /// A browser reads the content as HTML again (`title` and `desc` in SVG), so it holds text only.
  public let isIntegrationPoint: Bool

  /// What may stand between the tags besides elements.
  public enum TextRule: UInt8, Hashable, Sendable {
    /// Nothing, not even white space.
    case none
    /// White space between elements.
    case whiteSpace
    case any
    /// Text, and at least one character of it that is not white space, here or in a child.
    case required
  }
}

/// In which order the children of an element stand.
public struct ChildOrder: Hashable, Sendable {
  /// Groups in their order; an element of a group may not follow one of a later group. Empty: any
  /// order.
  public let ranks: [ElementSet]
  /// At most once among the children.
  public let once: ElementSet
  /// At least once among the children.
  public let required: ElementSet
  /// After the last rank the first may follow again (`dl`); each round holds every rank.
  public let isCyclic: Bool
  /// These stand first or last among the children, not between (`figcaption`).
  public let atEdge: ElementSet

  static let any = ChildOrder()

  init(
    ranks: [ElementSet] = [], once: ElementSet = [], required: ElementSet = [],
    isCyclic: Bool = false, atEdge: ElementSet = []
  ) {
    self.ranks = ranks
    self.once = once
    self.required = required
    self.isCyclic = isCyclic
    self.atEdge = atEdge
  }

  /// The group of `ranks` that an element belongs to, from 0; `nil` when its place is free.
  public func rank(of element: DialectElement) -> Int? {
    ranks.firstIndex { $0.contains(element) }
  }
}

// MARK: - Categories

extension ElementSet {
  /// What a line of text may hold.
  public static let phrasing = ElementSet(
    .a, .abbr, .b, .bdi, .br, .cite, .code, .data, .dfn, .em, .i, .img, .mark, .q, .small, .span,
    .strong, .sub, .sup, .svg, .time, .wbr)

  /// What a part of the page may hold: phrasing and blocks. `main` is the body's alone.
  public static let flow = phrasing.union(
    ElementSet(
      .address, .article, .aside, .blockquote, .details, .div, .dl, .figure, .footer, .header, .h1,
      .h2, .h3, .h4, .h5, .h6, .hr, .nav, .ol, .p, .pre, .section, .table, .ul))

  public static let headings = ElementSet(.h1, .h2, .h3, .h4, .h5, .h6)

  /// Parts that a heading belongs to.
  public static let sectioning = ElementSet(.article, .aside, .nav, .section)

  /// Regions that a screen reader jumps to.
  public static let landmarks = ElementSet(.aside, .footer, .header, .main, .nav)

  /// What reacts to a click: never one in another.
  public static let interactive = ElementSet(.a, .details, .summary)

  /// Marks of a picture.
  public static let shapes = ElementSet(
    .circle, .ellipse, .line, .path, .polygon, .polyline, .rect, .text, .use)

  /// What a group of a picture may hold.
  public static let graphics = shapes.union(
    ElementSet(.clipPath, .defs, .desc, .g, .pattern, .svgTitle))

  /// Name and description of a picture or of a part of it.
  static let descriptive = ElementSet(.desc, .svgTitle)
}

// MARK: - The table

extension DialectElement {
  /// The row of this element in the table.
  public var rule: ElementRule { Self.rules[Int(rawValue)] }

  /// One rule an element, in the order of `allCases`; `rules[element.rawValue]` is the fast way.
  public static let rules: [ElementRule] = allCases.map(makeRule)

  private static func makeRule(_ element: DialectElement) -> ElementRule {
    switch element {
    case .html:
      return rule(
        element, ElementSet(.head, .body), .whiteSpace,
        order: ChildOrder(
          ranks: [ElementSet(.head), ElementSet(.body)], once: ElementSet(.head, .body),
          required: ElementSet(.head, .body)))
    case .head:
      return rule(
        element, ElementSet(.link, .meta, .style, .title), .whiteSpace,
        order: ChildOrder(
          ranks: [ElementSet(.meta), ElementSet(.title), ElementSet(.link), ElementSet(.style)],
          once: ElementSet(.link, .style, .title), required: ElementSet(.meta, .title)))
    case .body:
      return rule(
        element, .flow.union(ElementSet(.main)), .whiteSpace,
        order: ChildOrder(once: ElementSet(.main), required: ElementSet(.main)))
    case .main, .article, .section, .nav:
      return rule(element, .flow, .whiteSpace)
    case .aside, .blockquote, .dd, .div, .figcaption, .li, .td:
      return rule(element, .flow, .any)
    case .header, .footer:
      return rule(element, .flow, .any, excluding: ElementSet(.footer, .header))
    case .figure:
      return rule(
        element, .flow.union(ElementSet(.figcaption)), .whiteSpace,
        order: ChildOrder(once: ElementSet(.figcaption), atEdge: ElementSet(.figcaption)))
    case .details:
      return rule(
        element, .flow.union(ElementSet(.summary)), .any,
        order: ChildOrder(
          ranks: [ElementSet(.summary), .flow], once: ElementSet(.summary),
          required: ElementSet(.summary)))
    case .h1, .h2, .h3, .h4, .h5, .h6, .title:
      return rule(element, element == .title ? [] : .phrasing, .required)
    case .summary:
      return rule(element, .phrasing, .required, excluding: .interactive)
    case .a:
      return rule(element, .phrasing, .any, excluding: .interactive)
    case .dfn, .time:
      return rule(element, .phrasing, .required, excluding: ElementSet(element))
    case .caption, .dt:
      return rule(element, .phrasing, .required)
    case .abbr, .address, .b, .bdi, .cite, .code, .data, .em, .i, .mark, .p, .q, .small, .span,
      .strong, .sub, .sup, .th:
      return rule(element, .phrasing, .any)
    case .pre:
      return rule(element, .phrasing.subtracting(ElementSet(.img, .small, .sub, .sup)), .any)
    case .ol, .ul:
      return rule(
        element, ElementSet(.li), .whiteSpace, order: ChildOrder(required: ElementSet(.li)))
    case .dl:
      return rule(
        element, ElementSet(.dd, .dt), .whiteSpace,
        order: ChildOrder(
          ranks: [ElementSet(.dt), ElementSet(.dd)], required: ElementSet(.dd, .dt), isCyclic: true)
      )
    case .table:
      return rule(
        element, ElementSet(.caption, .colgroup, .tbody, .tfoot, .thead), .whiteSpace,
        order: ChildOrder(
          ranks: [
            ElementSet(.caption), ElementSet(.colgroup), ElementSet(.thead), ElementSet(.tbody),
            ElementSet(.tfoot),
          ], once: ElementSet(.caption, .tfoot, .thead), required: ElementSet(.caption, .tbody)))
    case .colgroup:
      return rule(
        element, ElementSet(.col), .whiteSpace, order: ChildOrder(required: ElementSet(.col)))
    case .tbody, .tfoot, .thead:
      return rule(
        element, ElementSet(.tr), .whiteSpace, order: ChildOrder(required: ElementSet(.tr)))
    case .tr:
      return rule(element, ElementSet(.td, .th), .whiteSpace)
    case .style:
      return rule(element, [], .required)
    case .br, .col, .hr, .img, .link, .meta, .wbr:
      return rule(element, [], .none)
    case .svg, .g, .defs:
      return rule(element, .graphics, .whiteSpace, order: ChildOrder(once: .descriptive))
    case .pattern:
      return rule(
        element, .graphics.subtracting(ElementSet(.pattern)), .whiteSpace,
        order: ChildOrder(once: .descriptive))
    case .clipPath:
      return rule(
        element, .shapes.union(.descriptive), .whiteSpace, order: ChildOrder(once: .descriptive))
    case .circle, .ellipse, .line, .path, .polygon, .polyline, .rect, .use:
      return rule(element, .descriptive, .whiteSpace, order: ChildOrder(once: .descriptive))
    case .text:
      return rule(
        element, .descriptive.union(ElementSet(.tspan)), .required,
        order: ChildOrder(once: .descriptive))
    case .tspan:
      return rule(element, ElementSet(.tspan), .required)
    case .desc, .svgTitle:
      return rule(element, [], .required)
    }
  }

  private static func rule(
    _ element: DialectElement, _ children: ElementSet, _ text: ElementRule.TextRule,
    excluding excluded: ElementSet = [], order: ChildOrder = .any
  ) -> ElementRule {
    ElementRule(
      element: element, children: children, excludedDescendants: excluded, text: text, order: order,
      isVoid: text == .none, isIntegrationPoint: element == .desc || element == .svgTitle)
  }
}

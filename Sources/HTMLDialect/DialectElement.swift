/// An element that a page may hold; any other name is an error.
///
/// HTML and SVG names are apart, because `title` is two elements: `title` is the page's, `svgTitle`
/// the name of a picture.
public enum DialectElement: UInt8, CaseIterable, Hashable, Sendable {
  // The page.
  case html, head, meta, title, link, style, body
  // Sections.
  case address, article, aside, footer, header, h1, h2, h3, h4, h5, h6, main, nav, section
  // Groups.
  case blockquote, dd, details, div, dl, dt, figcaption, figure, hr, li, ol, p, pre, summary, ul
  // Tables.
  case caption, col, colgroup, table, tbody, td, tfoot, th, thead, tr
  // Text.
  case a, abbr, b, bdi, br, cite, code, data, dfn, em, i, img, mark, q, small, span, strong, sub,
    sup
  case time, wbr
  // Pictures.
  case svg, circle, clipPath, defs, desc, ellipse, g, line, path, pattern, polygon, polyline, rect
  case svgTitle, text, tspan, use

  /// Which parser rules hold for an element, and which `xmlns` it stands under.
  public enum Namespace: UInt8, Hashable, Sendable {
    case html, svg

    /// The value of `xmlns`.
    public var uri: String {
      switch self {
      case .html: "http://www.w3.org/1999/xhtml"
      case .svg: "http://www.w3.org/2000/svg"
      }
    }
  }

  /// As it is written between `<` and `>`, in exactly these capitals.
  public var name: String {
    self == .svgTitle ? "title" : "\(self)"
  }

  /// SVG elements stand in an `svg` only, HTML elements never.
  public var namespace: Namespace {
    rawValue >= DialectElement.svg.rawValue ? .svg : .html
  }

  /// Finds an element by its exact name; `nil` is a name outside the dialect, or in the wrong place.
  public init?(named name: some StringProtocol, in namespace: Namespace) {
    guard let element = Self.byName[Key(name: String(name), namespace: namespace)] else {
      return nil
    }
    self = element
  }

  private struct Key: Hashable {
    let name: String
    let namespace: Namespace
  }

  private static let byName = Dictionary(
    uniqueKeysWithValues: allCases.map { (Key(name: $0.name, namespace: $0.namespace), $0) })
}

/// Elements as a bit mask, so that a content model is one test.
public struct ElementSet: OptionSet, Hashable, Sendable {
  public let rawValue: UInt128

  public init(rawValue: UInt128) {
    self.rawValue = rawValue
  }

  public init(_ elements: DialectElement...) {
    rawValue = elements.reduce(0) { $0 | UInt128(1) << UInt128($1.rawValue) }
  }

  public func contains(_ element: DialectElement) -> Bool {
    rawValue & (UInt128(1) << UInt128(element.rawValue)) != 0
  }

  /// In the order of `DialectElement`.
  public var elements: [DialectElement] {
    DialectElement.allCases.filter(contains)
  }
}

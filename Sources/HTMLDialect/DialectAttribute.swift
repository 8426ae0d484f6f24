/// An attribute that some element of a page may carry; any other name is an error.
public enum DialectAttribute: UInt8, CaseIterable, Hashable, Sendable {
  // On every element of the body.
  case id, `class`, lang, dir, translate, hidden, title, role
  case ariaLabel, ariaLabelledby, ariaDescribedby, ariaHidden, ariaCurrent
  // Where a figure, a text or a mark comes from.
  case dataMetric, dataText, dataLabel, dataVerdict, dataChart, dataMark, dataV, dataTick
  // On some elements of HTML.
  case xmlns, charset, content, httpEquiv, name, rel, href, hreflang, target, src, alt, width,
    height
  case datetime, value, start, reversed, type, colspan, rowspan, scope, headers, span, open
  // On some elements of SVG.
  case viewBox, preserveAspectRatio, d, x, y, x1, y1, x2, y2, cx, cy, r, rx, ry, dx, dy, points
  case transform, textAnchor, dominantBaseline, patternUnits, patternContentUnits, patternTransform
  case clipPathUnits, clipPath, fill, stroke

  /// As it is written before `=`, in exactly these capitals.
  public var name: String { Self.names[Int(rawValue)] }

  /// Finds an attribute by its exact name; `nil` is a name outside the dialect.
  public init?(named name: some StringProtocol) {
    guard let attribute = Self.byName[String(name)] else { return nil }
    self = attribute
  }

  private static let names: [String] = allCases.map { attribute in
    switch attribute {
    case .ariaLabel, .ariaLabelledby, .ariaDescribedby, .ariaHidden, .ariaCurrent, .dataMetric,
      .dataText, .dataLabel, .dataVerdict, .dataChart, .dataMark, .dataV, .dataTick, .httpEquiv,
      .textAnchor, .dominantBaseline, .clipPath:
      hyphenated("\(attribute)")
    default:
      "\(attribute)"
    }
  }

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })

  private static func hyphenated(_ camelCase: String) -> String {
    camelCase.reduce(into: "") { result, letter in
      result += letter.isUppercase ? "-\(letter.lowercased())" : "\(letter)"
    }
  }
}

/// Attributes as a bit mask.
public struct AttributeSet: OptionSet, Hashable, Sendable {
  public let rawValue: UInt128

  public init(rawValue: UInt128) {
    self.rawValue = rawValue
  }

  public init(_ attributes: DialectAttribute...) {
    self.init(attributes)
  }

  public init(_ attributes: some Sequence<DialectAttribute>) {
    rawValue = attributes.reduce(0) { $0 | UInt128(1) << UInt128($1.rawValue) }
  }

  public func contains(_ attribute: DialectAttribute) -> Bool {
    rawValue & (UInt128(1) << UInt128(attribute.rawValue)) != 0
  }

  /// In the order of `DialectAttribute`.
  public var attributes: [DialectAttribute] {
    DialectAttribute.allCases.filter(contains)
  }
}

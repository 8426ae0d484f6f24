extension DialectElement {
  /// The grammar of an attribute's value here; `nil` when this element may not carry the attribute.
  public func grammar(of attribute: DialectAttribute) -> ValueGrammar? {
    Self.grammars[Int(rawValue)][Int(attribute.rawValue)]
  }

  /// What this element may carry.
  public var allowedAttributes: AttributeSet { Self.allowed[Int(rawValue)] }

  /// What this element must carry.
  public var requiredAttributes: AttributeSet {
    switch self {
    case .html: AttributeSet(.xmlns, .lang, .dir)
    case .link: AttributeSet(.rel, .href)
    case .a: AttributeSet(.href)
    case .img: AttributeSet(.src, .alt)
    case .time: AttributeSet(.datetime)
    case .data: AttributeSet(.value)
    case .th: AttributeSet(.scope)
    case .svg: AttributeSet(.xmlns)
    case .circle: AttributeSet(.r)
    case .ellipse: AttributeSet(.rx, .ry)
    case .line: AttributeSet(.x1, .y1, .x2, .y2)
    case .path: AttributeSet(.d)
    case .polygon, .polyline: AttributeSet(.points)
    case .rect: AttributeSet(.width, .height)
    case .text: AttributeSet(.x, .y)
    case .use: AttributeSet(.href)
    case .pattern: AttributeSet(.id, .width, .height)
    case .clipPath: AttributeSet(.id)
    default: []
    }
  }

  private static let allowed: [AttributeSet] = grammars.map { row in
    AttributeSet(DialectAttribute.allCases.filter { row[Int($0.rawValue)] != nil })
  }

  private static let grammars: [[ValueGrammar?]] = allCases.map { element in
    var row = [ValueGrammar?](repeating: nil, count: DialectAttribute.allCases.count)
    for (attribute, grammar) in element.ownAttributes + element.sharedAttributes {
      row[Int(attribute.rawValue)] = grammar
    }
    return row
  }

  // MARK: - The table

  private typealias Entry = (DialectAttribute, ValueGrammar)

  private var ownAttributes: [Entry] {
    switch self {
    case .html: [(.xmlns, .keyword([Namespace.html.uri]))]
    case .meta:
      [
        (.charset, .keyword(["utf-8"])), (.content, .metaContent),
        (.httpEquiv, .keyword(["Content-Security-Policy"])),
        (
          .name,
          .keyword([
            "author", "color-scheme", "description", "generator", "referrer", "robots", "viewport",
          ])
        ),
      ]
    case .link: [(.rel, .keyword(["icon"])), (.href, .iconData)]
    case .a:
      [
        (.href, .link), (.hreflang, .languageTag), (.target, .keyword(["_blank"])),
        (.rel, .keyword(["noopener", "noopener noreferrer", "noreferrer"])),
      ]
    case .img:
      [
        (.src, .imageData), (.alt, .text), (.width, .integer(1...9999)),
        (.height, .integer(1...9999)),
      ]
    case .time: [(.datetime, .dateTime)]
    case .data: [(.value, .text)]
    case .ol:
      [
        (.start, .integer(0...999_999_999)), (.reversed, .keyword(["reversed"])),
        (.type, .keyword(["1", "A", "I", "a", "i"])),
      ]
    case .li: [(.value, .integer(0...999_999_999))]
    case .details: [(.open, .keyword(["open"]))]
    case .col: [(.span, .integer(1...100))]
    case .td:
      [
        (.colspan, .integer(1...100)), (.rowspan, .integer(1...1000)),
        (.headers, .identifierReferences),
      ]
    case .th:
      [
        (.colspan, .integer(1...100)), (.rowspan, .integer(1...1000)),
        (.headers, .identifierReferences),
        (.scope, .keyword(["col", "colgroup", "row", "rowgroup"])),
      ]
    case .svg:
      [
        (.xmlns, .keyword([Namespace.svg.uri])), (.viewBox, .viewBox),
        (.width, .nonNegativeNumber), (.height, .nonNegativeNumber),
        (
          .preserveAspectRatio,
          .keyword(["none", "xMidYMid meet", "xMinYMid meet", "xMinYMin meet"])
        ),
      ]
    case .circle: [(.cx, .number), (.cy, .number), (.r, .nonNegativeNumber)]
    case .ellipse:
      [(.cx, .number), (.cy, .number), (.rx, .nonNegativeNumber), (.ry, .nonNegativeNumber)]
    case .line: [(.x1, .number), (.y1, .number), (.x2, .number), (.y2, .number)]
    case .path: [(.d, .pathData)]
    case .polygon, .polyline: [(.points, .points)]
    case .rect:
      [
        (.x, .number), (.y, .number), (.width, .nonNegativeNumber), (.height, .nonNegativeNumber),
        (.rx, .nonNegativeNumber), (.ry, .nonNegativeNumber),
      ]
    case .use: [(.href, .fragment), (.x, .number), (.y, .number)]
    case .text, .tspan:
      [
        (.x, .number), (.y, .number), (.dx, .number), (.dy, .number),
        (.textAnchor, .keyword(["end", "middle", "start"])),
        (.dominantBaseline, .keyword(["auto", "central", "hanging", "middle"])),
      ]
    case .pattern:
      [
        (.x, .number), (.y, .number), (.width, .nonNegativeNumber), (.height, .nonNegativeNumber),
        (.viewBox, .viewBox), (.patternUnits, .keyword(["objectBoundingBox", "userSpaceOnUse"])),
        (.patternContentUnits, .keyword(["objectBoundingBox", "userSpaceOnUse"])),
        (.patternTransform, .transform),
      ]
    case .clipPath: [(.clipPathUnits, .keyword(["objectBoundingBox", "userSpaceOnUse"]))]
    default: []
    }
  }

  private var sharedAttributes: [Entry] {
    switch self {
    case .head, .link, .meta, .style: return []
    case .html:
      return [(.lang, .languageTag), (.dir, .keyword(["ltr", "rtl"])), (.class, .classNames)]
    case .title: return [(.dataMetric, .metricKeys)]
    default: break
    }
    var entries: [Entry] = [(.id, .identifier), (.class, .classNames)]
    if rule.text == .any || rule.text == .required {
      entries += [(.dataMetric, .metricKeys), (.dataText, .empty)]
      entries += [(.lang, .languageTag), (.dir, .keyword(["auto", "ltr", "rtl"]))]
    }
    switch namespace {
    case .html:
      entries += [
        (.lang, .languageTag), (.dir, .keyword(["auto", "ltr", "rtl"])),
        (.translate, .keyword(["no", "yes"])), (.hidden, .keyword(["hidden"])),
        (.title, .nonEmptyText), (.ariaDescribedby, .identifierReferences),
      ]
      if self != .body, self != .main { entries.append((.ariaHidden, .keyword(["true"]))) }
      if Self.nameable.contains(self) {
        entries += [(.ariaLabel, .nonEmptyText), (.ariaLabelledby, .identifierReferences)]
      }
      entries += roleEntry
      entries += evidence
    case .svg:
      guard self != .desc, self != .svgTitle else { return entries }
      entries += [(.ariaHidden, .keyword(["true"])), (.dataMark, .metricKeys), (.dataV, .number)]
      if self == .svg {
        entries += [
          (.ariaLabel, .nonEmptyText), (.ariaLabelledby, .identifierReferences),
          (.ariaDescribedby, .identifierReferences), (.dataChart, .identifier),
        ]
        entries += roleEntry
      } else {
        entries += [
          (.transform, .transform), (.clipPath, .localReference), (.fill, .paint),
          (.stroke, .paint),
        ]
      }
      if self == .text || self == .tspan { entries.append((.dataTick, .identifier)) }
    }
    return entries
  }

  private var roleEntry: [Entry] {
    let roles = DialectRole.allCases.filter { $0.elements.contains(self) }.map(\.rawValue)
    return roles.isEmpty ? [] : [(.role, .keyword(roles))]
  }

  /// Marks that only some elements of HTML carry.
  private var evidence: [Entry] {
    switch self {
    case .td, .th: [(.dataLabel, .nonEmptyText), (.dataV, .number), (.dataMark, .metricKeys)]
    case .figure, .table: [(.dataChart, .identifier)]
    case .a, .div, .li, .p, .section, .span:
      [
        (.dataVerdict, .keyword(["holds", "mixed", "not-testable", "refuted", "too-little-data"])),
        (.ariaCurrent, .keyword(["page", "true"])),
      ]
    default: []
    }
  }

  /// Elements whose accessible name may be set; elsewhere a screen reader ignores it.
  private static let nameable = ElementSet(
    .a, .article, .aside, .blockquote, .details, .dl, .figure, .footer, .header, .main, .nav, .ol,
    .section, .table, .td, .th, .ul)
}

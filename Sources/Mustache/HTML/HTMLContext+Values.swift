/// What an attribute's value is, to the browser.
enum AttributeKind: Hashable {
  case plain
  case url
  /// Of an image, which may be in the URL itself.
  case imageURL
  /// A program, a style sheet, another document: no value of the data may stand in it.
  case refused
}

extension HTMLContext {
  /// Why no value may stand somewhere.
  enum Refusal: Error {
    case tagName
    case attributeName
    case behindLessThan
    case betweenAttributes
    case unquoted
    case comment
    case declaration
    case rawText(element: String)
    case attribute(name: String, element: String)
    case programURL
    case referenceInURL
    case text(element: String)
    case unescapedInAttribute
    case httpEquiv
  }

  /// Chooses how a value is escaped here and steps behind it.
  ///
  /// - Parameter isTrusted: The value is trusted markup and is written as it is.
  mutating func readValue(isTrusted: Bool, of shape: Shape) throws(Refusal) -> Escaping {
    switch state {
    case .text:
      if isTrusted { return .trusted }
      guard hasDialect else { return .html }
      guard dialect.acceptsValueInText else { throw .text(element: dialect.parentName) }
      return .dialectText
    case .value:
      if isTrusted { throw .unescapedInAttribute }
      return try readValueInAttribute(shape)
    case .rawText(let matched):
      // `</` and a value could end the element.
      guard matched == 0 else { throw .behindLessThan }
      let name = String(decoding: element, as: UTF8.self)
      if name == "title" || name == "textarea", !isTrusted {
        return hasDialect ? .dialectText : .html
      }
      if name == "style", isTrusted { return .trusted }
      if name == "style", case .number = shape.unwrapped { return .digits }
      if let json, !isTrusted {
        switch (json, shape.unwrapped) {
        case (.value, let shape) where shape != .markup && shape != .lambda: return .json
        case (.string, .text), (.string, .number), (.string, .template), (.string, .json):
          return .jsonString
        default: break
        }
      }
      throw .rawText(element: name)
    case .tagOpen, .endTagOpen: throw .behindLessThan
    case .tagName: throw .tagName
    case .attributeName: throw .attributeName
    case .betweenAttributes, .afterAttribute, .afterAttributeName, .selfClosing:
      throw .betweenAttributes
    case .beforeValue, .unquotedValue: throw .unquoted
    case .declaration, .declarationOpen: throw .declaration
    case .comment: throw .comment
    }
  }

  private mutating func readValueInAttribute(_ shape: Shape) throws(Refusal) -> Escaping {
    if attribute.elementsEqual("http-equiv".utf8) { throw .httpEquiv }
    value.text = nil
    let kind = value.kind
    switch kind {
    case .plain:
      value.hasValue = true
      return hasDialect ? .dialectAttribute : .html
    case .refused:
      // Digits mean nothing else in a style sheet.
      if attribute.elementsEqual("style".utf8), case .number = shape.unwrapped { return .digits }
      throw .attribute(
        name: String(decoding: attribute, as: UTF8.self),
        element: String(decoding: element, as: UTF8.self))
    case .url, .imageURL:
      let part = value.url
      value.hasValue = true
      if value.reference != nil { throw .referenceInURL }
      switch part {
      case .start:
        value.url = .afterWhole
        return kind == .imageURL ? .imageURL : .url
      case .schemeOrPath, .rootSlash, .host, .queryOrFragment:
        if part == .rootSlash { value.url = .path }
        return .urlComponent
      case .path: return .urlPath
      case .afterWhole: return .urlTail
      case .imageData where kind == .imageURL: return .base64
      case .program, .imageData: throw .programURL
      case .reference: throw .referenceInURL
      }
    }
  }

  /// Goes on behind a value that was refused, so that it is reported once.
  mutating func skipRefusedValue() {
    switch state {
    case .tagOpen, .endTagOpen: state = .tagName
    case .beforeValue: state = .unquotedValue
    case .declarationOpen: state = .declaration
    case .rawText: state = .rawText(matched: 0)
    default: break
    }
  }

  /// Goes on in text behind a problem, so that it is reported once.
  mutating func recover() {
    let elements = dialect
    self = HTMLContext(dialect: hasDialect)
    dialect = elements
  }

  /// A template that is known only while rendering is put in here: it may print values.
  mutating func expectValues() {
    if case .value = state, value.kind == .plain { value.hasValue = true }
  }

  /// What a value prints here is JSON, so it may be a list or a record.
  var isInJSON: Bool {
    if case .rawText = state { return json != nil }
    return false
  }

  /// Of the attribute that is being read.
  var attributeKind: AttributeKind {
    guard let first = attribute.first, "abcdfhilmoprstuvx".utf8.contains(first) else {
      return .plain
    }
    switch String(decoding: attribute, as: UTF8.self) {
    case "imagesrcset", "ping", "srcdoc", "srcset", "style": return .refused
    case "type": return element.elementsEqual("script".utf8) ? .refused : .plain
    case "rel": return element.elementsEqual("link".utf8) ? .refused : .plain
    case "attributename", "by", "from", "to", "values":
      return Self.animations.contains(element) ? .refused : .plain
    case "action", "background", "cite", "codebase", "data", "formaction", "href", "icon",
      "longdesc", "manifest", "poster", "profile", "src", "usemap", "xlink:href":
      return urlKind
    case let name: return name.hasPrefix("on") || name.hasPrefix("xmlns") ? .refused : .plain
    }
  }

  private var urlKind: AttributeKind {
    // In the dialect a link is the page's icon and nothing else.
    if hasDialect, element.elementsEqual("link".utf8) { return .imageURL }
    if attribute.elementsEqual("src".utf8), element.elementsEqual("img".utf8) { return .imageURL }
    return Self.loaders.contains(element) ? .refused : .url
  }

  /// Elements whose URL is a program or another document.
  private static let loaders: Set<[UInt8]> = Set(
    ["base", "embed", "frame", "iframe", "link", "object", "script"].map { Array($0.utf8) })

  /// Elements that can set any attribute of another.
  private static let animations: Set<[UInt8]> = Set(
    ["animate", "animatemotion", "animatetransform", "set"].map { Array($0.utf8) })

  /// Before a section, a partial or the end of either: a name that stands before it has ended.
  mutating func reachBoundary() throws(Refusal) {
    switch state {
    case .tagOpen, .endTagOpen, .selfClosing: throw .behindLessThan
    case .declarationOpen: throw .declaration
    case .tagName:
      endTagName()
      state = .afterAttribute
    case .attributeName, .afterAttributeName:
      endAttribute()
      state = .afterAttribute
    case .beforeValue, .unquotedValue: throw .unquoted
    case .rawText(let matched):
      if matched > 0 { throw .rawText(element: String(decoding: element, as: UTF8.self)) }
    case .comment(let part): if part != .inside { throw .comment }
    case .value: value.text = nil
    case .text, .betweenAttributes, .afterAttribute, .declaration: break
    }
  }

  /// The context behind two ways to the same place; `nil` when they disagree.
  func joined(with other: HTMLContext) -> HTMLContext? {
    var one = self
    var two = other
    one.relax(with: two)
    two.relax(with: one)
    if hasDialect {
      one.dialect.relax(with: other.dialect)
      two.dialect.relax(with: dialect)
    }
    // A value on one of the ways counts for both.
    if one.value.hasValue != two.value.hasValue {
      one.value.hasValue = true
      two.value.hasValue = true
    }
    if one.hasValueInContent != two.hasValueInContent {
      one.hasValueInContent = true
      two.hasValueInContent = true
    }
    if case .value = one.state, one.value.prefix != two.value.prefix,
      one.value.forgetsItsBeginning, two.value.forgetsItsBeginning
    {
      one.value.prefix = []
      two.value.prefix = []
    }
    return one == two ? one : nil
  }

  private mutating func relax(with other: HTMLContext) {
    let ends: [State] = [.betweenAttributes, .afterAttribute]
    if ends.contains(state), ends.contains(other.state), state != other.state {
      state = .afterAttribute
    }
  }
}

extension ValueContext {
  /// What stood before a place of it no longer decides anything.
  fileprivate var forgetsItsBeginning: Bool {
    switch kind {
    case .plain: true
    case .refused: false
    case .url, .imageURL:
      switch url {
      case .afterWhole, .host, .path, .queryOrFragment, .imageData: true
      case .start, .schemeOrPath, .rootSlash, .program, .reference: false
      }
    }
  }
}

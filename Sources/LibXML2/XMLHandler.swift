/// Is told what a parser finds, in the order of the document.
///
/// Everything that is handed over lives in libxml2's memory and is gone when the call returns, except
/// names, which stay as long as the parser. Nothing here allocates.
public protocol XMLHandler: AnyObject {
  func startElement(_ tag: XMLStartTag)

  func endElement()

  /// Decoded text; one run of text may come in several calls.
  func characters(_ text: UnsafeBufferPointer<UInt8>)

  /// Markup that is neither element nor text. The content of a CDATA section comes as characters
  /// after this call; that of the others is not handed over.
  func found(_ markup: XMLMarkup)
}

extension XMLHandler {
  public func found(_ markup: XMLMarkup) {}
}

/// Parts of a document that most readers have no use for, and strict ones refuse.
public enum XMLMarkup: Hashable, Sendable {
  case cdata
  case comment
  /// `hasIdentifier`: a public or system identifier stands in it.
  case doctype(name: String, hasIdentifier: Bool)
  case entityDeclaration
  case entityReference
  case processingInstruction
}

/// A name of the document, equal to another when it is the same letters from the same parser.
///
/// libxml2 keeps one copy of each name for the life of the parser, so that comparing and hashing take
/// the address and not the letters.
@frozen
public struct XMLName: Hashable, @unchecked Sendable {
  // Only ever read, and only while its parser lives: that is the contract of `XMLParser`.
  public let address: UnsafePointer<UInt8>

  @inlinable
  init(address: UnsafePointer<UInt8>) { self.address = address }

  public static func == (a: XMLName, b: XMLName) -> Bool { a.address == b.address }

  public func hash(into hasher: inout Hasher) { hasher.combine(address) }

  /// A copy of the letters.
  public var string: String { String(cString: address) }
}

/// A start tag, valid during the call that hands it over.
@frozen
public struct XMLStartTag {
  public let name: XMLName
  /// As written before the colon; `nil` for a name without one.
  public let prefix: XMLName?
  /// Namespace that holds for the name; `nil` for none.
  public let uri: XMLName?
  /// Namespaces that this tag declares.
  public let declarationCount: Int
  public let attributeCount: Int
  /// Written `<name/>`.
  public let isEmptyElement: Bool
  /// Where its `>` or `/>` stands, in bytes from the start of the input.
  public let end: Int

  @usableFromInline let declarations: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  @usableFromInline let attributes: UnsafePointer<XMLAttribute.Fields>?

  /// A declaration by index from 0: the prefix is `nil` for `xmlns="…"`.
  public func declaration(_ index: Int) -> (prefix: XMLName?, uri: XMLName?) {
    guard let declarations, index < declarationCount else { return (nil, nil) }
    return (
      declarations[2 * index].map(XMLName.init), declarations[2 * index + 1].map(XMLName.init)
    )
  }

  /// An attribute by index from 0, in the order of the tag; namespace declarations are not among
  /// them.
  @inlinable
  public func attribute(_ index: Int) -> XMLAttribute? {
    guard let attributes, index < attributeCount else { return nil }
    return XMLAttribute(attributes[index])
  }

  /// Calls `body` with each attribute, in the order of the tag.
  @inlinable
  @inline(__always)
  public func forEachAttribute(_ body: (XMLAttribute) -> Void) {
    guard var fields = attributes else { return }
    let end = fields + attributeCount
    while fields < end {
      body(XMLAttribute(fields.pointee))
      fields += 1
    }
  }
}

/// An attribute, valid during the call that hands its tag over.
@frozen
public struct XMLAttribute {
  public let name: XMLName
  public let prefix: XMLName?
  /// Decoded, but for one thing: libxml2 leaves an ampersand as `&#38;` where it keeps entities.
  public let value: UnsafeBufferPointer<UInt8>

  /// As libxml2 hands an attribute over: five addresses, of which two may be none.
  @frozen
  @usableFromInline
  struct Fields {
    @usableFromInline let name: UnsafePointer<UInt8>
    @usableFromInline let prefix: UnsafePointer<UInt8>?
    @usableFromInline let uri: UnsafePointer<UInt8>?
    @usableFromInline let start: UnsafePointer<UInt8>
    @usableFromInline let end: UnsafePointer<UInt8>
  }

  @inlinable
  init(_ fields: Fields) {
    name = XMLName(address: fields.name)
    prefix = fields.prefix.map(XMLName.init)
    value = UnsafeBufferPointer(start: fields.start, count: fields.end - fields.start)
  }

  /// A copy of the value, with its ampersands.
  public var string: String {
    let text = String(decoding: value, as: UTF8.self)
    guard value.contains(UInt8(ascii: "&")) else { return text }
    return text.split(separator: "&#38;", omittingEmptySubsequences: false).joined(separator: "&")
  }
}

/// Where a place of a template stands in its HTML: what a browser would be reading there.
///
/// The states are those of the HTML parser, without the ones that a template may not reach.
struct HTMLContext: Hashable {
  enum State: Hashable {
    case text
    /// Behind `<`.
    case tagOpen
    /// Behind `</`.
    case endTagOpen
    case tagName
    case betweenAttributes
    /// A name or a value has ended: a blank, `/` or `>` must follow.
    case afterAttribute
    case attributeName
    /// An attribute's name and blanks.
    case afterAttributeName
    /// Behind `=`.
    case beforeValue
    case value(quote: UInt8)
    case unquotedValue
    /// Behind `/` in a tag.
    case selfClosing
    /// `<!doctype` and other declarations, up to `>`.
    case declaration
    /// Behind `<!` or `<!-`, which begins a comment or a declaration.
    case declarationOpen(dashes: Int)
    case comment(CommentPart)
    /// Inside of `element`, whose content is no markup; `matched` bytes of its end tag were read.
    case rawText(matched: Int)
  }

  var state = State.text
  /// Of the tag that is being read, or of the raw text around: lower case.
  var element: [UInt8] = []
  var isEndTag = false
  /// Of the attribute that is being read: lower case.
  var attribute: [UInt8] = []
  var value = ValueContext()
  /// `<meta>`: what its `http-equiv` says, and whether its `content` holds a value of the data.
  var httpEquiv: [UInt8]?
  var hasValueInContent = false
  /// `<script>`: what its `type` says, and where in its JSON the place is.
  var scriptType: [UInt8]?
  /// In a script that is data and no program: the part of its JSON.
  var json: JSONPart?
  /// Open `<svg>` and `<math>`, in which a browser reads some elements in another way; apart, because
  /// the end tag of one does not close the other.
  var svgDepth = 0
  var mathDepth = 0
  var hasDialect: Bool
  /// Used with the dialect on only; no optional, because this is read at every byte.
  var dialect = DialectContext()
  /// With the dialect on: the names as they are written, and where the tag begins.
  var writtenElement: [UInt8] = []
  var writtenAttribute: [UInt8] = []
  var isSelfClosing = false
  var tagOrigin = DialectContext.Origin()
  var attributeOrigin = DialectContext.Origin()

  init(dialect: Bool) {
    hasDialect = dialect
  }
}

/// What is known of the part of an attribute's value that stands before a place.
struct ValueContext: Hashable {
  /// Static text before the first value, lower case, without blanks in front; cut to 64 bytes.
  var prefix: [UInt8] = []
  var hasValue = false
  /// Known from the first byte of the value.
  var kind = AttributeKind.plain
  /// Of a URL.
  var url = URLPart.start
  /// Of a URL: behind `&`, the name of a character reference so far.
  var reference: [UInt8]?
  /// With the dialect on: the whole value so far, `nil` where it depends on the data.
  var text: [UInt8]? = []
}

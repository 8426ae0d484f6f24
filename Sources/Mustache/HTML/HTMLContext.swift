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
    /// `dashes`: how many of its end have been read.
    case comment(dashes: Int)
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
}

/// What is known of the part of an attribute's value that stands before a place.
struct ValueContext: Hashable {
  /// Static text before the first value, lower case, without blanks in front; cut to 64 bytes.
  var prefix: [UInt8] = []
  var hasValue = false
  /// Of a URL.
  var url = URLPart.start
}

/// The part of a URL that a place stands in.
enum URLPart: Hashable {
  /// Nothing before it.
  case start
  /// Characters that may still become a scheme: `mail`.
  case schemeOrPath
  /// Behind a whole URL as a value: its scheme is checked, what follows may be anything.
  case afterWhole
  /// Behind `//`: the name of the host.
  case host
  /// `/` and nothing else: another `/` would make it a host.
  case rootSlash
  case path
  case queryOrFragment
  /// Behind a scheme that runs programs.
  case program
}

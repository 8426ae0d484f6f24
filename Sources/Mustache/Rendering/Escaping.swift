/// What is done to a value so that it stays one value in the place where it lands.
enum Escaping: UInt8 {
  /// Written as it is: text output.
  case none
  /// Trusted markup, written as it is; any other text is an error.
  case trusted
  /// The specification's own: `& < > " '`.
  case plain
  /// Text and attributes of a page; `'` is escaped too, for attributes in single quotes.
  case html
  /// Text of a page in the dialect.
  case dialectText
  /// An attribute of a page in the dialect, where a line end would change the value.
  case dialectAttribute
  /// A whole URL: only known schemes and relative ones.
  case url
  /// A whole URL of an image, which may also be `data:image/…`.
  case imageURL
  /// Base64 and nothing else.
  case base64
  /// A number in a style sheet: any text is left out.
  case digits
  /// A value in a script that is data: lists and records too.
  case json
  /// Text inside of a string of JSON.
  case jsonString
  /// A part of a URL's path; `/` stays.
  case urlPath
  /// What follows a whole URL: `/` stays, `:` does not, as both together might begin with a scheme.
  case urlTail
  /// A part of a URL that must not end it: query, fragment, host.
  case urlComponent

  /// Texts with none of these traits are copied as they are.
  var escapedTraits: TextTraits {
    switch self {
    case .none: []
    case .trusted: .isText
    case .plain: [.markup, .apostrophe]
    case .html: [.markup, .apostrophe, .control]
    case .dialectText: [.markup, .control]
    case .dialectAttribute: [.markup, .control, .newline]
    case .url, .imageURL, .base64, .digits, .json, .jsonString, .urlPath, .urlTail, .urlComponent:
      .isText
    }
  }
}

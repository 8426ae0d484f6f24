/// One tag of a template, as it is written.
struct Tag {
  enum Kind: Equatable {
    case variable
    case unescaped
    case section
    case inverted
    /// `{{^}}` inside a section; an extension.
    case otherwise
    case close
    case partial
    case parent
    case block
    case comment
    case delimiters
  }

  var kind: Kind
  /// The whole tag with its delimiters.
  var range: Range<Int>
  /// What it says, without its sigil and the blanks around.
  var content: Range<Int>
  /// For `close`: ends a parent or a block, not a section.
  var endsInheritance = false
}

/// The characters that begin and end a tag.
struct Delimiters: Hashable {
  var open: [UInt8]
  var close: [UInt8]

  static let standard = Delimiters(open: Array("{{".utf8), close: Array("}}".utf8))
}

/// A template in the order of its bytes: text and tags in turn.
enum Token {
  case text(Range<Int>)
  case tag(Tag)
}

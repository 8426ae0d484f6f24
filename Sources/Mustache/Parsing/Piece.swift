/// A part of a parsed template.
enum Piece {
  case text(Range<Int>, startsLine: Bool)
  case variable(Variable)
  case section(Section)
  case partial(Partial)
  case block(Block)

  struct Variable {
    var expression: Expression
    /// `{{{x}}}` or `{{&x}}`.
    var isUnescaped: Bool
    var startsLine: Bool
    var range: Range<Int>
  }

  struct Section {
    var expression: Expression
    var isInverted: Bool
    var children: [Piece]
    /// What follows `{{^}}`.
    var otherwise: [Piece]
    /// `{{#a}}` is not alone on its line and nothing is printed before it.
    var startsLine: Bool
    /// The opening tag, the source between it and the closing tag, and the closing tag.
    var opening: Range<Int>
    var body: Range<Int>
    var closing: Range<Int>
    /// In force inside, for lambdas.
    var delimiters: Delimiters
  }

  /// `{{>name}}`, or `{{<name}}…{{/name}}` with arguments for its blocks.
  struct Partial {
    var name: String
    /// `{{>*name}}`: the name of the template is a value.
    var dynamicName: Expression?
    var arguments: [Block]
    var isParent: Bool
    var startsLine: Bool
    var isStandalone: Bool
    var indentation: Range<Int>
    var range: Range<Int>
    var nameRange: Range<Int>
  }

  struct Block {
    var name: String
    var children: [Piece]
    var startsLine: Bool
    var isStandalone: Bool
    var indentation: Range<Int>
    var range: Range<Int>
  }
}

/// A name with what is done to its value.
struct Expression {
  /// Empty for `{{.}}`.
  var parts: [String]
  /// `{{.name}}`: looked up in the innermost context only.
  var isAnchored = false
  var filters: [FilterCall] = []
  /// Of the name in its template.
  var range: Range<Int>

  /// As it is written, without filters.
  var text: String {
    let dotted = parts.joined(separator: ".")
    return isAnchored || parts.isEmpty ? ".\(dotted)" : dotted
  }
}

/// `| name:argument,argument`
struct FilterCall {
  enum Argument {
    case integer(Int)
    case text(String)
  }

  var name: String
  var arguments: [Argument]
  var range: Range<Int>
}

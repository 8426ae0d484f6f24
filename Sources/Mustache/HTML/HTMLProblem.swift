import HTMLDialect

/// A rule of HTML or of the dialect that the text of a template breaks, at a byte of that text.
struct HTMLProblem {
  enum Rule: Error, Hashable {
    /// `<` and something that begins no tag.
    case strayLessThan
    /// Two attributes without a blank between.
    case missingBlank
    case unexpectedByte
    case quoteInTag
    /// `<!` in a script, behind which a browser looks for another end of it.
    case commentInScript
    case rawTextInSVG(String)
    case valueBecomesScheme
    case refreshWithValue
    case unclosedTagInTag

    // The dialect's.
    case attributeTwice(String)
    case comment
    case controlCharacter
    case controlCharacterInTag
    case declaration
    case invalidReference
    case invalidValue(String, String, ValueGrammar)
    case missingAttributes([String], element: String)
    case noDoubleQuotes
    case selfClosing(String)
    case strayEndTag(String)
    case textInElement(String)
    case tooDeep(Int)
    case unknownAttribute(String, element: String)
    case unknownElement(String)
    case voidElement(String)
    case wrongAncestor(String, ancestor: String)
    case wrongEndTag(String, expected: String, DialectContext.Origin)
    case wrongParent(String, parent: String)
  }

  var rule: Rule
  var source: TemplateSource
  var range: Range<Int>

  init(_ rule: Rule, at offset: Int, of source: TemplateSource) {
    self.rule = rule
    self.source = source
    range = offset..<offset + 1
  }

  init(_ problem: DialectContext.Problem, at offset: Int, of source: TemplateSource) {
    self.init(problem.rule, at: offset, of: source)
    guard let origin = problem.origin.source else { return }
    self.source = origin
    range = problem.origin.offset..<problem.origin.offset + problem.length
  }
}

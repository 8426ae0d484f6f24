import Diagnostics
import HTMLDialect

extension HTMLProblem.Rule {
  var message: String {
    switch self {
    case .strayLessThan: "`<` begins a tag, else it is written `&lt;`"
    case .missingBlank: "a blank stands between two attributes"
    case .unexpectedByte: "this character may not stand here in a tag"
    case .quoteInTag: "a quote stands behind `=` only"
    case .valueBecomesScheme: "a value before `:` would choose the scheme of the URL"
    case .commentInScript: "a script holds no `<!`: a browser would look for another end of it"
    case .rawTextInSVG(let name): "`<\(name)>` stands outside of `<svg>` and `<math>`"
    case .refreshWithValue: "`http-equiv` is a command to the browser, so its `content` is constant"
    case .unclosedTagInTag: "a tag ends with `>` before the next begins"
    case .attributeTwice(let name): "an attribute stands once in a tag, found `\(name)` again"
    case .comment: "a page has no comments; those of templates are written `{{! … }}`"
    case .controlCharacter: "a page has no tabs or control characters"
    case .controlCharacterInTag: "a tag stands on one line, with spaces only"
    case .declaration: "a page begins with `<!DOCTYPE html>` and has no other declaration"
    case .invalidReference:
      "`&` begins one of `&amp; &lt; &gt; &quot;` or a decimal number from 160"
    case .invalidValue(let name, let text, _): "`\(text)` is no value of `\(name)`"
    case .missingAttributes(let names, let element):
      "`<\(element)>` needs \(names.map { "`\($0)`" }.joined(separator: ", "))"
    case .noDoubleQuotes: "the value of an attribute stands in double quotes"
    case .selfClosing(let name): "`<\(name)>` is not closed by `/>`"
    case .strayEndTag(let name): "`</\(name)>` closes nothing"
    case .textInElement(let name): "no text may stand directly in `<\(name)>`"
    case .tooDeep(let limit): "elements are at most \(limit) deep inside each other"
    case .unknownAttribute(let name, let element): "`<\(element)>` has no attribute `\(name)`"
    case .unknownElement(let name): "`<\(name)>` is no element of a page"
    case .voidElement(let name): "`<\(name)>` has no content, so it is closed by `/>`"
    case .wrongAncestor(let name, let ancestor):
      "`<\(name)>` may not stand inside of `<\(ancestor)>`"
    case .wrongEndTag(let name, let expected, _):
      "elements are closed in turn, expected `</\(expected)>`, found `</\(name)>`"
    case .wrongParent(let name, let parent): "`<\(name)>` may not stand in `<\(parent)>`"
    }
  }

  var label: String {
    switch self {
    case .strayLessThan: "no tag begins here"
    case .missingBlank: "no blank before it"
    case .unexpectedByte: "unexpected"
    case .quoteInTag: "unexpected quote"
    case .valueBecomesScheme: "the scheme would end here"
    case .refreshWithValue: "the tag ends here"
    case .missingAttributes(let names, _): names.count == 1 ? "missing" : "some are missing"
    case .commentInScript: "in a script"
    case .rawTextInSVG: "in `<svg>` or `<math>`"
    case .unclosedTagInTag: "still in the tag before"
    case .attributeTwice: "a second time"
    case .comment: "a comment"
    case .controlCharacter, .controlCharacterInTag: "not allowed"
    case .declaration: "not at the beginning"
    case .invalidReference: "no reference"
    case .invalidValue: "invalid value"
    case .noDoubleQuotes: "no `\"`"
    case .selfClosing: "a browser leaves it open"
    case .strayEndTag: "nothing to close"
    case .wrongEndTag(_, let expected, _): "does not close `<\(expected)>`"
    case .textInElement: "text"
    case .tooDeep: "one too many"
    case .unknownAttribute: "unknown attribute"
    case .unknownElement: "unknown element"
    case .voidElement: "not closed"
    case .wrongAncestor, .wrongParent: "not here"
    }
  }

  var help: String? {
    switch self {
    case .strayLessThan: "write `&lt;`"
    case .valueBecomesScheme: "write the scheme into the template"
    case .unclosedTagInTag: "write `>`"
    case .noDoubleQuotes: "write `name=\"value\"`"
    case .invalidReference: "write `&amp;`, or the character itself"
    case .invalidValue(_, let text, .keyword(let words)):
      nearestName(to: text, among: words).map { "write `\($0)`" }
        ?? "one of: \(words.joined(separator: ", "))"
    case .invalidValue(_, _, let grammar): "expected \(grammar.expectation)"
    case .selfClosing(let name): "write `<\(name)></\(name)>`"
    case .unknownAttribute(let name, _):
      nearestName(to: name, among: DialectAttribute.allCases.map(\.name)).map { "write `\($0)`" }
    case .unknownElement(let name):
      nearestName(to: name, among: DialectElement.allCases.map(\.name)).map { "write `<\($0)>`" }
    case .voidElement(let name): "write `<\(name)/>`"
    case .wrongEndTag(_, let expected, _): "write `</\(expected)>` before it"
    default: nil
    }
  }

  var notes: [Diagnostic.Note] {
    guard case .wrongEndTag(_, let expected, let origin) = self, let source = origin.source else {
      return []
    }
    let place = source.place(origin.offset..<origin.offset + 1 + expected.utf8.count)
    return [Diagnostic.Note("`<\(expected)>` is open since here", at: place, label: "not closed")]
  }
}

extension HTMLContext.Refusal {
  var message: String {
    switch self {
    case .tagName: "a value cannot be the name of an element"
    case .attributeName, .betweenAttributes: "a value cannot be an attribute, only stand in one"
    case .behindLessThan: "a tag is written out, not put together"
    case .unquoted: "the value of an attribute stands in quotes"
    case .comment: "no value may stand in a comment"
    case .declaration: "no value may stand in a declaration"
    case .rawText("style"): "only numbers and trusted markup may stand in `<style>`"
    case .rawText(let element): "no value may stand in `<\(element)>`"
    case .attribute("style", _): "only numbers may stand in the attribute `style`"
    case .attribute(let name, let element):
      "no value may stand in the attribute `\(name)` of `<\(element)>`"
    case .programURL: "a value may follow the schemes `http`, `https`, `mailto` and `tel` only"
    case .referenceInURL:
      "a value may not stand behind a character reference that could end a scheme"
    case .text(let element): "no text may stand directly in `<\(element)>`"
    case .unescapedInAttribute: "trusted markup stands in text only"
    case .httpEquiv: "`http-equiv` is a command to the browser, so it is constant"
    }
  }

  func label(_ name: String) -> String {
    switch self {
    case .tagName: "in a tag's name"
    case .attributeName: "in an attribute's name"
    case .behindLessThan: "behind `<`"
    case .betweenAttributes: "between attributes"
    case .unquoted: "not in quotes"
    case .comment: "in a comment"
    case .declaration: "in a declaration"
    case .rawText(let element): "in `<\(element)>`"
    case .attribute(let name, _): "in `\(name)`"
    case .programURL: "behind another scheme"
    case .referenceInURL: "behind a reference"
    case .text(let element): "in `<\(element)>`"
    case .unescapedInAttribute: "in an attribute"
    case .httpEquiv: "in `http-equiv`"
    }
  }

  var help: String? {
    switch self {
    case .unquoted: "write `\"{{name}}\"`"
    case .unescapedInAttribute: "print text here"
    case .referenceInURL: "write the character itself, or `&amp;`"
    case .rawText("script"):
      "put the data into `<script type=\"application/json\">` and read them from there"
    default: nil
    }
  }
}

extension HTMLContext {
  /// In words, for messages.
  var phrase: String {
    let tag = String(decoding: element, as: UTF8.self)
    switch state {
    case .text:
      if let name = dialect.open.last?.name {
        return "in `<\(String(decoding: name, as: UTF8.self))>`"
      }
      return svgDepth > 0 ? "in `<svg>`" : mathDepth > 0 ? "in `<math>`" : "in text"
    case .tagOpen, .endTagOpen, .declarationOpen: return "behind `<`"
    case .tagName, .betweenAttributes, .afterAttribute, .selfClosing: return "in the tag `\(tag)`"
    case .attributeName, .afterAttributeName, .beforeValue:
      return "in the tag `\(tag)`, at `\(String(decoding: attribute, as: UTF8.self))`"
    case .value, .unquotedValue:
      return "in the value of `\(String(decoding: attribute, as: UTF8.self))`"
    case .declaration: return "in a declaration"
    case .comment: return "in a comment"
    case .rawText: return "in `<\(tag)>`"
    }
  }
}

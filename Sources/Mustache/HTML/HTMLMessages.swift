extension HTMLProblem.Rule {
  var message: String {
    switch self {
    case .strayLessThan: "`<` begins a tag, else it is written `&lt;`"
    case .unquotedAttribute: "the value of an attribute stands in quotes"
    case .missingBlank: "a blank stands between two attributes"
    case .unexpectedByte: "this character may not stand here in a tag"
    case .quoteInTag: "a quote stands behind `=` only"
    case .valueBecomesScheme: "a value before `:` would choose the scheme of the URL"
    case .programURL: "a URL may not run a program"
    case .refreshWithValue: "`http-equiv` is a command to the browser, so its `content` is constant"
    case .unclosedTagInTag: "a tag ends with `>` before the next begins"
    }
  }

  var label: String {
    switch self {
    case .strayLessThan: "no tag begins here"
    case .unquotedAttribute: "no quote"
    case .missingBlank: "no blank before it"
    case .unexpectedByte: "unexpected"
    case .quoteInTag: "unexpected quote"
    case .valueBecomesScheme: "the scheme would end here"
    case .programURL: "the scheme ends here"
    case .refreshWithValue: "the tag ends here"
    case .unclosedTagInTag: "still in the tag before"
    }
  }

  var help: String? {
    switch self {
    case .strayLessThan: "write `&lt;`"
    case .unquotedAttribute: "write `name=\"value\"`"
    case .missingBlank, .unexpectedByte, .quoteInTag, .programURL, .refreshWithValue: nil
    case .valueBecomesScheme: "write the scheme into the template"
    case .unclosedTagInTag: "write `>`"
    }
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
    case .rawText(let element): "no value may stand in `<\(element)>`"
    case .attribute(let name): "no value may stand in the attribute `\(name)`"
    case .programURL: "no value may stand in a URL that runs a program"
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
    case .attribute(let name): "in `\(name)`"
    case .programURL: "in a program"
    case .unescapedInAttribute: "in an attribute"
    case .httpEquiv: "in `http-equiv`"
    }
  }

  var help: String? {
    switch self {
    case .unquoted: "write `\"{{name}}\"`"
    case .unescapedInAttribute: "print text here"
    default: nil
    }
  }
}

extension HTMLContext {
  /// In words, for messages.
  var phrase: String {
    let tag = String(decoding: element, as: UTF8.self)
    switch state {
    case .text: return "in text"
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

import Diagnostics

/// The sentences of all template errors, in the order of their ids.
enum MustacheMessages {
  static func branchesDisagree(
    _ one: HTMLContext, _ other: HTMLContext, _ name: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "template.branches-disagree",
      "with and without `\(name)` the page must be at the same place of its HTML", at: place,
      label: "\(one.phrase) on one way, \(other.phrase) on the other",
      help: "open and close tags and quotes inside of the same section")
  }

  static func emptyTag(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "template.empty-tag", "a tag has a name", at: place, label: "nothing in it",
      help: "write a name, or remove the tag")
  }

  static func endlessPartial(_ name: String, at place: Place, cycle: [String]) -> Diagnostic {
    Diagnostic(
      .error, "template.endless-partial",
      "a partial that includes itself does so in a section that can be false", at: place,
      label: "always includes itself", notes: including(cycle))
  }

  static func endsInsideTag(_ html: HTMLContext, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "template.ends-inside-tag", "a page ends outside of its tags", at: place,
      label: "still \(html.phrase)")
  }

  static func expandedTooDeep(at place: Place, limit: Int, cycle: [String]) -> Diagnostic {
    Diagnostic(
      .error, "template.expanded-too-deep",
      "partials and sections are at most \(limit) deep inside each other", at: place,
      label: "included here", notes: including(cycle),
      help: "remove the include that leads back to the same template")
  }

  static func filter(
    _ name: String, _ problem: FilterProblem, _ shape: Shape, at place: Place
  ) -> Diagnostic {
    switch problem {
    case .unknown:
      Diagnostic(
        .error, "template.unknown-filter", "`\(name)` is not a filter", at: place,
        label: "unknown filter",
        notes: [Diagnostic.Note("filters: \(Filter.names.joined(separator: ", "))")],
        help: nearestName(to: name, among: Filter.names).map { "write `\($0)`" })
    case .arguments(let expected):
      Diagnostic(
        .error, "template.filter-arguments", "the filter `\(name)` expects \(expected)",
        at: place, label: "invalid arguments")
    case .value(let expected):
      Diagnostic(
        .error, "template.filter-value",
        "the filter `\(name)` takes \(expected), found \(shape.phrase)", at: place,
        label: "does not take this value")
    }
  }

  static func filterMismatch(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "template.filter-mismatch", "the value is not of a kind that this filter takes",
      at: place, label: "this value")
  }

  static func invalidDelimiters(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "template.invalid-delimiters",
      "new delimiters are two words without `=`", at: place, label: "invalid delimiters",
      help: "write for example `{{=<% %>=}}`")
  }

  static func invalidJSON(_ message: String, at place: Place) -> Diagnostic {
    Diagnostic(.error, "template.invalid-json", message, at: place, label: "no JSON from here")
  }

  static func invalidName(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "template.invalid-name",
      "a name is words joined by single dots, without blanks, found `\(name)`", at: place,
      label: "invalid name")
  }

  static func invalidFilter(_ message: String, at place: Place) -> Diagnostic {
    Diagnostic(.error, "template.invalid-filter", message, at: place, label: "no filter")
  }

  static func invalidHTML(_ rule: HTMLProblem.Rule, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "template.invalid-html", rule.message, at: place, label: rule.label,
      notes: rule.notes, help: rule.help)
  }

  static func mismatchedClosingTag(
    _ name: String, at place: Place, opened: String, openedAt: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "template.mismatched-closing-tag",
      "a closing tag has the name of the tag it closes, expected `\(opened)`, found `\(name)`",
      at: place, label: "does not close `\(opened)`",
      notes: [Diagnostic.Note("`\(opened)` is open since here", at: openedAt, label: "not closed")],
      help: "write `{{/\(opened)}}` before this tag")
  }

  static func missingName(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "template.missing-name", "the data have no `\(name)` here", at: place,
      label: "nothing to print",
      help: "write it into the data, or put it into a section `{{#\(name)}}`")
  }

  static func missingPartial(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "template.missing-partial", "there is no template `\(name)`", at: place,
      label: "unknown template")
  }

  static func neverEmpty(_ name: String, _ shape: Shape, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "template.never-empty",
      "a section asks whether there is a value, and `\(name)` always has one", at: place,
      label: "this is \(shape.phrase)",
      help: {
        if case .record = shape { return "remove what stands here for a `\(name)` that is missing" }
        return "print `\(name)` without a section"
      }())
  }

  static func nestedTooDeep(at place: Place, limit: Int) -> Diagnostic {
    Diagnostic(
      .error, "template.nested-too-deep", "sections are at most \(limit) deep inside each other",
      at: place, label: "one too many")
  }

  static func noNames(_ name: String, _ shape: Shape, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "template.no-names",
      "only a record has names inside, and `\(name)` is \(shape.phrase)",
      at: place, label: "nothing can follow `\(name)`",
      help: {
        if case .list = shape { return "write a section `{{#\(name)}}` around it" }
        return nil
      }())
  }

  static func noPosition(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "template.no-position", "`\(name)` is known inside of a section only", at: place,
      label: "no section here")
  }

  static func noTemplateName(_ name: String, _ shape: Shape, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "template.no-template-name",
      "a dynamic name is declared with the templates it may name", at: place,
      label: "this is \(shape.phrase)")
  }

  static func notPrintable(_ name: String, _ shape: Shape, at place: Place) -> Diagnostic {
    let help: String? =
      switch shape {
      case .record: "print one of its names"
      case .list: "write a section `{{#\(name)}}` and print `{{.}}` in it"
      case .flag: "write a section `{{#\(name)}}` with the words to print"
      case .date: "write `{{\(name) | date}}`"
      default: nil
      }
    return Diagnostic(
      .error, "template.not-printable", "`\(name)` cannot be printed", at: place,
      label: "this is \(shape.phrase)", help: help)
  }

  static func outputTooLarge(limit: Int) -> Diagnostic {
    Diagnostic(
      .error, "template.output-too-large", "a page has at most \(limit) bytes")
  }

  static func partialChangesContext(
    _ name: String, _ before: HTMLContext, _ after: HTMLContext, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "template.partial-changes-context",
      "what is put in ends at the place of the HTML where it begins", at: place,
      label: "`\(name)` begins \(before.phrase) and ends \(after.phrase)",
      help: "open and close each element in the same template")
  }

  static func refused(
    _ refusal: HTMLContext.Refusal, _ name: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "template.unsafe-place", refusal.message, at: place, label: refusal.label(name),
      help: refusal.help)
  }

  static func renderedTooDeep(at place: Place, limit: Int, cycle: [String]) -> Diagnostic {
    Diagnostic(
      .error, "template.rendered-too-deep",
      "values, partials and lambdas are at most \(limit) deep inside each other", at: place,
      label: "one too many", notes: including(cycle))
  }

  static func strayClosingTag(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "template.stray-closing-tag", "a closing tag closes something", at: place,
      label: "`\(name)` is not open", help: "remove it, or open `{{#\(name)}}` before it")
  }

  static func strayOtherwise(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "template.stray-else", "`{{^}}` stands once in a section `{{#name}}`", at: place,
      label: "no section to turn around")
  }

  static func templateTooLarge(_ source: TemplateSource, limit: Int) -> Diagnostic {
    Diagnostic(
      .error, "template.too-large", "a template has at most \(limit) bytes",
      at: Place(file: source.name))
  }

  static func tooManyExpansions(at place: Place, limit: Int) -> Diagnostic {
    Diagnostic(
      .error, "template.too-many-expansions",
      "lambdas and dynamic names bring in at most \(limit) templates in one rendering", at: place,
      label: "one too many")
  }

  static func tooManyOperations(limit: Int, file: String) -> Diagnostic {
    Diagnostic(
      .error, "template.too-many-operations",
      "a template with its partials has at most \(limit) tags after they are put in",
      at: Place(file: file))
  }

  static func tooManyProblems(limit: Int) -> Diagnostic {
    Diagnostic(
      .error, "template.too-many-problems", "there are more than \(limit) problems",
      help: "repair these first")
  }

  static func unclosedSection(_ name: String, at place: Place, end: Place) -> Diagnostic {
    Diagnostic(
      .error, "template.unclosed-section", "each opening tag has its closing tag", at: place,
      label: "not closed", notes: [Diagnostic.Note("the file ends here", at: end, label: "end")],
      help: "write `{{/\(name)}}`")
  }

  static func unclosedTag(at place: Place, closing: String) -> Diagnostic {
    Diagnostic(
      .error, "template.unclosed-tag", "a tag ends with `\(closing)`", at: place,
      label: "not closed")
  }

  static func unknownBlock(
    _ name: String, of template: String, at place: Place, known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .error, "template.unknown-block", "`\(name)` is not a block of `\(template)`", at: place,
      label: "unknown block",
      notes: known.isEmpty
        ? [] : [Diagnostic.Note("blocks there: \(known.joined(separator: ", "))")],
      help: nearestName(to: name, among: known).map { "write `{{$\($0)}}`" })
  }

  static func unknownName(_ name: String, at place: Place, _ scope: Scope) -> Diagnostic {
    let names = scope.visibleNames
    return unknownName(name, at: place, record: scope.innermostRecord?.name, names: names)
  }

  static func unknownName(
    _ name: String, at place: Place, record: String?, names: [String]
  ) -> Diagnostic {
    let known = names.sorted()
    let shown = known.prefix(20).joined(separator: ", ")
    let more = known.count > 20 ? ", and \(known.count - 20) more" : ""
    return Diagnostic(
      .error, "template.unknown-name",
      "`\(name)` is not a name of \(record.map { "`\($0)`" } ?? "this place")", at: place,
      label: "unknown name",
      notes: known.isEmpty ? [] : [Diagnostic.Note("names here: \(shown)\(more)")],
      help: nearestName(to: name, among: names).map { "write `\($0)`" })
  }

  static func untrustedMarkup(_ name: String, _ shape: Shape, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "template.untrusted-markup",
      "only trusted markup is written as it is, and `\(name)` is \(shape.phrase)", at: place,
      label: "not trusted", help: "write `{{\(name)}}`")
  }

  static func valueMismatch(_ path: String, expected: Shape, found: Value) -> Diagnostic {
    Diagnostic(
      .error, "template.value-mismatch",
      "\(path) must be \(expected.phrase), found \(found.phrase)")
  }

  static func valueTooDeep(_ limit: Int, at place: Place? = nil) -> Diagnostic {
    Diagnostic(
      .error, "template.value-too-deep", "values are at most \(limit) deep inside each other",
      at: place, label: "one too many")
  }

  static func valueTooLarge() -> Diagnostic {
    Diagnostic(
      .error, "template.value-too-large",
      "a text has at most 4 GiB, a list at most 4,294,967,295 items")
  }

  /// The way down to a template, cut in front: of a cycle the last round says everything.
  private static func including(_ names: [String]) -> [Diagnostic.Note] {
    guard names.count > 1 else { return [] }
    let shown = (names.count > 8 ? ["…"] : []) + names.suffix(8)
    return [Diagnostic.Note("included by: \(shown.joined(separator: " > "))")]
  }
}

package import Diagnostics

/// One thing that is wrong with a page.
package struct Finding: Hashable, Sendable {
  package let rule: CheckRule
  package let severity: Diagnostic.Severity
  /// What was found and what was expected; lower case, one line.
  package let message: String
  package let place: Place
  /// From `html` down to where it is, with the ids on the way: `html > body > main > section#m5`.
  package let path: String
  /// What to do.
  package let help: String

  /// As other problems are shown.
  package var diagnostic: Diagnostic {
    Diagnostic(
      severity, "check.\(rule.rawValue)", message, at: place,
      notes: path.isEmpty ? [] : [Diagnostic.Note("in \(path)")], help: help)
  }
}

extension Finding {
  /// As other problems are shown, with the template that wrote the tag where it is known.
  package func diagnostic(writtenBy tags: TemplateTags, in page: [UInt8]) -> Diagnostic {
    var shown = diagnostic
    if let line = place.line, let column = place.column,
      let origin = tags.origin(of: page, line: line, column: column)
    {
      shown.notes.append(
        Diagnostic.Note("written by", at: Place(file: origin.file, line: origin.line)))
    }
    return shown
  }
}

/// A page together with what the check says about exactly these bytes.
///
/// Only `PageChecker` makes one, so who is handed a `CheckedPage` holds bytes that were checked.
package struct CheckedPage: Sendable {
  package let bytes: [UInt8]
  /// In the order of the page; the last may be cut away, see `uncounted`.
  package let findings: [Finding]
  /// Findings beyond the limit of a page.
  package let uncounted: Int
  /// Checks that could not be made because their facts were not given.
  package let unchecked: [PageFacts.Part]

  /// Nothing holds the page back; warnings do not.
  package var isReleasable: Bool {
    uncounted == 0 && !findings.contains { $0.severity == .error }
  }
}

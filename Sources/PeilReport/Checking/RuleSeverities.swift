package import Diagnostics

/// Which rules hold a page back and which warn, with an agency's changes.
package struct RuleSeverities: Hashable, Sendable {
  private var changes: [CheckRule: Diagnostic.Severity] = [:]

  package init() {}

  package subscript(rule: CheckRule) -> Diagnostic.Severity {
    changes[rule] ?? rule.severity
  }

  /// Changes what a rule does.
  ///
  /// - Returns: `false` and no change for the rules of safety: no setting releases a page that shows
  ///   another client, an untraceable number or anything that a browser would load or run.
  package mutating func set(_ rule: CheckRule, to severity: Diagnostic.Severity) -> Bool {
    guard !rule.isSafety || severity == .error else { return false }
    changes[rule] = severity
    return true
  }
}

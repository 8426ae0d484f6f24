package import Diagnostics
package import PeilModel

/// Which rules hold a page back and which warn, with an agency's changes.
package struct RuleSeverities: Hashable, Sendable {
  private var changes: [CheckRule: Diagnostic.Severity] = [:]

  package init() {}

  /// - Parameters:
  ///   - settings: Of the agency, by the names of rules.
  ///   - file: Where they were written, for messages.
  ///   - problems: Gets a message for every name that is no rule, and for every rule of safety that was
  ///     to warn only.
  package init(
    _ settings: [String: Agency.CheckEffect], file: String = "",
    problems: inout [Diagnostic]
  ) {
    for (name, effect) in settings.sorted(by: { $0.key < $1.key }) {
      guard let rule = CheckRule(rawValue: name) else {
        problems.append(.unknownRule(name, in: file))
        continue
      }
      if !set(rule, to: effect == .error ? .error : .warning) {
        problems.append(.safetyRule(name, in: file))
      }
    }
  }

  /// Of settings that were looked at when they were read.
  init(of agency: Agency) {
    var problems: [Diagnostic] = []
    self.init(agency.checks, problems: &problems)
  }

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

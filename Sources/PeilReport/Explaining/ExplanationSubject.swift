internal import Diagnostics

/// Something that `peil explain` speaks of: a rule of the check, and whatever else has a name that a
/// person meets in a report, a message or `report.json`.
///
/// Its words stand in the translations, below `explanations`, its group and its name; the subject only
/// says which of them there are and in which order they are told:
///
///     explanations:
///       checks:
///         number.wrong:
///           name: "Wrong number"
///           why: "…"
///           example: "…"
package struct ExplanationSubject: Hashable, Sendable {
  /// As a person types it: `number.wrong`.
  package let name: String
  /// The mapping of the translations that holds the texts: `checks`.
  let group: String
  /// The key of what it is called in words.
  let title: String
  /// What is told, in this order.
  let parts: [Part]

  package enum Part: Hashable, Sendable {
    /// A text of the subject's own; its key is the key of its label too: `why`.
    case text(String)
    /// A text that many subjects share, by its key below `explanations`: `severities.warning`.
    case shared(label: String, key: String)
    /// A value that reads alike in every language, such as a formula's symbols or a unit's sign.
    case value(label: String, String)
  }

  /// - Parameter title: By default the text `name` of the subject's own.
  init(_ name: String, in group: String, title: String? = nil, parts: [Part]) {
    self.name = name
    self.group = group
    self.title = title ?? "\(group).\(name).name"
    self.parts = parts
  }

  /// All of them, in the order of their groups and names. A new kind of subject adds its list here.
  package static let all: [ExplanationSubject] = analysis + CheckRule.allCases.map(\.subject)
}

extension CheckRule {
  /// What `peil explain` says about this rule.
  fileprivate var subject: ExplanationSubject {
    let severity = isSafety ? "safety" : severity == .warning ? "warning" : "error"
    return ExplanationSubject(
      rawValue, in: "checks",
      parts: [
        .text("why"), .text("example"),
        .shared(label: "severity", key: "severities.\(severity)"),
      ])
  }
}

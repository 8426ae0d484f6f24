import PeilAnalysis
import PeilModel

/// Where a part of a note goes, by the heading it stands under.
enum NoteSection: Hashable, Sendable {
  case summary
  case results
  /// Takes the place of the steps that the report would choose.
  case actions
  case belief(Belief)

  static let all = [summary, results, actions] + Belief.allCases.map { NoteSection.belief($0) }

  /// What the heading says, in small letters or capitals: `summary`, `m5`.
  var name: String {
    switch self {
    case .summary: "summary"
    case .results: "results"
    case .actions: "actions"
    case .belief(let belief): belief.code
    }
  }

  init?(named name: String) {
    let name = name.lowercased()
    guard let section = Self.all.first(where: { $0.name == name }) else { return nil }
    self = section
  }

  /// The level of the headings that may stand in it: one below that of the section.
  var subheadingLevel: Int { self == .summary ? 2 : 3 }

  /// Whether a figure of the ledger is shown in the section.
  func shows(_ key: FigureKey) -> Bool {
    switch self {
    case .summary, .results:
      ["results.", "summary.", "period."].contains { key.text.hasPrefix($0) }
    case .actions: true
    case .belief(let belief):
      key.text.hasPrefix("\(belief.code).") || key.text.hasPrefix("period.")
    }
  }
}

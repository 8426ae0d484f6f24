import Diagnostics
import PeilPipeline

/// The outcome of a run as a table for people.
enum SummaryTable {
  static func text(of summary: RunSummary) -> String {
    var table = TextTable(
      ["client", "month", "state"] + verdictHeads + ["seconds", "page"], numeric: Set(3...8))
    for outcome in summary.outcomes {
      let counts = outcome.verdicts.map { $0.count == 0 ? "·" : String($0.count) }
      table.add(
        [outcome.slug, outcome.month ?? "–", outcome.state.rawValue]
          + (counts.isEmpty ? verdictHeads.map { _ in "–" } : counts)
          + [thousandths(outcome.seconds), outcome.pages.first?.path ?? "–"])
    }
    return (table.lines + reasons(of: summary)).joined(separator: "\n")
  }

  private static let verdictHeads = ["refuted", "holds", "mixed", "too little", "not testable"]

  /// Why a client was held back or failed, one line each; the diagnostics in full went before.
  private static func reasons(of summary: RunSummary) -> [String] {
    summary.outcomes.flatMap { outcome -> [String] in
      guard outcome.state == .heldBack || outcome.state == .failed else { return [] }
      let errors = outcome.diagnostics.filter { $0.severity == .error }
      return errors.prefix(3).map { "\(outcome.slug): \($0.message) [\($0.id)]" }
        + (errors.count > 3 ? ["\(outcome.slug): and \(errors.count - 3) more"] : [])
    }
  }

  private static func thousandths(_ seconds: Double) -> String {
    let thousandths = Int((seconds * 1000).rounded())
    let fraction = String(thousandths % 1000)
    return "\(thousandths / 1000)."
      + String(repeating: "0", count: 3 - fraction.count) + fraction
  }
}

import PeilAnalysis
import PeilModel

/// Outcomes in words: of a verdict, and of a goal.
extension SentenceWriter {
  /// - Parameter key: Of the outcome that is stated; `nil` where a sign is only explained.
  func verdict(_ kind: Verdict.Kind, key: FigureKey? = nil) -> VerdictView {
    VerdictView(
      kind: kind, word: word("verdicts.\(kind.rawValue)"),
      short: word("verdicts.short.\(kind.rawValue)"), key: key.map { names.name(of: $0) })
  }

  func word(for status: ResultFinding.Status) -> String {
    switch status {
    case .met: word("results.met")
    case .missed: word("results.missed")
    case .noGoal: word("results.no-goal-word")
    case .unknown: word("results.unknown")
    }
  }
}

/// Outcomes are named on pages like figures, so that their words are held against the ledger as well.
extension FigureKey {
  static func verdict(of belief: Belief) -> FigureKey { "\(belief.code).verdict" }

  static func status(of result: ResultFinding) -> FigureKey { "\(result.value.text).status" }
}

import PeilAnalysis
import PeilModel

// What of the analysis `peil explain` speaks of: metrics, beliefs with their thresholds, gates, verdicts and
// methods. Their words are those that the page uses, as far as the page has them.
extension ExplanationSubject {
  static var analysis: [ExplanationSubject] {
    Definition.allCases.map(\.subject) + Belief.allCases.map(\.subject)
      + Belief.allCases.flatMap(\.gateSubjects) + Verdict.Kind.allCases.map(\.subject)
      + methods.map { name in
        ExplanationSubject(name, in: "methods", parts: [.text("what"), .text("source")])
      }
  }

  /// In the order of the alphabet, as in the translations.
  private static let methods = [
    "benjamini-hochberg", "bonferroni", "bootstrap", "garwood", "hodges-lehmann", "jackknife",
    "kaplan-meier", "lorenz", "median-interval", "newcombe", "prediction-interval",
    "quasi-poisson", "rate-ratio", "spearman", "spike-rule", "splitmix64", "theil-sen",
    "weekday-factors", "wilson",
  ]
}

extension Definition {
  fileprivate var subject: ExplanationSubject {
    ExplanationSubject(
      rawValue, in: "metrics",
      parts: [.text("formula")] + (unit.map { [.value(label: "unit", $0)] } ?? [])
        + [.text("pitfall")])
  }
}

extension Belief {
  fileprivate var subject: ExplanationSubject {
    let metric = "metrics.\(measure.rawValue)"
    let pair = Thresholds.standard(for: self)
    // Belief 7 is arithmetic and has none.
    let thresholds: [ExplanationSubject.Part] =
      self == .socialIsFree
      ? []
      : [
        .value(label: "refuted-below", plain(quantity(ofEffect: pair.useless))),
        .value(label: "holds-above", plain(quantity(ofEffect: pair.holds))),
      ]
    return ExplanationSubject(
      code, in: "beliefs", title: "\(code).belief",
      parts: [
        .shared(label: "measure", key: "\(metric).name"),
        .shared(label: "formula", key: "\(metric).formula"),
      ] + thresholds + [
        .shared(label: "pitfall", key: "\(metric).pitfall")
      ] + gates.map { .shared(label: "needed", key: "gates.\(code).\($0).needed") })
  }

  fileprivate var gateSubjects: [ExplanationSubject] {
    gates.map { gate in
      ExplanationSubject(
        "\(code).\(gate)", in: "gates", title: "labels.gate",
        parts: [.shared(label: "belief", key: "\(code).belief"), .text("needed")])
    }
  }

  /// Shares and ratios as fractions, to two decimals; a threshold has no more.
  private func plain(_ quantity: Quantity) -> String {
    let hundredths = Int(((quantity.number ?? 0) * 100).rounded())
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    return rest == 0 ? "\(whole)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension Verdict.Kind {
  fileprivate var subject: ExplanationSubject {
    ExplanationSubject(
      rawValue, in: "verdict-rules", title: "verdicts.\(rawValue)",
      parts: [.shared(label: "meaning", key: "verdicts.meaning.\(rawValue)"), .text("rule")])
  }
}

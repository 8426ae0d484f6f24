import PeilModel

/// What a report says of a belief, with what it rests on.
package enum Verdict: Equatable, Sendable {
  case refuted(Effect)
  case holds(Effect)
  case mixed(Effect)
  case tooLittleData(Shortfall)
  case notTestable(MissingInput)

  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case refuted
    case holds
    case mixed
    case tooLittleData = "too-little-data"
    case notTestable = "not-testable"
  }

  package var kind: Kind {
    switch self {
    case .refuted: .refuted
    case .holds: .holds
    case .mixed: .mixed
    case .tooLittleData: .tooLittleData
    case .notTestable: .notTestable
    }
  }

  /// `nil` for the two verdicts that rest on what is not there.
  package var effect: Effect? {
    switch self {
    case .refuted(let effect), .holds(let effect), .mixed(let effect): effect
    case .tooLittleData, .notTestable: nil
    }
  }
}

/// The one pre-set measure of a belief, turned so that a high value agrees with the belief.
package struct Effect: Equatable, Sendable {
  package var estimate: Double
  package var low: Double
  package var high: Double
  package var sampleSize: Figure.SampleSize
  /// Whether platforms differ by more than chance allows (I² > 0.75 and p of Cochran's Q < 0.05).
  package var platformsDisagree: Bool
  /// How far the estimate lies from the threshold of use, in widths of the interval: what is most settled.
  private(set) var distance = 0.0

  package init(
    estimate: Double, low: Double, high: Double, sampleSize: Figure.SampleSize,
    platformsDisagree: Bool = false
  ) {
    self.estimate = estimate
    self.low = low
    self.high = high
    self.sampleSize = sampleSize
    self.platformsDisagree = platformsDisagree
  }

  /// How large the sample must be, at the present spread, for the interval to fall on one side.
  ///
  /// - Returns: `nil` when the estimate lies on a threshold, or the sample needs no growth.
  func sizeNeeded(_ thresholds: Thresholds.Pair) -> Int? {
    let (now, allowed) =
      estimate < thresholds.useless
      ? (high - estimate, thresholds.useless - estimate)
      : (estimate - low, estimate - thresholds.holds)
    guard allowed > 0, now > allowed else { return nil }
    let needed = Double(sampleSize.count) * (now / allowed) * (now / allowed)
    return needed.isFinite ? Int(nearest: needed.rounded(.up)) : nil
  }

  fileprivate func measured(from threshold: Double) -> Effect {
    var effect = self
    effect.distance =
      high > low ? abs(estimate - threshold) / (high - low) : .greatestFiniteMagnitude
    return effect
  }
}

/// The input is there, but there is less of it than the smallest sample for a verdict.
package struct Shortfall: Equatable, Sendable {
  package var found: Int
  package var needed: Int
  package var noun: Quantity.Noun
  /// The gate that was not passed: the last part of its name in the translations.
  package var gate: String

  package init(_ gate: String, found: Int, needed: Int, _ noun: Quantity.Noun) {
    self.gate = gate
    self.found = found
    self.needed = needed
    self.noun = noun
  }
}

/// The input itself is missing, or all of it is alike.
package struct MissingInput: Equatable, Sendable {
  package enum Cause: String, Hashable, Sendable {
    /// There is no such input.
    case missing
    /// It is there and offers nothing to compare.
    case noContrast = "no-contrast"
  }

  /// What is missing, by its name in the translations.
  package var input: String
  package var cause: Cause

  package init(_ input: String, _ cause: Cause = .missing) {
    self.input = input
    self.cause = cause
  }
}

/// What the test of a belief came to, before thresholds are held against it.
enum TestOutcome: Equatable, Sendable {
  case effect(Effect)
  case tooLittleData(Shortfall)
  case notTestable(MissingInput)

  /// The rule that eight of the nine beliefs share: an interval against two thresholds.
  ///
  /// Source: the logic of equivalence tests (Schuirmann 1987; Lakens 2017), with intervals in place of
  /// p values.
  func verdict(_ thresholds: Thresholds.Pair) -> Verdict {
    switch self {
    case .notTestable(let missing): return .notTestable(missing)
    case .tooLittleData(let shortfall): return .tooLittleData(shortfall)
    case .effect(let plain):
      let effect = plain.measured(from: thresholds.useless)
      if effect.platformsDisagree { return .mixed(effect) }
      if effect.high < thresholds.useless { return .refuted(effect) }
      if effect.low > thresholds.holds, effect.estimate >= thresholds.useless {
        return .holds(effect)
      }
      return .mixed(effect)
    }
  }
}

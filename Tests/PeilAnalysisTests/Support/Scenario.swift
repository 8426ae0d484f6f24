import Calendars
import PeilModel

@testable import PeilAnalysis

/// What becomes of one belief in an invented situation.
struct Scenario: Sendable, CustomStringConvertible {
  let belief: Belief
  let name: String
  let expected: Expectation
  let situation: Situation

  var description: String { "\(belief.code): \(name)" }

  enum Expectation: Equatable, Sendable {
    case verdict(Verdict.Kind)
    case tooLittle(String, found: Int, needed: Int)
    case missing(String)
    case noContrast(String)

    var kind: Verdict.Kind {
      switch self {
      case .verdict(let kind): kind
      case .tooLittle: .tooLittleData
      case .missing, .noContrast: .notTestable
      }
    }
  }

  init(
    _ belief: Belief, _ name: String, _ expected: Expectation,
    _ situation: Situation = .full(), _ change: (inout Situation) -> Void = { _ in }
  ) {
    self.belief = belief
    self.name = name
    self.expected = expected
    var situation = situation
    change(&situation)
    self.situation = situation
  }
}

extension Scenario.Expectation {
  init(_ verdict: Verdict) {
    switch verdict {
    case .tooLittleData(let shortfall):
      self = .tooLittle(shortfall.gate, found: shortfall.found, needed: shortfall.needed)
    case .notTestable(let input):
      self = input.cause == .missing ? .missing(input.input) : .noContrast(input.input)
    case .refuted, .holds, .mixed: self = .verdict(verdict.kind)
    }
  }
}

extension Scenario {
  /// What each becomes, analysed once for all tests.
  static let findings = Dictionary(
    uniqueKeysWithValues: all.map { ($0.description, $0.situation.analysed()) })
}

import PeilModel
import Testing

@testable import PeilAnalysis

@Suite struct LedgerTests {
  @Test func `every key is there once and every number is one`() {
    for (scenario, findings) in Scenario.findings {
      let ledger = findings.ledger
      let keys = ledger.figures.map(\.key.text)
      #expect(Set(keys).count == keys.count, "\(scenario)")
      let numbers = ledger.figures.flatMap(\.numbers)
      #expect(numbers.filter { !$0.isFinite } == [], "\(scenario)")
    }
  }

  @Test func `keys are words in small letters joined by dots and hyphens`() {
    let keys = Scenario.findings.values.flatMap { $0.ledger.figures.map(\.key.text) }
    let others = Set(keys).filter { $0.wholeMatch(of: /[a-z0-9]+([.-][a-z0-9]+)*/) == nil }
    #expect(others == [])
  }

  /// `m2.paid-share.low` must not be the name of a figure and of a limit.
  @Test func `no figure has the name of a limit or a sample`() {
    for key in Scenario.findings.values.flatMap({ $0.ledger.figures.map(\.key.text) }) {
      #expect(!["low", "high", "n"].contains(key.split(separator: ".").last ?? ""))
    }
  }

  @Test func `an estimate lies within its interval, and its level is a part of one`() {
    for figure in Scenario.findings.values.flatMap({ $0.ledger.figures }) {
      guard let interval = figure.interval, let value = figure.measurement.known?.number else {
        continue
      }
      #expect(interval.low <= interval.high)
      #expect((0.9..<1).contains(interval.level))
      // A prediction is not an estimate: it lies around what was expected.
      #expect((interval.low...interval.high).contains(value), "\(figure.key.text)")
    }
  }

  @Test func `what charts show is in the ledger`() {
    for findings in Scenario.findings.values {
      for key in findings.sections.flatMap(\.exhibits).flatMap(\.figures) {
        #expect(findings.ledger[key] != nil, "\(key.text)")
      }
    }
  }
}

extension Figure {
  var numbers: [Double] {
    [measurement.known?.number, interval?.low, interval?.high, interval?.level].compactMap { $0 }
  }
}

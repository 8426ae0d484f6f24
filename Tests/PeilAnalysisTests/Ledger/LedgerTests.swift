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

  @Test func `figures that no data can give are named, and no analysis makes one`() throws {
    for (scenario, findings) in Scenario.findings {
      #expect(findings.disagreements == [], "\(scenario)")
    }
    var findings = try #require(Scenario.findings.values.first)
    let quantities: [(FigureKey, Quantity)] = [
      ("test.a", .share(1.2)), ("test.b", .share(1)), ("test.c", .correlation(-1.01)),
      ("test.d", .correlation(-1)), ("test.e", .duration(-1)), ("test.f", .change(-2)),
      ("test.g", .share(-0.1)), ("test.h", .ratio(3)),
    ]
    for (key, quantity) in quantities {
      findings.ledger.add(Figure(key, .known(quantity), definition: .constant))
    }
    // One visit may convert more than once.
    findings.ledger.add(Figure("test.i", .known(.share(1.3)), definition: .conversionRate))
    let found = findings.disagreements.compactMap { disagreement in
      if case .impossible(let figure) = disagreement { figure.key.text } else { nil }
    }
    #expect(found == ["test.a", "test.c", "test.e", "test.g"])
  }

  /// 30 and 12 are 42; an unknown part leaves the sum open.
  @Test func `parts that do not add up to their total are named`() throws {
    var findings = try #require(Scenario.findings.values.first)
    let counts: [(FigureKey, Double?)] = [
      ("test.organic", 30), ("test.paid", 12), ("test.unknown", nil), ("test.right", 42),
      ("test.wrong", 43),
    ]
    for (key, count) in counts {
      findings.ledger.add(
        Figure(
          key, count.map { .known(.count($0, .impression)) } ?? .unknown(.notConnected),
          definition: .constant))
    }
    let stacks: [([FigureKey], FigureKey)] = [
      (["test.organic", "test.paid"], "test.right"), (["test.organic", "test.paid"], "test.wrong"),
      (["test.organic", "test.unknown"], "test.wrong"),
    ]
    let exhibit = try #require(findings.sections.flatMap(\.exhibits).first)
    findings.sections[0].exhibits = stacks.map { parts, total in
      var stacked = exhibit
      stacked.data = .stacks([
        Exhibit.Stack(
          label: .figure("period.window"),
          parts: parts.map { Exhibit.Stack.Part(name: "organic", value: $0) }, total: total)
      ])
      return stacked
    }
    let total = try #require(findings.ledger["test.wrong"])
    #expect(findings.disagreements == [.sum(42, total: total)])
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

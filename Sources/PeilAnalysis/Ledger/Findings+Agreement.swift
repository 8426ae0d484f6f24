/// Figures that cannot be right, whatever the data: a formula or an export is wrong.
package enum Disagreement: Equatable, Sendable {
  /// A part larger than its whole, a correlation beyond 1, a time below 0.
  case impossible(Figure)
  /// Parts that do not add up to what is shown as their total.
  case sum(Double, total: Figure)
}

extension Findings {
  /// In the order of the ledger, then of the exhibits.
  package var disagreements: [Disagreement] {
    ledger.figures.filter { !$0.isPossible }.map(Disagreement.impossible)
      + sections.flatMap(\.exhibits).flatMap(ledger.wrongTotals)
  }
}

extension Ledger {
  fileprivate func wrongTotals(of exhibit: Exhibit) -> [Disagreement] {
    guard case .stacks(let stacks) = exhibit.data else { return [] }
    return stacks.compactMap { stack in
      let parts = stack.parts.map { number($0.value) }
      // An unknown part is not zero, and nothing can be said of the sum.
      guard let total = self[stack.total], let whole = number(stack.total), !parts.contains(nil)
      else { return nil }
      let sum = parts.compactMap { $0 }.reduce(0, +)
      return abs(sum - whole) <= Quantity.rounding * max(1, abs(whole))
        ? nil : .sum(sum, total: total)
    }
  }
}

extension Figure {
  fileprivate var isPossible: Bool {
    let rounding = Quantity.rounding
    switch measurement.known {
    case .share(let value):
      return value >= -rounding && (value <= 1 + rounding || definition.mayExceedItsWhole)
    case .correlation(let value): return abs(value) <= 1 + rounding
    case .duration(let value): return value >= 0
    case nil, .count, .ratio, .change, .pointChange, .money, .averageMoney, .day, .days, .month,
      .name,
      .coarse:
      return true
    }
  }
}

extension Definition {
  /// A visit may convert twice and a person react twice; a prediction has no bounds.
  fileprivate var mayExceedItsWhole: Bool {
    [.conversionRate, .engagementRate, .stepRate, .usualRange].contains(self)
  }
}

extension Quantity {
  /// Sums of fractions may miss their bounds by as much.
  fileprivate static let rounding = 1e-9
}

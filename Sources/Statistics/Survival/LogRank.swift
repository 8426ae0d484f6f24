/// Whether two groups wait equally long.
public struct LogRankTest: Hashable, Sendable {
  /// With one degree of freedom.
  public let chiSquare: Double
  /// Two-sided.
  public let pValue: Double
}

/// The log-rank test of two groups of waiting times.
///
/// - Returns: `nil` when a group is empty, a time is negative or not finite, or there is no event
///   while both groups are waiting.
///
/// Source: Mantel, *Cancer Chemotherapy Reports* 50 (1966): observed minus expected events of one
/// group, squared, over the hypergeometric variance.
public func logRank(_ first: [ObservedTime], _ second: [ObservedTime]) -> LogRankTest? {
  guard !first.isEmpty, !second.isEmpty, let table = RiskTable(first, second: second) else {
    return nil
  }
  var difference = 0.0
  var variance = 0.0
  for row in table.rows where row.events > 0 {
    let all = Double(row.atRisk)
    let second = Double(row.atRiskInSecond)
    let events = Double(row.events)
    difference += Double(row.eventsInSecond) - events * second / all
    if row.atRisk > 1 {
      variance += events * (second / all) * (1 - second / all) * (all - events) / (all - 1)
    }
  }
  guard variance > 0 else { return nil }
  let chiSquare = difference * difference / variance
  guard let pValue = ChiSquare(degreesOfFreedom: 1)?.upperTail(chiSquare) else { return nil }
  return LogRankTest(chiSquare: chiSquare, pValue: pValue)
}

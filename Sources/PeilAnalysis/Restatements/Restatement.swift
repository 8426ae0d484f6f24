import Calendars
package import PeilModel

/// A figure or verdict of a delivered month that comes out otherwise now.
package struct Restatement: Equatable, Sendable {
  package var month: FigureKey
  package var subject: Subject
  package var cause: Cause

  package enum Subject: Equatable, Sendable {
    /// A key result, or the measure that a verdict rests on.
    case figure(Definition, then: FigureKey, now: FigureKey)
    case verdict(Belief, then: Verdict.Kind, now: Verdict.Kind)
  }

  /// Why it comes out otherwise, as far as the exports tell.
  package enum Cause: Equatable, Sendable {
    /// An export was made later: platforms count on and revise. The figure is its day.
    case newerExport(FigureKey)
    /// An export was added, taken away or changed.
    case otherExports
    /// From the same exports: settings or the way of counting changed.
    case otherRules
  }
}

/// Holds what was delivered against what the data say now, newest month first.
///
/// Every key result of a delivered month, its nine verdicts and the measure that each rests on, by the rules of
/// today. Other figures of a month follow from the same records, and are not listed one by one.
///
/// - Parameter delivered: Of this month, when its report is made again, and of earlier ones.
func restatements(
  of delivered: [DeliveredMonth], _ dataset: Dataset, into ledger: inout Ledger
) -> [Restatement] {
  var restatements: [Restatement] = []
  for earlier in delivered.sorted(by: { $0.month > $1.month }) {
    var comparison = Comparison(earlier, dataset, ledger: ledger)
    // The comparison has the only one, so that adding to it copies nothing.
    ledger = Ledger()
    restatements += earlier.results.compactMap { comparison.restatement(of: $0) }
    for belief in Belief.allCases { restatements += comparison.restatements(of: belief) }
    ledger = comparison.ledger
  }
  return restatements
}

/// One delivered month beside the data.
private struct Comparison {
  let delivered: DeliveredMonth
  let dataset: Dataset
  var ledger: Ledger

  init(_ delivered: DeliveredMonth, _ dataset: Dataset, ledger: Ledger) {
    self.delivered = delivered
    self.dataset = dataset
    self.ledger = ledger
  }

  mutating func restatement(of earlier: DeliveredMonth.Result) -> Restatement? {
    let metric = earlier.result.metric
    let now = metric.measure(dataset, over: delivered.month.days)
    guard differ(earlier.value, now.measurement.known?.number) else { return nil }
    let name = "restated.\(delivered.month).\(earlier.result.rawValue)"
    let then = earlier.value.map { Figure.Measurement.known(earlier.result.unit($0)) }
    return Restatement(
      month: month(),
      subject: .figure(
        metric.definition,
        then: ledger.add(
          Figure(
            FigureKey("\(name).then"), then ?? .unknown(.notConnected),
            definition: metric.definition, days: delivered.month.days)),
        now: ledger.add(
          Figure(
            FigureKey("\(name).now"), now.measurement, definition: metric.definition,
            days: delivered.month.days, sources: now.sources))),
      cause: cause(from: earlier.exports, to: exports(of: now.sources), name: name))
  }

  /// Of its verdict, and of what that rests on; each only where it was told and is told by the same measure.
  mutating func restatements(of belief: Belief) -> [Restatement] {
    guard let then = delivered.verdicts[belief] else { return [] }
    var scratch = Ledger()
    let draft = belief.test.draft(
      dataset, ReportingPeriod(month: delivered.month), taking: &scratch)
    let name = "restated.\(delivered.month).\(belief.code)"
    var restatements: [Restatement] = []
    let now = draft.verdict.kind
    if then != now {
      restatements.append(
        Restatement(
          month: month(), subject: .verdict(belief, then: then, now: now),
          cause: cause(from: delivered.exports, to: allExports, name: name)))
    }
    if let told = delivered.measures[belief], let figure = draft.main.flatMap({ draft.ledger[$0] }),
      let restatement = restatement(of: told, now: figure, name: "\(name).measure")
    {
      restatements.append(restatement)
    }
    return restatements
  }

  private mutating func restatement(
    of told: DeliveredMonth.Measure, now figure: Figure, name: String
  ) -> Restatement? {
    guard figure.definition == told.definition, let quantity = figure.measurement.known,
      differ(told.value, quantity.number)
    else { return nil }
    func add(_ time: String, _ quantity: Quantity) -> FigureKey {
      ledger.add(
        Figure(
          FigureKey("\(name).\(time)"), .known(quantity), definition: told.definition,
          days: figure.days))
    }
    return Restatement(
      month: month(),
      subject: .figure(
        told.definition, then: add("then", quantity.with(number: told.value)),
        now: add("now", quantity)),
      cause: told.exports.isEmpty
        ? cause(from: delivered.exports, to: allExports, name: name)
        : cause(from: told.exports, to: exports(of: figure.sources), name: name))
  }

  private var allExports: Set<DeliveredMonth.Export> {
    Set(dataset.data.files.map { DeliveredMonth.Export($0) })
  }

  private func exports(of sources: [SourceExtent]) -> Set<DeliveredMonth.Export> {
    Set(sources.map { DeliveredMonth.Export(dataset.data.files[$0.file.index]) })
  }

  private mutating func month() -> FigureKey {
    ledger.addOnce(
      Figure(
        FigureKey("month.\(delivered.month)"), .known(.month(delivered.month)),
        definition: .month, days: delivered.month.days))
  }

  private mutating func cause(
    from then: Set<DeliveredMonth.Export>, to now: Set<DeliveredMonth.Export>, name: String
  ) -> Restatement.Cause {
    guard then != now else { return .otherRules }
    let newest = now.compactMap(\.asOf).max()
    guard let newest, then.compactMap(\.asOf).max().map({ $0 < newest }) ?? true else {
      return .otherExports
    }
    return .newerExport(
      ledger.add(
        Figure(FigureKey("\(name).export"), .known(.day(newest)), definition: .day)))
  }
}

/// Whether two values differ by more than their last digits can by the order of adding.
private func differ(_ a: Double?, _ b: Double?) -> Bool {
  guard let a, let b else { return (a == nil) != (b == nil) }
  return abs(a - b) > 1e-9 * max(abs(a), abs(b))
}

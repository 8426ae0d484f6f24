import Calendars
import PeilModel
import Statistics

/// Steps from being seen to a result, each with the part of the step before that it keeps.
struct Funnel {
  /// `commercial` or `brand`.
  let name: String
  let steps: [Step]

  struct Step {
    let name: String
    let count: Quantity?
    /// Why there is no count.
    let absence: Absence
    /// How much of the step before comes through, with weeks or posts as units; `nil` for the first step,
    /// and when either step is unknown.
    let rate: Rate?
    let interval: (low: Double, high: Double)?
    let sampleSize: Figure.SampleSize?

    enum Rate {
      /// A part of the step before.
      case share(Double)
      /// So many for each of the step before: it may be more than one.
      case ratio(Double)
    }

    init(
      _ name: String, _ count: Quantity?, orElse absence: Absence = .notConnected,
      rate: Rate? = nil, interval: (low: Double, high: Double)? = nil,
      sampleSize: Figure.SampleSize? = nil
    ) {
      self.name = name
      self.count = count
      self.absence = absence
      self.rate = rate
      self.interval = interval
      self.sampleSize = sampleSize
    }
  }
}

extension Funnel {
  /// A step counted by week, as a rate of the step before with weeks as units (jackknife).
  ///
  /// Weeks in which either is unknown are left out. One that is never more than the step before is a share,
  /// on the logit scale; else it is a ratio, on the log scale.
  static func step(
    _ name: String, _ noun: Quantity.Noun, _ counts: [Double?], of before: [Double?]
  ) -> Step {
    let known = counts.compactMap { $0 }
    guard !known.isEmpty else { return Step(name, nil) }
    let count = Quantity.count(known.reduce(0, +), noun)
    let pairs = zip(counts, before).compactMap { count, before in
      count.flatMap { count in before.map { (count, $0) } }
    }
    let total = pairs.reduce(0) { $0 + $1.1 }
    guard total > 0 else { return Step(name, count) }
    let isShare = pairs.allSatisfy { $0.0 <= $0.1 }
    let rate = pairs.reduce(0) { $0 + $1.0 } / total
    let estimate = ratioOfSums(
      numerators: pairs.map(\.0), denominators: pairs.map(\.1),
      scale: isShare ? .logit : .logarithmic)
    return Step(
      name, count, rate: isShare ? .share(rate) : .ratio(rate),
      interval: pairs.count >= 6 ? estimate.map { ($0.lower, $0.upper) } : nil,
      sampleSize: Figure.SampleSize(pairs.count, .week))
  }
}

/// A funnel with its figures in the ledger.
package struct FunnelFinding: Equatable, Sendable {
  /// `commercial` or `brand`.
  package var name: String
  package var steps: [Step]

  package struct Step: Equatable, Sendable {
    package var name: String
    /// Unknown where the ledger says so.
    package var count: FigureKey
    package var rate: FigureKey?
  }
}

extension Funnel {
  func tell(_ period: ReportingPeriod, into ledger: inout Ledger) -> FunnelFinding {
    let definition: Definition = name == "brand" ? .funnelBrand : .funnelCommercial
    let steps = steps.map { step -> FunnelFinding.Step in
      let key = "funnel.\(name).\(step.name)"
      let count = ledger.add(
        Figure(
          FigureKey(key), step.count.map { .known($0) } ?? .unknown(step.absence),
          definition: definition, days: period.window))
      let rate = step.rate.map { rate in
        let quantity: Quantity =
          switch rate {
          case .share(let value): .share(value)
          case .ratio(let value): .ratio(value)
          }
        return ledger.add(
          Figure(
            FigureKey("\(key).rate"), .known(quantity), definition: .stepRate,
            interval: step.interval.map {
              Figure.Interval(low: $0.low, high: $0.high, level: 0.95)
            }, sampleSize: step.sampleSize, days: period.window))
      }
      return FunnelFinding.Step(name: step.name, count: count, rate: rate)
    }
    return FunnelFinding(name: name, steps: steps)
  }
}

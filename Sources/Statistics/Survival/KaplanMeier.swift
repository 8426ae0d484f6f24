import Glibc

/// What part is still waiting after each time, when some were still waiting at the end.
///
/// Made for response times: messages that were not answered yet count for as long as they were
/// watched, instead of being left out, which would make the answers look fast.
///
/// Source: Kaplan and Meier, "Nonparametric Estimation from Incomplete Observations", *JASA* 53
/// (1958): S = Π(1 − d/n); Greenwood's variance on the log(−log) scale, Kalbfleisch and Prentice, *The Statistical
/// Analysis of Failure Time Data* (1980); limits of quantiles by inversion, Brookmeyer and Crowley,
/// *Biometrics* 38 (1982).
public struct KaplanMeier: Hashable, Sendable {
  /// Where the curve falls: only at events, in the order of time. Before the first it is 1.
  public let steps: [Step]
  public let sampleSize: Int
  public let events: Int
  /// How long those were watched that had no event, ascending.
  public let censored: [Double]
  /// The longest time in the sample, for "more than …" where a quantile is not reached.
  public let longest: Double

  public struct Step: Hashable, Sendable {
    public let time: Double
    /// The part still waiting from this time on: from 1 down to 0.
    public let survival: Double
    /// Greenwood's sum Σ d / (n(n − d)) up to here.
    let greenwood: Double
  }

  /// When so many had their answer; `nil` where the curve does not come that far.
  public struct Quantile: Hashable, Sendable {
    public let time: Double?
    public let lower: Double?
    public let upper: Double?
    public let confidence: ConfidenceLevel
  }

  /// - Parameter times: In any order and any unit; not negative.
  /// - Returns: `nil` without times, or when one is negative or not finite.
  public init?(_ times: [ObservedTime]) {
    guard let table = RiskTable(times), let last = table.rows.last else { return nil }
    var steps: [Step] = []
    var survival = 1.0
    var greenwood = 0.0
    var events = 0
    for row in table.rows where row.events > 0 {
      let left = row.atRisk - row.events
      survival *= Double(left) / Double(row.atRisk)
      greenwood += Double(row.events) / (Double(row.atRisk) * Double(left))
      events += row.events
      steps.append(Step(time: row.time, survival: survival, greenwood: greenwood))
    }
    self.steps = steps
    self.events = events
    sampleSize = times.count
    censored = times.filter { !$0.isEvent }.map(\.time).sorted()
    longest = last.time
  }

  /// The part still waiting after `time`, with its interval.
  ///
  /// - Returns: `nil` before the first event and after the last one if nobody was left, where the
  ///   part is 1 or 0 and its interval does not exist; after the longest time, where nothing is
  ///   known; and for a time that is negative or not finite.
  public func survival(
    at time: Double, confidence: ConfidenceLevel = .percent95
  ) -> Estimate? {
    guard time >= 0, time <= longest,
      let step = steps.last(where: { $0.time <= time }), step.survival > 0
    else { return nil }
    let limits = Self.limits(step, confidence)
    return Estimate(
      step.survival, from: limits.lower, to: limits.upper, confidence: confidence,
      sampleSize: sampleSize)
  }

  /// The smallest time after which at least the part `probability` had its event.
  ///
  /// - Parameter probability: Between 0 and 1, ends excluded: 0.5 for the median. `nil` outside.
  public func quantile(
    _ probability: Double, confidence: ConfidenceLevel = .percent95
  ) -> Quantile? {
    guard probability > 0, probability < 1 else { return nil }
    // Products of fractions that make exactly one half on paper miss it by a digit.
    let level = 1 - probability + 1e-9
    var time: Double?
    var lower: Double?
    var upper: Double?
    for step in steps {
      let limits = Self.limits(step, confidence)
      if lower == nil, limits.lower <= level { lower = step.time }
      if time == nil, step.survival <= level { time = step.time }
      if upper == nil, limits.upper <= level { upper = step.time }
    }
    return Quantile(time: time, lower: lower, upper: upper, confidence: confidence)
  }

  private static func limits(
    _ step: Step, _ confidence: ConfidenceLevel
  ) -> (lower: Double, upper: Double) {
    guard step.survival > 0 else { return (0, 0) }
    let logarithm = log(step.survival)
    let distance = confidence.normalQuantile * step.greenwood.squareRoot() / abs(logarithm)
    return (exp(logarithm * exp(distance)), exp(logarithm * exp(-distance)))
  }
}

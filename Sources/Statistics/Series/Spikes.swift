/// How far one count stands out from the days before it, measured in three ways.
public struct SpikeMeasure: Hashable, Sendable {
  public let median: Double
  /// Median absolute deviation, scaled to a normal standard deviation.
  public let scaledDeviation: Double
  /// (count − median) / deviation; `nil` when most days are equal.
  public let robustZ: Double?
  public let mean: Double
  public let variance: Double
  /// How often a Poisson count with this mean is at least as large.
  public let poissonTail: Double
  /// The same with the spread that the days really have; `nil` when they vary no more than Poisson.
  public let negativeBinomial: Tail?

  /// A negative binomial distribution with the mean and variance of the days before.
  public struct Tail: Hashable, Sendable {
    public let size: Double
    public let probability: Double
  }

  /// The tail of the distribution that fits the days before.
  public var tail: Double { negativeBinomial?.probability ?? poissonTail }
}

/// Measures one count against the days before it.
///
/// - Parameters:
///   - count: Not negative.
///   - baseline: Counts of the days before, in any order; not negative. Best from 14 on.
/// - Returns: `nil` below two days of baseline and when a number is negative or not finite.
///
/// Source: Iglewicz and Hoaglin, *How to Detect and Handle Outliers* (1993), for the robust z;
/// Anscombe, *Biometrika* 37 (1950), for the negative binomial by moments.
public func spikeMeasure(of count: Double, against baseline: [Double]) -> SpikeMeasure? {
  guard count >= 0, count.isFinite, baseline.allSatisfy({ $0 >= 0 }),
    let (median, deviation) = medianAndDeviation(of: baseline), let mean = mean(of: baseline),
    let variance = variance(of: baseline),
    let poisson = Poisson(mean: mean)?.probability(ofAtLeast: count)
  else { return nil }
  let robustZ = deviation > 0 ? (count - median) / deviation : nil
  guard robustZ?.isFinite ?? true else { return nil }
  var negativeBinomial: SpikeMeasure.Tail?
  if let distribution = NegativeBinomial(mean: mean, variance: variance),
    let probability = distribution.probability(ofAtLeast: count)
  {
    negativeBinomial = SpikeMeasure.Tail(size: distribution.size, probability: probability)
  }
  return SpikeMeasure(
    median: median, scaledDeviation: deviation,
    robustZ: robustZ, mean: mean, variance: variance,
    poissonTail: poisson, negativeBinomial: negativeBinomial)
}

/// What a day must be to count as a spike; all three at once.
public struct SpikeRule: Hashable, Sendable {
  /// Below this a day is too small to matter, whatever the rest says.
  public var minimumCount = 10.0
  /// Robust standard deviations above the median; not asked when most days are equal.
  public var minimumRobustZ = 3.5
  /// A day at least as large must be rarer than this.
  public var maximumTail = 0.001
  /// How many days before are looked at.
  public var baselineDays = 28
  /// How many of these must be known and without spike.
  public var minimumBaselineDays = 14
  /// Spikes no further apart than this are one event, in days.
  public var eventGap = 3

  public init() {}

  /// Whether a count with this measure is a spike.
  public func isSpike(_ count: Double, _ measure: SpikeMeasure) -> Bool {
    count >= minimumCount && measure.tail < maximumTail
      && (measure.robustZ.map { $0 >= minimumRobustZ } ?? true)
  }
}

/// Days that belong together because something happened.
public struct SpikeEvent: Hashable, Sendable {
  /// Indices into the series, ascending; never empty.
  public internal(set) var days: [Int]
  /// The day with the largest count, the earliest if there are several.
  public internal(set) var peak: Int
  public internal(set) var peakCount: Double
}

/// Finds the days of a series on which far more happened than on the days before.
///
/// The days before are brought to the level of the weekday that is looked at; the count itself stays
/// a count. Days found earlier do not count as usual days, so that a level that stays for two weeks is
/// no longer judged, and then is the new level.
///
/// - Parameters:
///   - counts: One a day, in order; `nil` where it is unknown. A value that is negative or not
///     finite counts as unknown.
///   - factors: By default all weekdays are alike.
///   - firstWeekday: Of the first day, 0 for Monday.
/// - Returns: In the order of time. The first days, with too few before them, are never spikes.
///
/// Source: ``spikeMeasure(of:against:)``.
public func spikes(
  inDaily counts: [Double?], factors: WeekdayFactors? = nil, firstWeekday: Int = 0,
  rule: SpikeRule = SpikeRule()
) -> [SpikeEvent] {
  var isSpike = [Bool](repeating: false, count: counts.count)
  var events: [SpikeEvent] = []
  var usual = UsualDays(rule)
  // How much of an average day each is of the first seven days, and of those after them.
  let levels = (0..<7).map { factors?[firstWeekday % 7 + $0] ?? 1 }
  func factor(_ day: Int) -> Double { levels[day % 7] }
  // `nil` for a day that is no measure for others.
  func comparable(_ day: Int) -> (count: Double, factor: Double)? {
    guard !isSpike[day], let count = counts[day], count >= 0, count.isFinite, factor(day) > 0
    else { return nil }
    return (count, factor(day))
  }
  for (day, count) in counts.enumerated() {
    // Most days end here, before anything is computed.
    guard let count, count >= rule.minimumCount, count.isFinite else { continue }
    usual.move(to: day) { comparable($0).map { $0.count / $0.factor } }
    let level = factor(day)
    // The order of the questions is that of their cost; the answer is that of the rule.
    guard usual.count >= max(2, rule.minimumBaselineDays), !usual.holds(count, level: level)
    else { continue }
    let baseline = usual.days.compactMap(comparable).map { $0.count * level / $0.factor }
    guard let (median, deviation) = medianAndDeviation(of: baseline),
      deviation == 0 || count - median >= rule.minimumRobustZ * deviation * (1 - roundingNoise),
      let measure = spikeMeasure(of: count, against: baseline), rule.isSpike(count, measure)
    else { continue }
    isSpike[day] = true
    if let last = events.indices.last, let before = events[last].days.last,
      day - before <= rule.eventGap
    {
      events[last].days.append(day)
      if count > events[last].peakCount {
        events[last].peak = day
        events[last].peakCount = count
      }
    } else {
      events.append(SpikeEvent(days: [day], peak: day, peakCount: count))
    }
  }
  return events
}

/// The days before one, at the level of an average weekday and sorted: for most days one look at them tells that it is
/// no spike, and neither median nor deviation has to be searched for.
private struct UsualDays {
  private let rule: SpikeRule
  /// Those that are looked at, counted from the first of the series.
  private(set) var days = 0..<0
  /// Of the days that are comparable, ascending.
  private var values: [Double] = []

  var count: Int { values.count }

  init(_ rule: SpikeRule) {
    self.rule = rule
    values.reserveCapacity(max(0, rule.baselineDays) + 1)
  }

  /// Looks at the days before another day, which is later.
  ///
  /// - Parameter value: Of a day, the same each time; `nil` where the day is not comparable.
  mutating func move(to day: Int, _ value: (Int) -> Double?) {
    let wanted = max(0, day - max(0, rule.baselineDays))..<day
    for gone in days.lowerBound..<min(days.upperBound, wanted.lowerBound) {
      if let value = value(gone) { values.remove(at: firstPlace { $0 >= value }) }
    }
    for new in max(days.upperBound, wanted.lowerBound)..<wanted.upperBound {
      if let value = value(new) { values.insert(value, at: firstPlace { $0 >= value }) }
    }
    days = wanted
  }

  /// The place of the first value that is past something, as all behind it are.
  private func firstPlace(where isPast: (Double) -> Bool) -> Int {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if isPast(values[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Whether most of the days lie so far from their median that a count is no spike beside them.
  ///
  /// - Parameter level: Of the weekday of the count.
  /// - Returns: Never `true` for a spike; `false` where it would have to be computed.
  func holds(_ count: Double, level: Double) -> Bool {
    guard rule.minimumRobustZ > 0, let largest = values.last, largest.isFinite else { return false }
    let median = midpoint(values[(values.count - 1) / 2], values[values.count / 2])
    // A little more than the deviation that would be too much, so that rounding decides nothing here.
    let allowed =
      max(0, (count - median * level) / (rule.minimumRobustZ * medianDeviationScale)) * (1 + 1e-6)
      + median * level * 1e-9
    let below = firstPlace { !((median - $0) * level > allowed) }
    let above = values.count - firstPlace { ($0 - median) * level > allowed }
    return (below + above) * 2 > values.count
  }
}

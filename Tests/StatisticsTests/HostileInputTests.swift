import Glibc
import Statistics
import Testing

/// Whatever the numbers: an answer in finite numbers, or none; never NaN, never a trap.
@Suite struct HostileInputTests {
  private static let samples: [[Double]] = [
    [], [0], [1], [.nan], [.infinity], [-.infinity, .infinity], [0, 0, 0, 0, 0, 0, 0, 0],
    [3, 3, 3, 3, 3, 3, 3, 3], [-1, -2, -3, -4, -5, -6, -7, -8],
    [1e308, 1.1e308, 1.2e308, 1.3e308, 1.4e308, 1.5e308, 1.6e308, 1.7e308],
    [-1.7e308, 1.7e308, -1.7e308, 1.7e308, -1.7e308, 1.7e308, 1e300, 0],
    [0x1p-1074, 0x1p-1073, 0x1p-1072, 0, 0x1p-1074, 0x1p-1040, 0x1p-1060, 0x1p-1070],
    [1, 1 + 0x1p-52, 1 - 0x1p-53, 1, 1, 1, 1, 1], [0, 0, 0, 0, 0, 0, 0, 1e300],
    [1e-300, 1e300, 1, 1e10, 1e-10, 1e200, 1e-200, 2], [1, 2, 3, 4, 5, 6, 7, .nan],
    [2, 7, 1, 8, 2, 8, 1, 8], [0, 1, 2, 3, 4, 5, 6, 7], [0, 1, 0, 0, 1, 1, 0, 1],
  ]

  private func holds(_ estimate: Estimate?) -> Bool {
    guard let estimate else { return true }
    return [estimate.value, estimate.lower, estimate.upper].allSatisfy(\.isFinite)
      && estimate.lower <= estimate.upper
  }

  private func holds(_ values: Double?...) -> Bool {
    values.allSatisfy { $0?.isFinite ?? true }
  }

  @Test(arguments: samples.indices)
  func `one list of any numbers`(_ index: Int) {
    let values = Self.samples[index]
    #expect(holds(median(of: values), mean(of: values), variance(of: values)))
    #expect(holds(medianAbsoluteDeviation(of: values)))
    for p in [0, 0.1, 0.5, 1, .nan, 2] { #expect(holds(quantile(p, of: values))) }
    #expect(holds(medianInterval(of: values)?.estimate))
    #expect(midRanks(of: values)?.allSatisfy(\.isFinite) ?? true)
    if let trend = theilSen(values) { #expect(holds(trend.slope, trend.intercept)) }
    #expect(holds(theilSen(values)?.estimate))
    if let shares = Concentration(of: values) {
      #expect(holds(shares.gini, shares.correctedGini, shares.herfindahl))
      #expect(shares.lorenz.allSatisfy { $0 >= 0 && $0 <= 1 })
      #expect(holds(shares.share(ofTop: 0.2)))
    }
    for lag in [-1, 1, 2] {
      let prediction = predictionInterval(ofChange: lag, after: values)
      #expect(holds(prediction?.expected, prediction?.interval.lower, prediction?.interval.upper))
    }
    if let table = ResampleTable(sampleSize: max(1, values.count), resamples: 50, label: "hostile")
    {
      #expect(holds(bootstrapMean(of: values, table: table)?.estimate))
    }
    #expect(
      weekdayFactors(weeks: [values, Array(values.prefix(7))], minimumWeeks: 1)?.factors
        .allSatisfy(\.isFinite) ?? true)
    for event in spikes(inDaily: values + values + values) { #expect(holds(event.peakCount)) }
    let times = values.map { ObservedTime.event(after: $0) }
    #expect(holds(KaplanMeier(times)?.quantile(0.5)?.time))
    #expect(holds(KaplanMeier(times)?.survival(at: 3)))
    #expect(benjaminiHochberg(values)?.allSatisfy { $0 >= 0 && $0 <= 1 } ?? true)
    #expect(holm(values)?.allSatisfy { $0 >= 0 && $0 <= 1 } ?? true)
    for value in values {
      #expect(holds(Normal.cumulative(value), Normal.quantile(value)))
      #expect(holds(StudentT(degreesOfFreedom: value)?.cumulative(value)))
      #expect(holds(StudentT(degreesOfFreedom: value)?.quantile(0.999)))
      #expect(holds(ChiSquare(degreesOfFreedom: value)?.upperTail(value)))
      #expect(holds(Poisson(mean: value)?.probability(ofAtLeast: value)))
      #expect(holds(costPerEvent(cost: value, count: 3)?.lower))
      #expect(holds(countRate(3, over: value)))
    }
  }

  @Test(arguments: samples.indices)
  func `two lists of any numbers`(_ index: Int) {
    let x = Self.samples[index]
    for y in Self.samples {
      let test = mannWhitney(from: x, to: y)
      #expect(holds(test?.u, test?.pValue, test?.probabilityOfSuperiority))
      #expect(holds(hodgesLehmann(from: x, to: y)?.shift))
      #expect(holds(hodgesLehmann(from: x, to: y)?.estimate))
      let strata = [TwoGroups(from: x, to: y), TwoGroups(from: y, to: x)]
      #expect(holds(hodgesLehmann(strata: strata)?.estimate))
      #expect(holds(hodgesLehmann(strata: strata)?.estimate.transformed(by: exp)))
      #expect(holds(shiftHeterogeneity(strata: strata)?.q))
      #expect(holds(spearman(x, y)?.estimate))
      #expect(holds(detrendedRankCorrelation(x, y)?.correlation.estimate))
      let correlation = stratifiedRankCorrelation(strata: [(x, y), (y, y)])
      #expect(holds(correlation?.estimate))
      #expect(holds(correlation?.heterogeneity.q, correlation?.heterogeneity.inconsistency))
      let slope = quasiPoissonSlope(of: x, on: y)
      #expect(holds(slope?.elasticity))
      #expect(holds(slope?.intercept, slope?.dispersion, slope?.standardError))
      #expect(holds(quasiPoissonRatio(x, to: y)?.ratio))
      #expect(holds(quasiPoissonRatio(x, to: y)?.dispersion))
      for scale in [IntervalScale.linear, .logarithmic, .logit] {
        #expect(holds(ratioOfSums(numerators: x, denominators: y, scale: scale)))
      }
      #expect(holds(shareQuotient(result: x, of: y, effort: y, of: x)))
      #expect(holds(theilSen(x, at: y)?.estimate))
      for value in y {
        let spike = spikeMeasure(of: value, against: x)
        #expect(holds(spike?.robustZ, spike?.tail, spike?.mean, spike?.variance))
      }
    }
  }

  @Test(arguments: [0, 1, -1, 12, Int.max, Int.min])
  func `any whole numbers`(_ count: Int) {
    for other in [0, 1, -1, 12, Int.max, Int.min] {
      #expect(holds(proportion(successes: count, of: other)))
      #expect(holds(proportionDifference((count, other), minus: (other, count))))
      let ratio = countRateRatio((count, 1e-300), to: (other, 1e300))
      #expect(holds(ratio?.value, ratio?.lower, ratio?.upper))
      #expect(holds(countRate(count, over: Double(other))))
      #expect(holds(costPerEvent(cost: Double(other), count: count)?.upper))
      #expect(
        ResampleTable(sampleSize: count, resamples: min(other, 5), label: "")?.resamples ?? 1 >= 1)
    }
    #expect(holds(upperLimit(withoutEventsIn: count)))
  }
}

import Glibc
import Statistics

/// Asks the method of a vector and writes the answer in the shape of the file; `nil` for a group
/// that nobody answers for.
func answer(to vector: Vector) -> JSON? {
  let inputs = vector.inputs
  let confidence = inputs["confidence"].number.flatMap(ConfidenceLevel.init) ?? .percent95
  return switch vector.group {
  case "special-functions": specialFunction(inputs)
  case "proportion" where inputs["successes"] == .null: withoutEvents(inputs)
  case "proportion": proportion(inputs, confidence)
  case "proportion-difference": difference(inputs, confidence)
  case "count-rate": rate(inputs, confidence)
  case "count-rate-ratio" where inputs["t1"] == .null: quasiPoisson(inputs, confidence)
  case "count-rate-ratio": rateRatio(inputs, confidence)
  case "regression": slope(inputs, confidence)
  case "descriptive" where inputs["probabilities"] != .null: quantiles(inputs)
  case "descriptive": medianLimits(inputs, confidence)
  case "bootstrap": bootstrap(inputs, confidence)
  case "random": random(inputs)
  case "two-sample" where inputs["strata"] != .null: stratifiedShift(inputs, confidence)
  case "two-sample": shift(inputs, confidence)
  case "correlation" where inputs["strata"] != .null: stratifiedCorrelation(inputs, confidence)
  case "correlation" where vector.expected["n_effective"] != .null: weekly(inputs, confidence)
  case "correlation": correlation(inputs, confidence)
  case "change" where inputs["history"] != .null:
    prediction(inputs["history"].numbers, lag: 1, inputs["new"], confidence)
  case "change" where inputs["history_oldest_first"] != .null:
    prediction(inputs["history_oldest_first"].numbers, lag: 12, inputs["new"], confidence)
  case "change": split(inputs)
  case "seasonality": weekdays(inputs)
  case "multiplicity": adjusted(inputs)
  case "anomaly": spike(inputs)
  case "concentration": concentration(inputs)
  case "response-time" where inputs["hours_1"] != .null: logRankTest(inputs)
  case "response-time": survival(inputs, confidence)
  case "ratio": ratio(inputs, confidence)
  case "trend": trend(inputs, confidence)
  default: nil
  }
}

private func specialFunction(_ inputs: JSON) -> JSON? {
  let a = inputs["args"].numbers
  let value: Double? =
    switch inputs["function"].text {
    case "norm_cdf": Normal.cumulative(a[0])
    case "norm_quantile": Normal.quantile(a[0])
    case "t_quantile": StudentT(degreesOfFreedom: a[1])?.quantile(a[0])
    case "chi2_quantile": ChiSquare(degreesOfFreedom: a[1])?.quantile(a[0])
    case "chi2_sf": ChiSquare(degreesOfFreedom: a[1])?.upperTail(a[0])
    // scipy's survival function leaves out the value itself.
    case "poisson_sf": Poisson(mean: a[1])?.probability(ofAtLeast: a[0] + 1)
    case "binom_cdf": Binomial(trials: Int(a[1]), probability: a[2])?.cumulative(Int(a[0]))
    case "beta_quantile": Beta(alpha: a[1], beta: a[2])?.quantile(a[0])
    default: nil
    }
  return .object(["value": .optional(value)])
}

private func proportion(_ inputs: JSON, _ confidence: ConfidenceLevel) -> JSON? {
  guard let successes = inputs["successes"].integer, let trials = inputs["trials"].integer,
    let result = proportion(successes: successes, of: trials, confidence: confidence)
  else { return nil }
  return .object(limits(result, as: "estimate"))
}

private func withoutEvents(_ inputs: JSON) -> JSON? {
  guard let trials = inputs["trials"].integer else { return nil }
  let confidence = inputs["confidence_one_sided"].number.flatMap(ConfidenceLevel.init)
  let limit = upperLimit(withoutEventsIn: trials, confidence: confidence ?? .percent95)
  return .object(["upper": .optional(limit), "rule_of_three": .number(3 / Double(trials))])
}

private func difference(_ inputs: JSON, _ confidence: ConfidenceLevel) -> JSON? {
  guard let x1 = inputs["x1"].integer, let n1 = inputs["n1"].integer,
    let x2 = inputs["x2"].integer, let n2 = inputs["n2"].integer,
    let result = proportionDifference((x1, n1), minus: (x2, n2), confidence: confidence)
  else { return nil }
  return .object(limits(result, as: "estimate"))
}

private func rate(_ inputs: JSON, _ confidence: ConfidenceLevel) -> JSON? {
  guard let count = inputs["count"].integer, let exposure = inputs["exposure"].number,
    let result = countRate(count, over: exposure, confidence: confidence)
  else { return nil }
  return .object(limits(result, as: "rate"))
}

private func rateRatio(_ inputs: JSON, _ confidence: ConfidenceLevel) -> JSON? {
  guard let x1 = inputs["x1"].integer, let t1 = inputs["t1"].number,
    let x2 = inputs["x2"].integer, let t2 = inputs["t2"].number,
    let result = countRateRatio((x1, t1), to: (x2, t2), confidence: confidence)
  else { return nil }
  return .object([
    "ratio": .optional(result.value), "lower": .number(result.lower),
    "upper": .optional(result.upper),
  ])
}

private func quasiPoisson(_ inputs: JSON, _ confidence: ConfidenceLevel) -> JSON? {
  let result = quasiPoissonRatio(
    inputs["weekly_counts_1"].numbers, to: inputs["weekly_counts_2"].numbers,
    confidence: confidence)
  guard let result else { return nil }
  return .object(
    limits(result.ratio, as: "ratio").merging([
      "dispersion_raw": .number(result.dispersion),
      "dispersion_used": .number(result.usedDispersion),
      "se_log": .number(result.standardErrorOfLog),
    ]) { $1 })
}

private func slope(_ inputs: JSON, _ confidence: ConfidenceLevel) -> JSON? {
  let result = quasiPoissonSlope(
    of: inputs["conversions"].numbers, on: inputs["sessions"].numbers, confidence: confidence)
  guard let result else { return nil }
  return .object(
    limits(result.elasticity, as: "elasticity").merging([
      "intercept": .number(result.intercept), "dispersion_raw": .number(result.dispersion),
      "dispersion_used": .number(result.usedDispersion), "se": .number(result.standardError),
    ]) { $1 })
}

private func quantiles(_ inputs: JSON) -> JSON? {
  let values = inputs["values"].numbers
  return .object([
    "quantiles": .list(
      inputs["probabilities"].numbers.map { .optional(quantile($0, of: values)) })
  ])
}

private func medianLimits(_ inputs: JSON, _ confidence: ConfidenceLevel) -> JSON? {
  guard let result = medianInterval(of: inputs["values"].numbers, confidence: confidence) else {
    return nil
  }
  return .object([
    "median": .number(result.median), "r": .count(result.limits?.rank ?? 0),
    "lower": .optional(result.limits?.interval.lower),
    "upper": .optional(result.limits?.interval.upper),
    "actual_coverage": .optional(result.limits?.coverage),
  ])
}

private func bootstrap(_ inputs: JSON, _ confidence: ConfidenceLevel) -> JSON? {
  let values = inputs["values"].numbers
  guard let label = inputs["seed_label"].text, let resamples = inputs["resamples"].integer,
    let table = ResampleTable(sampleSize: values.count, resamples: resamples, label: label),
    let result = bootstrapMean(of: values, table: table, confidence: confidence)
  else { return nil }
  var random = SplitMix64(label: label)
  let first = (0..<3).map { _ in
    (0..<values.count).reduce(0) { sum, _ in sum + values[random.integer(below: values.count)] }
      / Double(values.count)
  }
  return .object(
    limits(result.estimate, as: "mean").merging([
      "seed": .text("\(SplitMix64.seed(of: label))"), "z0": .number(result.biasCorrection),
      "acceleration": .number(result.acceleration),
      "first_three_resample_means": .numbers(first),
    ]) { $1 })
}

private func random(_ inputs: JSON) -> JSON? {
  guard let label = inputs["seed_label"].text, let count = inputs["count"].integer,
    let bound = inputs["bound"].integer
  else { return nil }
  var numbers = SplitMix64(label: label)
  var bounded = SplitMix64(label: label)
  var doubles = SplitMix64(label: label)
  var shuffled = SplitMix64(label: label)
  var order = Array(0..<10)
  shuffled.shuffle(&order)
  return .object([
    "seed": .text("\(SplitMix64.seed(of: label))"),
    "next": .list((0..<count).map { _ in .text("\(numbers.next())") }),
    "bounded": .list((0..<count).map { _ in .count(bounded.integer(below: bound)) }),
    "doubles": .list((0..<3).map { _ in .number(doubles.double()) }),
    "shuffle_0_to_9": .list(order.map(JSON.count)),
  ])
}

private func shift(_ inputs: JSON, _ confidence: ConfidenceLevel) -> JSON? {
  let x = inputs["x"].numbers
  let y = inputs["y"].numbers
  guard let test = mannWhitney(from: x, to: y),
    let result = hodgesLehmann(from: x, to: y, confidence: confidence),
    let limits = result.limits
  else { return nil }
  return .object([
    "U": .number(test.u), "p_two_sided": .number(test.pValue),
    "p_method": .text(test.isExact ? "exact" : "normal, tie and continuity corrected"),
    "shift": .number(result.shift), "k": .count(limits.rank),
    "lower": .number(limits.interval.lower), "upper": .number(limits.interval.upper),
    "probability_of_superiority": .number(test.probabilityOfSuperiority),
  ])
}

private func stratifiedShift(_ inputs: JSON, _ confidence: ConfidenceLevel) -> JSON? {
  let strata = inputs["strata"].list.map { TwoGroups(from: $0["x"].numbers, to: $0["y"].numbers) }
  guard let result = hodgesLehmann(strata: strata, confidence: confidence) else { return nil }
  return .object(
    limits(result.estimate, as: "shift").merging([
      "pairs": .count(result.pairs), "weight_total": .number(result.weight),
      "c": .number(result.margin),
    ]) { $1 })
}

private func correlation(_ inputs: JSON, _ confidence: ConfidenceLevel) -> JSON? {
  let x = inputs["x"].numbers
  let y = inputs["y"].numbers
  guard let result = spearman(x, y, confidence: confidence) else { return nil }
  return .object([
    "rho": .number(result.coefficient), "n": .count(result.sampleSize),
    "se_z": .number(result.standardErrorOfZ), "lower": .number(result.interval.lower),
    "upper": .number(result.interval.upper),
    "p_permutation_exact": .optional(exactSpearmanPValue(x, y)),
    "permutations": .count((1...x.count).reduce(1) { $0.multipliedReportingOverflow(by: $1).0 }),
  ])
}

private func weekly(_ inputs: JSON, _ confidence: ConfidenceLevel) -> JSON? {
  let result = detrendedRankCorrelation(
    inputs["x"].numbers, inputs["y"].numbers, confidence: confidence)
  guard let result else { return nil }
  return .object([
    "slope_x": .number(result.slopes.x), "slope_y": .number(result.slopes.y),
    "lag1_x": .number(result.autocorrelations.x), "lag1_y": .number(result.autocorrelations.y),
    "n_effective": .number(result.correlation.effectiveSampleSize),
    "rho": .number(result.correlation.coefficient),
    "lower": .number(result.correlation.interval.lower),
    "upper": .number(result.correlation.interval.upper),
  ])
}

private func stratifiedCorrelation(_ inputs: JSON, _ confidence: ConfidenceLevel) -> JSON? {
  let strata = inputs["strata"].list.map { (x: $0["x"].numbers, y: $0["y"].numbers) }
  guard let result = stratifiedRankCorrelation(strata: strata, confidence: confidence) else {
    return nil
  }
  return .object(
    limits(result.estimate, as: "rho").merging([
      "rho_per_stratum": .list(result.strata.map { .optional($0?.coefficient) }),
      "Q": .number(result.heterogeneity.q), "df": .count(result.heterogeneity.degreesOfFreedom),
      "p_Q": .number(result.heterogeneity.pValue),
      "I2": .number(result.heterogeneity.inconsistency),
    ]) { $1 })
}

private func prediction(
  _ history: [Double], lag: Int, _ new: JSON, _ confidence: ConfidenceLevel
) -> JSON? {
  guard let new = new.number,
    let result = predictionInterval(ofChange: lag, after: history, confidence: confidence)
  else { return nil }
  let ratio = JSON.number(new / result.baseline)
  return .object([
    "change_ratio": ratio, "ratio": ratio, "same_month_last_year": .number(result.baseline),
    "k": .count(result.changes), "mean_log_change": .number(result.meanLogChange),
    "sd_log_change": .number(result.standardDeviationOfLogChange),
    "expected": .number(result.expected), "lower": .number(result.interval.lower),
    "upper": .number(result.interval.upper), "unusual": .bool(result.isUnusual(new)),
  ])
}

private func split(_ inputs: JSON) -> JSON? {
  guard let s0 = inputs["sessions_before"].number, let c0 = inputs["conversions_before"].number,
    let s1 = inputs["sessions_after"].number, let c1 = inputs["conversions_after"].number,
    let result = changeSplit(from: (s0, c0), to: (s1, c1))
  else { return nil }
  return .object([
    "log_change": .number(result.logChange), "traffic_part": .number(result.trafficPart),
    "rate_part": .number(result.ratePart), "traffic_ratio": .number(result.trafficRatio),
    "rate_ratio": .number(result.rateRatio),
  ])
}

private func weekdays(_ inputs: JSON) -> JSON? {
  let weeks = inputs["weeks_monday_first"].list.map(\.numbers)
  guard let result = weekdayFactors(weeks: weeks, minimumWeeks: 1),
    let total = inputs["month_total"].number, inputs["year"] == .number(2025),
    inputs["month"] == .number(10)
  else { return nil }
  // The first of October 2025 was a Wednesday.
  return .object([
    "factors": .numbers(result.factors),
    "sum_of_factors": .number(result.sum(firstWeekday: 2, days: 31)),
    "adjusted_total": .optional(result.adjustedTotal(total, firstWeekday: 2, days: 31)),
  ])
}

private func adjusted(_ inputs: JSON) -> JSON? {
  let p = inputs["p"].numbers
  guard let raised = benjaminiHochberg(p), let stepped = holm(p) else { return nil }
  return .object([
    "bh": .numbers(raised), "holm": .numbers(stepped),
    "rejected_at_0_05_bh": .list(raised.map { .bool($0 <= 0.05) }),
  ])
}

private func spike(_ inputs: JSON) -> JSON? {
  guard let x = inputs["x"].number,
    let result = spikeMeasure(of: x, against: inputs["baseline"].numbers)
  else { return nil }
  return .object([
    "median": .number(result.median), "mad_scaled": .number(result.scaledDeviation),
    "robust_z": .optional(result.robustZ), "mean": .number(result.mean),
    "variance": .number(result.variance), "poisson_tail": .number(result.poissonTail),
    "nb_size": .optional(result.negativeBinomial?.size),
    "nb_tail": .optional(result.negativeBinomial?.probability),
  ])
}

private func concentration(_ inputs: JSON) -> JSON? {
  guard let result = Concentration(of: inputs["values"].numbers) else { return nil }
  return .object([
    "gini": .number(result.gini), "gini_corrected": .optional(result.correctedGini),
    "lorenz": .numbers(result.lorenz),
    "top_20_percent_share": .optional(result.share(ofTop: 0.2)),
    "herfindahl": .number(result.herfindahl),
  ])
}

private func survival(_ inputs: JSON, _ confidence: ConfidenceLevel) -> JSON? {
  let times = observedTimes(inputs["hours"], inputs["answered"])
  guard let curve = KaplanMeier(times), let at = inputs["at"].number,
    let median = curve.quantile(0.5, confidence: confidence),
    let ninety = curve.quantile(0.9, confidence: confidence),
    let point = curve.survival(at: at, confidence: confidence)
  else { return nil }
  return .object([
    "survival": .list(
      curve.steps.map { .object(["t": .number($0.time), "S": .number($0.survival)]) }),
    "median": .optional(median.time), "median_lower": .optional(median.lower),
    "median_upper": .optional(median.upper), "p90": .optional(ninety.time),
    "S_at": .object(limits(point, as: "S").merging(["t": .number(at)]) { $1 }),
  ])
}

private func logRankTest(_ inputs: JSON) -> JSON? {
  let result = logRank(
    observedTimes(inputs["hours_1"], inputs["answered_1"]),
    observedTimes(inputs["hours_2"], inputs["answered_2"]))
  guard let result else { return nil }
  return .object(["chi2": .number(result.chiSquare), "p": .number(result.pValue)])
}

private func observedTimes(_ hours: JSON, _ answered: JSON) -> [ObservedTime] {
  zip(hours.numbers, answered.numbers).map { $1 == 1 ? .event(after: $0) : .censored(after: $0) }
}

private func ratio(_ inputs: JSON, _ confidence: ConfidenceLevel) -> JSON? {
  let numerators = inputs["numerator"].numbers
  let denominators = inputs["denominator"].numbers
  guard
    let share = ratioOfSums(
      numerators: numerators, denominators: denominators, scale: .logit, confidence: confidence),
    let open = ratioOfSums(
      numerators: numerators, denominators: denominators, scale: .logarithmic,
      confidence: confidence),
    let t = StudentT(degreesOfFreedom: Double(numerators.count - 1))
  else { return nil }
  // On the log scale half the width is t times the relative standard error.
  let distance = log(open.upper / open.value) / t.quantile(of: confidence)
  return .object(
    limits(share, as: "ratio").merging([
      "se_jackknife": .number(distance * open.value), "lower_log": .number(open.lower),
      "upper_log": .number(open.upper),
    ]) { $1 })
}

private func trend(_ inputs: JSON, _ confidence: ConfidenceLevel) -> JSON? {
  let result = theilSen(inputs["y"].numbers, at: inputs["x"].numbers, confidence: confidence)
  guard let result else { return nil }
  return .object([
    "slope": .number(result.slope), "intercept": .number(result.intercept),
    "lower": .optional(result.interval?.lower), "upper": .optional(result.interval?.upper),
  ])
}

private func limits(_ estimate: Estimate, as name: String) -> [String: JSON] {
  [
    name: .number(estimate.value), "lower": .number(estimate.lower),
    "upper": .number(estimate.upper),
  ]
}

import Calendars
import PeilModel
import Statistics

/// Belief 3: if more platforms were always better, each would bring results for its share of the work.
///
/// Effect: the lowest quotient of result share and effort share among the platforms with at least a tenth
/// of the effort, weeks as units, at a level shared among the platforms, because the lowest is chosen.
enum MorePlatformsAreBetter: BeliefTest {
  static let belief = Belief.morePlatformsAreBetter

  static let fewestWeeks = 8
  static let fewestPosts = 8
  static let fewestResults = 30
  static let smallestEffortShare = 0.10

  struct Evidence {
    let platforms: [PlatformEvidence]
    let noun: Quantity.Noun
    let isEffortInHours: Bool
    let weekCount: Int

    /// The platform with the fewest posts.
    var scarce: PlatformEvidence? { platforms.min { $0.posts < $1.posts } }
  }

  struct PlatformEvidence {
    let platform: Platform
    let effortShare: Double
    let resultShare: Double
    let quotient: Estimate?
    let posts: Int
    let results: Double
    /// `nil` where effort is counted in posts.
    let hours: Double?
  }

  static func test(_ dataset: Dataset, _ period: ReportingPeriod) -> (TestOutcome, Evidence) {
    let weeks = period.weeks
    let effort = WeeklyEffort(dataset, weeks: weeks)
    let noun = WeeklyResults(dataset, weeks: weeks, period: period).noun
    let active = dataset.client.platforms.filter {
      dataset.postCount(in: period.window, platform: $0) > 0
    }
    // Of each active platform, week by week.
    let results = active.map { platform in
      weeks.map {
        noun == .conversion
          ? dataset.conversions(in: $0, platform: platform)
          : dataset.interactions(in: $0, platform: platform)
      }
    }
    let usable = weeks.indices.filter { week in
      effort.isKnown[week]
        && active.indices.allSatisfy {
          results[$0][week] != nil && dataset.coversPosts(weeks[week].days, platform: active[$0])
        }
    }
    func sum(_ values: [Double?]) -> [Double] { usable.map { values[$0] ?? 0 } }
    let allResults = usable.map { week in results.reduce(0) { $0 + ($1[week] ?? 0) } }
    let allEffort = usable.map { week in active.reduce(0) { $0 + effort.value(of: $1, week) } }
    let totalResults = allResults.reduce(0, +)
    let totalEffort = allEffort.reduce(0, +)

    let shares = zip(active, results).map { platform, own -> (Platform, [Double], [Double]) in
      (platform, sum(own), usable.map { effort.value(of: platform, $0) })
    }
    let judged = shares.filter {
      totalEffort > 0 && $0.2.reduce(0, +) >= smallestEffortShare * totalEffort
    }
    let level = ConfidenceLevel.percent95.shared(among: max(1, judged.count))
    let platforms = shares.map { platform, own, work in
      let isJudged = judged.contains { $0.0 == platform }
      return PlatformEvidence(
        platform: platform,
        effortShare: totalEffort > 0 ? work.reduce(0, +) / totalEffort : 0,
        resultShare: totalResults > 0 ? own.reduce(0, +) / totalResults : 0,
        quotient: isJudged
          ? quotient(result: own, of: allResults, effort: work, of: allEffort, level) : nil,
        posts: dataset.postCount(in: period.window, platform: platform),
        results: own.reduce(0, +),
        hours: effort.isInHours ? work.reduce(0, +) : nil)
    }
    let evidence = Evidence(
      platforms: platforms, noun: noun, isEffortInHours: effort.isInHours,
      weekCount: usable.count)

    let outcome: TestOutcome
    if dataset.client.platforms.count < 2 {
      outcome = .notTestable(MissingInput("platforms"))
    } else if active.count < 2 {
      outcome = .notTestable(MissingInput("posts"))
    } else if let scarce = evidence.scarce, scarce.posts < fewestPosts {
      outcome = .tooLittleData(
        Shortfall("posts", found: scarce.posts, needed: fewestPosts, .post))
    } else if usable.count < fewestWeeks {
      outcome = .tooLittleData(
        Shortfall("weeks", found: usable.count, needed: fewestWeeks, .week))
    } else if totalResults < Double(fewestResults) {
      outcome = .tooLittleData(
        Shortfall("results", found: Int(nearest: totalResults), needed: fewestResults, noun))
    } else if totalEffort == 0 {
      outcome = .notTestable(MissingInput("effort"))
    } else if let lowest = platforms.compactMap(\.quotient).min(by: { $0.value < $1.value }),
      platforms.count(where: { $0.quotient != nil }) == judged.count
    {
      outcome = .effect(Effect(lowest, .week))
    } else {
      // One week holds all of the work or all of the results: it cannot be left out.
      let filled = min(allResults.count { $0 > 0 }, allEffort.count { $0 > 0 })
      outcome = .tooLittleData(
        Shortfall("weeks", found: min(filled, fewestWeeks - 1), needed: fewestWeeks, .week))
    }
    return (outcome, evidence)
  }

  /// Result share ÷ effort share; a platform without any result has an upper limit all the same.
  private static func quotient(
    result: [Double], of allResults: [Double], effort: [Double], of allEffort: [Double],
    _ level: ConfidenceLevel
  ) -> Estimate? {
    if let estimate = shareQuotient(
      result: result, of: allResults, effort: effort, of: allEffort, confidence: level)
    {
      return estimate
    }
    let total = allResults.reduce(0, +)
    let share = effort.reduce(0, +) / allEffort.reduce(0, +)
    guard share > 0, total > 0 else { return nil }
    if result.allSatisfy({ $0 == 0 }) {
      guard let limit = upperLimit(withoutEventsIn: Int(nearest: total), confidence: level),
        let interval = Interval(lower: 0, upper: limit / share, confidence: level)
      else { return nil }
      return Estimate(value: 0, interval: interval, sampleSize: result.count)
    }
    guard allResults.count(where: { $0 > 0 }) > 1, allEffort.count(where: { $0 > 0 }) > 1 else {
      return nil
    }
    // The same in every week, so there is nothing uncertain about it.
    let value = result.reduce(0, +) / total / share
    return Interval(lower: value, upper: value, confidence: level)
      .flatMap { Estimate(value: value, interval: $0, sampleSize: result.count) }
  }
}

/// The work that went into each platform by week: hours where they are logged per platform, else posts.
struct WeeklyEffort {
  let isInHours: Bool
  let isKnown: [Bool]
  private let values: [Platform: [Double]]

  /// Hours count where they are logged in at least four in five weeks.
  private static let fewestKnown = 0.8

  init(_ dataset: Dataset, weeks: [ISOWeek]) {
    let hours = dataset.data.costs.filter { $0.kind == .hours && $0.platform != nil }
    var byPlatform: [Platform: [Double]] = [:]
    var known = weeks.map { _ in false }
    for (index, week) in weeks.enumerated() {
      for entry in hours where entry.days.overlaps(week.days) {
        guard let platform = entry.platform, let hundredths = entry.hundredthsOfHours else {
          continue
        }
        known[index] = true
        // A month's hours are spread evenly over its days.
        let shared = entry.days.clamped(to: week.days).count
        byPlatform[platform, default: weeks.map { _ in 0 }][index] +=
          Double(hundredths) / 100 * Double(shared) / Double(entry.days.count)
      }
    }
    let share = Double(known.count { $0 }) / Double(max(1, weeks.count))
    isInHours = share >= Self.fewestKnown
    if isInHours {
      isKnown = known
      values = byPlatform
    } else {
      isKnown = weeks.map { dataset.coversPosts($0.days) }
      values = Dictionary(
        uniqueKeysWithValues: dataset.client.platforms.map { platform in
          (
            platform,
            weeks.map { dataset.postCount(in: $0, platform: platform) }
          )
        })
    }
  }

  func value(of platform: Platform, _ week: Int) -> Double { values[platform]?[week] ?? 0 }
}

extension MorePlatformsAreBetter {
  static func tell(
    _ evidence: Evidence, _ verdict: Verdict, _ dataset: Dataset, _ period: ReportingPeriod,
    into section: inout SectionDraft
  ) {
    let results = Statement.Argument.results(evidence.noun)
    let thresholds = dataset.agency.thresholds[belief]
    let weeks = section.figure(
      "weeks", .count(Double(evidence.weekCount), .week), definition: .window)
    switch verdict {
    case .notTestable: section.tellMissingInput()
    case .tooLittleData:
      var arguments = ["results": results]
      if let scarce = evidence.scarce { arguments["platform"] = .platform(scarce.platform) }
      section.tellShortfall(arguments)
    case .refuted(let effect), .holds(let effect), .mixed(let effect):
      evidence.tell(effect, verdict, results, period, in: &section)
    }
    if verdict.kind != .notTestable { showFit(dataset, period, in: &section) }
    // WhatsApp is where a target group of at most thirty-four writes to a company.
    let ages = dataset.client.targetAges.compactMap {
      $0.split(separator: "-").last.flatMap { Int($0) }
    }
    if verdict.effect != nil, let oldest = ages.max(),
      ages.count == dataset.client.targetAges.count,
      oldest <= 34, !dataset.client.platforms.contains(.whatsapp)
    {
      section.next.append(section.statement("next.whatsapp"))
    }
    // Where nothing could be judged, the step for that asks for the hours already.
    if verdict.effect != nil,
      dataset.data.costs.allSatisfy({ $0.kind != .hours || $0.platform == nil })
    {
      section.next.append(section.statement("next.effort"))
    }
    section.tellMethod(
      measure: section.statement(
        "how.measure",
        [
          "results": results, "weeks": .figure(weeks, .counted), "period": section.window(),
          "smallest-effort": section.constant("smallest-effort", .share(smallestEffortShare)),
        ]), of: evidence.weekCount,
      rule: section.rule(thresholds), thresholds: dataset.agency.thresholds)
  }
}

extension MorePlatformsAreBetter.Evidence {
  fileprivate func tell(
    _ effect: Effect, _ verdict: Verdict, _ results: Statement.Argument,
    _ period: ReportingPeriod, in section: inout SectionDraft
  ) {
    let judged = platforms.filter { $0.quotient != nil }
    let level = 1 - 0.05 / Double(max(1, judged.count))
    var pairs: [Exhibit.Pair] = []
    for own in platforms {
      let name = "platform.\(own.platform.rawValue)"
      pairs.append(
        Exhibit.Pair(
          label: .platform(own.platform), platform: own.platform,
          from: section.figure(
            "\(name).effort-share", .share(own.effortShare), definition: .effortShare),
          to: section.figure(
            "\(name).result-share", .share(own.resultShare), definition: .resultShare)))
      let base = own.hours ?? Double(own.posts)
      if base > 0 {
        section.figure(
          "\(name).rate", .ratio(own.results / base),
          definition: own.hours == nil ? .resultPerPost : .resultPerHour)
      }
      guard let quotient = own.quotient else { continue }
      section.figure(
        "\(name).quotient", .ratio(quotient.value),
        interval: (quotient.lower, quotient.upper), level: level,
        sample: Figure.SampleSize(quotient.sampleSize, .week), definition: .resultPerEffort)
    }
    let count = section.figure(
      "platforms", .count(Double(judged.count), .platform), definition: .window)
    if let concentration = Concentration(of: platforms.map(\.results)) {
      section.figure(
        "herfindahl", .ratio(concentration.herfindahl), definition: .resultConcentration)
    }
    guard let lowest = judged.min(by: { ($0.quotient?.value ?? 0) < ($1.quotient?.value ?? 0) })
    else { return }
    let name = "platform.\(lowest.platform.rawValue)"
    let quotient = section.key("\(name).quotient")
    section.main = quotient
    let arguments: [String: Statement.Argument] = [
      "platform": .platform(lowest.platform), "results": results,
      "effort": .figure(section.key("\(name).effort-share"), .whole),
      "result": .figure(section.key("\(name).result-share"), .whole),
      "platforms": .figure(count, .counted), "ratio": .figure(quotient),
      "confidence": section.confidence(), "low": .figure(quotient.low),
      "high": .figure(quotient.high),
    ]
    section.headline = section.statement(
      verdict.kind == .holds && judged.count == 2 ? "holds-both" : verdict.kind.rawValue, arguments)
    section.lead = [section.statement("lead", arguments)]
    let best = judged.filter { $0.platform != lowest.platform }
      .max { rate(of: $0) < rate(of: $1) }
    if let best, rate(of: best) > rate(of: lowest) {
      section.lead.append(
        section.statement(
          isEffortInHours ? "lead-per-hour" : "lead-per-post",
          arguments.merging([
            "best": .platform(best.platform),
            "best-rate": .figure(section.key("platform.\(best.platform.rawValue).rate")),
            "rate": .figure(section.key("\(name).rate")),
          ]) { $1 }))
      if verdict.kind == .refuted {
        section.next = [move(from: lowest, to: best, in: &section)]
      }
    }
    switch verdict.kind {
    case .mixed: section.next.append(section.statement("next.same-division", arguments))
    case .holds: section.next.append(section.statement("next.keep"))
    case .refuted, .tooLittleData, .notTestable: break
    }
    let texts = arguments.merging([
      "weeks": .figure(section.key("weeks"), .counted), "period": section.window(),
    ]) { $1 }
    section.exhibits = [
      Exhibit(
        name: "effort", title: section.title("effort", texts),
        unit: section.figureText("effort", "unit", texts),
        caption: section.figureText("effort", "caption", texts), data: .dumbbells(pairs))
    ]
  }

  /// Half of the hours that the last platform takes in a month go to the best one.
  private func move(
    from lowest: MorePlatformsAreBetter.PlatformEvidence,
    to best: MorePlatformsAreBetter.PlatformEvidence, in section: inout SectionDraft
  ) -> Statement {
    var arguments: [String: Statement.Argument] = [
      "platform": .platform(lowest.platform), "best": .platform(best.platform),
      "next-month": .figure("period.next-month"),
    ]
    // An average month has 30.436875 days.
    let months = Double(max(1, weekCount)) * 7 / 30.436875
    let half = ((lowest.hours ?? 0) / months / 2).rounded()
    guard half >= 1 else { return section.statement("next.less-without-hours", arguments) }
    arguments["hours"] = .figure(
      section.figure("hours-to-move", .count(half, .hour), definition: .hoursToMove), .counted)
    return section.statement("next.less", arguments)
  }

  private func rate(of own: MorePlatformsAreBetter.PlatformEvidence) -> Double {
    own.results / max(own.hours ?? Double(own.posts), .leastNormalMagnitude)
  }
}

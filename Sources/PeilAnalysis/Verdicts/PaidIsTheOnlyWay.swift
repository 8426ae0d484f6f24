import Calendars
import PeilModel
import Statistics

/// Belief 2: if paying were the only way to be seen, hardly any impressions would come without it.
///
/// Effect: the paid share of impressions, with weeks as units (jackknife on the logit scale). Organic are
/// the displays of posts that were not boosted, in the week they were published; paid are those of the
/// advertising account. Displays of boosted posts are in neither, because their parts are not told.
enum PaidIsTheOnlyWay: BeliefTest {
  static let belief = Belief.paidIsTheOnlyWay

  static let fewestWeeks = 8
  static let fewestImpressions = 10_000

  struct Evidence {
    let weeks: [ISOWeek]
    let organic: [Double?]
    let paid: [Double?]
    let isWithoutAds: Bool
  }

  static func test(_ dataset: Dataset, _ period: ReportingPeriod) -> (TestOutcome, Evidence) {
    let isWithoutAds = dataset.client.confirmedNone.contains(.advertising)
    let organic = period.weeks.map { dataset.organicImpressions(in: $0.days) }
    let paid = period.weeks.map { isWithoutAds ? 0 : dataset.paidImpressions(in: $0.days) }
    let evidence = Evidence(
      weeks: period.weeks, organic: organic, paid: paid, isWithoutAds: isWithoutAds)

    let pairs = zip(organic, paid).compactMap { organic, paid in
      organic.flatMap { organic in paid.map { (organic, $0) } }
    }
    let total = pairs.reduce(0) { $0 + $1.0 + $1.1 }
    let outcome: TestOutcome
    if organic.allSatisfy({ $0 == nil }) {
      outcome = .notTestable(MissingInput("impressions"))
    } else if paid.allSatisfy({ $0 == nil }) {
      outcome = .notTestable(MissingInput("advertising"))
    } else if pairs.count < fewestWeeks {
      outcome = .tooLittleData(
        Shortfall("weeks", found: pairs.count, needed: fewestWeeks, .week))
    } else if total < Double(fewestImpressions) {
      outcome = .tooLittleData(
        Shortfall(
          "impressions", found: Int(nearest: total), needed: fewestImpressions, .impression))
    } else if isWithoutAds {
      // Confirmed as none: the share is known to be 0 and needs no interval.
      outcome = .effect(
        Effect(
          estimate: 0, low: 0, high: 0, sampleSize: Figure.SampleSize(pairs.count, .week)))
    } else if let estimate = ratioOfSums(
      numerators: pairs.map(\.1), denominators: pairs.map { $0.0 + $0.1 }, scale: .logit)
    {
      outcome = .effect(Effect(estimate, .week))
    } else {
      let share = pairs.reduce(0) { $0 + $1.1 } / total
      let filled = pairs.count { $0.0 + $0.1 > 0 }
      guard filled > 1 || share == 0 || share == 1 else {
        let shortfall = Shortfall("weeks", found: filled, needed: fewestWeeks, .week)
        return (.tooLittleData(shortfall), evidence)
      }
      // Every week has the same share, so there is nothing uncertain about it.
      outcome = .effect(
        Effect(
          estimate: share, low: share, high: share,
          sampleSize: Figure.SampleSize(pairs.count, .week)))
    }
    return (outcome, evidence)
  }
}

extension Dataset {
  /// Displays of posts that were not boosted; unknown where a platform does not count displays.
  func organicImpressions(in days: ClosedRange<Day>) -> Double? {
    guard coversPosts(days) else { return nil }
    var sum = 0.0
    for place in postPlaces(in: days) where posts[place].isBoosted != true {
      guard let displays = posts[place].counts.displays else { return nil }
      sum += Double(displays)
    }
    return sum
  }

  /// Impressions of the advertising account.
  ///
  /// Unknown where its export does not cover the days, where a result is about other days too, and where
  /// one has no count.
  func paidImpressions(in days: ClosedRange<Day>) -> Double? { paid(\.impressions, in: days) }

  /// A count of the advertising account, under the same conditions.
  func paid(_ measure: KeyPath<AdResult, Int?>, in days: ClosedRange<Day>) -> Double? {
    let isCovered = advertisingDays.contains {
      $0.lowerBound <= days.lowerBound && $0.upperBound >= days.upperBound
    }
    guard isCovered else { return nil }
    var sum = 0.0
    for result in data.ads where result.days.overlaps(days) {
      guard result.days.clamped(to: days) == result.days, let count = result[keyPath: measure]
      else {
        return nil
      }
      sum += Double(count)
    }
    return sum
  }
}

extension PaidIsTheOnlyWay {
  static func tell(
    _ evidence: Evidence, _ verdict: Verdict, _ dataset: Dataset, _ period: ReportingPeriod,
    into section: inout SectionDraft
  ) {
    let thresholds = dataset.agency.thresholds[belief]
    let used = evidence.weeks.indices.filter {
      evidence.organic[$0] != nil && evidence.paid[$0] != nil
    }
    let weeks = section.figure("weeks", .count(Double(used.count), .week), definition: .window)
    switch verdict {
    case .notTestable: section.tellMissingInput()
    case .tooLittleData:
      section.tellShortfall()
      // That nothing was advertised is confirmed: there is no result to export, and nothing to tell apart.
      if evidence.isWithoutAds {
        section.next = []
        section.headline.phrase = "m2.too-little-no-ads"
      }
    case .refuted(let effect), .holds(let effect), .mixed(let effect):
      let organicSum = used.reduce(0) { $0 + (evidence.organic[$1] ?? 0) }
      let paidSum = used.reduce(0) { $0 + (evidence.paid[$1] ?? 0) }
      let impressions = section.figure(
        "impressions", .count(organicSum + paidSum, .impression), definition: .impressions)
      let paid = section.figure(
        "paid-share", .share(effect.estimate), interval: (effect.low, effect.high),
        sample: effect.sampleSize)
      let organic = section.figure(
        "organic-share", .share(1 - effect.estimate),
        interval: (1 - effect.high, 1 - effect.low), sample: effect.sampleSize,
        definition: .organicShare)
      section.main = paid
      if evidence.isWithoutAds {
        section.headline = section.statement("refuted-no-ads")
        section.lead = [
          section.statement("lead-no-ads", ["impressions": .figure(impressions, .counted)])
        ]
      } else {
        section.headline = section.statement(
          verdict.kind.rawValue,
          ["organic": .figure(organic, .whole), "paid": .figure(paid, .whole)])
        section.lead = [
          section.statement(
            "lead",
            [
              "impressions": .figure(impressions, .counted), "organic": .figure(organic),
              "confidence": section.confidence(), "low": .figure(organic.low),
              "high": .figure(organic.high), "weeks": .figure(weeks, .counted),
            ])
        ]
      }
      evidence.tellWithoutSpend(in: &section)
      tellReach(dataset, period, in: &section)
      if verdict.kind == .holds { section.next.append(section.statement("next.organic")) }
      section.next.append(
        section.statement(evidence.isWithoutAds ? "next.without-ads" : "next.advertise"))
      evidence.show(dataset, period, in: &section)
    }
    section.tellMethod(
      measure: section.statement(
        "how.measure", ["weeks": .figure(weeks, .counted), "period": section.window()]),
      of: used.count,
      rule: section.rule(thresholds), thresholds: dataset.agency.thresholds, isRelation: false)
  }
}

extension PaidIsTheOnlyWay.Evidence {
  /// What was left in weeks without advertising, where there were enough of them.
  fileprivate func tellWithoutSpend(in section: inout SectionDraft) {
    let without = weeks.indices.filter { paid[$0] == 0 && organic[$0] != nil }
    let isSometimes = paid.contains { ($0 ?? 0) > 0 }
    guard isSometimes, without.count >= 6,
      let typical = medianInterval(of: without.compactMap { organic[$0] })
    else { return }
    let weeks = section.figure(
      "weeks-without-spend", .count(Double(without.count), .week), definition: .window)
    let impressions = section.figure(
      "impressions-without-spend", .count(typical.median, .impression),
      interval: typical.limits.map { ($0.interval.lower, $0.interval.upper) },
      sample: Figure.SampleSize(without.count, .week), definition: .organicImpressions)
    section.lead.append(
      section.statement(
        "lead-without-spend",
        ["weeks": .figure(weeks, .counted), "impressions": .figure(impressions, .counted)]))
  }

  /// Organic and paid stacked for each month, thirteen at most, from the first to the last of which both
  /// are known; an unknown month between them stays a gap.
  fileprivate func show(
    _ dataset: Dataset, _ period: ReportingPeriod, in section: inout SectionDraft
  ) {
    let months = (0..<13).reversed().map { period.month.advanced(by: -$0) }
    let values = months.map { month -> (organic: Double, paid: Double)? in
      guard let organic = dataset.organicImpressions(in: month.days),
        let paid = isWithoutAds ? 0 : dataset.paidImpressions(in: month.days)
      else { return nil }
      return (organic, paid)
    }
    let known = months.indices.filter { values[$0] != nil }
    guard let first = known.first, let last = known.last, known.count > 1 else { return }
    let stacks = (first...last).map { index in
      let (month, value) = (months[index], values[index])
      let name = "\(month)"
      let label = section.figure(
        "\(name).month", .month(month), days: month.days, definition: .month)
      func impressions(_ part: String, _ number: Double?, _ definition: Definition) -> FigureKey {
        section.figure(
          "\(name).\(part)", number.map { .count($0, .impression) }, orElse: .notConnected,
          days: month.days, definition: definition)
      }
      let organic = Exhibit.Stack.Part(
        name: "organic", value: impressions("organic", value?.organic, .organicImpressions))
      return Exhibit.Stack(
        label: .figure(label),
        // A part that there never was is neither drawn nor named.
        parts: isWithoutAds
          ? [organic]
          : [
            organic,
            Exhibit.Stack.Part(
              name: "paid", value: impressions("paid", value?.paid, .paidImpressions)),
          ],
        total: impressions("total", value.map { $0.organic + $0.paid }, .impressions))
    }
    let arguments = section.monthArguments(known.map { months[$0] }).merging([
      "organic": .figure(section.key("organic-share"), .whole),
      "paid": .figure(section.key("paid-share"), .whole),
    ]) { $1 }
    section.exhibits.insert(
      Exhibit(
        name: "impressions",
        title: isWithoutAds
          ? section.figureText("impressions", "title-no-ads")
          : section.title("impressions", arguments),
        unit: section.figureText("impressions", isWithoutAds ? "unit-no-ads" : "unit", arguments),
        caption: section.figureText(
          "impressions", isWithoutAds ? "caption-no-ads" : "caption", arguments),
        data: .stacks(stacks)),
      at: 0)
  }
}

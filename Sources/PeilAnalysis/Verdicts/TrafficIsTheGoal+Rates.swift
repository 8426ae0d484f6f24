import Calendars
import Glibc
import PeilModel
import Statistics

// Where visits convert and what changed: second measures of belief 6 with the steps that follow from them.
extension TrafficIsTheGoal {
  /// The month's change in conversions, split into visits and rate; the two add up on the log scale.
  static func tellSplit(
    _ conversions: Statement.Argument, _ dataset: Dataset, _ period: ReportingPeriod,
    in section: inout SectionDraft
  ) {
    func month(_ month: Month) -> (traffic: Double, results: Double)? {
      dataset.sessions(in: month.days).flatMap { sessions in
        dataset.conversions(in: month.days).map { (sessions, $0) }
      }
    }
    guard let before = month(period.month.previous), let now = month(period.month),
      let split = changeSplit(from: before, to: now)
    else { return }
    let days = period.month.days
    let visits = section.figure(
      "split.visits", .change(expm1(split.trafficPart)), days: days, definition: .changeSplit)
    let rate = section.figure(
      "split.rate", .change(expm1(split.ratePart)), days: days, definition: .changeSplit)
    section.lead.append(
      section.statement(
        "lead-split",
        [
          "month": .figure("period.month"), "conversions": conversions,
          "by-visits": .figure(visits, .signed), "by-rate": .figure(rate, .signed),
        ]))
  }

  /// Conversion rates of the platforms, the weakest to be improved, the best to be grown.
  static func tellRates(
    _ verdict: Verdict, _ conversions: Statement.Argument, _ dataset: Dataset,
    _ period: ReportingPeriod, in section: inout SectionDraft
  ) {
    let rates = ConversionRate.all(dataset, in: period.window)
    for own in rates {
      let name = "platform.\(own.platform.rawValue)"
      section.figure(
        "\(name).sessions", .count(own.sessions, .session), definition: Sessions.definition)
      guard let rate = own.rate else { continue }
      section.figure(
        "\(name).conversion-rate", .share(rate.value), interval: (rate.lower, rate.upper),
        sample: Figure.SampleSize(rate.sampleSize, .conversion), definition: .conversionRate)
      if let other = own.otherRate {
        section.figure("\(name).other-rate", .share(other), definition: .conversionRate)
      }
    }
    let weakest = rates.filter { ($0.ratio?.upper ?? .infinity) < 1 }
      .min { ($0.ratio?.value ?? 1) < ($1.ratio?.value ?? 1) }
    if let weakest {
      let name = "platform.\(weakest.platform.rawValue)"
      section.next.append(
        section.statement(
          "next.landing-page",
          [
            "platform": .platform(weakest.platform),
            "rate": .figure(section.key("\(name).conversion-rate")),
            "other-rate": .figure(section.key("\(name).other-rate")),
          ]))
    }
    let best = rates.filter { ($0.ratio?.lower ?? 0) > 1 }
      .max { ($0.ratio?.value ?? 1) < ($1.ratio?.value ?? 1) }
    switch verdict.kind {
    case .refuted:
      section.next.append(section.statement("next.drop-goal", ["conversions": conversions]))
    case .holds:
      if let best {
        section.next.append(
          section.statement("next.grow", ["platform": .platform(best.platform)]))
      }
    case .mixed, .tooLittleData, .notTestable: break
    }
    // How many links carry a campaign code is in no export, so the step has no number.
    if section.next.count < 2 {
      section.next.append(section.statement("next.tag-links-without-share"))
    }
  }
}

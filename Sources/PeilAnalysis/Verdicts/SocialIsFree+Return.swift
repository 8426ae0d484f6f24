import Calendars
import PeilModel
import Statistics

// What a conversion costs and what it brings in: second measures of belief 7 with the steps that follow.
extension SocialIsFree.Evidence {
  /// Cost per conversion with the limits that chance in their number gives, and what stands against it.
  func tellReturn(
    _ conversion: Statement.Argument, _ dataset: Dataset, _ period: ReportingPeriod,
    in section: inout SectionDraft
  ) {
    let count = Int(nearest: results.values.reduce(0) { $0 + ($1 ?? 0) })
    guard results.noun == .conversion,
      let cost = costPerEvent(cost: costs.total.amount, count: count), let value = cost.value,
      let upper = cost.upper
    else { return }
    let key = section.figure(
      "cost-per-conversion", .averageMoney(value),
      // What is at least so much has no upper limit.
      interval: isPartial ? nil : (cost.lower, upper),
      sample: Figure.SampleSize(count, .conversion), definition: .costPerConversion)
    let back = ReturnOnCost(dataset, period, cost: costs.total)
    section.lead.append(
      section.statement(
        // Where its value is known, the break-even says what it must be worth.
        named(back == nil ? "lead-per-conversion" : "lead-each-conversion"),
        ["conversion": conversion, "cost": .figure(key)].merging(limits(of: key, in: &section)) {
          $1
        }))
    guard let back else {
      section.next.append(section.statement("next.value", ["conversion": conversion]))
      return
    }
    tell(back, in: &section)
    let worth = back.value / Double(max(1, back.conversions))
    guard cost.lower > worth else { return }
    let action = costs.advertising > costs.work ? "less-advertising" : "less-work"
    section.next.append(
      section.statement(
        "next.above-value",
        [
          "conversion": conversion, "cost": .figure(key),
          "worth": .figure(
            section.figure(
              "conversion-value", .averageMoney(worth), definition: .conversionValue)),
          "action": .phrase("m7.actions.\(action)"),
        ]))
  }

  /// The sentence of its name, or the one that says "at least".
  private func named(_ sentence: String) -> String { isPartial ? "\(sentence)-partial" : sentence }

  /// What chance in the number of conversions leaves open, where the cost itself is known.
  private func limits(
    of key: FigureKey, in section: inout SectionDraft
  ) -> [String: Statement.Argument] {
    guard !isPartial else { return [:] }
    return [
      "confidence": section.confidence(), "low": .figure(key.low), "high": .figure(key.high),
    ]
  }

  private func tell(_ back: ReturnOnCost, in section: inout SectionDraft) {
    let value = section.figure(
      "value", .averageMoney(back.value), definition: .conversionValue)
    let ratio = section.figure(
      "return", .ratio(back.ratio), interval: isPartial ? nil : (back.low, back.high),
      sample: Figure.SampleSize(back.conversions, .conversion), definition: .returnOnCost)
    let breakEven = section.figure(
      "break-even", .count(Double(back.breakEven), .conversion), definition: .returnOnCost)
    section.lead.append(
      section.statement(
        named("lead-return-\(back.basis.rawValue)"),
        [
          "value": .figure(value), "ratio": .figure(ratio),
          "break-even": .figure(breakEven, .counted),
        ].merging(limits(of: ratio, in: &section)) { $1 }))
  }

  /// What a result costs on each platform, the cheapest first: only what was logged on it or spent through it.
  func tellCostPerPlatform(
    _ dataset: Dataset, _ period: ReportingPeriod, in section: inout SectionDraft
  ) -> [Exhibit.Row] {
    var rows: [(row: Exhibit.Row, value: Double)] = []
    for platform in dataset.client.platforms {
      guard let cost = costs.byPlatform[platform], cost > .zero else { continue }
      let counts = period.weeks.map { week in
        results.noun == .conversion
          ? dataset.conversions(in: week, platform: platform)
          : dataset.interactions(in: week, platform: platform)
      }
      let count = Int(nearest: counts.reduce(0) { $0 + ($1 ?? 0) })
      guard counts.allSatisfy({ $0 != nil }),
        let each = costPerEvent(cost: cost.amount, count: count), let value = each.value,
        let upper = each.upper
      else { continue }
      let key = section.figure(
        "platform.\(platform.rawValue).cost-per-result", .averageMoney(value),
        interval: (each.lower, upper), sample: Figure.SampleSize(count, results.noun),
        definition: .costPerResult)
      rows.append((Exhibit.Row(label: .platform(platform), platform: platform, value: key), value))
    }
    return rows.enumerated().sorted {
      ($0.element.value, $0.offset) < ($1.element.value, $1.offset)
    }
    .map(\.element.row)
  }

  /// What a result costs on each platform, where there is more than one to compare.
  func show(_ rows: [Exhibit.Row], in section: inout SectionDraft) {
    guard rows.count > 1 else { return }
    let arguments: [String: Statement.Argument] = [
      "result-word": .results(results.noun, "one"), "period": section.window(),
    ]
    section.exhibits.append(
      Exhibit(
        name: "cost-per-result", title: section.figureText("cost-per-result", "title"),
        unit: section.figureText("cost-per-result", "unit", arguments),
        caption: section.figureText("cost-per-result", "caption", arguments),
        data: .intervals(
          Exhibit.Intervals(rows: rows, reference: nil, isLogarithmic: false))))
  }
}

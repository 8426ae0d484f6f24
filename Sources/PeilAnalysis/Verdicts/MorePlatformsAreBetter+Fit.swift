import Calendars
import PeilModel

// How far the followers of each platform are those that the client wants to reach.
extension MorePlatformsAreBetter {
  /// A bar for each platform; one that tells no ages keeps its row and is named below.
  static func showFit(
    _ dataset: Dataset, _ period: ReportingPeriod, in section: inout SectionDraft
  ) {
    let measured = dataset.client.platforms.map { platform in
      (
        platform,
        TargetAudienceShare.measure(dataset, of: platform, until: period.month.lastDay)
      )
    }
    let known = measured.compactMap { platform, measured in
      measured.measurement.known?.number.map { (platform: platform, share: $0) }
    }
    guard !known.isEmpty else { return }
    var rows: [(row: Exhibit.Row, share: Double)] = []
    for (platform, audience) in measured {
      let key = section.figure(
        "platform.\(platform.rawValue).fit", audience.measurement.known, orElse: .notConnected,
        days: period.month.days, definition: TargetAudienceShare.definition,
        sources: audience.sources)
      rows.append(
        (
          Exhibit.Row(label: .platform(platform), platform: platform, value: key),
          audience.measurement.known?.number ?? -1
        ))
    }
    var arguments: [String: Statement.Argument] = [
      "ages": ages(of: dataset.client, in: &section), "month": .figure("period.month"),
    ]
    var title = "title-one"
    if let best = known.max(by: { $0.share < $1.share }) {
      arguments["platform"] = .platform(best.platform)
      arguments["share"] = .figure(section.key("platform.\(best.platform.rawValue).fit"), .whole)
      if known.count > 1 { title = "title" }
    }
    var exhibit = Exhibit(
      name: "fit", title: section.figureText("fit", title, arguments),
      unit: section.figureText("fit", "unit", arguments),
      caption: section.figureText("fit", "caption", arguments),
      data: .bars(rows.sorted { $0.share > $1.share }.map(\.row)))
    exhibit.sources = [.audience]
    exhibit.heads = [Statement("columns.platform"), section.figureText("fit", "in-target")]
    let silent = measured.filter { $0.1.measurement.known == nil }.map(\.0)
    if !silent.isEmpty {
      exhibit.remarks = [
        section.figureText(
          "fit", "no-data", ["platforms": .list(silent.map { .platform($0) })])
      ]
    }
    section.exhibits.append(exhibit)
  }

  /// The age groups of the target, which exports write with a hyphen.
  private static func ages(
    of client: Client, in section: inout SectionDraft
  ) -> Statement.Argument {
    .list(
      client.targetAges.enumerated().map { index, age in
        let range = String(age.map { $0 == "-" ? "–" : $0 })
        return .figure(section.figure("target-age.\(index + 1)", .name(range), definition: .name))
      })
  }
}

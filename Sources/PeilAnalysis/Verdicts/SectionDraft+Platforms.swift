import PeilModel
import Statistics

extension SectionDraft {
  /// The measure of the belief on each platform and over all, as rows of a chart.
  ///
  /// - Parameters:
  ///   - name: Of the figures, as in `m4.platform.instagram.ratio`.
  ///   - estimates: In the unit of the measure, over posts.
  mutating func platformRows(
    _ name: String, _ estimates: [(platform: Platform, estimate: Estimate)], overall: FigureKey,
    _ quantity: (Double) -> Quantity
  ) -> [Exhibit.Row] {
    var rows: [Exhibit.Row] = []
    for (platform, estimate) in estimates {
      let key = figure(
        "platform.\(platform.rawValue).\(name)", quantity(estimate.value),
        interval: (estimate.lower, estimate.upper),
        sample: Figure.SampleSize(estimate.sampleSize, .post))
      rows.append(Exhibit.Row(label: .platform(platform), platform: platform, value: key))
    }
    rows.append(Exhibit.Row(label: .phrase("figures.overall"), platform: nil, value: overall))
    return rows
  }

  /// Shows ratios by platform around 1; nothing with one platform, where both rows would be the same.
  ///
  /// - Parameters:
  ///   - posts: The figure of how many posts they are about.
  ///   - limit: The ratio from where on the belief holds.
  mutating func showRatios(_ rows: [Exhibit.Row], of posts: FigureKey, limit: Double) {
    guard rows.count > 2 else { return }
    let arguments: [String: Statement.Argument] = [
      "posts": .figure(posts, .counted), "period": window(),
    ]
    exhibits.append(
      Exhibit(
        name: "ratios", title: figureText("ratios", "title"),
        unit: figureText("ratios", "unit", arguments),
        caption: figureText("ratios", "caption", arguments),
        data: .intervals(
          Exhibit.Intervals(rows: rows, reference: 1, limit: limit, isLogarithmic: true))))
  }
}

extension TwoGroups {
  /// How far the second group's values lie above the first's.
  ///
  /// - Returns: `nil` where a group is too small for an interval.
  var shift: Estimate? { hodgesLehmann(strata: [self])?.estimate }
}

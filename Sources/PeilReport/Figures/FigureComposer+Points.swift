import Charts
import PeilAnalysis
import PeilModel

// Charts of single things: T6 and T9 of the catalogue.
extension FigureComposer {
  /// A dot a post in groups; the posts themselves stand in the table of all posts.
  func strips(_ strips: Exhibit.Strips, count: FigureKey) -> Drawing? {
    guard let first = strips.groups.first else { return nil }
    let axis =
      switch strips.scale {
      case .logarithmic: logarithmicAxis(like: first.median)
      case .ratio: self.axis(like: first.median, isLogarithmic: true)
      }
    let chart = StripPlot(
      groups: strips.groups.map { group in
        StripPlot.Group(
          text(group.label), values: group.values, median: datum(group.median),
          interval: interval(group.median), label: estimateText(group.median),
          named: group.outliers.map { outlier in
            StripPlot.Named(
              outlier.index, label: text(outlier.name),
              readout: text(
                Statement(
                  "figures.named-value",
                  ["name": .statement(outlier.name), "value": .figure(outlier.value)])))
          },
          tone: group.platform == nil ? .series(1) : tone(of: group.platform).0)
      }, axis: axis)
    let heads = [
      column("group", isNumeric: false), column("posts"), column("median"), column("low"),
      column("high"),
    ]
    let values = strips.groups.map { group in
      Statement.Argument.statement(
        Statement(
          "descriptions.strip-value", ["label": group.label, "value": .figure(group.median)]))
    }
    var drawing = Drawing(
      plot: { chart.plot($0) },
      description: writer.joined([
        Statement(
          "descriptions.strip",
          ["marks": .figure(count, .counted), "values": .list(values)]),
        Statement("descriptions.table-below"),
      ]),
      table: TableView(
        caption: SentenceView(text: ""), columns: heads,
        rows: strips.groups.map { group in
          TableView.Row(
            header: header(group.label),
            cells: [
              cell(group.median.sampleSize, under: heads[1]), cell(group.median, under: heads[2]),
              limit(group.median.low, of: group.median, under: heads[3]),
              limit(group.median.high, of: group.median, under: heads[4]),
            ])
        }))
    if chart.drawsDeciles { drawing.remarks = [writer.sentence("states.deciles")] }
    return drawing
  }

  /// Two measures against each other; a cloud of weeks has a table of its own.
  func cloud(_ cloud: Exhibit.Cloud, _ exhibit: Exhibit) -> Drawing? {
    guard let first = cloud.points.first else { return nil }
    let points = cloud.points.compactMap { point -> (Exhibit.Cloud.Point, x: Double, y: Double)? in
      guard let x = findings.ledger.number(point.x), let y = findings.ledger.number(point.y) else {
        return nil
      }
      return (point, x, y)
    }
    let isListed = first.time != nil
    let chart = Scatter(
      items: points.map { point, x, y in
        // Where nothing has to be told apart, small discs overlap less.
        let (tone, marker) =
          point.platform == nil ? (.series(1), .dot) : tone(of: point.platform)
        return Scatter.Item(
          x: x, y: y, tone: tone, marker: marker, key: isListed ? point.y.text : nil,
          name: point.name.map { text($0) },
          readout: point.name.map { readout(of: point, $0, cloud) })
      }, xAxis: axis(cloud.across, like: first.x), yAxis: axis(cloud.upward, like: first.y),
      xName: text(cloud.across.name), yName: text(cloud.upward.name),
      trend: cloud.trend.map { Scatter.TrendPoint(x: $0.x, y: $0.y) },
      note: cloud.note.map { text($0) }, xReferences: median(of: cloud.across),
      yReferences: median(of: cloud.upward),
      quarters: cloud.quarters.map { quarters in
        Scatter.Quarters(
          lowLow: text(quarters.lowLow), lowHigh: text(quarters.lowHigh),
          highLow: text(quarters.highLow), highHigh: text(quarters.highHigh))
      }, series: series(of: cloud.points))
    return Drawing(
      plot: { chart.plot($0) }, description: describe(cloud, points, exhibit),
      table: isListed ? table(of: cloud) : nil)
  }

  /// What a named point is, across and upward.
  private func readout(
    of point: Exhibit.Cloud.Point, _ name: Statement, _ cloud: Exhibit.Cloud
  ) -> ChartText {
    text(
      Statement(
        "figures.named-point",
        [
          "name": .statement(name), "across": .statement(cloud.across.name),
          "x": .figure(point.x), "upward": .statement(cloud.upward.name), "y": .figure(point.y),
        ]))
  }

  /// The platforms of a cloud, for the key above it; one needs no key.
  private func series(of points: [Exhibit.Cloud.Point]) -> [Scatter.Series] {
    let platforms = findings.client.platforms.filter { platform in
      points.contains { $0.platform == platform }
    }
    guard platforms.count > 1 else { return [] }
    return platforms.map { platform in
      let (tone, marker) = tone(of: platform)
      return Scatter.Series(text(.platform(platform)), tone: tone, marker: marker)
    }
  }

  private func axis(_ axis: Exhibit.Cloud.Axis, like key: FigureKey) -> ValueAxis {
    axis.isLogarithmic ? logarithmicAxis(like: key) : self.axis(like: key)
  }

  private func median(of axis: Exhibit.Cloud.Axis) -> [Charts.Reference] {
    axis.median.flatMap { findings.ledger.number($0) }.map {
      [Charts.Reference($0, label: text(.phrase("figures.median")), kind: .threshold)]
    } ?? []
  }

  private func describe(
    _ cloud: Exhibit.Cloud, _ points: [(Exhibit.Cloud.Point, x: Double, y: Double)],
    _ exhibit: Exhibit
  ) -> SentenceView {
    guard let left = points.min(by: { $0.x < $1.x }), let right = points.max(by: { $0.x < $1.x }),
      let lowest = points.min(by: { $0.y < $1.y }), let highest = points.max(by: { $0.y < $1.y })
    else { return SentenceView(text: "") }
    let place =
      switch exhibit.lookup {
      case .posts: "table-of-posts"
      case .exhibit: "table-above"
      case nil: "table-below"
      }
    return writer.joined([
      Statement(
        "descriptions.scatter",
        [
          "marks": .statement(noun("point", cloud.points.count, exhibit.marks)),
          "x": .statement(cloud.across.name), "x-lowest": .figure(left.0.x),
          "x-highest": .figure(right.0.x), "y": .statement(cloud.upward.name),
          "y-lowest": .figure(lowest.0.y), "y-highest": .figure(highest.0.y),
        ]), Statement("descriptions.\(place)"),
    ])
  }

  private func table(of cloud: Exhibit.Cloud) -> TableView {
    let heads =
      [column("week", isNumeric: false)]
      + [cloud.across, cloud.upward].map {
        TableView.Column(text: writer.sentence($0.name), isNumeric: true)
      }
    return TableView(
      caption: SentenceView(text: ""), columns: heads,
      rows: cloud.points.map { point in
        TableView.Row(
          header: point.time.map { header(time: $0) } ?? TableView.Cell(""),
          cells: [cell(point.x, under: heads[1]), cell(point.y, under: heads[2])])
      })
  }
}

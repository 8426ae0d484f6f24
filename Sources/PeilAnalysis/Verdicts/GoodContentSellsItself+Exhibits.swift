import PeilModel
import Statistics

// What belief 8 shows: quality against reach, and how unevenly engagement is spread.
extension GoodContentSellsItself.Evidence {
  /// A point for each post, divided at the medians.
  func showQuality(gem: (place: Int, day: FigureKey)?, in section: inout SectionDraft) {
    let shown = places.filter { all[$0].quality != nil }.sorted { all[$0].number < all[$1].number }
    guard shown.count >= Exhibit.Cloud.fewest,
      let quality = median(of: shown.compactMap { all[$0].quality }),
      let reach = median(of: shown.compactMap { all[$0].counts.reach.map(Double.init) })
    else { return }
    let count = section.figure(
      "posts-shown", .count(Double(shown.count), .post), definition: .posts)
    let thousand = section.constant("per-thousand", .count(1000, .none))
    let arguments: [String: Statement.Argument] = [
      "posts": .figure(count, .counted), "period": section.window(), "per-thousand": thousand,
    ]
    var points: [Exhibit.Cloud.Point] = []
    points.reserveCapacity(shown.count)
    for place in shown {
      let post = FigureKey.beginning(ofPost: all[place].number)
      points.append(
        Exhibit.Cloud.Point(
          platform: all[place].platform, x: FigureKey(post, "quality"),
          y: FigureKey(post, "reach"),
          name: gem.flatMap { gem in
            gem.place == place ? Statement("figures.date", ["date": .figure(gem.day)]) : nil
          }))
    }
    func text(_ name: String) -> Statement { section.figureText("quality", name) }
    var exhibit = Exhibit(
      name: "quality", title: section.title("quality"),
      unit: section.figureText("quality", "unit", arguments),
      caption: section.figureText("quality", "caption", arguments),
      data: .cloud(
        Exhibit.Cloud(
          points: points,
          across: Exhibit.Cloud.Axis(
            Statement("columns.quality"),
            median: section.figure(
              "median-quality", .ratio(quality),
              sample: Figure.SampleSize(shown.count, .post), definition: .postQuality)),
          upward: Exhibit.Cloud.Axis(
            Statement("columns.reach"), isLogarithmic: true,
            median: section.figure(
              "median-reach", .count(reach, .person),
              sample: Figure.SampleSize(shown.count, .post), definition: .organicReach)),
          quarters: Exhibit.Cloud.Quarters(
            lowLow: text("weak-unseen"), lowHigh: text("weak-seen"), highLow: text("strong-unseen"),
            highHigh: text("strong-seen")))))
    exhibit.lookup = .posts
    section.exhibits.append(exhibit)
  }

  /// The curve of Lorenz, with its tenths in the table.
  func show(_ top: TopFifth, in section: inout SectionDraft) {
    let spread = top.spread
    let count = Double(top.posts)
    let posts = section.figure(
      "posts-with-engagement", .count(count, .post), definition: .posts)
    let rows = (1...10).map { tenth -> Exhibit.Concentrated.Row in
      let part = Double(tenth) / 10
      return Exhibit.Concentrated.Row(
        things: section.figure(
          "spread.\(tenth).posts", .share(part), definition: .topShare),
        sum: section.figure(
          "spread.\(tenth).engagement",
          .share(max(0, 1 - (spread.share(ofTop: 1 - part) ?? 0))), definition: .topShare))
    }
    let arguments: [String: Statement.Argument] = [
      "posts": .figure(posts, .counted), "period": section.window(),
      "top-fifth": section.constant("top-fifth", .share(TopFifth.part)),
      "top-share": .figure(section.key("top-share")),
    ]
    let title = section.figureText("concentration", "title", arguments)
    var exhibit = Exhibit(
      name: "concentration", title: title,
      unit: section.figureText("concentration", "unit", arguments),
      caption: section.figureText("concentration", "caption", arguments),
      data: .concentrated(
        Exhibit.Concentrated(
          curve: spread.lorenz.enumerated().map { index, sum in
            Exhibit.Concentrated.Part(things: Double(index) / count, sum: sum)
          }, rows: rows,
          marked: Exhibit.Concentrated.Part(things: 1 - TopFifth.part, sum: 1 - top.share),
          label: title)))
    exhibit.remarks = [section.figureText("concentration", "equal")]
    section.exhibits.append(exhibit)
  }
}

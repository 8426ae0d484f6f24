import Calendars
import Glibc
import PeilModel
import Statistics

// What an organic post reaches, whether it changed, and whether fewer posts reach more: second measures of
// belief 2 with the steps that follow from them.
extension PaidIsTheOnlyWay {
  static func tellReach(
    _ dataset: Dataset, _ period: ReportingPeriod, in section: inout SectionDraft
  ) {
    let reach = OrganicReach(dataset, weeks: period.weeks)
    if let typical = reach.median { tell(typical, reach, dataset, period, in: &section) }
    tellPace(reach, dataset, period, in: &section)
    showPace(reach, dataset, period, in: &section)
    tellTopFifth(dataset, period, in: &section)
  }

  /// The median with its order-statistic interval, and the change since the weeks before.
  private static func tell(
    _ typical: MedianEstimate, _ reach: OrganicReach, _ dataset: Dataset,
    _ period: ReportingPeriod, in section: inout SectionDraft
  ) {
    let key = section.figure(
      "reach-per-post", .count(typical.median, .person),
      interval: typical.limits.map { ($0.interval.lower, $0.interval.upper) },
      sample: Figure.SampleSize(typical.sampleSize, .post), definition: .organicReach)
    guard typical.limits != nil else {
      section.lead.append(
        section.statement("lead-reach-without-interval", ["reach": .figure(key, .counted)]))
      return
    }
    var arguments: [String: Statement.Argument] = [
      "reach": .figure(key, .counted), "reach-low": .figure(key.low),
      "reach-high": .figure(key.high),
    ]
    guard let change = change(of: reach, dataset, period, in: &section) else {
      section.lead.append(section.statement("lead-reach-without-change", arguments))
      return
    }
    arguments["change"] = .statement(change)
    section.lead.append(section.statement("lead-reach", arguments))
  }

  /// The change since as many weeks before; said only when its interval excludes no change.
  private static func change(
    of reach: OrganicReach, _ dataset: Dataset, _ period: ReportingPeriod,
    in section: inout SectionDraft
  ) -> Statement? {
    let earlier = OrganicReach(dataset, weeks: period.weeksBefore)
    guard let ratio = reach.ratio(to: earlier.posts) else { return nil }
    let change = section.figure(
      "reach-change", .change(ratio.value - 1), interval: (ratio.lower - 1, ratio.upper - 1),
      sample: Figure.SampleSize(ratio.sampleSize, .post), definition: .organicReach)
    guard ratio.lower > 1 || ratio.upper < 1 else { return nil }
    let weeks = section.figure(
      "weeks-before", .count(Double(ReportingPeriod.windowLength), .week), definition: .window)
    return Statement(
      ratio.value > 1 ? "change.more-before" : "change.less-before",
      ["amount": .figure(change, .magnitude), "weeks": .figure(weeks, .counted)])
  }

  /// Fewer but better: only when posts of busy weeks certainly reach less.
  private static func tellPace(
    _ reach: OrganicReach, _ dataset: Dataset, _ period: ReportingPeriod,
    in section: inout SectionDraft
  ) {
    guard let pace = reach.byPace(period.weeks.map { dataset.postPlaces(in: $0.days).count }) else {
      return
    }
    section.figure(
      "reach-in-busy-weeks", .ratio(pace.ratio.value),
      interval: (pace.ratio.lower, pace.ratio.upper),
      sample: Figure.SampleSize(pace.ratio.sampleSize, .post), definition: .organicReach)
    for (name, posts) in [("quiet", pace.quiet), ("busy", pace.busy)] {
      guard let typical = median(of: posts.map(\.reach)) else { continue }
      section.figure(
        "reach-per-post-\(name)", .count(typical, .person),
        sample: Figure.SampleSize(posts.count, .post), definition: .organicReach)
    }
    let from = pace.busyPosts.rounded()
    let to = pace.quietPosts.rounded()
    guard pace.ratio.upper < 1, to >= 1, from > to else { return }
    section.next.append(
      section.statement(
        "next.fewer",
        [
          "from": .figure(
            section.figure("posts-in-busy-weeks", .count(from, .post), definition: .posts)),
          "to": .figure(
            section.figure("posts-in-quiet-weeks", .count(to, .post), definition: .posts)),
        ]))
  }

  /// A dot for each post, by how many posts its week had.
  private static func showPace(
    _ reach: OrganicReach, _ dataset: Dataset, _ period: ReportingPeriod,
    in section: inout SectionDraft
  ) {
    guard let paces = reach.paces(period.weeks.map { dataset.postPlaces(in: $0.days).count }) else {
      return
    }
    var groups: [Exhibit.Strips.Group] = []
    for (name, posts) in [
      ("few", paces.quiet), ("middle", paces.middle), ("many", paces.busy),
    ] {
      let group = section.strip(
        "pace.\(name)", label: .statement(section.figureText("reach", name)),
        dots: posts.map { dataset.dot(ofPostAt: $0.place, $0.reach) }, measure: "reach",
        { .count($0, .person) },
        definition: .organicReach)
      if let group { groups.append(group) }
    }
    guard groups.count > 1 else { return }
    let posts = section.figure(
      "posts-with-reach", .count(Double(reach.posts.count), .post), definition: .posts)
    let arguments: [String: Statement.Argument] = [
      "posts": .figure(posts, .counted), "period": section.window(),
    ]
    var exhibit = Exhibit(
      name: "reach", title: section.figureText("reach", "title"),
      unit: section.figureText("reach", "unit", arguments),
      caption: section.figureText("reach", "caption", arguments),
      data: .strips(Exhibit.Strips(groups: groups, scale: .logarithmic)))
    exhibit.lookup = .posts
    section.exhibits.append(exhibit)
  }

  /// Two follow-ups when a fifth of the posts gives most of the organic impressions.
  private static func tellTopFifth(
    _ dataset: Dataset, _ period: ReportingPeriod, in section: inout SectionDraft
  ) {
    let places = dataset.postPlaces(in: period.window).filter { dataset.posts[$0].isComparable }
    let displays = places.compactMap { dataset.posts[$0].counts.displays.map(Double.init) }
    guard let top = TopFifth(of: displays) else { return }
    section.figure(
      "top-share", .share(top.share), sample: Figure.SampleSize(top.posts, .post),
      definition: .topShare)
    guard top.share >= 0.6 else { return }
    guard let topic = BestTopic(places.map(dataset.wholePost)) else {
      section.next.append(section.statement("next.follow-up-without-topic"))
      return
    }
    section.next.append(
      section.statement(
        "next.follow-up",
        ["topic": .figure(section.figure("best-topic", .name(topic.name), definition: .name))]))
  }
}

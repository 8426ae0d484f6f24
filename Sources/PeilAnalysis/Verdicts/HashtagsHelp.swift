import Calendars
import PeilModel
import Statistics

/// Belief 5: if hashtags made everything better, posts with more of them would get more engagement.
///
/// Effect: Spearman's ρ between the number of hashtags and the engagement rate, within each platform, then
/// combined (weighted mean of Fisher's z).
enum HashtagsHelp: BeliefTest {
  static let belief = Belief.hashtagsHelp

  static let fewestPosts = 24
  static let fewestPerPlatform = 8
  static let fewestTagCounts = 3
  static let commonestShare = 0.8

  struct Evidence {
    let strata: [Stratum]
    let correlation: StratifiedRankCorrelation?
    let tags: Int
    let posts: Int
  }

  struct Stratum {
    let platform: Platform
    /// The places of its posts, among those of the dataset.
    let places: [Int]
    let counts: [Double]
    let rates: [Double]
  }

  static func test(_ dataset: Dataset, _ period: ReportingPeriod) -> (TestOutcome, Evidence) {
    let posts = dataset.posts
    let rated = dataset.engagementRates(in: period.window).posts
    let strata = dataset.client.platforms.map { platform in
      let own = rated.filter { posts[$0.place].platform == platform }
      let places = own.map(\.place)
      return Stratum(
        platform: platform, places: places,
        counts: dataset.hashtagCounts(ofPostsAt: places).map(Double.init), rates: own.map(\.rate))
    }.filter { $0.counts.count >= fewestPerPlatform }
    let correlation = stratifiedRankCorrelation(strata: strata.map { ($0.counts, $0.rates) })
    let counts = strata.flatMap(\.counts)
    let evidence = Evidence(
      strata: strata, correlation: correlation, tags: Int(counts.reduce(0, +)),
      posts: counts.count)

    let occurrences = Dictionary(grouping: counts, by: { $0 }).mapValues(\.count)
    let commonest = occurrences.values.max() ?? 0
    let outcome: TestOutcome
    if rated.isEmpty {
      outcome = .notTestable(MissingInput("engagement"))
    } else if counts.isEmpty, rated.count >= fewestPosts {
      let most = dataset.client.platforms.map { platform in
        rated.count { posts[$0.place].platform == platform }
      }.max()
      outcome = .tooLittleData(
        Shortfall("posts-per-platform", found: most ?? 0, needed: fewestPerPlatform, .post))
    } else if counts.count < fewestPosts {
      outcome = .tooLittleData(
        Shortfall("posts", found: counts.count, needed: fewestPosts, .post))
    } else if occurrences.count < fewestTagCounts
      || Double(commonest) > commonestShare * Double(counts.count)
    {
      outcome = .notTestable(MissingInput("hashtags", .noContrast))
    } else if let correlation {
      outcome = .effect(
        Effect(
          correlation.estimate, .post,
          platformsDisagree: correlation.heterogeneity.isDisagreement))
    } else {
      outcome = .notTestable(MissingInput("hashtags", .noContrast))
    }
    return (outcome, evidence)
  }
}

extension HashtagsHelp {
  static func tell(
    _ evidence: Evidence, _ verdict: Verdict, _ dataset: Dataset, _ period: ReportingPeriod,
    into section: inout SectionDraft
  ) {
    let thresholds = dataset.agency.thresholds[belief]
    let posts = section.figure(
      "posts", .count(Double(evidence.posts), .post), definition: .posts)
    switch verdict {
    case .notTestable: section.tellMissingInput()
    case .tooLittleData: section.tellShortfall()
    case .refuted(let effect), .holds(let effect), .mixed(let effect):
      let relation = section.figure(
        "relation", .correlation(effect.estimate), interval: (effect.low, effect.high),
        sample: effect.sampleSize)
      section.main = relation
      let isInverse = verdict.kind == .refuted && effect.high < 0
      section.headline = section.statement(
        isInverse ? "refuted-inverse" : verdict.kind.rawValue)
      section.lead = [
        section.statement(
          "lead",
          [
            "strength": .strength(of: effect.estimate), "relation": .figure(relation),
            "confidence": section.confidence(), "low": .figure(relation.low),
            "high": .figure(relation.high), "posts": .figure(posts, .counted),
          ])
      ]
      section.tellDisagreement(evidence.relations(relation, in: &section))
      evidence.show(dataset, in: &section)
      tellQuality(isInverse: isInverse, dataset, period, in: &section)
    }
    section.tellMethod(
      measure: section.statement(
        "how.measure",
        [
          "posts": .figure(posts, .counted), "period": section.window(),
          "engagement": dataset.engagement(period),
        ]),
      of: evidence.posts,
      rule: section.rule(thresholds), thresholds: dataset.agency.thresholds)
    if verdict.effect != nil { section.admit(dataset) }
  }
}

extension HashtagsHelp.Evidence {
  /// The relation on each platform and over all.
  fileprivate func relations(
    _ overall: FigureKey, in section: inout SectionDraft
  ) -> [Exhibit.Row] {
    section.platformRows(
      "relation",
      zip(strata, correlation?.strata ?? []).compactMap { stratum, correlation in
        correlation?.estimate.map { (stratum.platform, $0) }
      }, overall: overall, { .correlation($0) })
  }

  /// From so many hashtags to so many; the last without an end.
  private static let groups: [(from: Int, to: Int?)] = [
    (0, 0), (1, 2), (3, 5), (6, 10), (11, nil),
  ]

  /// A dot for each post by its number of hashtags, as a multiple of the typical post of its platform: rates
  /// of platforms with different denominators stand on one scale only so.
  fileprivate func show(_ dataset: Dataset, in section: inout SectionDraft) {
    let posts = strata.flatMap { stratum -> [(tags: Int, dot: SectionDraft.Dot)] in
      guard let typical = median(of: stratum.rates), typical > 0 else { return [] }
      return stratum.places.indices.map { index in
        (
          Int(stratum.counts[index]),
          dataset.dot(ofPostAt: stratum.places[index], stratum.rates[index] / typical)
        )
      }
    }
    var groups: [Exhibit.Strips.Group] = []
    for (from, to) in Self.groups {
      let own = posts.filter { $0.tags >= from && $0.tags <= to ?? .max }
      guard !own.isEmpty else { continue }
      let label =
        from == 0
        ? Statement("groups.no-hashtags")
        : Statement(
          to == nil ? "groups.or-more" : "groups.range",
          ["from": section.border(from), "to": section.border(to ?? from)])
      let group = section.strip(
        "tags-from-\(from)", label: .statement(label), dots: own.map(\.dot),
        measure: "rate", { .ratio($0) }, definition: .relativeEngagement)
      if let group { groups.append(group) }
    }
    guard groups.count > 1 else { return }
    let arguments: [String: Statement.Argument] = [
      "posts": .figure(section.key("posts"), .counted), "period": section.window(),
    ]
    var exhibit = Exhibit(
      name: "engagement", title: section.title("engagement"),
      unit: section.figureText("engagement", "unit", arguments),
      caption: section.figureText("engagement", "caption", arguments),
      data: .strips(Exhibit.Strips(groups: groups, scale: .ratio)))
    exhibit.lookup = .posts
    section.exhibits.append(exhibit)
  }
}

import Calendars
import Glibc
import PeilModel
import Statistics

/// Belief 8: if good content sold itself, good posts would reach as many people without anybody's help.
///
/// Effect: minus the logarithm of the ratio of reach, with distribution to without, among good posts,
/// within each platform. Good is an editor's score of 4 or 5 where posts are scored, else the upper third
/// of a platform by comments, shares and saves per person reached. Without logged actions the test is the
/// share of good posts that stayed below the platform's median reach.
enum GoodContentSellsItself: BeliefTest {
  static let belief = Belief.goodContentSellsItself

  static let fewestPosts = 24
  static let fewestOnOnePlatform = 6
  static let fewestGoodPosts = 12
  /// Of the fallback: a quarter of good posts below the usual reach.
  static let fallbackShare = 0.25
  /// Of the editor's five.
  static let fewestPoints = 4

  struct Evidence {
    let strata: [Stratum]
    /// How much further posts with distribution reach, on each of `strata`; empty where they were not compared.
    var shifts: [Estimate?] = []
    /// Of all good posts, how many stayed below their platform's median reach.
    let hidden: (count: Int, of: Int)
    let hiddenShare: Estimate?
    let isFallback: Bool
    /// Whether good is a score of the editor rather than the upper third.
    let isScored: Bool
    /// The places of good posts that stayed below their platform's median reach, among those of the dataset.
    let hiddenPlaces: [Int]
    /// The places of every post that is compared.
    let places: [Int]
    let all: [Dataset.DatedPost]

    /// The same as `hiddenPlaces`, the best post first.
    var hiddenFromBest: [Int] {
      hiddenPlaces.sorted {
        (all[$1].depth, all[$0].index) < (all[$0].depth, all[$1].index)
      }
    }

    /// Of every post that has them.
    var engagements: [Double] {
      places.compactMap { all[$0].counts.engagements.map(Double.init) }
    }

    var with: Int { strata.reduce(0) { $0 + $1.with.count } }
    var without: Int { strata.reduce(0) { $0 + $1.without.count } }
  }

  struct Stratum {
    let platform: Platform
    /// Logarithms of reach.
    let with: [Double]
    let without: [Double]
  }

  static func test(_ dataset: Dataset, _ period: ReportingPeriod) -> (TestOutcome, Evidence) {
    let all = dataset.posts
    let posts = dataset.postPlaces(in: period.window).filter {
      all[$0].isComparable && (all[$0].counts.reach ?? 0) > 0
    }
    var strata: [Stratum] = []
    var goodCount = 0
    var hiddenPlaces: [Int] = []
    var isScored = false
    for platform in dataset.client.platforms {
      let own = posts.filter { all[$0].platform == platform }
      let good = goodPosts(of: own, all)
      let usual = median(of: own.compactMap { all[$0].counts.reach.map(Double.init) }) ?? 0
      isScored = isScored || Self.isScored(own, all)
      goodCount += good.count
      hiddenPlaces += good.filter { Double(all[$0].counts.reach ?? 0) < usual }
      func reach(isDistributed: Bool) -> [Double] {
        good.filter { all[$0].isDistributed == isDistributed }
          .compactMap { all[$0].counts.reach.map { log(Double($0)) } }
      }
      strata.append(
        Stratum(
          platform: platform, with: reach(isDistributed: true),
          without: reach(isDistributed: false)))
    }
    let used = strata.filter { !$0.with.isEmpty && !$0.without.isEmpty }
    let groups = used.map { TwoGroups(from: $0.without, to: $0.with) }
    let shift = hodgesLehmann(strata: groups)?.estimate
    let isLogged = posts.contains { all[$0].isDistributed != nil }
    let hidden = hiddenPlaces.count
    let hiddenShare = proportion(successes: hidden, of: goodCount)
    var evidence = Evidence(
      strata: used, hidden: (hidden, goodCount),
      hiddenShare: hiddenShare, isFallback: !isLogged,
      isScored: isScored, hiddenPlaces: hiddenPlaces, places: posts, all: all)

    let outcome: TestOutcome
    if posts.isEmpty {
      outcome = .notTestable(MissingInput("reach"))
    } else if posts.count < fewestPosts {
      outcome = .tooLittleData(
        Shortfall("posts", found: posts.count, needed: fewestPosts, .post))
    } else if !isLogged {
      outcome = fallback(hiddenShare, good: goodCount)
    } else if evidence.with == 0 || evidence.without == 0 {
      outcome = .notTestable(MissingInput("distribution", .noContrast))
    } else if !used.contains(where: { min($0.with.count, $0.without.count) >= fewestOnOnePlatform })
    {
      let most = used.map { min($0.with.count, $0.without.count) }.max() ?? 0
      outcome = .tooLittleData(
        Shortfall("groups", found: most, needed: fewestOnOnePlatform, .post))
    } else if let shift, let turned = shift.transformed(by: { -$0 }) {
      evidence.shifts = groups.map(\.shift)
      let disagreement = shiftHeterogeneity(of: evidence.shifts)?.isDisagreement ?? false
      outcome = .effect(Effect(turned, .post, platformsDisagree: disagreement))
    } else {
      outcome = .notTestable(MissingInput("distribution", .noContrast))
    }
    return (outcome, evidence)
  }

  static func verdict(
    _ outcome: TestOutcome, _ evidence: Evidence, _ dataset: Dataset
  ) -> Verdict {
    guard evidence.isFallback else {
      return outcome.verdict(dataset.agency.thresholds[belief])
    }
    // The share of hidden good posts speaks against the belief, so it is turned to agree with it.
    return outcome.verdict(
      Thresholds.Pair(useless: 1 - fallbackShare, holds: 1 - fallbackShare))
  }

  private static func fallback(_ share: Estimate?, good: Int) -> TestOutcome {
    guard good >= fewestGoodPosts, let share, let turned = share.transformed(by: { 1 - $0 }) else {
      return .tooLittleData(
        Shortfall("good-posts", found: good, needed: fewestGoodPosts, .post))
    }
    return .effect(Effect(turned, .post))
  }

  /// Whether the editor scored at least half of some posts, so that the scores decide.
  private static func isScored(_ places: [Int], _ posts: [Dataset.DatedPost]) -> Bool {
    let scored = places.count { posts[$0].editorScore != nil }
    return scored > 0 && scored * 2 >= places.count
  }

  /// Scored 4 or 5 where the editor scored, else the upper third by deep engagement per person reached.
  private static func goodPosts(of places: [Int], _ posts: [Dataset.DatedPost]) -> [Int] {
    if isScored(places, posts) {
      return places.filter { (posts[$0].editorScore ?? 0) >= fewestPoints }
    }
    let depth = places.map { posts[$0].depth }
    guard let limit = quantile(2.0 / 3, of: depth) else { return [] }
    return zip(places, depth).filter { $0.1 > limit }.map(\.0)
  }
}

extension GoodContentSellsItself {
  static func tell(
    _ evidence: Evidence, _ verdict: Verdict, _ dataset: Dataset, _ period: ReportingPeriod,
    into section: inout SectionDraft
  ) {
    let with = section.figure(
      "posts-with", .count(Double(evidence.with), .post), definition: .posts)
    let without = section.figure(
      "posts-without", .count(Double(evidence.without), .post), definition: .posts)
    let posts = section.figure(
      "good-posts", .count(Double(evidence.hidden.of), .post), definition: .posts)
    let counts: [String: Statement.Argument] = [
      "with": .figure(with), "without": .figure(without), "posts": .figure(posts, .counted),
    ]
    switch verdict {
    case .notTestable: section.tellMissingInput()
    case .tooLittleData:
      section.tellShortfall(counts)
      evidence.showQuality(gem: nil, in: &section)
      if evidence.isFallback || evidence.with + evidence.without == 0 {
        section.headline.phrase = "m8.too-little-fallback"
      }
    case .refuted(let effect), .holds(let effect), .mixed(let effect):
      // What was posted in a crisis is not brought again.
      let crisis = section.ledger[Crisis.peak]?.days
      let hidden = evidence.hiddenFromBest
      let gem = hidden.first { crisis?.contains(evidence.all[$0].day) != true }.map { place in
        let day = section.figure(
          "hidden-gem.day", .day(evidence.all[place].day), definition: .day)
        return (place: place, day: day)
      }
      evidence.showQuality(gem: gem, in: &section)
      if evidence.isFallback {
        evidence.tellHidden(effect, verdict, posts, in: &section)
      } else {
        evidence.tellRatio(
          effect, verdict, counts, limit: exp(-dataset.agency.thresholds[belief].holds),
          in: &section)
      }
      if let top = TopFifth(of: evidence.engagements) {
        evidence.tell(top, in: &section)
        // One chart beside the first: of distribution where it can be compared, else of the best posts.
        if section.exhibits.count < 2 { evidence.show(top, in: &section) }
      }
      if let gem {
        // By its day and platform: its text may be long, or none.
        let name = section.statement(
          "post-name",
          [
            "date": .figure(gem.day), "platform": .platform(evidence.all[gem.place].platform),
          ])
        section.next.append(section.statement("next.again", ["post": .statement(name)]))
      }
      // Where posts found their audience without help, help is no advice.
      if verdict.kind != .holds { section.next.append(section.statement("next.approach")) }
      section.next.append(section.statement(evidence.isFallback ? "next.log" : "next.question"))
    }
    let thresholds = dataset.agency.thresholds[belief]
    let measure =
      evidence.isFallback
      ? "how.measure-fallback" : evidence.isScored ? "how.measure-scored" : "how.measure"
    section.tellMethod(
      measure: section.statement(
        measure,
        [
          "posts": .figure(posts, .counted), "period": section.window(),
          "score": section.constant("good-score", .count(Double(fewestPoints), .none)),
        ]), of: evidence.hidden.of,
      // Where nothing is measured, the formula is that of the comparison, and so is the rule.
      rule: evidence.isFallback && verdict.kind != .notTestable
        ? section.statement(
          "how.rule-fallback",
          ["useless": section.threshold("hidden-share", .share(fallbackShare))])
        : section.statement(
          "how.rule",
          ["tolerance": section.threshold("tolerance", .share(expm1(-thresholds.holds)))]),
      thresholds: dataset.agency.thresholds)
  }
}

extension GoodContentSellsItself.Evidence {
  fileprivate func tellRatio(
    _ effect: Effect, _ verdict: Verdict, _ counts: [String: Statement.Argument],
    limit: Double,
    in section: inout SectionDraft
  ) {
    // The effect is turned against the belief; the sentence says it the right way round.
    let key = section.figure(
      "ratio", .ratio(exp(-effect.estimate)), interval: (exp(-effect.high), exp(-effect.low)),
      sample: effect.sampleSize)
    section.main = key
    section.headline = section.statement(verdict.kind.rawValue, ["ratio": .figure(key)])
    section.lead = [
      section.statement(
        "lead",
        counts.merging([
          "ratio": .figure(key), "confidence": section.confidence(), "low": .figure(key.low),
          "high": .figure(key.high),
        ]) { $1 })
    ]
    let rows = section.platformRows(
      "ratio",
      zip(strata, shifts).compactMap { stratum, shift in
        shift?.transformed(by: exp).map { (stratum.platform, $0) }
      }, overall: key, { .ratio($0) })
    section.tellDisagreement(rows)
    section.showRatios(rows, of: section.key("good-posts"), limit: limit)
  }

  fileprivate func tellHidden(
    _ effect: Effect, _ verdict: Verdict, _ posts: FigureKey, in section: inout SectionDraft
  ) {
    let key = section.figure(
      "hidden-share", .share(1 - effect.estimate), interval: (1 - effect.high, 1 - effect.low),
      sample: effect.sampleSize, definition: .hiddenShare)
    let below = section.figure(
      "hidden-posts", .count(Double(hidden.count), .none), definition: .posts)
    section.main = key
    section.headline = section.statement(
      verdict.kind == .holds ? verdict.kind.rawValue : "\(verdict.kind.rawValue)-fallback",
      ["below": .figure(below), "posts": .figure(posts, .counted)])
    section.lead = [
      section.statement(
        // Of fewer than twenty a share is told in things.
        hidden.of < 20 ? "lead-fallback-few" : "lead-fallback",
        [
          "posts": .figure(posts, .counted), "below": .figure(below), "share": .figure(key),
          "confidence": section.confidence(), "low": .figure(key.low), "high": .figure(key.high),
        ])
    ]
  }
}

extension GoodContentSellsItself.Evidence {
  /// How much of all engagement the best fifth of the posts gave.
  fileprivate func tell(_ top: TopFifth, in section: inout SectionDraft) {
    let sample = Figure.SampleSize(top.posts, .post)
    let share = section.figure(
      "top-share", .share(top.share), sample: sample, definition: .topShare)
    section.figure("gini", .ratio(top.gini), sample: sample, definition: .topShare)
    section.lead.append(
      section.statement(
        "lead-top",
        [
          "top-fifth": section.constant("top-fifth", .share(TopFifth.part)),
          "top-share": .figure(share),
        ]))
  }
}

extension Dataset.DatedPost {
  /// Comments, shares and saves per person reached.
  fileprivate var depth: Double {
    Double(counts.deepEngagements ?? 0) / Double(max(1, counts.reach ?? 1))
  }
}

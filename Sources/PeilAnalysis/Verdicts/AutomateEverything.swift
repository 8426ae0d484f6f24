import Calendars
import Glibc
import PeilModel
import Statistics

/// Belief 4: if posts should be automated, automated posts would do no worse than posts by people.
///
/// Effect: the logarithm of the ratio of engagement rates, automated to human, compared within each
/// platform only (stratified Hodges–Lehmann). A post that a person wrote and a tool sent counts as human.
enum AutomateEverything: BeliefTest {
  static let belief = Belief.automateEverything

  static let knownShare = 0.9
  static let fewestOnOnePlatform = 6
  static let fewestOfEach = 12
  static let fewestInStratum = 3

  struct Evidence {
    /// Platforms with enough posts of both kinds to be compared.
    let strata: [Stratum]
    /// Every platform with a post of a known kind.
    let all: [Stratum]
    let shift: Estimate?
    /// On each of `strata`; empty where they were not compared.
    var shifts: [Estimate?] = []
    /// Of every kind, also unknown.
    let posts: [EngagementRates.Rated]

    var automated: Int { strata.reduce(0) { $0 + $1.automated.count } }
    var human: Int { strata.reduce(0) { $0 + $1.human.count } }
    var allAutomated: Int { all.reduce(0) { $0 + $1.automated.count } }
    var allHuman: Int { all.reduce(0) { $0 + $1.human.count } }
  }

  struct Stratum {
    let platform: Platform
    /// Logarithms of engagement rates.
    let human: [Double]
    let automated: [Double]
  }

  static func test(_ dataset: Dataset, _ period: ReportingPeriod) -> (TestOutcome, Evidence) {
    let posts = dataset.posts
    let rated = dataset.engagementRates(in: period.window).posts
    let all = dataset.client.platforms.compactMap { platform -> Stratum? in
      var (human, automated): ([Double], [Double]) = ([], [])
      for post in rated where posts[post.place].platform == platform {
        switch posts[post.place].authorship?.isAutomated {
        case true?: automated.append(log(post.rate))
        case false?: human.append(log(post.rate))
        case nil: continue
        }
      }
      guard !human.isEmpty || !automated.isEmpty else { return nil }
      return Stratum(platform: platform, human: human, automated: automated)
    }
    let strata = all.filter {
      $0.human.count >= fewestInStratum && $0.automated.count >= fewestInStratum
    }
    let groups = strata.map { TwoGroups(from: $0.human, to: $0.automated) }
    let shift = hodgesLehmann(strata: groups)?.estimate
    var evidence = Evidence(strata: strata, all: all, shift: shift, posts: rated)

    let outcome: TestOutcome
    let (automated, human) = (evidence.allAutomated, evidence.allHuman)
    let known = automated + human
    if rated.isEmpty {
      outcome = .notTestable(MissingInput("engagement"))
    } else if known == 0 {
      outcome = .notTestable(MissingInput("authorship"))
    } else if Double(known) < knownShare * Double(rated.count) {
      let needed = Int((knownShare * Double(rated.count)).rounded(.up))
      outcome = .tooLittleData(
        Shortfall("authorship", found: known, needed: needed, .post))
    } else if automated == 0 || human == 0 {
      outcome = .notTestable(MissingInput("authorship", .noContrast))
    } else if min(automated, human) < fewestOfEach {
      outcome = .tooLittleData(
        Shortfall("posts", found: min(automated, human), needed: fewestOfEach, .post))
    } else if min(evidence.automated, evidence.human) < fewestOfEach {
      outcome = .tooLittleData(
        Shortfall(
          "comparable-posts", found: min(evidence.automated, evidence.human),
          needed: fewestOfEach, .post))
    } else if !strata.contains(where: {
      min($0.human.count, $0.automated.count) >= fewestOnOnePlatform
    }) {
      let most = strata.map { min($0.human.count, $0.automated.count) }.max() ?? 0
      outcome = .tooLittleData(
        Shortfall("platform", found: most, needed: fewestOnOnePlatform, .post))
    } else if let shift {
      evidence.shifts = groups.map(\.shift)
      let disagreement = shiftHeterogeneity(of: evidence.shifts)?.isDisagreement ?? false
      outcome = .effect(Effect(shift, .post, platformsDisagree: disagreement))
    } else {
      outcome = .notTestable(MissingInput("authorship", .noContrast))
    }
    return (outcome, evidence)
  }
}

extension AutomateEverything {
  static func tell(
    _ evidence: Evidence, _ verdict: Verdict, _ dataset: Dataset, _ period: ReportingPeriod,
    into section: inout SectionDraft
  ) {
    // What is too little is told of all posts; what was compared, of those that could be.
    let (automatedCount, humanCount) =
      verdict.effect == nil
      ? (evidence.allAutomated, evidence.allHuman) : (evidence.automated, evidence.human)
    let automated = section.figure(
      "automated-posts", .count(Double(automatedCount), .post), definition: .posts)
    let human = section.figure(
      "posts-by-hand", .count(Double(humanCount), .post), definition: .posts)
    let posts = section.figure(
      "posts", .count(Double(automatedCount + humanCount), .post), definition: .posts)
    let counts: [String: Statement.Argument] = [
      "automated": .figure(automated), "by-hand": .figure(human),
    ]
    switch verdict {
    case .notTestable: section.tellMissingInput()
    case .tooLittleData:
      section.tellShortfall(
        counts.merging([
          "fewest": section.constant("stratum", .count(Double(fewestInStratum), .post))
        ]) { $1 })
      evidence.showPosts(evidence.all, dataset, period, in: &section)
    case .refuted(let effect), .holds(let effect), .mixed(let effect):
      let ratio = section.figure(
        "ratio", .ratio(exp(effect.estimate)), interval: (exp(effect.low), exp(effect.high)),
        sample: effect.sampleSize)
      section.main = ratio
      let less = section.figure(
        "difference", .change(exp(effect.estimate) - 1), definition: .automationRatio)
      section.headline = section.statement(
        verdict.kind.rawValue, ["less": .figure(less, .magnitude)])
      section.lead = [
        section.statement(
          "lead",
          counts.merging([
            "ratio": .figure(ratio), "confidence": section.confidence(),
            "low": .figure(ratio.low), "high": .figure(ratio.high),
          ]) { $1 })
      ]
      if verdict.kind == .refuted,
        let most = evidence.strata.max(by: {
          $0.automated.count < $1.automated.count
        })
      {
        let count = section.figure(
          "automated-on-platform", .count(Double(most.automated.count), .post),
          definition: .posts)
        section.next.append(
          section.statement(
            "next.by-hand",
            ["posts": .figure(count, .counted), "platform": .platform(most.platform)]))
      }
      tellReplies(evidence, dataset, period, in: &section)
      if verdict.kind == .holds {
        section.next.append(section.statement("next.routine-without-hours"))
      }
      section.next.append(section.statement("next.stop"))
      evidence.showPosts(evidence.strata, dataset, period, in: &section)
      section.tellDisagreement(
        evidence.show(
          ratio, limit: exp(dataset.agency.thresholds[belief].holds), in: &section))
    }
    section.tellMethod(
      measure: section.statement(
        "how.measure",
        [
          "posts": .figure(posts, .counted), "period": section.window(),
          "engagement": dataset.engagement(period),
        ]),
      of: automatedCount + humanCount,
      rule: section.statement(
        "how.rule",
        [
          "tolerance": section.threshold(
            "tolerance", .share(1 - exp(dataset.agency.thresholds[belief].holds)))
        ]), thresholds: dataset.agency.thresholds)
    if verdict.effect != nil { section.admit(dataset) }
  }
}

extension AutomateEverything.Evidence {
  /// The ratio on each platform and over all.
  fileprivate func show(
    _ overall: FigureKey, limit: Double, in section: inout SectionDraft
  ) -> [Exhibit.Row] {
    let rows = section.platformRows(
      "ratio",
      zip(strata, shifts).compactMap { stratum, shift in
        shift?.transformed(by: exp).map { (stratum.platform, $0) }
      }, overall: overall, { .ratio($0) })
    section.showRatios(rows, of: section.key("posts"), limit: limit)
    return rows
  }

  /// A dot for each post, by platform and way of posting.
  fileprivate func showPosts(
    _ strata: [AutomateEverything.Stratum], _ dataset: Dataset, _ period: ReportingPeriod,
    in section: inout SectionDraft
  ) {
    var groups: [Exhibit.Strips.Group] = []
    for stratum in strata {
      for (name, isAutomated) in [("by-hand", false), ("automated", true)] {
        let dots = posts.filter {
          dataset.posts[$0.place].authorship?.isAutomated == isAutomated
            && dataset.posts[$0.place].platform == stratum.platform
        }
        let way = section.figureText("engagement", name)
        let label =
          strata.count == 1
          ? way
          : Statement(
            "groups.on-platform",
            ["platform": .platform(stratum.platform), "group": .statement(way)])
        let group = section.strip(
          "\(stratum.platform.rawValue).\(name)", label: .statement(label),
          platform: stratum.platform, dots: dots.map { dataset.dot(ofPostAt: $0.place, $0.rate) },
          measure: "rate",
          { .share($0) }, definition: .engagementRate)
        if let group { groups.append(group) }
      }
    }
    guard groups.count > 1 else { return }
    let arguments: [String: Statement.Argument] = [
      "posts": .figure(section.key("posts"), .counted), "period": section.window(),
      "engagement": dataset.engagement(period),
    ]
    var exhibit = Exhibit(
      name: "engagement", title: section.title("engagement"),
      unit: section.figureText("engagement", "unit", arguments),
      caption: section.figureText("engagement", "caption", arguments),
      data: .strips(Exhibit.Strips(groups: groups, scale: .logarithmic)))
    exhibit.lookup = .posts
    section.exhibits.append(exhibit)
  }
}

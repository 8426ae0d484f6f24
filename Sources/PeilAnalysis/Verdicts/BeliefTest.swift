import PeilModel
import Statistics

/// How one belief is tested on a client's figures: the same in every month, so that its history can be
/// computed by the same rule.
protocol BeliefTest {
  /// What the test looked at, for sentences and charts.
  associatedtype Evidence

  static var belief: Belief { get }

  /// Gathers the evidence of a period and holds it against the gates.
  static func test(_ dataset: Dataset, _ period: ReportingPeriod) -> (TestOutcome, Evidence)

  /// Holds the outcome against the agency's thresholds, or a rule of the belief's own.
  static func verdict(_ outcome: TestOutcome, _ evidence: Evidence, _ dataset: Dataset) -> Verdict

  /// Puts the figures of the evidence into the ledger and says which sentences tell them.
  static func tell(
    _ evidence: Evidence, _ verdict: Verdict, _ dataset: Dataset, _ period: ReportingPeriod,
    into section: inout SectionDraft)
}

extension BeliefTest {
  static func verdict(
    _ outcome: TestOutcome, _ evidence: Evidence, _ dataset: Dataset
  ) -> Verdict {
    outcome.verdict(dataset.agency.thresholds[belief])
  }

  static func verdict(_ dataset: Dataset, _ period: ReportingPeriod) -> Verdict {
    let (outcome, evidence) = test(dataset, period)
    return verdict(outcome, evidence, dataset)
  }

  /// Tests the belief and tells what came of it, without its history.
  static func draft(
    _ dataset: Dataset, _ period: ReportingPeriod, taking ledger: inout Ledger
  ) -> SectionDraft {
    let (outcome, evidence) = test(dataset, period)
    let verdict = verdict(outcome, evidence, dataset)
    var draft = SectionDraft(belief, verdict, period, taking: &ledger)
    tell(evidence, verdict, dataset, period, into: &draft)
    return draft
  }
}

extension Belief {
  /// The test of the belief.
  var test: any BeliefTest.Type {
    switch self {
    case .followersAreSuccess: FollowersAreSuccess.self
    case .paidIsTheOnlyWay: PaidIsTheOnlyWay.self
    case .morePlatformsAreBetter: MorePlatformsAreBetter.self
    case .automateEverything: AutomateEverything.self
    case .hashtagsHelp: HashtagsHelp.self
    case .trafficIsTheGoal: TrafficIsTheGoal.self
    case .socialIsFree: SocialIsFree.self
    case .goodContentSellsItself: GoodContentSellsItself.self
    case .socialIsSeparate: SocialIsSeparate.self
    }
  }
}

extension Effect {
  init(_ estimate: Estimate, _ noun: Quantity.Noun, platformsDisagree: Bool = false) {
    self.init(
      estimate: estimate.value, low: estimate.lower, high: estimate.upper,
      sampleSize: Figure.SampleSize(estimate.sampleSize, noun),
      platformsDisagree: platformsDisagree)
  }
}

extension Heterogeneity {
  /// Whether platforms differ by more than chance allows: then no single verdict is told.
  var isDisagreement: Bool {
    Self.isDisagreement(inconsistency: inconsistency, pValue: pValue)
  }

  /// - Parameters:
  ///   - inconsistency: I², as a fraction.
  ///   - pValue: Of Cochran's Q.
  static func isDisagreement(inconsistency: Double, pValue: Double) -> Bool {
    inconsistency > 0.75 && pValue < 0.05
  }
}

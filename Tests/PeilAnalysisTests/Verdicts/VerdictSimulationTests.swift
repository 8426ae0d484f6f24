import Glibc
import PeilModel
import Statistics
import Testing

@testable import PeilAnalysis

/// How often the rule errs, on made-up data with a known truth: the shares of the report's specification for the
/// beliefs that have a table there, at most 4 % at the threshold for the others.
///
/// Seeded, so that a run is the same every time; the margin is three standard errors.
@Suite struct VerdictSimulationTests {
  private static let runs = 400

  private struct Shares {
    var refuted = 0.0
    var holds = 0.0
  }

  /// The verdicts of made-up data, by the default thresholds.
  private func shares(
    _ belief: Belief, _ label: String, _ effect: (inout SplitMix64) -> Estimate?
  ) -> Shares {
    var random = SplitMix64(label: "verdict/\(belief.code)/\(label)")
    var shares = Shares()
    for _ in 0..<Self.runs {
      guard let estimate = effect(&random) else { continue }
      let verdict = TestOutcome.effect(Effect(estimate, .post))
        .verdict(Thresholds.standard(for: belief))
      switch verdict.kind {
      case .refuted: shares.refuted += 1 / Double(Self.runs)
      case .holds: shares.holds += 1 / Double(Self.runs)
      case .mixed, .tooLittleData, .notTestable: break
      }
    }
    return shares
  }

  private func isAtMost(_ found: Double, _ share: Double) -> Bool {
    found <= share + 3 * (share * (1 - share) / Double(Self.runs)).squareRoot()
  }

  private func isAbout(_ found: Double, _ share: Double) -> Bool {
    abs(found - share) <= 0.015 + 4 * (share * (1 - share) / Double(Self.runs)).squareRoot()
  }

  /// A normal pair whose rank correlation is ρ.
  private func pair(_ rho: Double, _ random: inout SplitMix64) -> (Double, Double) {
    let r = 2 * sin(rho * .pi / 6)
    let x = random.normal()
    return (x, r * x + (1 - r * r).squareRoot() * random.normal())
  }

  /// Weeks, ρ, and the shares of 3.4.
  @Test(
    arguments: [
      (13, 0.0, 0.40, 0.02), (13, 0.5, 0.02, 0.33), (26, 0.0, 0.74, 0.01), (26, 0.5, 0.02, 0.52),
      (26, 0.7, 0.0, 0.92), (52, 0.0, 0.97, 0.0), (52, 0.5, 0.02, 0.50), (52, 0.7, 0.0, 0.99),
    ])
  func `followers`(_ weeks: Int, _ rho: Double, _ refuted: Double, _ holds: Double) {
    let found = shares(.followersAreSuccess, "\(weeks)/\(rho)") { random in
      let pairs = (0..<weeks).map { _ in pair(rho, &random) }
      return detrendedRankCorrelation(pairs.map(\.0), pairs.map(\.1))?.correlation.estimate
    }
    #expect(isAbout(found.refuted, refuted), "\(found)")
    #expect(isAbout(found.holds, holds), "\(found)")
  }

  /// Posts on each platform, ρ, and the shares of 3.4.
  @Test(
    arguments: [
      ([24], 0.0, 0.14, 0.02), ([24], 0.2, 0.03, 0.13), ([60], 0.0, 0.33, 0.03),
      ([60], 0.4, 0.0, 0.89), ([40, 40, 40], -0.2, 0.99, 0.0), ([40, 40, 40], 0.0, 0.56, 0.01),
      ([40, 40, 40], 0.4, 0.0, 0.99),
    ])
  func `hashtags`(_ posts: [Int], _ rho: Double, _ refuted: Double, _ holds: Double) {
    let found = shares(.hashtagsHelp, "\(posts)/\(rho)") { random in
      stratifiedRankCorrelation(
        strata: posts.map { count in
          let pairs = (0..<count).map { _ in pair(rho, &random) }
          return (pairs.map(\.0), pairs.map(\.1))
        })?.estimate
    }
    #expect(isAbout(found.refuted, refuted), "\(found)")
    #expect(isAbout(found.holds, holds), "\(found)")
  }

  /// Two groups on two platforms whose ratio is known; rates spread by a factor of about two.
  private func shift(
    _ sizes: (Int, Int), _ ratio: Double, _ random: inout SplitMix64
  ) -> Estimate? {
    hodgesLehmann(
      strata: [0.0, 1.0].map { level in
        TwoGroups(
          from: (0..<sizes.0).map { _ in level + 0.5 * random.normal() },
          to: (0..<sizes.1).map { _ in level + log(ratio) + 0.5 * random.normal() })
      })?.estimate
  }

  @Test func `automation at its thresholds and far from them`() {
    let edge = shares(.automateEverything, "edge") { shift((12, 12), 1, &$0) }
    #expect(isAtMost(edge.refuted, 0.04), "\(edge)")
    let tolerated = shares(.automateEverything, "tolerated") { shift((12, 12), 0.8, &$0) }
    #expect(isAtMost(tolerated.holds, 0.04), "\(tolerated)")
    let worse = shares(.automateEverything, "worse") { shift((25, 15), 0.4, &$0) }
    #expect(worse.refuted > 0.95)
    let better = shares(.automateEverything, "better") { shift((25, 15), 1.6, &$0) }
    #expect(better.holds > 0.95)
  }

  @Test func `content at its thresholds and far from them`() {
    func turned(_ sizes: (Int, Int), _ ratio: Double, _ random: inout SplitMix64) -> Estimate? {
      shift(sizes, ratio, &random)?.transformed { -$0 }
    }
    let edge = shares(.goodContentSellsItself, "edge") { turned((12, 12), 1, &$0) }
    #expect(isAtMost(edge.refuted, 0.04), "\(edge)")
    let tolerated = shares(.goodContentSellsItself, "tolerated") { turned((12, 12), 1.25, &$0) }
    #expect(isAtMost(tolerated.holds, 0.04), "\(tolerated)")
    let doubled = shares(.goodContentSellsItself, "doubled") { turned((25, 15), 2, &$0) }
    #expect(doubled.refuted > 0.95)
    let alike = shares(.goodContentSellsItself, "less") { turned((40, 40), 0.8, &$0) }
    #expect(alike.holds > 0.9)
  }

  /// Weekly impressions whose expected paid share is known.
  private func paidShare(_ share: Double, _ random: inout SplitMix64) -> Estimate? {
    let pairs = (0..<13).map { _ in
      let all = 10_000 * exp(0.4 * random.normal())
      // Noise on the logit would move the mean; it is spread evenly around the share instead.
      let part = min(0.999, max(0.001, share + (random.double() - 0.5) * 0.16))
      return (all * part, all)
    }
    return ratioOfSums(numerators: pairs.map(\.0), denominators: pairs.map(\.1), scale: .logit)
  }

  @Test func `paid visibility at its thresholds and far from them`() {
    let edge = shares(.paidIsTheOnlyWay, "edge") { paidShare(0.75, &$0) }
    #expect(isAtMost(edge.refuted, 0.04), "\(edge)")
    let high = shares(.paidIsTheOnlyWay, "high") { paidShare(0.90, &$0) }
    #expect(isAtMost(high.holds, 0.04), "\(high)")
    #expect(shares(.paidIsTheOnlyWay, "half") { paidShare(0.5, &$0) }.refuted > 0.95)
  }

  /// The lowest of two platforms, both at a quotient that is known.
  @Test(arguments: [(0.5, "edge"), (0.15, "low"), (0.95, "even")])
  func `more platforms`(_ quotient: Double, _ label: String) {
    let found = shares(.morePlatformsAreBetter, label) { random in
      var result: [Double] = []
      var all: [Double] = []
      var effort: [Double] = []
      var total: [Double] = []
      for _ in 0..<13 {
        let work = 4 * exp(0.2 * random.normal())
        let other = 4 * exp(0.2 * random.normal())
        effort.append(work)
        total.append(work + other)
        // Result shares q/2 and 1 − q/2 for equal work.
        let own = 20 * quotient * exp(0.3 * random.normal())
        result.append(own)
        all.append(own + 20 * (2 - quotient) * exp(0.3 * random.normal()))
      }
      return shareQuotient(
        result: result, of: all, effort: effort, of: total,
        confidence: .percent95.shared(among: 2))
    }
    switch label {
    case "edge": #expect(isAtMost(found.refuted, 0.04) && isAtMost(found.holds, 0.04), "\(found)")
    case "low": #expect(found.refuted > 0.95, "\(found)")
    default: #expect(found.holds > 0.95, "\(found)")
    }
  }

  /// Conversions that rise by a known power of sessions, with more spread than chance.
  private func elasticity(_ truth: Double, _ random: inout SplitMix64) -> Estimate? {
    let sessions = (0..<26).map { _ in 1000 * exp(0.4 * random.normal()) }
    let conversions = sessions.map { sessions in
      (40 * pow(sessions / 1000, truth) * exp(0.2 * random.normal())).rounded()
    }
    return quasiPoissonSlope(of: conversions, on: sessions)?.elasticity
  }

  @Test func `traffic at its thresholds and far from them`() {
    let edge = shares(.trafficIsTheGoal, "edge") { elasticity(0.5, &$0) }
    #expect(isAtMost(edge.refuted, 0.04), "\(edge)")
    let none = shares(.trafficIsTheGoal, "none") { elasticity(0, &$0) }
    #expect(isAtMost(none.holds, 0.04) && none.refuted > 0.9, "\(none)")
    #expect(shares(.trafficIsTheGoal, "one") { elasticity(1, &$0) }.holds > 0.95)
  }

  /// Conversations of which a known part stays with the team.
  private func ownShare(_ part: Double, _ random: inout SplitMix64) -> Estimate? {
    let own = (0..<120).count { _ in random.double() < part }
    return proportion(successes: own, of: 120)
  }

  @Test func `discipline at its thresholds and far from them`() {
    let edge = shares(.socialIsSeparate, "edge") { ownShare(0.8, &$0) }
    #expect(isAtMost(edge.refuted, 0.04), "\(edge)")
    let high = shares(.socialIsSeparate, "high") { ownShare(0.9, &$0) }
    #expect(isAtMost(high.holds, 0.04), "\(high)")
    #expect(shares(.socialIsSeparate, "half") { ownShare(0.5, &$0) }.refuted > 0.95)
    #expect(shares(.socialIsSeparate, "nearly all") { ownShare(0.98, &$0) }.holds > 0.8)
  }
}

extension SplitMix64 {
  /// A standard normal value, by the quantile of a uniform one.
  fileprivate mutating func normal() -> Double {
    Normal.quantile(max(double(), 0x1p-54)) ?? 0
  }
}

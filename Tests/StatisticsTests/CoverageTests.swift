import Glibc
import Statistics
import Testing

/// How often intervals hold the truth, on made-up data with a known truth.
///
/// Expected shares from the design's own simulations in Python (600 to 4,000 runs each). Seeded, so
/// that a run is the same every time; the margin is two standard errors of both simulations.
@Suite struct CoverageTests {
  private static let runs = 600

  private func share(_ label: String, _ holds: (inout SplitMix64) -> Bool?) -> Double {
    var random = SplitMix64(label: "coverage/\(label)")
    var hits = 0
    var misses = 0
    for _ in 0..<Self.runs {
      switch holds(&random) {
      case true?: hits += 1
      case false?: misses += 1
      case nil: break
      }
    }
    return Double(hits) / Double(max(1, hits + misses))
  }

  @Test(
    arguments: [
      ("8 + 8", [(8, 8)], 0.949), ("20 + 6 and 5 + 18", [(20, 6), (5, 18)], 0.950),
      ("4 + 4 and 3 + 5", [(4, 4), (3, 5)], 0.939),
    ] as [(String, [(Int, Int)], Double)])
  func `a stratified shift holds the true one`(
    _ name: String, sizes: [(Int, Int)], expected: Double
  ) {
    let truth = 0.6
    let found = share("shift/\(name)") { random in
      let strata = sizes.enumerated().map { platform, size in
        TwoGroups(
          from: (0..<size.0).map { _ in Double(platform) * 2 + random.normal() },
          to: (0..<size.1).map { _ in Double(platform) * 2 + truth + random.normal() })
      }
      return hodgesLehmann(strata: strata)?.estimate.interval.contains(truth)
    }
    #expect(abs(found - expected) < 0.025)
  }

  @Test func `a shift is not pulled to zero by unbalanced platforms`() {
    var random = SplitMix64(label: "bias")
    let shifts = (0..<200).compactMap { _ in
      hodgesLehmann(
        strata: [(20, 6, 0.0), (5, 18, 3.0)].map { m, n, level in
          TwoGroups(
            from: (0..<m).map { _ in level + random.normal() },
            to: (0..<n).map { _ in level + 0.6 + random.normal() })
        })?.estimate.value
    }
    #expect(abs((mean(of: shifts) ?? 0) - 0.6) < 0.07)
  }

  @Test(arguments: [(12, 0.955), (26, 0.960)])
  func `a rank correlation holds the true one`(_ size: Int, expected: Double) {
    // Spearman's ρ of a normal pair with Pearson's r: 6/π · asin(r/2).
    let r = 0.5
    let truth = 6 / Double.pi * asin(r / 2)
    let found = share("spearman/\(size)") { random in
      let x = (0..<size).map { _ in random.normal() }
      let y = x.map { r * $0 + (1 - r * r).squareRoot() * random.normal() }
      return spearman(x, y)?.interval.contains(truth)
    }
    #expect(abs(found - expected) < 0.025)
  }

  /// By Thompson's formula: 1 − 2 · 79/4096 for twelve values.
  @Test func `a median holds the true one whatever the tails`() {
    let found = share("median") { random in
      medianInterval(of: (0..<12).map { _ in exp(1.5 * random.normal()) })?
        .limits?.interval.contains(1)
    }
    #expect(abs(found - 0.961) < 0.025)
  }

  @Test(arguments: [(8, 0.940), (13, 0.938), (26, 0.954)])
  func `a share of impressions holds the true one with weeks as units`(
    _ weeks: Int, expected: Double
  ) {
    // The share differs from week to week, and busy weeks are paid weeks: E[paid]/E[all].
    let level = 2.0
    let truth = exp(0.5 * 0.36) * level / (exp(0.5 * 0.36) * level + exp(0.5 * 0.25))
    let found = share("share/\(weeks)") { random in
      let paid = (0..<weeks).map { _ in level * exp(0.6 * random.normal()) }
      let organic = (0..<weeks).map { _ in exp(0.5 * random.normal()) }
      return ratioOfSums(
        numerators: paid, denominators: zip(paid, organic).map { $0 + $1 }, scale: .logit)?
        .interval.contains(truth)
    }
    #expect(abs(found - expected) < 0.025)
  }

  /// The design warns of this, and the report therefore shows medians.
  @Test func `a bootstrap mean of few skewed values holds the true one too seldom`() throws {
    let table = try #require(ResampleTable(sampleSize: 12, resamples: 500, label: "coverage/mean"))
    let truth = exp(0.5)
    let found = share("mean") { random in
      bootstrapMean(of: (0..<12).map { _ in exp(random.normal()) }, table: table)?
        .estimate.interval.contains(truth)
    }
    #expect(abs(found - 0.84) < 0.04)
  }

  /// Not in the design; by theory at least 95 %: 97.5 % for a mean of five.
  @Test func `a rate of independent events holds the true one`() {
    let found = share("rate") { random in
      var count = 0
      var time = -log(1 - random.double())
      while time < 5 {
        count += 1
        time -= log(1 - random.double())
      }
      return countRate(count, over: 1)?.interval.contains(5)
    }
    #expect(found >= 0.945)
  }

  /// Not in the design; by theory about 95 %.
  @Test func `an elasticity holds the true one although weeks vary more than chance`() {
    let found = share("elasticity") { random in
      let sessions = (0..<26).map { _ in 1000 * exp(0.3 * random.normal()) }
      let conversions = sessions.map { sessions in
        // Overdispersed: rounded log-normal noise around one per fifty sessions.
        (sessions / 50 * exp(0.35 * random.normal())).rounded()
      }
      return quasiPoissonSlope(of: conversions, on: sessions)?.elasticity.interval.contains(1)
    }
    #expect(abs(found - 0.95) < 0.025)
  }
}

extension SplitMix64 {
  /// A standard normal value, by the quantile of a uniform one.
  fileprivate mutating func normal() -> Double {
    Normal.quantile(max(double(), 0x1p-54)) ?? 0
  }
}

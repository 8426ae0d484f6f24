import Statistics
import Testing

/// Expected numbers from scipy 1.17.1: `ppf`, `cdf` and `sf` of norm, t, chi2, beta, binom, poisson,
/// and `special.betainc` for the negative binomial.
@Suite struct DistributionTests {
  @Test(
    arguments: [
      (1e-300, -37.0470962993612), (1e-20, -9.262340089798409), (1e-05, -4.264890793922825),
      (0.01, -2.3263478740408408), (0.074, -1.4466320671589785), (0.076, -1.4325027208258116),
      (0.3, -0.5244005127080409), (0.5, 0.0), (0.7, 0.5244005127080407),
      (0.925, 1.4395314709384563), (0.999, 3.090232306167813), (0.9999999999, 6.361340889697422),
      (0, nil), (1, nil), (-0.1, nil), (.nan, nil),
    ] as [(Double, Double?)])
  func `normal quantiles hold in both tails and where the formulas meet`(
    _ p: Double, expected: Double?
  ) {
    #expect(isClose(Normal.quantile(p), expected, within: 1e-14))
  }

  @Test(
    arguments: [
      (1, 0.975, 12.706204736174694, 0.8307469726696672),
      (1, 1e-06, -318309.8861827435, 0.8307469726696672),
      (2, 0.9, 1.8856180831641272, 0.8843832868992144),
      (3, 0.5, 0.0, 0.906154679223295),
      (0.5, 0.99, 1028.4910104716198, 0.7599324350421153),
      (11, 0.995, 3.1058065155392804, 0.9414017906765614),
      (25.5, 0.025, -2.057492834327876, 0.9493507198227703),
      (99, 1e-09, -6.605517608957048, 0.9538646451267556),
      (1000, 0.975, 1.9623390808264083, 0.9552790565203799),
      (99999, 0.975, 1.9599877077718442, 0.9554329823601198),
      (100001, 0.975, 1.9599877072973786, 0.9554329823912171),
      (1e9, 0.9, 1.2815515663911852, 0.9554345370859703),
    ] as [(Double, Double, Double, Double)])
  func `t goes both ways from few to very many degrees of freedom`(
    _ degrees: Double, p: Double, quantile: Double, below17: Double
  ) {
    let t = StudentT(degreesOfFreedom: degrees)
    #expect(isClose(t?.quantile(p), quantile))
    #expect(isClose(t?.cumulative(1.7), below17))
  }

  @Test(
    arguments: [
      (1, 0.95, 3.841458820694124, 0.2942661043049598),
      (1, 1e-06, 1.5707963267957187e-12, 0.2942661043049598),
      (2, 0.5, 1.386294361119891, 0.33287108369807955),
      (0.3, 0.01, 5.84836724040317e-14, 0.19891413058215127),
      (30, 0.999999, 82.044143136957, 0.3225420969345646),
      (424, 0.025, 368.84224801622736, 0.07595076966068172),
      (10000.0, 0.5, 9999.333341235144, 3.6183295580964682e-12),
      (200000.0, 0.975, 201241.48328154747, 2.655400479372958e-206),
      (4000000.0, 0.025, 3994458.2792516043, 0.0),
      (1e12, 0.975, 1000002771809.543, 0.0),
    ] as [(Double, Double, Double, Double)])
  func `chi-square goes both ways from a fraction of a degree to very many`(
    _ degrees: Double, p: Double, quantile: Double, tail: Double
  ) {
    let chiSquare = ChiSquare(degreesOfFreedom: degrees)
    #expect(isClose(chiSquare?.quantile(p), quantile))
    #expect(isClose(chiSquare?.upperTail(degrees * 1.1), tail))
  }

  @Test(
    arguments: [
      (0.5, 0.5, 0.1, 0.024471741852423214), (1, 1, 0.3, 0.3),
      (2, 3, 0.999, 0.9359618608971666), (200, 1, 0.025, 0.9817246596448638),
      (0.01, 5, 0.9, 3.3308179949666207e-06), (5000, 7000, 0.975, 0.4255001381713336),
      (2e6, 3e6, 0.025, 0.39957063135388876), (3, 2e8, 0.5, 1.337030141238381e-08),
      (2e8, 3, 0.5, 0.9999999866296986),
    ] as [(Double, Double, Double, Double)])
  func `beta quantiles hold where each of the three formulas is used`(
    _ alpha: Double, beta: Double, p: Double, expected: Double
  ) {
    #expect(isClose(Beta(alpha: alpha, beta: beta)?.quantile(p), expected))
  }

  @Test(
    arguments: [
      (10, 0.5, 3, 0.171875), (1000, 0.5, 470, 0.031011597549181716),
      (100000, 0.5, 50300, 0.9713183964058865), (20, 0.01, 0, 0.8179069375972309),
      (20, 0.99, 19, 0.1820930624027693), (5, 0.2, 5, 1.0), (5, 0.2, -1, 0.0),
      (7, 0.0, 3, 1.0), (7, 1.0, 3, 0.0),
    ] as [(Int, Double, Int, Double)])
  func `binomial counts up to a number of successes`(
    _ trials: Int, probability: Double, successes: Int, expected: Double
  ) {
    let binomial = Binomial(trials: trials, probability: probability)
    #expect(isClose(binomial?.cumulative(successes), expected))
  }

  @Test(
    arguments: [
      (3.0, 0, 1.0), (0.0, 10, 0.0), (4.0, 40, 3.0063477381244435e-26),
      (5.0, 5, 0.5595067149347879), (900.0, 1000, 0.0005499022657117818),
      (1001000.0, 1000000, 0.8413447863683402),
    ] as [(Double, Double, Double)])
  func `the Poisson tail includes the count itself`(
    _ mean: Double, count: Double, expected: Double
  ) {
    #expect(isClose(Poisson(mean: mean)?.probability(ofAtLeast: count), expected))
  }

  @Test func `a Poisson tail of millions is approximate`() {
    #expect(
      isClose(
        Poisson(mean: 2_995_000)?.probability(ofAtLeast: 3_000_000), 0.0019374877746265525,
        within: 1e-6))
  }

  @Test(
    arguments: [
      (3.142857142857143, 12.285714285714286, 16, 0.010481266679620257),
      (2.0, 2.5, 10, 0.0004932497375232004), (50.0, 900.0, 200, 0.0007320221706936086),
      (4000.0, 100000.0, 5000, 0.001540193854480435),
      (2.0, 2.0000001, 12, 1.3646167219279596e-06),
    ] as [(Double, Double, Double, Double)])
  func `the negative binomial tail has the spread it was given`(
    _ mean: Double, variance: Double, count: Double, expected: Double
  ) {
    let distribution = NegativeBinomial(mean: mean, variance: variance)
    #expect(isClose(distribution?.probability(ofAtLeast: count), expected, within: 1e-7))
  }

  /// By the limits: Γ(a) → ∞ as a → 0, so that all of the distribution is at zero.
  @Test func `parameters next to nothing have a limit`() {
    for tiny in [0x1p-1074, 1e-300, 1e-200] {
      #expect(isClose(Poisson(mean: 0.75)?.probability(ofAtLeast: tiny), 1, within: 1e-12))
      #expect(ChiSquare(degreesOfFreedom: tiny)?.upperTail(1) ?? 1 < 1e-12)
      #expect(Beta(alpha: tiny, beta: 2)?.cumulative(0.5) == 1)
      #expect(isClose(Beta(alpha: tiny, beta: tiny)?.cumulative(0.3), 0.5))
    }
  }

  @Test func `parameters that make no distribution make none`() {
    for bad in [0, -1, Double.nan, .infinity] {
      #expect(StudentT(degreesOfFreedom: bad) == nil)
      #expect(ChiSquare(degreesOfFreedom: bad) == nil)
      #expect(Beta(alpha: bad, beta: 1) == nil)
      #expect(Beta(alpha: 1, beta: bad) == nil)
    }
    for bad in [-1, Double.nan, .infinity] { #expect(Poisson(mean: bad) == nil) }
    #expect(Binomial(trials: -1, probability: 0.5) == nil)
    #expect(Binomial(trials: 1, probability: .nan) == nil)
    #expect(NegativeBinomial(mean: 2, variance: 2) == nil)
    #expect(NegativeBinomial(mean: 2, variance: .infinity) == nil)
  }
}

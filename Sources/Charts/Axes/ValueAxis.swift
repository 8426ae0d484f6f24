import Glibc

/// What the values of an axis are and how its ticks read.
public struct ValueAxis: Sendable {
  public enum Kind: Hashable, Sendable {
    /// Any measure.
    case amount
    /// Whole things: no tick lies between two whole numbers.
    case count
    /// Parts of `whole`: when a value comes near the whole, the axis ends there.
    case share(whole: Double)
    /// Times as much, on a logarithmic scale around 1, with ticks at powers of two.
    case ratio
    /// A measure over several orders of magnitude, on a logarithmic scale.
    case logarithmic
  }

  public var kind: Kind
  /// The finished texts of all ticks of the axis at once, so that they share decimals and unit.
  ///
  /// Gets the ticks in ascending order and returns as many texts.
  public var tickTexts: @Sendable ([Double]) -> [String]

  public init(_ kind: Kind, tickTexts: @escaping @Sendable ([Double]) -> [String]) {
    self.kind = kind
    self.tickTexts = tickTexts
  }

  /// Where every tick's text follows from its value alone.
  public init(_ kind: Kind, label: @escaping @Sendable (Double) -> String) {
    self.init(kind, tickTexts: { $0.map(label) })
  }

  public var isLogarithmic: Bool { kind == .ratio || kind == .logarithmic }
}

extension ValueAxis {
  /// `value` when the axis can show it: finite, and above zero on a logarithmic axis.
  func drawn(_ value: Double?) -> Double? {
    guard let value, value.isFinite, value.magnitude < 1e290, !isLogarithmic || value > 0
    else { return nil }
    return value
  }

  /// Whether zero belongs to the axis.
  enum Zero {
    /// Bars, areas, bullets: a length that does not begin at zero lies.
    case always
    /// Lines and dots: when the lowest value is below 40 % of the highest.
    case byData
  }

  /// The ticks and the domain for some values.
  struct Resolved: Equatable {
    let domain: ClosedRange<Double>
    /// With their texts, in ascending order.
    let ticks: [(value: Double, text: String)]
    let isLogarithmic: Bool

    func scale(from start: Double, to end: Double) -> Scale {
      Scale(domain, from: start, to: end, kind: isLogarithmic ? .logarithmic : .linear)
    }

    var hasZero: Bool { !isLogarithmic && domain.contains(0) }

    static func == (left: Resolved, right: Resolved) -> Bool {
      left.domain == right.domain && left.isLogarithmic == right.isLogarithmic
        && left.ticks.elementsEqual(right.ticks, by: ==)
    }
  }

  /// - Parameters:
  ///   - values: What must lie on the axis. Those that are not finite, and on a logarithmic axis
  ///     those that are not above zero, are left out.
  ///   - isLoose: The first and last tick enclose the values. Otherwise the domain is that of the
  ///     values with a margin, and only ticks inside it are kept.
  /// - Returns: `nil` when no value is left.
  func resolved(
    for values: [Double], zero: Zero, target: Int, isLoose: Bool = true
  ) -> Resolved? {
    let values = values.compactMap(drawn)
    guard let low = values.min(), let high = values.max() else { return nil }
    let limit = target + 2
    switch kind {
    case .ratio:
      return resolved(ratioTicks(from: low, to: high, limit: limit) ?? [0.5, 1, 2])
    case .logarithmic:
      let loose = resolved(logarithmicTicks(from: low, to: high, limit: limit) ?? [1, 10])
      return isLoose ? loose : tightLogarithmic(low, high, limit) ?? loose
    case .share(let whole) where low >= 0 && high <= whole && high >= 0.8 * whole:
      let ends = zero == .always || low < 0.4 * high ? (0, whole) : (low, whole)
      return resolved(
        linearTicks(ends.0, ends.1, target).filter { $0 <= whole * (1 + 1e-9) })
    case .share, .amount, .count:
      break
    }

    var (bottom, top) = (low, high)
    if zero == .always || bottom == top || isNearZero(low, high) {
      (bottom, top) = (min(bottom, 0), max(top, 0))
    }
    if kind == .count, max(bottom.magnitude, top.magnitude) < 6 {
      let first = Int(bottom.rounded(.down))
      let last = max(Int(top.rounded(.up)), first + 1)
      return resolved((first...last).map(Double.init))
    }
    guard isLoose else { return tight(bottom, top, target) }
    return shallowDip(bottom, top, target) ?? resolved(linearTicks(bottom, top, target))
  }

  /// The axis from zero up, with room for values that lie just below it: a whole step for them would leave
  /// much of the frame empty.
  private func shallowDip(_ low: Double, _ high: Double, _ target: Int) -> Resolved? {
    guard low < 0, high > 0 else { return nil }
    let ticks = linearTicks(0, high, target)
    let step = ticks[1] - ticks[0]
    guard -low <= step / 4 else { return nil }
    return Resolved(
      domain: (low - step / 20)...ticks[ticks.count - 1],
      ticks: Array(zip(ticks, tickTexts(ticks))), isLogarithmic: false)
  }

  /// The lower end is below 40 % of the higher one, or they lie on both sides of zero.
  private func isNearZero(_ low: Double, _ high: Double) -> Bool {
    if low >= 0 { return low < 0.4 * high }
    if high <= 0 { return high > 0.4 * low }
    return true
  }

  /// The best ticks that read well: steps of a nice number, multiples of their own step (so that
  /// zero is one of them when it lies on the axis), at most two more than `target`.
  private func linearTicks(
    _ low: Double, _ high: Double, _ target: Int, isLoose: Bool = true
  ) -> [Double] {
    let numbers: [Double] = kind == .count ? [1, 5, 2] : [1, 5, 2, 2.5]
    for target in stride(from: target, to: 1, by: -1) {
      if let ticks = wilkinsonTicks(
        from: low, to: high, target: target, isLoose: isLoose, niceNumbers: numbers),
        (2...target + 2).contains(ticks.count), readWell(ticks, numbers)
      {
        return ticks
      }
    }
    return heckbertTicks(from: low, to: high, target: target)
  }

  /// The algorithm also skips nice numbers, which gives steps of 4 or 15, and begins between them.
  private func readWell(_ ticks: [Double], _ numbers: [Double]) -> Bool {
    let step = ticks[1] - ticks[0]
    let size = pow(10, log10(step * (1 + 1e-9)).rounded(.down))
    guard numbers.contains(where: { ($0 * size - step).magnitude < size * 1e-6 }),
      kind != .count || step > 0.5
    else { return false }
    return ticks.allSatisfy { tick in
      let steps = tick / step
      return (steps - steps.rounded()).magnitude < 1e-6
    }
  }

  private func resolved(_ ticks: [Double]) -> Resolved {
    let texts = tickTexts(ticks)
    return Resolved(
      domain: ticks[0]...ticks[ticks.count - 1], ticks: Array(zip(ticks, texts)),
      isLogarithmic: isLogarithmic)
  }

  /// As `tight`, on a logarithmic axis; `nil` when fewer than two ticks lie among the values.
  private func tightLogarithmic(_ low: Double, _ high: Double, _ limit: Int) -> Resolved? {
    let margin = pow(high / low, 0.04)
    guard margin > 1, margin.isFinite else { return nil }
    let domain = (low / margin)...(high * margin)
    for count in [3 * limit, limit] {
      let ticks = (logarithmicTicks(from: low, to: high, limit: count) ?? [])
        .filter(domain.contains)
      if (2...limit).contains(ticks.count) {
        return Resolved(
          domain: domain, ticks: Array(zip(ticks, tickTexts(ticks))), isLogarithmic: true)
      }
    }
    return nil
  }

  /// The domain is that of the values and 4 % on either side.
  private func tight(_ low: Double, _ high: Double, _ target: Int) -> Resolved {
    guard low < high else { return resolved(linearTicks(low, high, target)) }
    let margin = (high - low) * 0.04
    let domain = (low - (low == 0 ? 0 : margin))...(high + (high == 0 ? 0 : margin))
    let ticks = linearTicks(low, high, target, isLoose: false).filter(domain.contains)
    return Resolved(
      domain: domain, ticks: Array(zip(ticks, tickTexts(ticks))), isLogarithmic: false)
  }
}

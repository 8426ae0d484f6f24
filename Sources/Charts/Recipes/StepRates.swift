/// What part of each step reaches the next one, as bars with intervals in the order of the steps (T8).
///
/// Rates of steps can be compared; the counts that a funnel draws fall so fast that its last steps
/// cannot be seen.
public struct StepRates: Sendable {
  public struct Step: Sendable {
    /// From what to what.
    public var name: ChartText
    public var rate: Datum?
    public var interval: ClosedRange<Double>?
    /// What the strip shows.
    public var readout: ChartText?

    public init(
      _ name: ChartText, rate: Datum?, interval: ClosedRange<Double>? = nil,
      readout: ChartText? = nil
    ) {
      self.name = name
      self.rate = rate
      self.interval = interval
      self.readout = readout
    }
  }

  /// First to last.
  public var steps: [Step]
  public var tone: Tone
  /// Stands where a rate is missing.
  public var missing: ChartText
  public var axis: ValueAxis

  public init(
    steps: [Step], tone: Tone = .series(1), missing: ChartText = ChartText("–"), axis: ValueAxis
  ) {
    self.steps = steps
    self.tone = tone
    self.missing = missing
    self.axis = axis
  }

  /// - Returns: `nil` when no step has a rate.
  public func plot(_ size: Plot.Size) -> Plot? {
    RankedBars(
      rows: steps.map {
        RankedBars.Row(
          $0.name, value: $0.rate, interval: $0.interval, tone: tone, readout: $0.readout)
      }, isSorted: false, missing: missing, axis: axis
    ).plot(size)
  }
}

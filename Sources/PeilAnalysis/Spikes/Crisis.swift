import PeilModel

/// The spike of the month as figures of the ledger, for the summary and for section 9.
struct Crisis {
  static let peak: FigureKey = "crisis.peak"

  private let ledger: Ledger

  /// `nil` in a month without one.
  init?(_ ledger: Ledger) {
    guard ledger[Self.peak] != nil else { return nil }
    self.ledger = ledger
  }

  /// Puts the figures of a spike into the ledger.
  static func add(_ spike: MessageSpike, to ledger: inout Ledger) {
    let days = spike.first...spike.last
    func add(_ name: String, _ quantity: Quantity, sample: Figure.SampleSize? = nil) {
      ledger.add(
        Figure(
          FigureKey("crisis.\(name)"), .known(quantity), definition: .spike, sampleSize: sample,
          days: days))
    }
    if spike.first < spike.last { add("days", .days(days)) }
    add("peak", .day(spike.peak))
    add("messages", .count(Double(spike.messages), .message))
    if let times = spike.times { add("times", .ratio(times)) }
    if spike.total > 0 {
      add(
        "answered", .share(Double(spike.answered) / Double(spike.total)),
        sample: Figure.SampleSize(spike.total, .message))
    }
    if let median = spike.median { add("median", .duration(median * 3600)) }
  }

  /// The box: what came in, how much more than usual, and what was answered.
  var alerts: [Statement] {
    let isAnswered = ledger["crisis.answered"] != nil && ledger["crisis.median"] != nil
    var alerts = [
      statement(isAnswered ? "summary.crisis" : "summary.crisis-without-answers")
    ]
    if ledger["crisis.days"] != nil {
      alerts.append(Statement("summary.crisis-days", ["days": .figure("crisis.days")]))
    }
    return alerts
  }

  /// A sentence about the spike; one that needs the usual number says so when there is none.
  func statement(_ phrase: String) -> Statement {
    guard ledger["crisis.times"] != nil else {
      return Statement("summary.crisis-from-nothing", arguments)
    }
    return Statement(phrase, arguments)
  }

  private var arguments: [String: Statement.Argument] {
    [
      "date": .figure(Self.peak), "messages": .figure("crisis.messages", .counted),
      "times": .figure("crisis.times"), "answered": .figure("crisis.answered", .whole),
      "median": .figure("crisis.median"),
    ]
  }
}

/// How long something was waited for: until it came, or until the watching stopped.
public enum ObservedTime: Hashable, Sendable {
  /// It came after this time.
  case event(after: Double)
  /// It had not come after this time; nobody knows how much longer it takes.
  case censored(after: Double)

  public var time: Double {
    switch self {
    case .event(let time), .censored(let time): time
    }
  }

  public var isEvent: Bool {
    switch self {
    case .event: true
    case .censored: false
    }
  }
}

/// How many events and how many left unfinished at one moment, and how many were waited for just
/// before.
struct RiskTable {
  let rows: [Row]

  struct Row {
    let time: Double
    let events: Int
    let atRisk: Int
    /// Of the second group, where there are two.
    let eventsInSecond: Int
    let atRiskInSecond: Int
  }

  /// - Returns: Rows in the order of time. `nil` without times, or when one is negative or not finite.
  init?(_ first: [ObservedTime], second: [ObservedTime] = []) {
    var all: [(time: Double, isEvent: Bool, isSecond: Bool)] = []
    all.reserveCapacity(first.count + second.count)
    for (group, isSecond) in [(first, false), (second, true)] {
      for observed in group {
        guard observed.time >= 0, observed.time.isFinite else { return nil }
        all.append((observed.time, observed.isEvent, isSecond))
      }
    }
    guard !all.isEmpty else { return nil }
    all.sort { $0.time < $1.time }
    var rows: [Row] = []
    var atRiskInSecond = second.count
    var start = 0
    while start < all.count {
      var events = 0
      var eventsInSecond = 0
      var leavingSecond = 0
      var end = start
      while end < all.count, all[end].time == all[start].time {
        if all[end].isEvent { events += 1 }
        if all[end].isSecond {
          leavingSecond += 1
          if all[end].isEvent { eventsInSecond += 1 }
        }
        end += 1
      }
      rows.append(
        Row(
          time: all[start].time, events: events, atRisk: all.count - start,
          eventsInSecond: eventsInSecond, atRiskInSecond: atRiskInSecond))
      atRiskInSecond -= leavingSecond
      start = end
    }
    self.rows = rows
  }
}

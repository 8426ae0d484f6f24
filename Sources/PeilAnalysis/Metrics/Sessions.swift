import Calendars
import PeilModel

/// Visits to the client's site that came from its platforms.
///
/// Visits without consent are not measured, and a share in a chat arrives as direct traffic: it is a
/// lower bound. Unknown when no traffic file covers the days.
enum Sessions: Metric {
  static let name = "sessions"

  static func measure(_ dataset: Dataset, over days: ClosedRange<Day>) -> Measured {
    guard dataset.coversTraffic(days) else { return .unknown(.notConnected) }
    let visits = dataset.traffic(in: days).filter { $0.sessions != nil }
    let sum = visits.reduce(0) { $0 + ($1.sessions ?? 0) }
    return .known(.count(Double(sum), .session), from: visits.map(\.source))
  }
}

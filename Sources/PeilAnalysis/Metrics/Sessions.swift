import Calendars
import PeilModel

/// Visits to the client's site that came from its platforms.
///
/// Visits without consent are not measured, and a share in a chat arrives as direct traffic: it is a
/// lower bound. Unknown when no traffic file covers the days or none has sessions.
enum Sessions: Metric {
  static let definition = Definition.sessions

  static func measure(_ dataset: Dataset, over days: ClosedRange<Day>) -> Measured {
    guard dataset.coversTraffic(days) else { return .unknown(dataset.absenceOfTraffic(days)) }
    let all = dataset.traffic(in: days)
    let visits = all.lazy.filter { $0.sessions != nil }
    guard all.isEmpty || !visits.isEmpty else { return .unknown(.notOffered) }
    let sum = visits.reduce(0) { $0 + Double($1.sessions ?? 0) }
    return .known(.count(sum, .session), from: visits.map(\.source))
  }
}

import Calendars
import PeilModel

/// What the client counts as a result of a visit from its platforms: orders, requests, bookings.
///
/// By last click before the visit, unless the export says otherwise. Unknown when no traffic file covers
/// the days or none has conversions.
enum Conversions: Metric {
  static let definition = Definition.conversions

  static func measure(_ dataset: Dataset, over days: ClosedRange<Day>) -> Measured {
    guard dataset.coversTraffic(days) else { return .unknown(dataset.absenceOfTraffic(days)) }
    let visits = dataset.traffic(in: days)
    let counted = visits.lazy.filter { $0.conversions != nil }
    guard visits.isEmpty || !counted.isEmpty else { return .unknown(.notOffered) }
    let sum = counted.reduce(0) { $0 + ($1.conversions ?? 0) }
    return .known(.count(sum.rounded(), .conversion), from: counted.map(\.source))
  }
}

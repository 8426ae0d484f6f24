import Calendars
import PeilModel

/// What the client counts as a result of a visit from its platforms: orders, requests, bookings.
///
/// By last click before the visit, unless the export says otherwise. Unknown when no traffic file covers
/// the days or none has conversions.
enum Conversions: Metric {
  static let definition = Definition.conversions

  static func measurement(_ dataset: Dataset, over days: ClosedRange<Day>) -> Figure.Measurement {
    guard dataset.coversTraffic(days) else { return .unknown(dataset.absenceOfTraffic(days)) }
    let visits = dataset.visits
    var sum = 0.0
    var isCounted = dataset.visitPlaces(in: days).isEmpty
    for place in dataset.visitPlaces(in: days) {
      guard let conversions = visits[place].conversions else { continue }
      sum += conversions
      isCounted = true
    }
    return isCounted ? .known(.count(sum.rounded(), .conversion)) : .unknown(.notOffered)
  }

  static func sources(_ dataset: Dataset, over days: ClosedRange<Day>) -> [SourceExtent] {
    let visits = dataset.visits
    return SourceExtent.covering(
      dataset.visitPlaces(in: days).compactMap {
        visits[$0].conversions == nil ? nil : visits[$0].source
      })
  }
}

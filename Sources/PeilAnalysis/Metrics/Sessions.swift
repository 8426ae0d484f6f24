import Calendars
import PeilModel

/// Visits to the client's site that came from its platforms.
///
/// Visits without consent are not measured, and a share in a chat arrives as direct traffic: it is a
/// lower bound. Unknown when no traffic file covers the days or none has sessions.
enum Sessions: Metric {
  static let definition = Definition.sessions

  static func measurement(_ dataset: Dataset, over days: ClosedRange<Day>) -> Figure.Measurement {
    guard dataset.coversTraffic(days) else { return .unknown(dataset.absenceOfTraffic(days)) }
    let visits = dataset.visits
    var sum = 0.0
    var isCounted = dataset.visitPlaces(in: days).isEmpty
    for place in dataset.visitPlaces(in: days) {
      guard let sessions = visits[place].sessions else { continue }
      sum += Double(sessions)
      isCounted = true
    }
    return isCounted ? .known(.count(sum, .session)) : .unknown(.notOffered)
  }

  static func sources(_ dataset: Dataset, over days: ClosedRange<Day>) -> [SourceExtent] {
    let visits = dataset.visits
    return SourceExtent.covering(
      dataset.visitPlaces(in: days).compactMap {
        visits[$0].sessions == nil ? nil : visits[$0].source
      })
  }
}

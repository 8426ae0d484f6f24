import Calendars
import PeilModel
import Statistics

/// Conversions per visit of each platform, held against all other platforms together.
///
/// Formula: Σ conversions ÷ Σ sessions; the ratio to the rest with the score interval of two counts. More
/// visits of the wrong people lower it. Fractions of conversions, as web statistics give them, are rounded.
struct ConversionRate {
  let platform: Platform
  let sessions: Double
  let conversions: Double
  let rate: Estimate?
  /// The rate of all other platforms together; `nil` without visits there.
  let otherRate: Double?
  /// How many times the rate of the others; `nil` when it cannot be told.
  let ratio: OpenEstimate?

  static func all(_ dataset: Dataset, in days: ClosedRange<Day>) -> [ConversionRate] {
    guard dataset.coversTraffic(days) else { return [] }
    let visits = dataset.visits
    let places = dataset.visitPlaces(in: days).filter {
      visits[$0].sessions != nil && visits[$0].conversions != nil
    }
    func sum(_ places: [Int]) -> (sessions: Double, conversions: Double) {
      places.reduce((0, 0)) {
        ($0.0 + Double(visits[$1].sessions ?? 0), $0.1 + (visits[$1].conversions ?? 0))
      }
    }
    let total = sum(places)
    return dataset.client.platforms.compactMap { platform in
      let own = sum(places.filter { visits[$0].platform == platform })
      guard own.sessions > 0 else { return nil }
      let rest = (
        sessions: total.sessions - own.sessions, conversions: total.conversions - own.conversions
      )
      let count = Int(nearest: own.conversions)
      return ConversionRate(
        platform: platform, sessions: own.sessions, conversions: own.conversions,
        rate: countRate(count, over: own.sessions),
        otherRate: rest.sessions > 0 ? rest.conversions / rest.sessions : nil,
        ratio: countRateRatio(
          (count: count, exposure: own.sessions),
          to: (count: Int(nearest: rest.conversions), exposure: rest.sessions)))
    }
  }
}

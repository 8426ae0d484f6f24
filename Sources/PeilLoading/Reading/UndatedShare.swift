import Calendars
import PeilModel

/// A part of an audience in a file that does not say of which month it is.
struct UndatedShare: Sendable {
  let platform: Platform
  let dimension: String
  let segment: String
  let share: Double
  let source: SourceRecord

  func share(in month: Month) -> AudienceShare {
    AudienceShare(
      month: month, platform: platform, dimension: dimension, segment: segment, share: share,
      source: source)
  }
}

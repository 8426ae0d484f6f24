import Calendars
import PeilModel

// What a client's data are sorted by. The record comes last, so that the order of files does not matter.

struct PostOrder: Comparable {
  let time: Instant
  let platform: Platform
  let id: String

  static func < (a: PostOrder, b: PostOrder) -> Bool {
    if a.time != b.time { return a.time < b.time }
    return (a.platform, a.id) < (b.platform, b.id)
  }
}

struct MomentOrder: Comparable {
  let time: Instant
  let source: SourceRecord

  static func < (a: MomentOrder, b: MomentOrder) -> Bool {
    a.time == b.time ? a.source < b.source : a.time < b.time
  }
}

/// Records about a day, of one platform or of none.
struct RecordOrder: Comparable {
  let day: Day
  let platform: Platform?
  let source: SourceRecord

  init(_ day: Day, _ platform: Platform?, _ source: SourceRecord) {
    self.day = day
    self.platform = platform
    self.source = source
  }

  static func < (a: RecordOrder, b: RecordOrder) -> Bool {
    if a.day != b.day { return a.day < b.day }
    if let a = a.platform, let b = b.platform, a != b { return a < b }
    return a.source < b.source
  }
}

struct SeriesOrder: Comparable {
  let day: Day
  let platform: Platform
  let measure: DailyValue.Measure
  let source: SourceRecord

  static func < (a: SeriesOrder, b: SeriesOrder) -> Bool {
    (a.day, a.platform, a.measure, a.source) < (b.day, b.platform, b.measure, b.source)
  }
}

struct AudienceOrder: Comparable {
  let month: Month
  let platform: Platform
  let dimension: String
  let source: SourceRecord

  static func < (a: AudienceOrder, b: AudienceOrder) -> Bool {
    (a.month, a.platform, a.dimension, a.source) < (b.month, b.platform, b.dimension, b.source)
  }
}

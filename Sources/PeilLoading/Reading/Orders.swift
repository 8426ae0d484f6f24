import Calendars
import PeilModel

// What a client's data are sorted by. The record comes last, so that the order of files does not matter. Elements are
// told by their places: one with texts in it would be copied to be looked at.

extension [Post] {
  /// By time, platform and id.
  func isBefore(_ a: Int, _ b: Int) -> Bool {
    if self[a].publishedAt != self[b].publishedAt {
      return self[a].publishedAt < self[b].publishedAt
    }
    return (self[a].platform, self[a].id) < (self[b].platform, self[b].id)
  }
}

extension [Conversation] {
  func isBefore(_ a: Int, _ b: Int) -> Bool {
    self[a].receivedAt == self[b].receivedAt
      ? self[a].source < self[b].source : self[a].receivedAt < self[b].receivedAt
  }
}

extension FollowerCount {
  /// A number that rises with the day, and on one day with the platform.
  var rank: Int { day.rank(of: platform) }
}

extension TrafficDay {
  /// A number that rises with the day, and on one day with the platform.
  var rank: Int { day.rank(of: platform) }
}

extension Day {
  fileprivate func rank(of platform: Platform) -> Int { daysSince1970 * 16 + platform.place }
}

extension [CostEntry] {
  /// By the first day.
  func isBefore(_ a: Int, _ b: Int) -> Bool {
    self[a].days.lowerBound == self[b].days.lowerBound
      ? self[a].source < self[b].source : self[a].days.lowerBound < self[b].days.lowerBound
  }
}

extension [AdResult] {
  /// By the first day.
  func isBefore(_ a: Int, _ b: Int) -> Bool {
    self[a].days.lowerBound == self[b].days.lowerBound
      ? self[a].source < self[b].source : self[a].days.lowerBound < self[b].days.lowerBound
  }
}

extension [DailyValue] {
  /// By day, platform and measure.
  func isBefore(_ a: Int, _ b: Int) -> Bool {
    if self[a].day != self[b].day { return self[a].day < self[b].day }
    if self[a].platform < self[b].platform { return true }
    if self[b].platform < self[a].platform { return false }
    return self[a].measure == self[b].measure
      ? self[a].source < self[b].source : self[a].measure < self[b].measure
  }
}

extension [AudienceShare] {
  /// By month, platform and dimension.
  func isBefore(_ a: Int, _ b: Int) -> Bool {
    if self[a].month != self[b].month { return self[a].month < self[b].month }
    if self[a].platform < self[b].platform { return true }
    if self[b].platform < self[a].platform { return false }
    return self[a].dimension == self[b].dimension
      ? self[a].source < self[b].source : self[a].dimension < self[b].dimension
  }
}

import Calendars
import PeilModel

extension ClientData {
  /// The same records in an order that does not depend on the files, without impossible counts.
  ///
  /// A count below zero, one that no platform could reach and a number that is none are unknown, as if the
  /// field had been blank.
  var ordered: ClientData {
    var data = self
    data.posts = posts.map { post in
      var post = post
      post.counts.dropImpossible()
      return post
    }.sorted { ($0.publishedAt, $0.platform, $0.id) < ($1.publishedAt, $1.platform, $1.id) }
    data.followers = followers.filter { Int?($0.followers).possible != nil }
      .sorted { ($0.day, $0.platform) < ($1.day, $1.platform) }
    data.traffic = traffic.map { visits in
      var visits = visits
      visits.sessions = visits.sessions.possible
      visits.engagedSessions = visits.engagedSessions.possible
      visits.conversions = visits.conversions.flatMap { (0...largestCount).contains($0) ? $0 : nil }
      return visits
    }.sorted {
      ($0.day, $0.platform, $0.conversions ?? -1) < ($1.day, $1.platform, $1.conversions ?? -1)
    }
    data.ads = ads.map { result in
      var result = result
      result.impressions = result.impressions.possible
      result.linkClicks = result.linkClicks.possible
      return result
    }
    data.costs = costs.map { entry in
      var entry = entry
      entry.hundredthsOfHours = entry.hundredthsOfHours.possible
      return entry
    }.sorted { ($0.days.lowerBound, $0.days.upperBound) < ($1.days.lowerBound, $1.days.upperBound) }
    data.conversations = conversations.sorted { $0.receivedAt < $1.receivedAt }
    return data
  }
}

extension Post.Counts {
  fileprivate mutating func dropImpossible() {
    for count in Self.all { self[keyPath: count] = self[keyPath: count].possible }
  }

  private static var all: [WritableKeyPath<Post.Counts, Int?>] {
    [
      \.impressions, \.views, \.videoViews, \.reach, \.reactions, \.comments, \.shares, \.saves,
      \.linkClicks, \.follows, \.profileVisits,
    ]
  }
}

/// A million millions: more than all people could do in a day, and small enough that sums stay exact.
private let largestCount = 1e12

extension Int? {
  fileprivate var possible: Int? {
    flatMap { (0...Int(largestCount)).contains($0) ? $0 : nil }
  }
}

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
    }.ordered { ($0.publishedAt, $0.platform, $0.id) < ($1.publishedAt, $1.platform, $1.id) }
    data.followers = followers.filter { Int?($0.followers).possible != nil }
      .ordered { ($0.day, $0.platform) < ($1.day, $1.platform) }
    data.traffic = traffic.map { visits in
      var visits = visits
      visits.sessions = visits.sessions.possible
      visits.engagedSessions = visits.engagedSessions.possible
      visits.conversions = visits.conversions.flatMap { (0...largestCount).contains($0) ? $0 : nil }
      return visits
    }.ordered {
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
    data.conversations = conversations.ordered { $0.receivedAt < $1.receivedAt }
    return data
  }
}

extension Array {
  /// Sorted; an array that is in order, as loading leaves most, is not copied.
  fileprivate func ordered(by precedes: (Element, Element) -> Bool) -> [Element] {
    let isOrdered = indices.dropFirst().allSatisfy { !precedes(self[$0], self[$0 - 1]) }
    return isOrdered ? self : sorted(by: precedes)
  }
}

extension Post.Counts {
  fileprivate mutating func dropImpossible() {
    impressions = impressions.possible
    views = views.possible
    videoViews = videoViews.possible
    reach = reach.possible
    reactions = reactions.possible
    comments = comments.possible
    shares = shares.possible
    saves = saves.possible
    linkClicks = linkClicks.possible
    follows = follows.possible
    profileVisits = profileVisits.possible
  }
}

/// A million millions: more than all people could do in a day, and small enough that sums stay exact.
private let largestCount = 1e12

extension Int? {
  fileprivate var possible: Int? {
    flatMap { (0...Int(largestCount)).contains($0) ? $0 : nil }
  }
}

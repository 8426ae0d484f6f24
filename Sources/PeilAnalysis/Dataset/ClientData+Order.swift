import Calendars
import PeilModel

extension ClientData {
  /// The same records in an order that does not depend on the files, without impossible counts.
  ///
  /// A count below zero, one that no platform could reach and a number that is none are unknown, as if the
  /// field had been blank.
  var ordered: ClientData {
    var data = self
    // By index: what is in order already, as loading leaves most, is not copied to be looked at.
    if posts.indices.contains(where: { !posts[$0].counts.isPossible }) {
      for index in posts.indices { data.posts[index].counts.dropImpossible() }
    }
    data.posts.order { posts, a, b in
      // Seldom more than the first question is asked, and a tuple would answer all.
      guard posts[a].publishedAt == posts[b].publishedAt else {
        return posts[a].publishedAt < posts[b].publishedAt
      }
      guard posts[a].platform == posts[b].platform else {
        return posts[a].platform < posts[b].platform
      }
      return posts[a].id < posts[b].id
    }
    if followers.contains(where: { !Int?($0.followers).isPossible }) {
      data.followers.removeAll { !Int?($0.followers).isPossible }
    }
    data.followers.order { counts, a, b in
      counts[a].day == counts[b].day
        ? counts[a].platform < counts[b].platform : counts[a].day < counts[b].day
    }
    if traffic.contains(where: { !$0.isPossible }) {
      for index in traffic.indices { data.traffic[index].dropImpossible() }
    }
    data.traffic.order { visits, a, b in
      guard visits[a].day == visits[b].day else { return visits[a].day < visits[b].day }
      guard visits[a].platform == visits[b].platform else {
        return visits[a].platform < visits[b].platform
      }
      return visits[a].conversions ?? -1 < visits[b].conversions ?? -1
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
    data.conversations.order { $0[$1].receivedAt < $0[$2].receivedAt }
    return data
  }
}

extension Array {
  /// Sorts it, unless it is in order.
  ///
  /// - Parameter precedes: Whether the element at the first place comes before that at the second.
  @inline(__always)
  fileprivate mutating func order(by precedes: (UnsafeBufferPointer<Element>, Int, Int) -> Bool) {
    let ordered = withUnsafeBufferPointer { elements -> Self? in
      var place = 1
      while place < elements.count, !precedes(elements, place, place - 1) { place += 1 }
      guard place < elements.count else { return nil }
      return elements.indices.sorted { precedes(elements, $0, $1) }.map { elements[$0] }
    }
    if let ordered { self = ordered }
  }
}

extension TrafficDay {
  fileprivate var isPossible: Bool {
    sessions.isPossible && engagedSessions.isPossible && conversions.isPossible
  }

  fileprivate mutating func dropImpossible() {
    sessions = sessions.possible
    engagedSessions = engagedSessions.possible
    conversions = conversions.possible
  }
}

extension Post.Counts {
  fileprivate var isPossible: Bool {
    impressions.isPossible && views.isPossible && videoViews.isPossible && reach.isPossible
      && reactions.isPossible && comments.isPossible && shares.isPossible && saves.isPossible
      && linkClicks.isPossible && follows.isPossible && profileVisits.isPossible
  }

  fileprivate mutating func dropImpossible() { forEach { $0 = $0.possible } }

  private mutating func forEach(_ body: (inout Int?) -> Void) {
    body(&impressions)
    body(&views)
    body(&videoViews)
    body(&reach)
    body(&reactions)
    body(&comments)
    body(&shares)
    body(&saves)
    body(&linkClicks)
    body(&follows)
    body(&profileVisits)
  }
}

/// A million millions: more than all people could do in a day, and small enough that sums stay exact.
private let largestCount = 1e12

extension Int? {
  @inline(__always)
  fileprivate var isPossible: Bool {
    guard let self else { return true }
    return 0...Int(largestCount) ~= self
  }

  fileprivate var possible: Int? { isPossible ? self : nil }
}

extension Double? {
  @inline(__always)
  fileprivate var isPossible: Bool {
    guard let self else { return true }
    return 0...largestCount ~= self
  }

  fileprivate var possible: Double? { isPossible ? self : nil }
}

package import Calendars
package import PeilModel

/// All posts of the window on one platform, newest first: what charts with a dot a post are made of.
package struct PostsFinding: Equatable, Sendable {
  package var platform: Platform
  package var count: FigureKey
  /// What engagement is divided by; `nil` where no post has such a rate.
  package var denominator: EngagementDenominator?
  package var rows: [Row]

  /// A post with what it is compared by; `nil` where it is not compared or the platform does not tell.
  package struct Row: Equatable, Sendable {
    package var day: Day
    package var reach: FigureKey?
    package var engagementRate: FigureKey?
    /// Comments, shares and saves per thousand people reached.
    package var quality: FigureKey?
    package var hashtags: FigureKey
    package var authorship: Post.Authorship?
    package var state: State

    package enum State: String, CaseIterable, Hashable, Sendable {
      case compared
      /// Its reactions are still coming in.
      case young
      /// Money was put behind it.
      case boosted
    }
  }
}

extension FigureKey {
  /// What the keys of a post's figures begin with, before a point and a name: `post.12.reach`.
  static func beginning(ofPost number: Int) -> String { "post." + String(number) }
}

extension Dataset.DatedPost {
  /// Comments, shares and saves per thousand people reached; `nil` where either is not told.
  var quality: Double? {
    guard let reach = counts.reach, reach > 0, let deep = counts.deepEngagements else { return nil }
    return Double(deep) / Double(reach) * 1000
  }
}

extension Dataset {
  /// Puts the figures of every post of the window into the ledger, platform by platform.
  func tellPosts(_ period: ReportingPeriod, into ledger: inout Ledger) -> [PostsFinding] {
    let places = postPlaces(in: period.window)
    let rated = engagementRates(in: period.window)
    var rates = [Double?](repeating: nil, count: places.count)
    for post in rated.posts { rates[post.place - places.lowerBound] = post.rate }
    let tags = hashtagCounts(ofPostsAt: places)
    return client.platforms.compactMap { platform in
      let own = places.filter { posts[$0].platform == platform }
      guard !own.isEmpty else { return nil }
      return PostsFinding(
        platform: platform,
        count: ledger.add(
          Figure(
            "posts.\(platform.rawValue)", .known(.count(Double(own.count), .post)),
            definition: .posts, days: period.window)),
        denominator: rated.denominators[platform],
        rows: own.reversed().map { place in
          let index = place - places.lowerBound
          return row(of: place, rate: rates[index], tags: tags[index], into: &ledger)
        })
    }
  }

  private func row(
    of place: Int, rate: Double?, tags: Int, into ledger: inout Ledger
  ) -> PostsFinding.Row {
    let post = posts[place]
    let sources = [SourceExtent(post.source)]
    let beginning = FigureKey.beginning(ofPost: post.number)
    func add(_ name: String, _ quantity: Quantity?, _ definition: Definition) -> FigureKey? {
      quantity.map {
        ledger.add(
          Figure(
            FigureKey(beginning, name), .known($0), definition: definition,
            days: post.day...post.day, sources: sources))
      }
    }
    let state: PostsFinding.Row.State =
      !post.isSettled ? .young : post.isBoosted == true ? .boosted : .compared
    return PostsFinding.Row(
      day: post.day,
      reach: add("reach", post.counts.reach.map { .count(Double($0), .person) }, .reach),
      engagementRate: add("rate", rate.map { .share($0) }, .engagementRate),
      quality: add("quality", post.quality.map { .ratio($0) }, .postQuality),
      hashtags: ledger.add(
        Figure(
          FigureKey(beginning, "tags"), .known(.count(Double(tags), .hashtag)),
          definition: .hashtagsPerPost, days: post.day...post.day)),
      authorship: post.authorship, state: state)
  }
}

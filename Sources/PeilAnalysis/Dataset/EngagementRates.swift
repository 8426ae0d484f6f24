import Calendars
import PeilModel

/// What engagement is divided by, the best first.
package enum EngagementDenominator: String, CaseIterable, Hashable, Sendable {
  case reach, displays, followers
}

/// The engagement rate of posts, by one denominator for each platform.
///
/// ER = (engagements + ½) / reach; displays where a platform gives no reach, followers on the day of
/// publication where it gives neither. The half keeps a post without a reaction on the logarithmic scale.
/// Posts that are too young or were boosted are left out.
struct EngagementRates {
  typealias Denominator = EngagementDenominator

  struct Rated {
    /// Of the post, among those of the dataset.
    let place: Int
    let rate: Double
  }

  let posts: [Rated]
  let denominators: [Platform: Denominator]

  /// What a sentence about all platforms says it is divided by: the one to prefer of those that are used; what the
  /// others are divided by is told beside it.
  var mainDenominator: Denominator {
    Denominator.allCases.first { denominators.values.contains($0) } ?? .reach
  }

  init(_ dataset: Dataset, in days: ClosedRange<Day>) {
    let posts = dataset.posts
    let candidates = dataset.postPlaces(in: days).filter {
      posts[$0].isComparable && posts[$0].counts.engagements != nil
    }
    var rated: [Rated] = []
    var denominators: [Platform: Denominator] = [:]
    for platform in dataset.client.platforms {
      let own = candidates.filter { posts[$0].platform == platform }
      guard let denominator = Self.denominator(of: own, dataset) else { continue }
      denominators[platform] = denominator
      for place in own {
        guard let base = Self.base(denominator, of: place, dataset), base > 0,
          let engagements = posts[place].counts.engagements, engagements >= 0
        else { continue }
        let rate = (Double(engagements) + 0.5) / Double(base)
        rated.append(Rated(place: place, rate: rate))
      }
    }
    self.posts = rated
    self.denominators = denominators
  }

  /// The first denominator that at least nine in ten of a platform's posts have.
  private static func denominator(
    of places: [Int], _ dataset: Dataset
  ) -> Denominator? {
    guard !places.isEmpty else { return nil }
    return Denominator.allCases.first { denominator in
      places.count { base(denominator, of: $0, dataset) != nil } * 10 >= places.count * 9
    }
  }

  private static func base(
    _ denominator: Denominator, of place: Int, _ dataset: Dataset
  ) -> Int? {
    switch denominator {
    case .reach: dataset.posts[place].counts.reach
    case .displays: dataset.posts[place].counts.displays
    case .followers:
      dataset.followers(of: dataset.posts[place].platform, on: dataset.posts[place].day)?.followers
    }
  }
}

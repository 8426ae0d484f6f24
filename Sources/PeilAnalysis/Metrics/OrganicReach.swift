import Calendars
import Glibc
import PeilModel
import Statistics

/// What posts without advertising reached, post by post.
///
/// The figure is the median of the reach of settled posts of the window, as each platform reports it. Reach
/// does not add, so posts are counted and compared, never summed; comparisons are made within each platform.
struct OrganicReach {
  /// A post with its week, counted from the first of the weeks.
  struct Reached {
    /// Of the post, among those of the dataset.
    let place: Int
    let platform: Platform
    let week: Int
    let reach: Double
  }

  let posts: [Reached]

  init(_ dataset: Dataset, weeks: [ISOWeek]) {
    var posts: [Reached] = []
    for (index, week) in weeks.enumerated() {
      for place in dataset.postPlaces(in: week.days) where dataset.posts[place].isComparable {
        guard let reach = dataset.posts[place].counts.reach, reach > 0 else { continue }
        posts.append(
          Reached(
            place: place, platform: dataset.posts[place].platform, week: index,
            reach: Double(reach)))
      }
    }
    self.posts = posts
  }

  var median: MedianEstimate? { medianInterval(of: posts.map(\.reach)) }

  /// How many times as much a post reaches as one of `earlier`, within each platform.
  func ratio(to earlier: [Reached]) -> Estimate? {
    let platforms = Set(posts.map(\.platform)).intersection(earlier.map(\.platform)).sorted()
    let strata = platforms.map { platform in
      TwoGroups(
        from: earlier.filter { $0.platform == platform }.map { log($0.reach) },
        to: posts.filter { $0.platform == platform }.map { log($0.reach) })
    }
    let fewest = min(
      strata.reduce(0) { $0 + $1.from.count }, strata.reduce(0) { $0 + $1.to.count })
    guard fewest >= 6 else { return nil }
    return hodgesLehmann(strata: strata)?.estimate.transformed(by: exp)
  }

  /// Reach of posts in quiet, middle and busy weeks, by how many posts the week had.
  struct ByPace {
    /// Posts a week, at the median of these weeks.
    let quietPosts: Double
    let busyPosts: Double
    let quiet: [Reached]
    let busy: [Reached]
    /// How many times as much a post of a busy week reaches as one of a quiet week.
    let ratio: Estimate
  }

  /// `nil` when all weeks have about as many posts, or a group has fewer than six posts.
  ///
  /// - Parameter counts: Posts of each week.
  func byPace(_ counts: [Int]) -> ByPace? {
    let numbers = counts.map(Double.init)
    guard let paces = paces(counts),
      let ratio = OrganicReach(posts: paces.busy).ratio(to: paces.quiet),
      let quietPosts = Statistics.median(of: numbers.filter { $0 <= paces.low }),
      let busyPosts = Statistics.median(of: numbers.filter { $0 >= paces.high })
    else { return nil }
    return ByPace(
      quietPosts: quietPosts, busyPosts: busyPosts, quiet: paces.quiet, busy: paces.busy,
      ratio: ratio)
  }

  /// Posts of the third of the weeks with the fewest posts, of the middle, and of the third with the most;
  /// with the numbers of posts that divide them.
  struct Paces {
    let low: Double
    let high: Double
    let quiet: [Reached]
    let middle: [Reached]
    let busy: [Reached]
  }

  /// - Parameter counts: Posts of each week.
  /// - Returns: `nil` when all weeks have about as many posts.
  func paces(_ counts: [Int]) -> Paces? {
    let numbers = counts.map(Double.init)
    guard let low = quantile(1.0 / 3, of: numbers), let high = quantile(2.0 / 3, of: numbers),
      low < high
    else { return nil }
    return Paces(
      low: low, high: high, quiet: posts.filter { numbers[$0.week] <= low },
      middle: posts.filter { numbers[$0.week] > low && numbers[$0.week] < high },
      busy: posts.filter { numbers[$0.week] >= high })
  }

  private init(posts: [Reached]) { self.posts = posts }
}

extension Dataset.DatedPost {
  /// Whether a comparison between posts may use it: old enough, and no money behind it.
  var isComparable: Bool { isSettled && isBoosted != true }
}

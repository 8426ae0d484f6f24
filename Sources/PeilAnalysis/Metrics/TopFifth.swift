import Calendars
import PeilModel
import Statistics

/// How much of the whole the best fifth of the posts gave, and how unevenly it is spread.
///
/// Formula: the share of the sum that the largest 20 % of the values hold, between posts by a line (Lorenz);
/// Gini with n/(n − 1). One outlier weighs heavily. `nil` below ten posts, where a fifth is a post or two.
struct TopFifth {
  static let part = 0.2
  static let fewestPosts = 10

  let share: Double
  let gini: Double
  let posts: Int
  /// Over all of them.
  let spread: Concentration

  init?(of values: [Double]) {
    guard values.count >= Self.fewestPosts, let concentration = Concentration(of: values),
      let share = concentration.share(ofTop: Self.part), let gini = concentration.correctedGini
    else { return nil }
    self.share = share
    self.gini = gini
    posts = values.count
    spread = concentration
  }
}

/// The subject of posts that reached most, by the post log.
struct BestTopic {
  let name: String
  let posts: Int

  /// Below this many posts a subject is not ranked.
  private static let fewestPosts = 5

  /// `nil` when fewer than two subjects have enough posts to be compared.
  init?(_ posts: [Post]) {
    var reaches: [String: [Double]] = [:]
    for post in posts {
      guard let topic = post.topic, let reach = post.counts.reach else { continue }
      reaches[topic, default: []].append(Double(reach))
    }
    let known = reaches.filter { $0.value.count >= Self.fewestPosts }.compactMap { topic, reaches in
      median(of: reaches).map { (topic: topic, median: $0, posts: reaches.count) }
    }.sorted { ($1.median, $0.topic) < ($0.median, $1.topic) }
    guard known.count > 1, let best = known.first else { return nil }
    name = best.topic
    self.posts = best.posts
  }
}

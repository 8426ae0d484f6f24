import PeilModel
import Statistics

/// How a client uses hashtags: which look alike, which are whole sentences, which have no link with the text.
///
/// Unexplained is a signal and no proof: no part of the tag, from four letters, occurs in the post's text or
/// among the client's names, topics and platforms. Shares are of all tags of the posts.
struct HashtagQuality {
  private(set) var tags = 0
  private(set) var lookAlikes = 0
  private(set) var unexplained = 0
  private(set) var sentences = 0
  private(set) var generic = 0
  /// Posts by their stuffing score, 0 to 4.
  private(set) var stuffing = [Int](repeating: 0, count: 5)
  /// Of each post.
  private(set) var perPost: [Double] = []
  private var groups: [String: (form: TagForm, others: [String: Int], count: Int)] = [:]
  private var unexplainedTags: [String: Int] = [:]
  private var sentenceTags: [String: Int] = [:]

  var lookAlikeShare: Double? { share(lookAlikes) }
  var unexplainedShare: Double? { share(unexplained) }
  var typicalCount: Double? { median(of: perPost) }

  private func share(_ count: Int) -> Double? { tags > 0 ? Double(count) / Double(tags) : nil }

  /// - Parameters:
  ///   - posts: Of the window.
  ///   - texts: The client's own texts of the last year, to divide tags into words.
  init(_ posts: [Post], client: Client, texts: [String]) {
    let written = posts.map(\.hashtags)
    let readings = HashtagReading.all(
      of: Set(written.joined()), texts: texts,
      known: posts.compactMap(\.topic) + [client.name, client.sector ?? ""]
        + client.identifyingNames)
    let filter = WordFilter(readings.values.flatMap(\.explainingWords))
    for (post, written) in zip(posts, written) {
      let tags = written.compactMap { readings[$0] }
      perPost.append(Double(tags.count))
      guard !tags.isEmpty else {
        stuffing[0] += 1
        continue
      }
      var stems: Set<String> = []
      forEachWord(of: post.text, passing: filter) { stems.insert(HashtagReading.stem($0)) }
      count(tags, unexplained: tags.filter { !$0.isExplained(by: stems) })
    }
  }

  /// Takes in one post with at least one tag.
  private mutating func count(_ tags: [HashtagReading], unexplained: [HashtagReading]) {
    let alike = Self.groups(of: tags.map(\.form))
    let surplus = tags.count - alike.count
    let sentences = tags.filter(\.isSentence)
    let generic = tags.count { Self.generic.contains($0.form.text) }
    for group in alike where group.count > 1 { remember(group) }
    for tag in unexplained { unexplainedTags[tag.form.written, default: 0] += 1 }
    for tag in sentences { sentenceTags[tag.form.written, default: 0] += 1 }
    self.tags += tags.count
    lookAlikes += surplus
    self.unexplained += unexplained.count
    self.sentences += sentences.count
    self.generic += generic
    stuffing[
      (tags.count > 5 ? 1 : 0) + (surplus * 3 > tags.count ? 1 : 0)
        + (unexplained.count * 2 > tags.count ? 1 : 0)
        + (generic > 0 || !sentences.isEmpty ? 1 : 0)] += 1
  }

  // MARK: - Examples

  /// The tag whose variants stand beside it most often, with those variants.
  var clearestLookAlikes: (tag: String, variants: [String])? {
    let best = groups.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.first
    return best.map { _, group in
      (group.form.written, Self.commonest(group.others, 2))
    }
  }

  /// At most three, the most frequent first.
  var commonestUnexplained: [String] { Self.commonest(unexplainedTags, 3) }
  var commonestSentence: String? { Self.commonest(sentenceTags, 1).first }

  private static func commonest(_ counts: [String: Int], _ most: Int) -> [String] {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(most).map(\.key)
  }

  /// The shortest of a group is the form to keep.
  private mutating func remember(_ group: [TagForm]) {
    guard
      let kept = group.min(by: {
        ($0.written.count, $0.written) < ($1.written.count, $1.written)
      })
    else { return }
    var own = groups[kept.text] ?? (kept, [:], 0)
    own.count += group.count - 1
    for tag in group where tag.written != own.form.written {
      own.others[tag.written, default: 0] += 1
    }
    groups[kept.text] = own
  }

  // MARK: - Rules

  /// Tags that look alike in one group, by single linkage.
  private static func groups(of tags: [TagForm]) -> [[TagForm]] {
    var groups: [[TagForm]] = []
    for tag in tags {
      let near = groups.indices.filter { groups[$0].contains { $0.looksLike(tag) } }
      let joined = near.flatMap { groups[$0] } + [tag]
      for index in near.reversed() { groups.remove(at: index) }
      groups.append(joined)
    }
    return groups
  }

  /// Tags that seek attention and name no subject.
  private static let generic: Set<String> = [
    "amazing", "beautiful", "bestoftheday", "cute", "daily", "explore", "explorepage", "f4f",
    "follow", "follow4follow", "followback", "followers", "followforfollow", "followme",
    "foryou", "foryoupage", "fyp", "happy", "igers", "instadaily", "instagood", "instagram",
    "instalike", "instamood", "l4l", "like", "like4like", "likeforlike", "likes", "love",
    "mood", "motivation", "nofilter", "photo", "photooftheday", "picoftheday", "repost",
    "style", "tbt", "trending", "viral",
  ]
}

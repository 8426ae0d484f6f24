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
  private var uses: [String: Use] = [:]
  /// How many posts have two tags together, and how many of these have a third.
  private var pairs: [TagPair: (posts: Int, withThird: Int)] = [:]

  /// How a tag is used, however it is spelt.
  private struct Use {
    var posts = 0
    var unexplained = 0
    var spellings: [String: Int] = [:]
    var lookAlikes: [String: Int] = [:]
  }

  var lookAlikeShare: Double? { share(lookAlikes) }
  var unexplainedShare: Double? { share(unexplained) }
  var typicalCount: Double? { median(of: perPost) }

  private func share(_ count: Int) -> Double? { tags > 0 ? Double(count) / Double(tags) : nil }

  /// - Parameters:
  ///   - posts: Of the window.
  ///   - texts: The client's own texts of the last year, to divide tags into words.
  init(_ posts: [Post], client: Client, texts: [String]) {
    let written = posts.map(\.hashtags)
    var folding = WordFolding()
    let readings = HashtagReading.all(
      of: Set(written.joined()), texts: texts,
      known: posts.compactMap(\.topic) + [client.name, client.sector ?? ""]
        + client.identifyingNames, folding: &folding)
    let filter = WordFilter(readings.values.flatMap(\.explainingWords))
    for (post, written) in zip(posts, written) {
      let tags = written.compactMap { readings[$0] }
      perPost.append(Double(tags.count))
      guard !tags.isEmpty else {
        stuffing[0] += 1
        continue
      }
      var stems: Set<String> = []
      forEachWord(of: post.text, passing: filter, folding: &folding) {
        stems.insert(HashtagReading.stem($0))
      }
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
    remember(tags, unexplained: unexplained)
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

  /// A tag with how often it was used, as it is spelt most often.
  struct CommonTag: Equatable {
    let tag: String
    let posts: Int
    /// Posts whose text has nothing to do with it.
    let unexplained: Int
    /// Another tag that stood beside it and looks like it.
    let lookAlike: String?
  }

  /// A longer one does not fit beside its bar.
  private static let longestRanked = 30

  /// The tags of most posts, at most `limit`; one of fewer than five posts is not ranked, nor one that is as long
  /// as a sentence.
  func commonest(_ limit: Int) -> [CommonTag] {
    uses.filter { $0.value.posts >= 5 && $0.key.count <= Self.longestRanked }
      .sorted { ($1.value.posts, $0.key) < ($0.value.posts, $1.key) }.prefix(limit).map { _, use in
        CommonTag(
          tag: Self.commonest(use.spellings, 1).first ?? "", posts: use.posts,
          unexplained: use.unexplained, lookAlike: Self.commonest(use.lookAlikes, 1).first)
      }
  }

  /// In posts with three tags or more, the part of their pairs that stand together nowhere else and share no
  /// word; `nil` below thirty posts.
  var unrelatedShare: Double? {
    let all = pairs.values.reduce(0) { $0 + $1.withThird }
    guard perPost.count >= 30, all > 0 else { return nil }
    let unrelated = pairs.reduce(0) { sum, pair in
      pair.value.posts == 1 && !pair.key.sharesWord ? sum + pair.value.withThird : sum
    }
    return Double(unrelated) / Double(all)
  }

  private mutating func remember(_ tags: [HashtagReading], unexplained: [HashtagReading]) {
    let forms = Dictionary(tags.map { ($0.form.text, $0) }) { first, _ in first }
    for (text, tag) in forms {
      uses[text, default: Use()].posts += 1
      uses[text]?.spellings[tag.form.written, default: 0] += 1
      if unexplained.contains(where: { $0.form.text == text }) { uses[text]?.unexplained += 1 }
      for other in forms.values where other.form.text != text && other.form.looksLike(tag.form) {
        uses[text]?.lookAlikes[other.form.written, default: 0] += 1
      }
    }
    let sorted = forms.values.sorted { $0.form.text < $1.form.text }
    for (index, first) in sorted.enumerated() {
      for second in sorted[(index + 1)...] {
        let pair = TagPair(
          first: first.form.text, second: second.form.text,
          sharesWord: first.sharesWord(with: second))
        let known = pairs[pair] ?? (0, 0)
        pairs[pair] = (known.posts + 1, known.withThird + (sorted.count > 2 ? 1 : 0))
      }
    }
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

/// Two tags of one post, in the order of their letters.
private struct TagPair: Hashable {
  let first: String
  let second: String
  let sharesWord: Bool
}

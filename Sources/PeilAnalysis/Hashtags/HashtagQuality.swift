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
  /// Every tag once; below, tags and forms are meant by their numbers here.
  private let readings: [HashtagReading]
  /// The form of each, for those who ask for nothing else.
  private let forms: [Int]
  private let isGeneric: [Bool]
  /// Of each form.
  private var uses: [Use]
  /// Of each tag.
  private var spellings: [Int]
  /// How often each tag was unexplained, and how often it stood as a sentence.
  private var unexplainedTags: [Int]
  private var sentenceTags: [Int]
  /// By the form to keep.
  private var groups: [Int: (kept: Int, others: [Int: Int], count: Int)] = [:]
  /// Of two tags of one post.
  private var pairs = PairTable<Pair>()

  /// How a form is used, however it is spelt.
  private struct Use {
    var posts = 0
    var unexplained = 0
    /// By tag.
    var lookAlikes: [Int: Int] = [:]
  }

  private struct Pair {
    let areAlike: Bool
    let shareWord: Bool
    /// Posts that have both, with no other tag of the form of either before it.
    var posts = 0
    /// Of these, posts with a third form.
    var withThird = 0
  }

  var lookAlikeShare: Double? { share(lookAlikes) }
  var unexplainedShare: Double? { share(unexplained) }
  var typicalCount: Double? { median(of: perPost) }

  private func share(_ count: Int) -> Double? { tags > 0 ? Double(count) / Double(tags) : nil }

  /// - Parameters:
  ///   - posts: Of which those at `places` are meant, the ones of the window; so none is copied.
  ///   - tags: Theirs.
  ///   - year: The places of the last year's, whose texts divide tags into words.
  init(
    _ posts: [Post], at places: some Collection<Int>, _ tags: inout PostTags, client: Client,
    year: some Sequence<Int>
  ) {
    let written = WrittenTags(posts, at: places, &tags)
    var reader = WordReader()
    var read = HashtagReadings(
      of: written.spellings, posts, at: year,
      known: places.compactMap { posts[$0].topic } + [client.name, client.sector ?? ""]
        + client.identifyingNames, reader: &reader)
    readings = read.all
    forms = readings.map(\.formNumber)
    isGeneric = readings.map { Self.generic.contains($0.form.text) }
    uses = [Use](repeating: Use(), count: read.formCount)
    spellings = [Int](repeating: 0, count: readings.count)
    unexplainedTags = spellings
    sentenceTags = spellings
    var unexplained: [Int] = []
    for (number, place) in places.enumerated() {
      let tags = written.tags(ofPost: number)
      perPost.append(Double(tags.count))
      guard !tags.isEmpty else {
        stuffing[0] += 1
        continue
      }
      read.read(posts[place].text, ofPost: number, with: tags, reader: &reader)
      unexplained.removeAll(keepingCapacity: true)
      for tag in tags where !read.isExplained(tag, inPost: number) { unexplained.append(tag) }
      count(tags, unexplained: unexplained)
    }
  }

  /// Takes in one post with at least one tag.
  private mutating func count(_ tags: ArraySlice<Int>, unexplained: [Int]) {
    var surplus = 0
    // Most posts have no two tags that look alike.
    let areSomeAlike = hasLookAlikes(tags)
    if areSomeAlike {
      let alike = lookAlikeGroups(of: tags)
      surplus = tags.count - alike.count
      for group in alike where group.count > 1 { remember(group) }
    }
    let sentences = tags.count { readings[$0].isSentence }
    let generic = tags.count { isGeneric[$0] }
    remember(tags, unexplained: unexplained, areSomeAlike: areSomeAlike)
    for tag in unexplained { unexplainedTags[tag] += 1 }
    for tag in tags where readings[tag].isSentence { sentenceTags[tag] += 1 }
    self.tags += tags.count
    lookAlikes += surplus
    self.unexplained += unexplained.count
    self.sentences += sentences
    self.generic += generic
    stuffing[
      (tags.count > 5 ? 1 : 0) + (surplus * 3 > tags.count ? 1 : 0)
        + (unexplained.count * 2 > tags.count ? 1 : 0)
        + (generic > 0 || sentences > 0 ? 1 : 0)] += 1
  }

  // MARK: - Examples

  /// The tag whose variants stand beside it most often, with those variants.
  var clearestLookAlikes: (tag: String, variants: [String])? {
    let best = groups.values.min {
      ($1.count, readings[$0.kept].form.text) < ($0.count, readings[$1.kept].form.text)
    }
    return best.map { (readings[$0.kept].form.written, commonest($0.others, 2)) }
  }

  /// At most three, the most frequent first.
  var commonestUnexplained: [String] { commonest(counted(unexplainedTags), 3) }
  var commonestSentence: String? { commonest(counted(sentenceTags), 1).first }

  /// The tags that were counted, with their counts.
  private func counted(_ counts: [Int]) -> [(key: Int, value: Int)] {
    counts.enumerated().filter { $0.element > 0 }.map { ($0.offset, $0.element) }
  }

  /// - Parameter counts: Of tags.
  private func commonest(
    _ counts: some Sequence<(key: Int, value: Int)>, _ most: Int
  ) -> [String] {
    counts.map { (tag: readings[$0.key].form.written, count: $0.value) }
      .sorted { ($1.count, $0.tag) < ($0.count, $1.tag) }.prefix(most).map(\.tag)
  }

  /// The shortest of a group is the form to keep.
  private mutating func remember(_ group: [Int]) {
    let shortest = group.min {
      let (first, second) = (readings[$0].form.written, readings[$1].form.written)
      return (first.count, first) < (second.count, second)
    }
    guard let shortest else { return }
    let form = forms[shortest]
    var own = groups[form] ?? (shortest, [:], 0)
    own.count += group.count - 1
    for tag in group where tag != own.kept { own.others[tag, default: 0] += 1 }
    groups[form] = own
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
    let tags = Dictionary(grouping: readings.indices) { forms[$0] }
    return uses.indices.filter { uses[$0].posts >= 5 }
      .compactMap { form in tags[form].map { (uses[form], readings[$0[0]].form.text, $0) } }
      .filter { $0.1.count <= Self.longestRanked }
      .sorted { ($1.0.posts, $0.1) < ($0.0.posts, $1.1) }.prefix(limit).map { use, _, tags in
        CommonTag(
          tag: commonest(tags.map { ($0, spellings[$0]) }, 1).first ?? "",
          posts: use.posts, unexplained: use.unexplained,
          lookAlike: commonest(use.lookAlikes, 1).first)
      }
  }

  /// In posts with three tags or more, the part of their pairs that stand together nowhere else and share no
  /// word; `nil` below thirty posts.
  var unrelatedShare: Double? {
    let all = pairs.values.reduce(0) { $0 + $1.withThird }
    guard perPost.count >= 30, all > 0 else { return nil }
    // However the two are spelt.
    var unrelated = PairTable<(posts: Int, withThird: Int)>()
    for (tags, pair) in zip(pairs.pairs, pairs.values) where !pair.shareWord {
      let (first, second) = (forms[tags.first], forms[tags.second])
      let place = unrelated.place(of: min(first, second), max(first, second), default: (0, 0))
      unrelated.values[place].posts += pair.posts
      unrelated.values[place].withThird += pair.withThird
    }
    let once = unrelated.values.reduce(0) { $1.posts == 1 ? $0 + $1.withThird : $0 }
    return Double(once) / Double(all)
  }

  private mutating func remember(
    _ tags: ArraySlice<Int>, unexplained: [Int], areSomeAlike: Bool
  ) {
    // Two tags of one form look alike.
    let once = areSomeAlike ? oneOfEachForm(tags)[...] : tags
    for tag in once {
      let form = forms[tag]
      uses[form].posts += 1
      spellings[tag] += 1
      if unexplained.contains(where: { forms[$0] == form }) { uses[form].unexplained += 1 }
      if areSomeAlike {
        for other in once where other != tag && looksLike(other, tag) {
          uses[form].lookAlikes[other, default: 0] += 1
        }
      }
    }
    for first in once.indices {
      for second in once[(first + 1)...] {
        let place = place(of: once[first], second)
        pairs.values[place].posts += 1
        if once.count > 2 { pairs.values[place].withThird += 1 }
      }
    }
  }

  private func oneOfEachForm(_ tags: ArraySlice<Int>) -> [Int] {
    var once: [Int] = []
    for tag in tags where !once.contains(where: { forms[$0] == forms[tag] }) { once.append(tag) }
    return once
  }

  // MARK: - Rules

  private func sharesWord(_ first: Int, _ second: Int) -> Bool {
    for stem in readings[first].stems where readings[second].stems.contains(stem) { return true }
    return false
  }

  private mutating func looksLike(_ first: Int, _ second: Int) -> Bool {
    pairs.values[place(of: first, second)].areAlike
  }

  /// The place of two tags, in no order, among all pairs.
  private mutating func place(of first: Int, _ second: Int) -> Int {
    let (first, second) = (min(first, second), max(first, second))
    if let known = pairs.place(of: first, second) { return known }
    let pair = Pair(
      areAlike: readings[first].form.looksLike(readings[second].form),
      shareWord: sharesWord(first, second))
    return pairs.place(of: first, second, default: pair)
  }

  private mutating func hasLookAlikes(_ tags: ArraySlice<Int>) -> Bool {
    for last in tags.indices {
      for first in tags.startIndex..<last where looksLike(tags[first], tags[last]) { return true }
    }
    return false
  }

  /// Tags that look alike in one group, by single linkage.
  private mutating func lookAlikeGroups(of tags: ArraySlice<Int>) -> [[Int]] {
    var groups: [[Int]] = []
    for tag in tags {
      var joined: [Int] = []
      var apart: [[Int]] = []
      for group in groups {
        if group.contains(where: { looksLike($0, tag) }) {
          joined += group
        } else {
          apart.append(group)
        }
      }
      groups = apart + [joined + [tag]]
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

/// The tags of some posts, each of their spellings known by a number in the order in which they come.
private struct WrittenTags {
  private(set) var spellings: [String] = []
  private var numbers: [Int] = []
  /// Where the tags of each post end.
  private var ends: [Int] = []

  init(_ posts: [Post], at places: some Sequence<Int>, _ tags: inout PostTags) {
    /// Of each spelling of all posts; `nil` where none of these has it as yet.
    var own: [Int?] = []
    for place in places {
      for tag in tags.tags(ofPost: place, among: posts) {
        while own.count <= tag { own.append(nil) }
        let number = own[tag] ?? spellings.count
        if own[tag] == nil {
          own[tag] = number
          spellings.append(tags.spellings[tag])
        }
        numbers.append(number)
      }
      ends.append(numbers.count)
    }
  }

  func tags(ofPost post: Int) -> ArraySlice<Int> {
    numbers[(post > 0 ? ends[post - 1] : 0)..<ends[post]]
  }
}

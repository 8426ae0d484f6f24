import Calendars
import PeilModel

// What several exports say of the same thing is settled here.
extension ClientData {
  mutating func merge(_ other: ClientData) {
    posts.take(other.posts)
    followers.take(other.followers)
    traffic.take(other.traffic)
    costs.take(other.costs)
    conversations.take(other.conversations)
    audience.take(other.audience)
    ads.take(other.ads)
    series.take(other.series)
  }

  /// By time, so that the order of files and records does not matter.
  mutating func sort() {
    posts.order { ($0.publishedAt, $0.platform, $0.id) < ($1.publishedAt, $1.platform, $1.id) }
    followers.order { ($0.day, $0.platform) < ($1.day, $1.platform) }
    traffic.order { ($0.day, $0.platform, $0.source) < ($1.day, $1.platform, $1.source) }
    costs.order { ($0.days.lowerBound, $0.source) < ($1.days.lowerBound, $1.source) }
    conversations.order { ($0.receivedAt, $0.source) < ($1.receivedAt, $1.source) }
    audience.order {
      ($0.month, $0.platform, $0.dimension, $0.source)
        < ($1.month, $1.platform, $1.dimension, $1.source)
    }
    series.order { ($0.day, $0.platform, $0.measure) < ($1.day, $1.platform, $1.measure) }
    ads.order { ($0.days.lowerBound, $0.source) < ($1.days.lowerBound, $1.source) }
  }

  /// Counts each thing once: of two exports that hold it the one with more authority, then the later.
  ///
  /// - Parameter hours: Become costs here.
  mutating func removeSuperseded(with hours: [TimeEntry]) {
    var hours = hours
    let order = files.map { FileOrder($0) }
    var lost: Set<SourceRecord> = []
    removeSupersededPosts(order)
    // In order, most show at a glance that nothing stands in them twice.
    followers.order { ($0.day, $0.platform, $0.source) < ($1.day, $1.platform, $1.source) }
    if !followers.isAscending({ ($0.day, $0.platform) < ($1.day, $1.platform) }) {
      Self.removeSuperseded(&followers, \.source, isRepeating: false, order, &lost) {
        DayKey(day: $0.day, platform: $0.platform, measure: nil)
      }
    }
    Self.removeSuperseded(&traffic, \.source, isRepeating: true, order, &lost) {
      DayKey(day: $0.day, platform: $0.platform, measure: nil)
    }
    Self.removeSuperseded(&ads, \.source, isRepeating: true, order, &lost) {
      AdKey(days: $0.days, platform: $0.platform, campaign: $0.campaign)
    }
    series.order {
      ($0.day, $0.platform, $0.measure, $0.source) < ($1.day, $1.platform, $1.measure, $1.source)
    }
    if !series.isAscending({ ($0.day, $0.platform, $0.measure) < ($1.day, $1.platform, $1.measure) }
    ) {
      Self.removeSuperseded(&series, \.source, isRepeating: false, order, &lost) {
        DayKey(day: $0.day, platform: $0.platform, measure: $0.measure)
      }
    }
    Self.removeSuperseded(&audience, \.source, isRepeating: false, order, &lost) {
      AudienceKey(
        month: $0.month, platform: $0.platform, dimension: $0.dimension, segment: $0.segment)
    }
    Self.removeSuperseded(&hours, \.source, isRepeating: true, order, &lost, by: \.identity)
    costs += Dictionary(grouping: hours, by: \.source.file).sorted { $0.key < $1.key }
      .flatMap(\.value.costs)
    skipLost(lost)
  }

  /// A record that brought several things is superseded when none of them counts.
  private mutating func skipLost(_ lost: Set<SourceRecord>) {
    guard !lost.isEmpty else { return }
    let alive = Set(followers.map(\.source)).union(series.map(\.source))
      .union(audience.map(\.source)).union(traffic.map(\.source)).union(ads.map(\.source))
      .union(costs.map(\.source))
    for record in lost.subtracting(alive) { skip(record.file, .superseded) }
  }

  /// Two records are one post when they share an id or a link, also by way of a third record.
  private mutating func removeSupersededPosts(_ order: [FileOrder]) {
    var first: [PostKey: Int] = [:]
    // The record that each record was found to be the same post as; itself where it is the first.
    var same = Array(posts.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while same[index] != index { index = same[index] }
      return index
    }
    func join(_ index: Int, by key: PostKey) {
      if let other = first[key] { same[root(index)] = root(other) } else { first[key] = index }
    }
    first.reserveCapacity(posts.count)
    for index in posts.indices {
      join(index, by: .id(posts[index].platform, posts[index].id))
      if let link = posts[index].link { join(index, by: .link(normalisedLink(link))) }
    }
    guard posts.indices.contains(where: { same[$0] != $0 }) else { return }
    // By the first record of a post, the one that counts.
    var best = Array(posts.indices)
    for index in posts.indices {
      let group = root(index)
      if supersedes(posts[index], posts[best[group]], order) { best[group] = index }
    }
    var isKept = [Bool](repeating: false, count: posts.count)
    for index in posts.indices {
      let winner = best[root(index)]
      isKept[winner] = true
      guard winner != index else { continue }
      // Two exports of one day may have been made with different columns.
      if files[posts[index].source.file.index].asOf == files[posts[winner].source.file.index].asOf {
        posts[winner].counts.fill(from: posts[index].counts)
      }
      skip(posts[index].source.file, .superseded)
    }
    posts = posts.indices.filter { isKept[$0] }.map { posts[$0] }
  }

  /// The export with more authority, then the one made later, then the larger count, which only grows.
  private func supersedes(_ new: Post, _ old: Post, _ order: [FileOrder]) -> Bool {
    let newCount = new.counts.engagements ?? 0
    let oldCount = old.counts.engagements ?? 0
    return (order[new.source.file.index], newCount, new.source)
      > (order[old.source.file.index], oldCount, old.source)
  }

  /// Keeps what the file says that counts most.
  ///
  /// - Parameters:
  ///   - isRepeating: One file may hold several records of the same thing, which belong together.
  ///   - lost: Gets the records of which something was left out.
  ///   - key: What two records must share to be about the same thing.
  private static func removeSuperseded<Element, Key: Hashable>(
    _ elements: inout [Element], _ source: (Element) -> SourceRecord, isRepeating: Bool,
    _ order: [FileOrder], _ lost: inout Set<SourceRecord>, by key: (Element) -> Key
  ) {
    guard let file = elements.first.map({ source($0).file }) else { return }
    guard !isRepeating || elements.contains(where: { source($0).file != file }) else { return }
    var winners: [Key: SourceRecord] = [:]
    winners.reserveCapacity(elements.count)
    for element in elements {
      let new = source(element)
      let key = key(element)
      guard let old = winners[key] else {
        winners[key] = new
        continue
      }
      if (order[new.file.index], new) > (order[old.file.index], old) { winners[key] = new }
    }
    elements.removeAll { element in
      let source = source(element)
      let winner = winners[key(element)]
      if winner == source || isRepeating && winner?.file == source.file { return false }
      lost.insert(source)
      return true
    }
  }

  /// Joins what was logged to the posts; of two entries for a post the later one counts.
  mutating func apply(_ log: [PostLogEntry]) {
    guard !log.isEmpty else { return }
    var indices: [PostKey: Int] = [:]
    for index in posts.indices {
      indices[.name(posts[index].id)] = index
      if let link = posts[index].link { indices[.link(normalisedLink(link))] = index }
    }
    for entry in log {
      guard let index = indices[.name(entry.post)] ?? indices[.link(normalisedLink(entry.post))]
      else {
        skip(entry.source.file, .noSuchPost)
        continue
      }
      posts[index].authorship = entry.authorship ?? posts[index].authorship
      posts[index].isBoosted = entry.isBoosted ?? posts[index].isBoosted ?? false
      posts[index].editorScore = entry.editorScore ?? posts[index].editorScore
      posts[index].distribution = entry.distribution ?? posts[index].distribution
      posts[index].department = entry.department ?? posts[index].department
      posts[index].topic = entry.topic ?? posts[index].topic
    }
  }

  /// Reasons in one order, however files and records came.
  mutating func sortSkipped() {
    for index in files.indices {
      let counts = files[index].skipped
      files[index].skipped = SkipReason.allCases.compactMap { reason in
        counts.first { $0.reason == reason }
      }
    }
  }

  /// Takes a record out of those that are used, so that read = used + skipped still holds.
  private mutating func skip(_ file: SourceFile.ID, _ reason: SkipReason) {
    files[file.index].used -= 1
    if let place = files[file.index].skipped.firstIndex(where: { $0.reason == reason }) {
      files[file.index].skipped[place].count += 1
    } else {
      files[file.index].skipped.append(SourceFile.Skipped(reason, 1))
    }
  }

  /// First and last day of what was observed, in the agency's time zone.
  func days(_ zone: TimeZoneTable) -> ClosedRange<Day>? {
    // A later moment has no earlier day, so only the first and the last are looked up.
    let moments = [posts.span { $0.publishedAt }, conversations.span { $0.receivedAt }]
    let months = audience.span { $0.month }
    var found = moments.map { $0.map { zone.day(of: $0.lowerBound)...zone.day(of: $0.upperBound) } }
    found.append(months.map { $0.lowerBound.firstDay...$0.upperBound.lastDay })
    found += [followers.span { $0.day }, traffic.span { $0.day }, series.span { $0.day }]
    for days in [costs.map(\.days), ads.map(\.days)] {
      guard let first = days.span({ $0.lowerBound }), let last = days.span({ $0.upperBound }) else {
        continue
      }
      found.append(first.lowerBound...last.upperBound)
    }
    let known = found.compactMap { $0 }
    guard let first = known.map(\.lowerBound).min(), let last = known.map(\.upperBound).max() else {
      return nil
    }
    return first...last
  }
}

extension Array {
  /// Appends, without a copy where there is nothing to append to.
  fileprivate mutating func take(_ other: [Element]) {
    if isEmpty { self = other } else { self += other }
  }

  /// Sorts what is not sorted yet, as most files are.
  fileprivate mutating func order(by precedes: (Element, Element) -> Bool) {
    for index in indices.dropFirst() where precedes(self[index], self[index - 1]) {
      sort(by: precedes)
      return
    }
  }

  /// Whether each element precedes the next, so that no two are the same.
  fileprivate func isAscending(_ precedes: (Element, Element) -> Bool) -> Bool {
    indices.dropFirst().allSatisfy { precedes(self[$0 - 1], self[$0]) }
  }

  /// The least and the greatest of a value.
  fileprivate func span<Value: Comparable>(_ value: (Element) -> Value) -> ClosedRange<Value>? {
    guard var least = first.map(value) else { return nil }
    var greatest = least
    for index in indices {
      let value = value(self[index])
      if value < least { least = value }
      if greatest < value { greatest = value }
    }
    return least...greatest
  }
}

/// Which of two files counts: the larger.
private struct FileOrder: Comparable {
  private let authority: ExportFormat.Authority
  private let asOf: Day

  init(_ file: SourceFile) {
    authority = ExportFormat.authority(of: file.format)
    asOf = file.asOf ?? Day(daysSince1970: 0)
  }

  static func < (a: FileOrder, b: FileOrder) -> Bool {
    (a.authority, a.asOf) < (b.authority, b.asOf)
  }
}

private struct DayKey: Hashable {
  let day: Day
  let platform: Platform
  let measure: DailyValue.Measure?
}

private struct AdKey: Hashable {
  let days: ClosedRange<Day>
  let platform: Platform?
  let campaign: String?
}

private struct AudienceKey: Hashable {
  let month: Month
  let platform: Platform
  let dimension: String
  let segment: String
}

extension Post.Counts {
  /// Takes over what is unknown here.
  fileprivate mutating func fill(from other: Post.Counts) {
    impressions = impressions ?? other.impressions
    views = views ?? other.views
    videoViews = videoViews ?? other.videoViews
    reach = reach ?? other.reach
    reactions = reactions ?? other.reactions
    comments = comments ?? other.comments
    shares = shares ?? other.shares
    saves = saves ?? other.saves
    linkClicks = linkClicks ?? other.linkClicks
    follows = follows ?? other.follows
    profileVisits = profileVisits ?? other.profileVisits
  }
}

/// What tells that two records are one post.
private enum PostKey: Hashable {
  case id(Platform, String)
  case link(String)
  /// An id as a person writes it into a log, without a platform.
  case name(String)
}

/// A link without what does not matter: scheme, `www.`, tracking, a slash at the end.
///
/// What else stands in the query stays: some pages tell their posts apart by it alone.
private func normalisedLink(_ link: String) -> String {
  if let code = instagramShortcode(link) { return "instagram.com/p/\(code)" }
  var rest = link.prefix { $0 != "#" }
  for prefix in ["https://", "http://", "www."] where rest.hasPrefix(prefix) {
    rest = rest.dropFirst(prefix.count)
  }
  let parts = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
  var address = parts[0]
  while address.last == "/" { address = address.dropLast() }
  let query = (parts.count > 1 ? parts[1] : "").split(separator: "&")
    .filter { !isTracking($0.prefix { $0 != "=" }) }
  return query.isEmpty ? String(address) : "\(address)?\(query.joined(separator: "&"))"
}

/// Whether a part of an address only tells who passed it on.
private func isTracking(_ name: Substring) -> Bool {
  let known: Set<Substring> = [
    "fbclid", "gclid", "igsh", "igshid", "img_index", "mibextid", "rcm", "rdid", "ref", "s",
    "share_url", "si", "t", "trk",
  ]
  return known.contains(name) || name.hasPrefix("utm_") || name.hasPrefix("__")
}

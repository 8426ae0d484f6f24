import Calendars
import PeilModel

// What several exports say of the same thing is settled here.
extension ClientData {
  mutating func merge(_ other: ClientData) {
    posts += other.posts
    followers += other.followers
    traffic += other.traffic
    costs += other.costs
    conversations += other.conversations
    audience += other.audience
    ads += other.ads
    series += other.series
  }

  /// By time, so that the order of files and records does not matter.
  mutating func sort() {
    posts.sort { ($0.publishedAt, $0.platform, $0.id) < ($1.publishedAt, $1.platform, $1.id) }
    followers.sort { ($0.day, $0.platform) < ($1.day, $1.platform) }
    traffic.sort { ($0.day, $0.platform, $0.source) < ($1.day, $1.platform, $1.source) }
    costs.sort { ($0.days.lowerBound, $0.source) < ($1.days.lowerBound, $1.source) }
    conversations.sort { ($0.receivedAt, $0.source) < ($1.receivedAt, $1.source) }
    audience.sort {
      ($0.month, $0.platform, $0.dimension, $0.source)
        < ($1.month, $1.platform, $1.dimension, $1.source)
    }
    series.sort {
      ($0.day, $0.platform, $0.measure.rawValue) < ($1.day, $1.platform, $1.measure.rawValue)
    }
    ads.sort { ($0.days.lowerBound, $0.source) < ($1.days.lowerBound, $1.source) }
  }

  /// Counts each thing once: of two exports that hold it the one with more authority, then the later.
  ///
  /// - Parameter hours: Become costs here.
  mutating func removeSuperseded(with hours: [TimeEntry]) {
    var hours = hours
    let order = files.map { FileOrder($0) }
    var lost: Set<SourceRecord> = []
    removeSupersededPosts(order)
    Self.removeSuperseded(&followers, \.source, isRepeating: false, order, &lost) {
      DayKey(day: $0.day, platform: $0.platform, measure: nil)
    }
    Self.removeSuperseded(&traffic, \.source, isRepeating: true, order, &lost) {
      DayKey(day: $0.day, platform: $0.platform, measure: nil)
    }
    Self.removeSuperseded(&ads, \.source, isRepeating: true, order, &lost) {
      AdKey(days: $0.days, platform: $0.platform, campaign: $0.campaign)
    }
    Self.removeSuperseded(&series, \.source, isRepeating: false, order, &lost) {
      DayKey(day: $0.day, platform: $0.platform, measure: $0.measure)
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
    for index in posts.indices {
      for key in PostKey.all(of: posts[index]) {
        if let other = first[key] { same[root(index)] = root(other) } else { first[key] = index }
      }
    }
    var best: [Int: Int] = [:]
    for index in posts.indices {
      let group = root(index)
      best[group] =
        best[group].map { supersedes(posts[index], posts[$0], order) ? index : $0 } ?? index
    }
    for index in posts.indices {
      guard let winner = best[root(index)], winner != index else { continue }
      // Two exports of one day may have been made with different columns.
      if files[posts[index].source.file.index].asOf == files[posts[winner].source.file.index].asOf {
        posts[winner].counts.fill(from: posts[index].counts)
      }
      skip(posts[index].source.file, .superseded)
    }
    let kept = Set(best.values)
    posts = posts.indices.filter(kept.contains).map { posts[$0] }
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
    guard Set(elements.map { source($0).file }).count > 1 || !isRepeating else { return }
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
      for key in PostKey.all(of: posts[index]) { indices[key] = index }
      indices[.name(posts[index].id)] = index
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
    let moments = [
      posts.lazy.map(\.publishedAt).min(), posts.lazy.map(\.publishedAt).max(),
      conversations.lazy.map(\.receivedAt).min(), conversations.lazy.map(\.receivedAt).max(),
    ]
    var days = moments.compactMap { $0 }.map { zone.day(of: $0) }
    days += followers.map(\.day) + traffic.map(\.day) + series.map(\.day)
    days += (costs.map(\.days) + ads.map(\.days)).flatMap { [$0.lowerBound, $0.upperBound] }
    days += audience.flatMap { [$0.month.firstDay, $0.month.lastDay] }
    guard let first = days.min(), let last = days.max() else { return nil }
    return first...last
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

  static func all(of post: Post) -> [PostKey] {
    [.id(post.platform, post.id)] + (post.link.map { [.link(normalisedLink($0))] } ?? [])
  }
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

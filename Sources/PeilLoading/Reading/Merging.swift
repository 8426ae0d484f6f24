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
  }

  /// By time, so that the order of files and records does not matter.
  mutating func sort() {
    posts.sort { ($0.publishedAt, $0.platform, $0.id) < ($1.publishedAt, $1.platform, $1.id) }
    followers.sort { ($0.day, $0.platform) < ($1.day, $1.platform) }
    traffic.sort { ($0.day, $0.platform, $0.source) < ($1.day, $1.platform, $1.source) }
    costs.sort { ($0.days.lowerBound, $0.source) < ($1.days.lowerBound, $1.source) }
    conversations.sort { ($0.receivedAt, $0.source) < ($1.receivedAt, $1.source) }
    ads.sort { ($0.days.lowerBound, $0.source) < ($1.days.lowerBound, $1.source) }
  }

  /// Keeps each post once: of two exports the later one, then the one with more reactions.
  mutating func removeSupersededPosts() {
    let files = self.files
    var kept: [PostKey: Int] = [:]
    var superseded: Set<Int> = []
    for index in posts.indices {
      let keys = PostKey.all(of: posts[index])
      guard let other = keys.compactMap({ kept[$0] }).first else {
        for key in keys { kept[key] = index }
        continue
      }
      let isNewer = Self.supersedes(posts[index], posts[other], files)
      superseded.insert(isNewer ? other : index)
      if isNewer { for key in keys { kept[key] = index } }
    }
    for index in superseded { skip(posts[index].source.file, .superseded) }
    posts = posts.indices.filter { !superseded.contains($0) }.map { posts[$0] }
  }

  private static func supersedes(_ new: Post, _ old: Post, _ files: [SourceFile]) -> Bool {
    let newDay = files[new.source.file.index].asOf ?? Day(daysSince1970: 0)
    let oldDay = files[old.source.file.index].asOf ?? Day(daysSince1970: 0)
    let newCount = new.counts.engagements ?? 0
    let oldCount = old.counts.engagements ?? 0
    return (newDay, newCount, old.source) > (oldDay, oldCount, new.source)
  }

  /// Keeps one count a day and platform: the one of the file that goes furthest.
  mutating func removeSupersededFollowers() {
    let files = self.files
    var kept: [FollowerKey: FollowerCount] = [:]
    for count in followers {
      let key = FollowerKey(day: count.day, platform: count.platform)
      guard let other = kept[key] else {
        kept[key] = count
        continue
      }
      let countDay = files[count.source.file.index].asOf ?? count.day
      let otherDay = files[other.source.file.index].asOf ?? other.day
      let isNewer = (countDay, count.source) > (otherDay, other.source)
      skip((isNewer ? other : count).source.file, .superseded)
      if isNewer { kept[key] = count }
    }
    followers = Array(kept.values)
  }

  private struct FollowerKey: Hashable {
    let day: Day
    let platform: Platform
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
    var days = posts.map { zone.day(of: $0.publishedAt) } + followers.map(\.day)
    days += traffic.map(\.day) + conversations.map { zone.day(of: $0.receivedAt) }
    days += (costs.map(\.days) + ads.map(\.days)).flatMap { [$0.lowerBound, $0.upperBound] }
    days += audience.flatMap { [$0.month.firstDay, $0.month.lastDay] }
    guard let first = days.min(), let last = days.max() else { return nil }
    return first...last
  }

  /// The totals of what may be added, for `peil inspect`.
  var sums: [SourceFile.Sum] {
    let posts = self.posts.map(\.counts)
    let ads = self.ads
    let candidates: [(String, [Double?])] = [
      ("impressions", posts.map(\.impressions).map(\.asDouble)),
      ("views", posts.map(\.views).map(\.asDouble)),
      ("reactions", posts.map(\.reactions).map(\.asDouble)),
      ("comments", posts.map(\.comments).map(\.asDouble)),
      ("shares", posts.map(\.shares).map(\.asDouble)),
      ("saves", posts.map(\.saves).map(\.asDouble)),
      ("link-clicks", posts.map(\.linkClicks).map(\.asDouble)),
      ("sessions", traffic.map(\.sessions).map(\.asDouble)),
      ("conversions", traffic.map(\.conversions)),
      ("revenue", traffic.map { $0.revenue?.amount }),
      ("hours", costs.map { $0.hundredthsOfHours.map { Double($0) / 100 } }),
      ("amount", costs.map { $0.amount?.amount }),
      ("ad-impressions", ads.map(\.impressions).map(\.asDouble)),
      ("ad-spend", ads.map { $0.spend?.amount }),
    ]
    return candidates.compactMap { name, values in
      let known = values.compactMap { $0 }
      return known.isEmpty ? nil : SourceFile.Sum(name, known.reduce(0, +))
    }
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

/// A link without what does not matter: scheme, `www.`, the query, a slash at the end.
private func normalisedLink(_ link: String) -> String {
  var rest = link[...]
  for prefix in ["https://", "http://", "www."] where rest.hasPrefix(prefix) {
    rest = rest.dropFirst(prefix.count)
  }
  rest = rest.prefix { $0 != "?" && $0 != "#" }
  while rest.last == "/" { rest = rest.dropLast() }
  return String(rest)
}

extension Int? {
  fileprivate var asDouble: Double? { map(Double.init) }
}

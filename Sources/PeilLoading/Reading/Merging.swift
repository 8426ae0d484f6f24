import Calendars
import PeilModel

// What several exports say of the same thing is settled here.
extension ClientData {
  mutating func merge(_ other: ClientData) {
    posts.take(other.posts)
    followers.take(other.followers)
    traffic.take(other.traffic)
    costs.take(other.costs)
    take(other.conversations, other.words)
    audience.take(other.audience)
    ads.take(other.ads)
    series.take(other.series)
  }

  private mutating func take(_ other: [Conversation], _ otherWords: Words) {
    guard !conversations.isEmpty else {
      (conversations, words) = (other, otherWords)
      return
    }
    let ids = words.merge(otherWords)
    conversations += other.lazy.map { conversation in
      var conversation = conversation
      conversation.department = conversation.department.map { ids[$0] }
      return conversation
    }
  }

  /// By time, so that the order of files and records does not matter; what has days in order already is left out.
  mutating func sort() {
    posts.order()
    traffic.order()
    costs.order()
    conversations.order()
    ads.order()
  }

  /// What one file may tell twice; in order it shows at a glance that most do not.
  private mutating func sortDays() {
    followers.order()
    series.order()
    audience.order()
  }

  /// Counts each thing once: of two exports that hold it the one with more authority, then the later.
  ///
  /// - Parameter hours: Become costs here.
  mutating func removeSuperseded(with hours: [TimeEntry]) {
    var hours = hours
    let order = files.map { FileOrder($0) }
    var lost: Set<SourceRecord> = []
    removeSupersededPosts(order)
    sortDays()
    if followers.hasNeighbours(where: { $0.day == $1.day && $0.platform == $1.platform }) {
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
    let isSeriesRepeated = series.hasNeighbours {
      $0.day == $1.day && $0.platform == $1.platform && $0.measure == $1.measure
    }
    if isSeriesRepeated {
      Self.removeSuperseded(&series, \.source, isRepeating: false, order, &lost) {
        DayKey(day: $0.day, platform: $0.platform, measure: $0.measure)
      }
    }
    if mayRepeatSegments {
      Self.removeSuperseded(&audience, \.source, isRepeating: false, order, &lost) {
        AudienceKey(
          month: $0.month, platform: $0.platform, dimension: $0.dimension, segment: $0.segment)
      }
    }
    Self.removeSuperseded(&hours, \.source, isRepeating: true, order, &lost, by: \.identity)
    costs += Dictionary(grouping: hours, by: \.source.file).sorted { $0.key < $1.key }
      .flatMap(\.value.costs)
    skipLost(lost)
  }

  /// Whether a segment may stand in the audience twice; long lists of segments are not looked through.
  ///
  /// The shares of one month, platform and dimension lie beside each other.
  private var mayRepeatSegments: Bool {
    var start = 0
    for index in audience.indices {
      let isOther =
        audience[index].month != audience[start].month
        || audience[index].platform != audience[start].platform
        || audience[index].dimension != audience[start].dimension
      if isOther { start = index }
      if index - start > 64 { return true }
      for other in start..<index where audience[other].segment == audience[index].segment {
        return true
      }
    }
    return false
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
    let links = posts.indices.map { posts[$0].link.map(normalisedLink) }
    var digests: [UInt64] = []
    digests.reserveCapacity(posts.count * 2)
    for index in posts.indices {
      digests.append(posts[index].id.digest)
      if let link = links[index] { digests.append(link.digest) }
    }
    guard digests.mayRepeat else { return }
    var first: [PostKey: Int] = [:]
    // The record that each record was found to be the same post as; itself where it is the first.
    var same = Array(posts.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while same[index] != index { index = same[index] }
      return index
    }
    func join(_ index: Int, by key: PostKey) {
      // Looked up and put in at once.
      let other = withUnsafePointer(to: &first[key, default: index]) { $0.pointee }
      if other != index { same[root(index)] = root(other) }
    }
    first.reserveCapacity(digests.count)
    for index in posts.indices {
      join(index, by: PostKey(posts[index].platform, id: posts[index].id))
      if let link = links[index] { join(index, by: PostKey(normalisedLink: link)) }
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
      indices[PostKey(nil, id: posts[index].id)] = index
      if let link = posts[index].link { indices[PostKey(link: link)] = index }
    }
    for entry in log {
      guard let index = indices[PostKey(nil, id: entry.post)] ?? indices[PostKey(link: entry.post)]
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

  /// Whether two elements that lie beside each other are alike.
  fileprivate func hasNeighbours(where areAlike: (Element, Element) -> Bool) -> Bool {
    indices.dropFirst().contains { areAlike(self[$0 - 1], self[$0]) }
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

/// What tells that two records are one post: a platform's id, or a link.
private struct PostKey: Hashable {
  private let digest: UInt64
  /// `nil` for a link, and for an id as a person writes it into a log, without a platform.
  private let platform: Platform?
  private let isLink: Bool
  private let text: String

  init(_ platform: Platform?, id: String) {
    self.platform = platform
    isLink = false
    text = id
    digest = id.digest
  }

  init(link: String) { self.init(normalisedLink: normalisedLink(link)) }

  init(normalisedLink link: String) {
    platform = nil
    isLink = true
    text = link
    digest = text.digest
  }

  static func == (a: PostKey, b: PostKey) -> Bool {
    a.digest == b.digest && a.platform == b.platform && a.isLink == b.isLink && a.text == b.text
  }

  func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}

extension [UInt64] {
  /// Whether two digests may be the same: they are, or so much alike that the search would become long.
  fileprivate var mayRepeat: Bool {
    // Open addressing in a table that is half empty at least; 0 is a free place.
    let bits = Int.bitWidth - (2 * count).leadingZeroBitCount
    var table = [UInt64](repeating: 0, count: 1 << bits)
    for digest in self {
      if digest == 0 { return true }
      var place = Int(truncatingIfNeeded: digest & UInt64(table.count - 1))
      var stepsLeft = 64
      while table[place] != 0 {
        if table[place] == digest || stepsLeft == 0 { return true }
        place = (place + 1) & (table.count - 1)
        stepsLeft -= 1
      }
      table[place] = digest
    }
    return false
  }
}

extension String {
  /// A number that differs for most texts, made of eight bytes at a time.
  fileprivate var digest: UInt64 {
    // What was loaded lies together already.
    utf8.withContiguousStorageIfAvailable { Self.digest(of: UnsafeRawBufferPointer($0)) }
      ?? Array(utf8).withUnsafeBytes { Self.digest(of: $0) }
  }

  private static func digest(of bytes: UnsafeRawBufferPointer) -> UInt64 {
    var digest = UInt64(bytes.count)
    var place = 0
    while place < bytes.count {
      var part: UInt64 = 0
      withUnsafeMutableBytes(of: &part) { part in
        part.copyMemory(
          from: UnsafeRawBufferPointer(rebasing: bytes[place..<Swift.min(place + 8, bytes.count)]))
      }
      digest = (digest ^ part) &* 0x9E37_79B9_7F4A_7C15
      digest ^= digest >> 32
      place += 8
    }
    return digest
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

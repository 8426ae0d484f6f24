import CSV
import PeilModel
import TextFolding

/// Meta Business Suite, results and audience: blocks with a title, an empty line between them.
///
/// The title tells what a block holds; of the older files its column labels are wrong. Titles are data,
/// so that one of another language is one more line.
struct MetaResults {
  /// The blocks that are known, in the order of the file.
  let blocks: [Block]
  /// Titles of blocks that are not read: affinities, totals of other pages.
  let unusedTitles: [String]

  struct Block {
    let title: String
    let content: Content
    /// Where its records are.
    let records: Range<Int>
    /// The record before them with the names of the columns.
    let header: Int
  }

  enum Content: Equatable {
    /// A value a day.
    case daily(DailyValue.Measure, Platform?)
    /// A row an age group, a column a gender.
    case agesAndGenders
    /// Places in the header, their shares below.
    case places(String)
    /// Kinds of posts in the header, and what they came to below.
    case contentFormats(String)
  }

  /// - Returns: `nil` when no block of the file is one of these.
  init?(_ records: Records) {
    var known: [Block] = []
    var unused: [String] = []
    for block in records.blocks {
      guard records[block.lowerBound].countWithoutTrailing == 1 else { continue }
      let title = records[block.lowerBound].string(at: 0).trimmingBlanks()
      if let content = Self.content(HeaderLabel(title).key, of: block, in: records) {
        known.append(
          Block(
            title: title, content: content, records: block.dropFirst(2),
            header: block.lowerBound + 1))
      } else {
        unused.append(HeaderLabel(title).key)
      }
    }
    guard !known.isEmpty else { return nil }
    blocks = known
    unusedTitles = unused
  }

  /// Whether the file tells about an audience; it may hold a daily series besides.
  var isAudience: Bool {
    blocks.contains { block in
      switch block.content {
      case .agesAndGenders, .places: true
      case .daily, .contentFormats: false
      }
    }
  }

  /// Its name, as `peil inspect` prints it.
  var format: String {
    switch kind {
    case .audience: "meta-audience"
    case .reference: "meta-content-formats"
    default: "meta-daily"
    }
  }

  var kind: SourceFile.Kind {
    if isAudience { return .audience }
    return blocks.contains { if case .daily = $0.content { true } else { false } }
      ? .dailySeries : .reference
  }

  /// What `Top content formats.csv` adds up to, by measure; empty for any other file.
  func sumsOfFormats(in records: Records) -> [SourceFile.Sum] {
    blocks.compactMap { block in
      guard case .contentFormats(let measure) = block.content else { return nil }
      let total = records[block.records].reduce(0.0) { total, record in
        (0..<record.count).reduce(total) { total, column in
          let number = record.withBytes(at: column) { bytes in
            bytes.withUnsafeBufferPointer { NumberStyle.point.count($0) }
          }
          return total + Double(number ?? 0)
        }
      }
      return SourceFile.Sum(measure, total)
    }
  }

  private static func content(
    _ title: String, of block: Range<Int>, in records: Records
  ) -> Content? {
    guard block.count >= 2 else { return nil }
    let header = records[block.lowerBound + 1]
    guard header.countWithoutTrailing > 1 || places[title] != nil else { return nil }
    let first = HeaderLabel(header.string(at: 0)).key
    if let daily = titles[title], ["date", "datum", "fecha"].contains(first) {
      return .daily(daily.0, daily.1)
    }
    if let measure = formatTitles[title], formats.contains(first) {
      return .contentFormats(measure)
    }
    if ages.contains(title) { return first.isEmpty ? .agesAndGenders : nil }
    return places[title].map { .places($0) }
  }

  private static let titles: [String: (DailyValue.Measure, Platform?)] = [
    "content interactions": (.interactions, nil),
    "facebook content interactions": (.interactions, .facebook),
    "facebook follows": (.newFollowers, .facebook),
    "facebook link clicks": (.linkClicks, .facebook),
    "facebook page reach": (.reach, .facebook),
    "facebook page visits": (.visits, .facebook),
    "facebook reach": (.reach, .facebook),
    "facebook visits": (.visits, .facebook),
    "follows": (.newFollowers, nil),
    "instagram content interactions": (.interactions, .instagram),
    "instagram follows": (.newFollowers, .instagram),
    "instagram link clicks": (.linkClicks, .instagram),
    "instagram profile visits": (.visits, .instagram),
    "instagram reach": (.reach, .instagram),
    "link clicks": (.linkClicks, nil),
    "reach": (.reach, nil),
    "viewers": (.viewers, nil),
    "views": (.views, nil),
  ]

  private static let formatTitles = [
    "content interactions": "interactions", "published content": "posts", "views": "views",
  ]

  private static let formats: Set<String> = [
    "links", "multi-photo", "others", "photos", "reels", "stories", "text", "videos",
  ]

  private static let ages: Set<String> = ["age & gender"]

  private static let places: [String: String] = [
    "top cities": "city", "top countries": "country", "top towns/cities": "city",
  ]
}

import CSV
import PeilModel
import TextFolding

/// Meta Business Suite, results and audience: blocks with a title, an empty line between them.
///
/// The title tells what a block holds; of the older files its column labels are wrong.
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

  enum Content: Equatable, Sendable {
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
  init?(_ records: Records, _ titles: MetaTitles) {
    var known: [Block] = []
    var unused: [String] = []
    for block in records.blocks {
      guard records[block.lowerBound].countWithoutTrailing == 1 else { continue }
      let title = records[block.lowerBound].string(at: 0).trimmingBlanks()
      if let content = Self.content(
        HeaderLabel(title).key, of: block, in: records, titles)
      {
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
    let group: MetaTitles.Group =
      switch kind {
      case .audience: .audience
      case .reference: .contentFormats
      default: .daily
      }
    return group.rawValue
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
    _ title: String, of block: Range<Int>, in records: Records, _ titles: MetaTitles
  ) -> Content? {
    guard block.count >= 2 else { return nil }
    let header = records[block.lowerBound + 1]
    let places = titles.content(title, in: .audience)
    guard header.countWithoutTrailing > 1 || places != nil else { return nil }
    let first = HeaderLabel(header.string(at: 0)).key
    if titles.isLabel(first, of: .date), let daily = titles.content(title, in: .daily) {
      return daily
    }
    if titles.isLabel(first, of: .postKind),
      let formats = titles.content(title, in: .contentFormats)
    {
      return formats
    }
    return places == .agesAndGenders && !first.isEmpty ? nil : places
  }
}

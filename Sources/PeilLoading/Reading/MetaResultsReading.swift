import CSV
import Calendars
import Diagnostics
import PeilModel

/// What the blocks of a results or audience file of Meta came to.
struct MetaResultsReading {
  private(set) var source: SourceFile
  private(set) var series: [DailyValue] = []
  /// Without a month: the file does not say when it was made.
  private(set) var shares: [UndatedShare] = []

  private let file: SourceFile.ID
  private let client: Client

  /// - Throws: When a block does not tell its platform and nothing around the file does, and when a share
  ///   is no number.
  init(
    _ results: MetaResults, of records: Records, path: String, client: Client, file: SourceFile.ID
  ) throws(Diagnostic) {
    self.file = file
    self.client = client
    let isAudience = results.isAudience
    source = SourceFile(
      path: path, format: results.format, kind: results.kind, platform: nil, sha256: "")
    source.unusedColumns = results.unusedTitles
    source.assumptions = isAudience ? [] : [.pacificDays]
    var platforms: Set<Platform> = []
    for block in results.blocks {
      let platform = try platform(of: block, in: records, path: path)
      platforms.insert(platform)
      source.records += block.records.count
      guard client.platforms.contains(platform) else {
        skip(.otherPlatform, block.records.count)
        continue
      }
      let rows = records[block.records]
      switch block.content {
      case .daily(let measure, _):
        readDays(rows, measure, platform)
      case .agesAndGenders:
        try readAges(rows, genders: records[block.header], platform)
      case .places(let dimension):
        try readPlaces(rows, names: records[block.header], dimension, platform)
      case .contentFormats: break
      }
    }
    source.platform = platforms.count == 1 ? platforms.first : nil
    source.days = series.map(\.day).min().flatMap { first in
      series.map(\.day).max().map { first...$0 }
    }
    source.asOf = source.days?.upperBound
  }

  // MARK: - Blocks

  /// A clock part that jumps between 00 and 01 stands behind the day and means nothing.
  private mutating func readDays(
    _ rows: Records, _ measure: DailyValue.Measure, _ platform: Platform
  ) {
    var previous: DailyValue?
    for row in rows {
      guard row.count > 1, let day = Day(iso8601: String(row.string(at: 0).prefix(10))),
        let value = row.withBytes(
          at: 1, { bytes in bytes.withUnsafeBufferPointer { NumberStyle.point.count($0) } })
      else {
        skip(.incomplete, 1)
        continue
      }
      source.used += 1
      let found = DailyValue(
        day: day, platform: platform, measure: measure, value: value, source: place(of: row))
      // Instagram leaves days without new followers out, where Facebook writes 0.
      if platform == .instagram, measure == .newFollowers, let previous, previous.day + 1 < day {
        series += (previous.day + 1..<day).map { missing in
          DailyValue(
            day: missing, platform: platform, measure: measure, value: 0, source: previous.source)
        }
        if !source.assumptions.contains(.followsLeaveOutDays) {
          source.assumptions.append(.followsLeaveOutDays)
        }
      }
      series.append(found)
      previous = found
    }
  }

  /// Ages and genders each by themselves; women and men stand in either order.
  private mutating func readAges(
    _ rows: Records, genders: Record, _ platform: Platform
  ) throws(Diagnostic) {
    let columns = 1..<max(genders.countWithoutTrailing, 1)
    let style = try NumberStyle(settledBy: columns, in: rows) ?? .point
    var totals = columns.map { _ in 0.0 }
    for row in rows {
      source.used += 1
      var total = 0.0
      for column in columns {
        let share = try share(at: column, of: row, style)
        total += share
        totals[column - 1] += share
      }
      add("age", row.string(at: 0), total, platform, row)
    }
    guard let first = rows.first else { return }
    for column in columns {
      add("gender", genders.string(at: column).lowercased(), totals[column - 1], platform, first)
    }
  }

  private mutating func readPlaces(
    _ rows: Records, names: Record, _ dimension: String, _ platform: Platform
  ) throws(Diagnostic) {
    let columns = 0..<names.countWithoutTrailing
    let style = try NumberStyle(settledBy: columns, in: rows) ?? .point
    for row in rows {
      source.used += 1
      for column in columns {
        add(
          dimension, names.string(at: column), try share(at: column, of: row, style), platform, row)
      }
    }
  }

  // MARK: - Fields

  /// A percentage, with its sign or without, as a fraction.
  private func share(
    at column: Int, of row: Record, _ style: NumberStyle
  ) throws(Diagnostic) -> Double {
    guard column < row.count else { throw .damagedNumber("", at: row.place) }
    let number = row.withBytes(at: column) { bytes in
      bytes.withUnsafeBufferPointer { style.number($0) }
    }
    guard let number, (0...100).contains(number) else {
      throw .damagedNumber(row.string(at: column), at: row.place(of: column))
    }
    return number / 100
  }

  private mutating func add(
    _ dimension: String, _ segment: String, _ share: Double, _ platform: Platform, _ row: Record
  ) {
    shares.append(
      UndatedShare(
        platform: platform, dimension: dimension, segment: segment.trimmingBlanks(), share: share,
        source: place(of: row)))
  }

  private mutating func skip(_ reason: SkipReason, _ count: Int) {
    if let index = source.skipped.firstIndex(where: { $0.reason == reason }) {
      source.skipped[index].count += count
    } else {
      source.skipped.append(SourceFile.Skipped(reason, count))
    }
  }

  private func place(of row: Record) -> SourceRecord { SourceRecord(file: file, line: row.line) }

  // MARK: - Platform

  /// Told by the title, else by the folder, else by there being only one that it can be.
  private mutating func platform(
    of block: MetaResults.Block, in records: Records, path: String
  ) throws(Diagnostic) -> Platform {
    if case .daily(_, let platform?) = block.content { return platform }
    let meta: [Platform] = [.facebook, .instagram]
    let folders = path.lowercased().split(separator: "/").dropLast()
    let named = meta.filter { platform in
      folders.contains { folder in
        folder.split { !$0.isLetter }.contains { $0 == platform.rawValue }
      }
    }
    if named.count == 1 { return named[0] }
    let own = meta.filter(client.platforms.contains)
    guard named.isEmpty, own.count == 1 else {
      throw .unknownPlatform(block.title, at: records[block.header - 1].place)
    }
    if !source.assumptions.contains(.platformBySettings) {
      source.assumptions.append(.platformBySettings)
    }
    return own[0]
  }
}

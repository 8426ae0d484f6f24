import CSV
import Calendars
import Diagnostics
import PeilModel

/// What the records of one table came to: every record is used, or skipped for a reason.
struct TableReading {
  private(set) var data = ClientData()
  private(set) var log: [PostLogEntry] = []
  private(set) var recordCount = 0
  private(set) var used = 0
  private(set) var skipped: [SourceFile.Skipped] = []
  /// First and last day that the records speak of.
  private(set) var days: ClosedRange<Day>?
  /// The account that was taken for the client's own because the settings name none.
  private(set) var assumedAccount: String?

  init(
    _ table: RecognisedTable, of records: Records, client: Client, numbers: NumberStyle,
    clocks: RecordReader.Clocks, file: SourceFile.ID
  ) {
    let configured = table.format.platform.flatMap { client.accounts[$0] }
    if configured == nil { assumedAccount = Self.commonestAccount(in: table, of: records) }
    var reader = RecordReader(
      records[table.header], columns: table.columns, client: client, numbers: numbers,
      clocks: clocks, file: file, ownAccount: configured ?? assumedAccount)
    var reasons: [SkipReason: Int] = [:]
    for position in table.records {
      let record = records[position]
      guard !record.isBlank else { continue }
      recordCount += 1
      reader.record = record
      do throws(SkipReason) {
        try table.format.read(&reader)
        used += 1
      } catch {
        reasons[error, default: 0] += 1
      }
    }
    skipped = SkipReason.allCases.compactMap { reason in
      reasons[reason].map { SourceFile.Skipped(reason, $0) }
    }
    data = reader.data
    log = reader.log
    days = [reader.days, data.days(clocks.agency)].compactMap { $0 }.reduce(nil) { joined, next in
      joined.map {
        min($0.lowerBound, next.lowerBound)...max($0.upperBound, next.upperBound)
      } ?? next
    }
  }

  /// The platform, when all records are of one.
  var onlyPlatform: Platform? {
    let platforms =
      Set(data.posts.map(\.platform)).union(data.followers.map(\.platform))
    return platforms.count == 1 ? platforms.first : nil
  }

  /// The account with most records; of two with as many, the alphabetically first.
  private static func commonestAccount(
    in table: RecognisedTable, of records: Records
  ) -> String? {
    let field = table.columns[.account].map { _ in Field.account }
    let named = table.format.platform == .facebook ? Field.accountName : field
    guard let named, let column = table.columns[named]?.first else { return nil }
    var counts: [String: Int] = [:]
    for position in table.records where column < records[position].count {
      let account = records[position].string(at: column)
      if !account.isEmpty { counts[account, default: 0] += 1 }
    }
    return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
  }
}

extension NumberStyle {
  /// Columns whose fields are numbers, where their style can be seen.
  private static let numeric: Set<Field> = [
    .amount, .comments, .conversions, .engagedSessions, .followers, .follows, .hours,
    .impressions, .likes, .linkClicks, .profileVisits, .reach, .reactions, .revenue, .saves,
    .sessions, .share, .shares, .spend, .videoViews, .views,
  ]

  /// Decides the decimal sign of a table from all of its numbers.
  ///
  /// - Throws: When a number can be read in two ways and no other settles it, or when two numbers settle
  ///   it differently.
  init(of table: RecognisedTable, in records: Records) throws(Diagnostic) {
    let columns = table.columns.filter { Self.numeric.contains($0.key) }.flatMap(\.value).sorted()
    try self.init(of: columns, in: records[table.records])
  }

  /// - Parameter columns: Places of fields that should be numbers.
  init(of columns: some Collection<Int>, in records: Records) throws(Diagnostic) {
    var ambiguous: (record: Record, column: Int)?
    var settled: NumberStyle?
    for record in records {
      for column in columns where column < record.count {
        let hint = record.withBytes(at: column) { bytes in
          bytes.withUnsafeBufferPointer { Self.hint($0) }
        }
        switch hint {
        case .nothing: continue
        case .settles(let style):
          guard style == settled ?? style else {
            throw .mixedNumbers(record.string(at: column), at: record.place(of: column))
          }
          settled = style
        case .ambiguous: ambiguous = ambiguous ?? (record, column)
        }
      }
    }
    if settled == nil, let ambiguous {
      throw .ambiguousNumbers(
        ambiguous.record.string(at: ambiguous.column),
        at: ambiguous.record.place(of: ambiguous.column))
    }
    self = settled ?? .point
  }
}

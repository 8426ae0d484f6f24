import CSV
import Calendars
import Diagnostics
import PeilModel
import TextFolding

/// What the records of one table came to: every record is used, or skipped for a reason.
struct TableReading {
  private(set) var data = ClientData()
  private(set) var log: [PostLogEntry] = []
  private(set) var hours: [TimeEntry] = []
  private(set) var shares: [UndatedShare] = []
  private(set) var tallies: [SourceFile.Sum] = []
  private(set) var differences: [SourceFile.Difference] = []
  private(set) var recordCount = 0
  private(set) var used = 0
  private(set) var skipped: [SourceFile.Skipped] = []
  /// First and last day that the records speak of.
  private(set) var days: ClosedRange<Day>?

  /// - Throws: When something that holds for all records of the table cannot be told from it.
  init(
    _ table: RecognisedTable, of records: Records, client: Client, clocks: RecordReader.Clocks,
    context: Context, file: SourceFile.ID
  ) throws(Diagnostic) {
    let facts = try TableFacts(table, in: records, client: client, context: context)
    var loop = TableLoop(
      RecordReader(
        records[table.records], facts: facts, client: client, clocks: clocks, file: file),
      TotalCheck(table.format.totals.fields, facts: facts),
      width: context.isUnwrapped ? records[table.header].count : nil,
      hasRemarks: !table.format.isExport)
    table.format.readAll(&loop)
    recordCount = loop.recordCount
    skipped = loop.skipped
    used = recordCount - skipped.reduce(0) { $0 + $1.count }
    differences = loop.check.differences
    data = loop.reader.data
    log = loop.reader.log
    hours = loop.reader.hours
    shares = loop.reader.shares + loop.reader.counts.normalised
    tallies = loop.reader.tallies
    let found: [ClosedRange<Day>?] =
      [loop.reader.days, data.days(clocks.agency)] + hours.map { $0.day...$0.day }
    days = found.compactMap { $0 }.reduce(nil) { joined, next in
      joined.map {
        min($0.lowerBound, next.lowerBound)...max($0.upperBound, next.upperBound)
      } ?? next
    }
  }

  /// What is known of a file from outside its records.
  struct Context {
    /// The days that it says it is about.
    let period: ClosedRange<Day>?
    /// The day of its export, or one near it.
    let reference: Day?
    /// The agency's; `nil` accepts any.
    let currency: String?
    /// Its lines were fields of another file: a record that does not fit the header was broken by it.
    let isUnwrapped: Bool
    /// Its records are rows of a sheet.
    let isSheet: Bool
  }

  /// The platform, when all records are of one.
  var onlyPlatform: Platform? {
    let first = data.posts.first?.platform ?? data.followers.first?.platform
    guard let only = first ?? data.series.first?.platform,
      data.posts.indices.allSatisfy({ data.posts[$0].platform == only }),
      data.followers.allSatisfy({ $0.platform == only }),
      data.series.allSatisfy({ $0.platform == only })
    else { return nil }
    return only
  }
}

extension TableFacts {
  fileprivate init(
    _ table: RecognisedTable, in records: Records, client: Client, context: TableReading.Context
  ) throws(Diagnostic) {
    let rows = records[table.records]
    columns = table.columns
    labels = table.labels
    numbers = try NumberStyle(of: table, in: records)
    period = context.period
    isSheet = context.isSheet
    switch table.format.dates {
    case .written:
      (order, yearless) = (.monthFirst, nil)
    case .ordered(let field):
      order =
        try columns[field].map { column throws(Diagnostic) in
          try DayOrder(of: column, in: rows, period: context.period)
        } ?? .monthFirst
      yearless = nil
    case .withoutYear(let field):
      guard let column = columns[field], let reference = context.reference else {
        throw .yearlessFile(at: records[table.header].place)
      }
      (order, yearless) = (.monthFirst, YearlessDays(of: column, in: rows, near: reference))
    }
    isOtherCurrency =
      context.currency.map { own in table.currencies.contains { $0 != own } } ?? false
    ownAccount =
      table.format.platform.flatMap { client.accounts[$0] }
      ?? Self.commonestAccount(in: table, of: records)
    ownClientNames = try Self.ownClientNames(in: table, of: records, client)
  }

  /// - Throws: When none of several names is one of the client's.
  private static func ownClientNames(
    in table: RecognisedTable, of records: Records, _ client: Client
  ) throws(Diagnostic) -> Set<String>? {
    guard let column = table.columns[.clientName] else { return nil }
    var names: Set<String> = []
    for record in records[table.records] where column < record.count {
      let name = record.string(at: column).trimmingBlanks()
      if !name.isEmpty { names.insert(name) }
    }
    guard names.count > 1 else { return nil }
    let known = Set(([client.name] + client.identifyingNames).map { NameKey($0) })
    let own = names.filter { known.contains(NameKey($0)) }
    guard !own.isEmpty else {
      throw .unknownClientName(names.sorted(), at: records[table.header].place)
    }
    return own
  }

  /// The account with most records; of two with as many, the alphabetically first.
  private static func commonestAccount(
    in table: RecognisedTable, of records: Records
  ) -> String? {
    let isFacebook = table.format.platform == .facebook
    guard let column = table.columns[isFacebook ? .accountName : .account] else { return nil }
    var counts: [String: Int] = [:]
    for position in table.records where column < records[position].count {
      let account = records[position].string(at: column)
      if !account.isEmpty { counts[account, default: 0] += 1 }
    }
    return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
  }
}

extension NumberStyle {
  /// Columns whose fields are whole numbers.
  private static let counts: [Field] = [
    .activeFollowers, .autoInvited, .clicks, .comments, .engagedSessions, .engagements, .followers,
    .follows, .impressions, .likes, .linkClicks, .lostFollowers, .netFollowers, .newFollowers,
    .organicFollowers, .paidImpressions, .pageViews, .profileVisits, .reach, .reactions, .saves,
    .sessions, .shares, .sponsoredFollowers, .subscribers, .videoViews, .viewers, .views, .visits,
  ]

  /// Columns whose fields may have decimals.
  private static let measures: [Field] = [
    .amount, .averageSeconds, .conversions, .hours, .revenue, .share, .spend, .watchHours,
    .watchSeconds,
  ]

  /// Decides the decimal sign of a table from all of its numbers.
  ///
  /// - Throws: When a number can be read in two ways and no other settles it, or when two numbers settle
  ///   it differently.
  init(of table: RecognisedTable, in records: Records) throws(Diagnostic) {
    let measures = Self.measures.flatMap { table.columns.all(of: $0) }
    let counts = Self.counts.flatMap { table.columns.all(of: $0) }
    self =
      try NumberStyle(settledBy: measures, counts: counts, in: records[table.records]) ?? .point
  }

  /// - Parameters:
  ///   - columns: Places of fields that may have decimals.
  ///   - counts: Places of fields that have none.
  /// - Returns: `nil` when no number tells.
  init?(
    settledBy columns: some Collection<Int>, counts: some Collection<Int> = [], in records: Records
  ) throws(Diagnostic) {
    guard !columns.isEmpty || !counts.isEmpty else { return nil }
    var reading = StyleReading()
    var cursor = RecordCursor(over: records)
    let places = Array(columns) + counts
    let all = places.span
    while cursor.next() {
      for index in all.indices where all[index] < cursor.count {
        // Digits alone say nothing, nor does a blank.
        if cursor.isWholeNumberOrNothing(at: all[index]) { continue }
        if let decimal = cursor.decimal(at: all[index]), reading.expects(decimal) { continue }
        try reading.take(cursor.record, all[index], isCount: index >= columns.count)
      }
    }
    guard let style = try reading.style(of: records) else { return nil }
    self = style
  }
}

/// What the numbers of a table have said of their style so far.
private struct StyleReading {
  private var settled: NumberStyle?
  private var ambiguous: (record: Record, column: Int)?

  /// Whether a number is as others said that numbers are. Three decimals may be thousands.
  @inline(__always)
  func expects(_ decimal: DecimalText) -> Bool {
    decimal.decimals != 3 && settled?.decimalSign == decimal.sign
  }

  mutating func take(_ record: Record, _ column: Int, isCount: Bool) throws(Diagnostic) {
    let hint = record.withBytes(at: column) { bytes in
      bytes.withUnsafeBufferPointer {
        isCount ? NumberStyle.hintOfCount($0) : NumberStyle.hint($0)
      }
    }
    switch hint {
    case .nothing: return
    case .settles(let style):
      guard style == settled ?? style else {
        throw .mixedNumbers(record.string(at: column), at: record.place(of: column))
      }
      settled = style
    case .ambiguous: ambiguous = ambiguous ?? (record, column)
    }
  }

  /// - Throws: When only percentages could still tell, and do not.
  func style(of records: Records) throws(Diagnostic) -> NumberStyle? {
    guard settled == nil, let ambiguous else { return settled }
    for record in records {
      for column in 0..<record.count {
        let text = record.string(at: column)
        guard text.hasSuffix("%") else { continue }
        if case .settles(let style) = NumberStyle.hint(Array(text.utf8)) { return style }
      }
    }
    throw .ambiguousNumbers(
      ambiguous.record.string(at: ambiguous.column),
      at: ambiguous.record.place(of: ambiguous.column))
  }
}

extension [UndatedShare] {
  /// Numbers of people as parts of all that their dimension lists.
  fileprivate var normalised: [UndatedShare] {
    var totals: [String: Double] = [:]
    for part in self { totals[part.dimension, default: 0] += part.share }
    return compactMap { part in
      guard let total = totals[part.dimension], total > 0 else { return nil }
      return UndatedShare(
        platform: part.platform, dimension: part.dimension, segment: part.segment,
        share: part.share / total, source: part.source)
    }
  }
}

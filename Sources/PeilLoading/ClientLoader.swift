import CSV
import Calendars
import Diagnostics
import FileSystem
import PeilModel

/// Gathers what the exports of one client say, file by file, and settles what they say twice.
struct ClientLoader {
  private let client: Client
  private let settings: Settings
  private var data = ClientData()
  private var log: [PostLogEntry] = []
  private var hours: [TimeEntry] = []
  /// Shares of an audience that wait for a month.
  private var undated: [UndatedAudience] = []
  /// Tables that can be read when the others tell of which year they are.
  private var waiting: [WaitingTable] = []
  /// Sheets of the workbook at hand that are no known table; `nil` outside a workbook.
  var unknownSheets: [String]?
  private var diagnostics: [Diagnostic] = []
  private var isUnusable = false

  /// What is the same for all clients of a run.
  struct Settings {
    let clocks: RecordReader.Clocks
    /// The agency's; `nil` accepts amounts of any.
    let currency: String?
    let catalogue: ExportCatalogue
  }

  init(client: Client, settings: Settings) {
    self.client = client
    self.settings = settings
  }

  mutating func load(_ file: InputFile) {
    let bytes: FileBytes
    switch file.content {
    case .success(let content): bytes = content
    case .failure(let problem):
      tell(problem, isUnusable: true)
      return
    }
    load(bytes, of: file.name, depth: 0)
  }

  /// Understands what lies in a file of its own or in an archive.
  ///
  /// - Parameter depth: How many archives are around it.
  mutating func load(_ bytes: FileBytes, of file: ExportName, depth: Int) {
    switch Container(bytes) {
    case .archive: loadArchive(bytes, of: file, depth: depth)
    case .xml: loadXML(bytes, of: file)
    case .compound: loadCompound(bytes, of: file)
    case .foreign(let kind): tell(.foreignFile(kind, at: Place(file: file.shownAs)))
    case .text: loadText(bytes, of: file)
    }
  }

  /// - Parameter isUnwrapped: Every line was one field, out of which these bytes were taken.
  mutating func loadText(_ bytes: FileBytes, of file: ExportName, isUnwrapped: Bool = false) {
    let text: CSVFile
    do throws(Diagnostic) {
      text = try CSVFile(bytes: bytes, name: file.shownAs)
    } catch {
      tellDamaged(bytes, error)
      return
    }
    let records = Records(of: text)
    let recognition = Recognition(records, settings.catalogue)
    if recognition.isKnown {
      if let failure = records.failure {
        tell(failure, isUnusable: true)
        return
      }
      diagnostics += text.warnings
    }
    let place = Place(file: file.shownAs)
    switch recognition {
    case .unknown(let header, let nearest):
      guard unknownSheets?.append(file.path) == nil else { return }
      tell(.unknownFile(header: header, nearest: nearest, at: place))
    case .ambiguous(let formats):
      tell(.ambiguousFile(formats, at: place))
    case .empty:
      guard unknownSheets == nil else { return }
      tell(records.failure.map { .unreadableFile($0) } ?? .emptyFile(at: place))
    case .table(let table):
      read(table, of: records, from: file, isUnwrapped: isUnwrapped)
    case .results(let results):
      read(results, of: records, from: file)
    case .analytics(let report):
      read(report, of: records, from: file)
    case .quotedLines(let lines):
      guard !isUnwrapped else {
        tell(.unknownFile(header: [], nearest: nil, at: place))
        return
      }
      loadText(FileBytes(lines.text), of: file, isUnwrapped: true)
    }
  }

  /// What is known to belong into the report may not be missing from it.
  ///
  /// - Parameter bytes: As far as they could be had.
  mutating func tellDamaged(_ bytes: some Collection<UInt8>, _ cause: Diagnostic) {
    let isKnown = Recognition(ofDamaged: bytes, settings.catalogue).map(\.isKnown) ?? false
    tell(isKnown ? cause : .unreadableFile(cause), isUnusable: isKnown)
  }

  mutating func tell(_ problem: Diagnostic, isUnusable: Bool = false) {
    diagnostics.append(problem)
    self.isUnusable = self.isUnusable || isUnusable
  }
}

// MARK: - Tables

extension ClientLoader {
  private mutating func read(
    _ table: RecognisedTable, of records: Records, from file: ExportName, isUnwrapped: Bool
  ) {
    if let failure = table.truncation(in: records, of: records.file) {
      tell(failure, isUnusable: true)
      return
    }
    if let remainder = table.remainder {
      tell(.furtherTable(at: records[remainder].place))
    }
    var source = SourceFile(
      path: file.path, format: table.format.name, kind: table.format.kind,
      platform: table.format.platform, sha256: file.digest)
    source.unusedColumns = table.unusedColumns
    source.recognisedBy = table.format.signature.compactMap { field in
      table.columns[field].map { table.labels[$0] }
    }
    source.assumptions = table.format.assumptions
    source.isComplete = table.format.isComplete
    let waiting = WaitingTable(
      table: table, records: records, file: file, id: SourceFile.ID(data.files.count),
      isUnwrapped: isUnwrapped)
    data.files.append(source)
    if case .withoutYear = table.format.dates, FileSpan.exportDay(file.path) == nil {
      self.waiting.append(waiting)
    } else {
      read(waiting, near: FileSpan.exportDay(file.path))
    }
  }

  /// - Parameter reference: The day of the export, or one near it.
  private mutating func read(_ waiting: WaitingTable, near reference: Day?) {
    let table = waiting.table
    let index = waiting.id.index
    let declared = FileSpan.declared(
      by: table, in: waiting.records, path: waiting.file.path)
    let reading: TableReading
    do throws(Diagnostic) {
      reading = try TableReading(
        table, of: waiting.records, client: client, clocks: settings.clocks,
        context: TableReading.Context(
          period: declared, reference: reference, currency: settings.currency,
          isUnwrapped: waiting.isUnwrapped, isSheet: waiting.file.isSheet),
        file: waiting.id)
    } catch {
      tell(error, isUnusable: true)
      data.files[index].records = waiting.records[table.records].count { !$0.isBlank }
      data.files[index].used = data.files[index].records
      data.files[index].skipUsed(.unreadable)
      return
    }
    data.files[index].records = reading.recordCount
    data.files[index].used = reading.used
    data.files[index].skipped = reading.skipped
    data.files[index].sums = reading.tallies
    data.files[index].differences = reading.differences
    data.files[index].platform = data.files[index].platform ?? reading.onlyPlatform
    let span = FileSpan(declared: declared, path: waiting.file.path, data: reading.days)
    data.files[index].days = span.days
    data.files[index].asOf = span.asOf
    let source = data.files[index]
    let isRepeat = data.files.indices.contains { other in
      other != index && data.files[other].sha256 == source.sha256
        && data.files[other].format == source.format && data.files[other].used > 0
    }
    if isRepeat {
      // The same download twice: some records, such as costs, do not show it one by one.
      data.files[index].skipUsed(.superseded)
      return
    }
    tellDoubts(of: reading, in: waiting)
    data.merge(reading.data)
    log += reading.log
    hours += reading.hours
    keep(reading.shares, of: waiting.id, shownAs: waiting.file.shownAs)
    // One that holds nothing but remarks logs nothing yet.
    if table.format.kind == .postLog, reading.used > 0 { data.hasPostLog = true }
  }

  private mutating func tellDoubts(of reading: TableReading, in waiting: WaitingTable) {
    var header: Place { waiting.records[waiting.table.header].place }
    if let damaged = reading.skipped.first(where: { $0.reason == .damaged }) {
      tell(.damagedRecords(damaged.count, at: header))
    }
    if let currency = settings.currency,
      waiting.table.currencies.contains(where: { $0 != currency })
    {
      tell(.otherCurrency(waiting.table.currencies.sorted(), at: header))
    }
    if case .exact = waiting.table.format.totals {
      for difference in reading.differences {
        tell(
          .totalDiffers(
            difference.measure, total: difference.total.plain, sum: difference.sum.plain,
            at: header))
      }
    }
  }
}

// MARK: - Other files

extension ClientLoader {
  private mutating func read(
    _ results: MetaResults, of records: Records, from file: ExportName
  ) {
    let id = SourceFile.ID(data.files.count)
    var source = SourceFile(
      path: file.path, format: results.format, kind: results.kind, platform: nil,
      sha256: file.digest)
    source.records = results.blocks.reduce(0) { $0 + $1.records.count }
    source.sums = results.sumsOfFormats(in: records)
    source.recognisedBy = results.blocks.map(\.title)
    guard source.sums.isEmpty else {
      // It tells of no platform and of no day, and nothing of it is needed.
      source.used = source.records
      data.files.append(source)
      return
    }
    do throws(Diagnostic) {
      let reading = try MetaResultsReading(
        results, of: records, path: file.path, client: client, file: id)
      let titles = source.recognisedBy
      source = reading.source
      source.recognisedBy = titles
      source.sha256 = file.digest
      data.files.append(source)
      data.series += reading.series
      keep(reading.shares, of: id, shownAs: file.shownAs)
    } catch {
      tell(error)
      source.used = source.records
      source.skipUsed(.unreadable)
      data.files.append(source)
    }
  }

  private mutating func read(
    _ report: AnalyticsReport, of records: Records, from file: ExportName
  ) {
    do throws(Diagnostic) {
      let reading = try AnalyticsReading(report, of: records, path: file.path)
      var source = reading.source
      source.sha256 = file.digest
      source.sums = reading.sums
      data.files.append(source)
      if report.tables.contains(where: { $0.isVisitsBySource }) {
        tell(.visitsWithoutDays(at: Place(file: file.shownAs)))
      }
    } catch {
      tell(.unreadableFile(error))
    }
  }

  private mutating func keep(
    _ shares: [UndatedShare], of file: SourceFile.ID, shownAs name: String
  ) {
    guard !shares.isEmpty else { return }
    undated.append(UndatedAudience(file: file, shownAs: name, shares: shares))
  }
}

// MARK: - The whole

extension ClientLoader {
  /// The newest day of another export in the same folder, else of the client.
  private func dayOfNeighbours(of file: SourceFile) -> Day? {
    let others = data.files.filter { $0.path != file.path }
    let beside = others.filter { $0.path.folder == file.path.folder }.compactMap(\.asOf).max()
    return beside ?? others.compactMap(\.asOf).max()
  }

  private mutating func readWaiting() {
    for table in waiting {
      let reference = dayOfNeighbours(of: data.files[table.id.index])
      if reference != nil { data.files[table.id.index].assumptions.append(.yearByNeighbours) }
      read(table, near: reference)
    }
    waiting = []
  }

  /// Gives shares without a date the month of the export, else of its neighbours.
  private mutating func dateAudience() {
    for audience in undated {
      let index = audience.file.index
      let own = FileSpan.exportDay(data.files[index].path)
      guard let day = own ?? data.files[index].asOf ?? dayOfNeighbours(of: data.files[index])
      else {
        tell(.undatedFile(at: Place(file: audience.shownAs)))
        data.files[index].skipUsed(.unreadable)
        continue
      }
      if own == nil, data.files[index].asOf == nil {
        data.files[index].assumptions.append(.datedByNeighbours)
      }
      data.files[index].asOf = data.files[index].asOf ?? day
      data.audience += audience.shares.map { $0.share(in: day.month) }
    }
  }

  /// Sorts, counts each thing once, and joins the log to its posts.
  consuming func finish() -> ClientLoad {
    readWaiting()
    dateAudience()
    data.removeSuperseded(with: hours)
    data.apply(log)
    data.sort()
    data.sortSkipped()
    data.addSums()
    return ClientLoad(data: data, diagnostics: diagnostics, isUnusable: isUnusable)
  }
}

/// A table that has its place among the files and is not read yet.
private struct WaitingTable {
  let table: RecognisedTable
  let records: Records
  let file: ExportName
  let id: SourceFile.ID
  /// Its lines were fields, so that some may not fit together again.
  let isUnwrapped: Bool
}

/// The audience that a file without a date tells.
private struct UndatedAudience {
  let file: SourceFile.ID
  let shownAs: String
  let shares: [UndatedShare]
}

extension String {
  /// A path without its last part.
  fileprivate var folder: Substring { lastIndex(of: "/").map { self[..<$0] } ?? "" }
}

extension SourceFile {
  /// Takes all of its records out of those that are used.
  fileprivate mutating func skipUsed(_ reason: SkipReason) {
    guard used > 0 else { return }
    skipped.append(Skipped(reason, used))
    used = 0
  }
}

extension Double {
  /// Without a fraction where it has none.
  fileprivate var plain: String {
    self == rounded() && abs(self) < 1e15 ? "\(Int(self))" : "\((self * 100).rounded() / 100)"
  }
}

import CSV
import Calendars
import Diagnostics
import PeilModel

/// Gathers what the exports of one client say, file by file, and settles what they say twice.
struct ClientLoader {
  private let client: Client
  private let clocks: RecordReader.Clocks
  private var data = ClientData()
  private var log: [PostLogEntry] = []
  /// Shares of an audience that wait for a month.
  private var undated: [UndatedAudience] = []
  private var diagnostics: [Diagnostic] = []
  private var isUnusable = false

  init(client: Client, clocks: RecordReader.Clocks) {
    self.client = client
    self.clocks = clocks
  }

  mutating func load(_ file: InputFile) {
    let name = file.shownAs
    let bytes: [UInt8]
    switch file.content {
    case .success(let content): bytes = content
    case .failure(let problem):
      diagnostics.append(problem)
      isUnusable = true
      return
    }
    if let kind = ForeignFile(bytes) {
      diagnostics.append(.foreignFile(kind, at: Place(file: name)))
      return
    }
    let text: CSVFile
    do throws(Diagnostic) {
      text = try CSVFile(bytes: bytes, name: name)
    } catch {
      // What is known to belong into the report may not be missing from it.
      let isKnown = Recognition(ofDamaged: bytes).map(\.isKnown) ?? false
      isUnusable = isUnusable || isKnown
      diagnostics.append(isKnown ? error : .unreadableFile(error))
      return
    }
    let records = Records(of: text)
    switch Recognition(records) {
    case .unknown(let header, let nearest):
      diagnostics.append(.unknownFile(header: header, nearest: nearest, at: Place(file: name)))
    case .ambiguous(let formats):
      diagnostics.append(.ambiguousFile(formats, at: Place(file: name)))
    case .empty:
      let cause = records.failure.map { Diagnostic.unreadableFile($0) }
      diagnostics.append(cause ?? .emptyFile(at: Place(file: name)))
    case .table(let table):
      if let failure = records.failure ?? table.truncation(in: records, of: text) {
        diagnostics.append(failure)
        isUnusable = true
        return
      }
      diagnostics += text.warnings
      if let remainder = table.remainder {
        diagnostics.append(.furtherTable(at: records[remainder].place))
      }
      read(table, of: records, from: file)
    case .results(let results):
      if let failure = records.failure {
        diagnostics.append(failure)
        isUnusable = true
        return
      }
      diagnostics += text.warnings
      read(results, of: records, from: file)
    }
  }

  private mutating func read(_ table: RecognisedTable, of records: Records, from file: InputFile) {
    let numbers: NumberStyle
    do throws(Diagnostic) {
      numbers = try NumberStyle(of: table, in: records)
    } catch {
      diagnostics.append(error)
      isUnusable = true
      return
    }
    let id = nextID
    var source = SourceFile(
      path: file.path, format: table.format.name, kind: table.format.kind,
      platform: table.format.platform, sha256: file.digest)
    source.unusedColumns = table.unusedColumns
    source.assumptions = table.format.assumptions
    let reading = TableReading(
      table, of: records, client: client, numbers: numbers, clocks: clocks, file: id)
    source.records = reading.recordCount
    source.used = reading.used
    source.skipped = reading.skipped
    source.platform = source.platform ?? reading.onlyPlatform
    let span = FileSpan(of: table, in: records, path: file.path, data: reading.days)
    source.days = span.days
    source.asOf = span.asOf
    if data.files.contains(where: { $0.sha256 == source.sha256 && $0.format == source.format }) {
      // The same download twice: some records, such as costs, do not show it one by one.
      source.skipped.append(SourceFile.Skipped(.superseded, source.used))
      source.used = 0
      data.files.append(source)
      return
    }
    data.files.append(source)
    data.merge(reading.data)
    log += reading.log
    if table.format.kind == .postLog { data.hasPostLog = true }
  }

  private mutating func read(_ results: MetaResults, of records: Records, from file: InputFile) {
    do throws(Diagnostic) {
      let reading = try MetaResultsReading(
        results, of: records, path: file.path, client: client, file: nextID)
      var source = reading.source
      source.sha256 = file.digest
      data.files.append(source)
      data.series += reading.series
      if !reading.shares.isEmpty {
        undated.append(
          UndatedAudience(
            file: SourceFile.ID(data.files.count - 1), shownAs: file.shownAs,
            shares: reading.shares))
      }
    } catch {
      diagnostics.append(error)
    }
  }

  private var nextID: SourceFile.ID { SourceFile.ID(data.files.count) }

  /// Gives shares without a date the month of the newest export in their folder, else of the client.
  private mutating func dateAudience() {
    for audience in undated {
      let path = data.files[audience.file.index].path
      let beside = data.files.filter { $0.path.folder == path.folder }.compactMap(\.asOf).max()
      guard let day = beside ?? data.files.compactMap(\.asOf).max() else {
        diagnostics.append(.undatedFile(at: Place(file: audience.shownAs)))
        let used = data.files[audience.file.index].used
        data.files[audience.file.index].used = 0
        data.files[audience.file.index].skipped.append(SourceFile.Skipped(.incomplete, used))
        continue
      }
      data.files[audience.file.index].asOf = day
      data.files[audience.file.index].assumptions.append(.datedByNeighbours)
      data.audience += audience.shares.map { $0.share(in: day.month) }
    }
  }

  /// Sorts, counts each post once, and joins the log to its posts.
  consuming func finish() -> ClientLoad {
    dateAudience()
    data.removeSuperseded()
    data.apply(log)
    data.sort()
    data.sortSkipped()
    for (index, sums) in data.sums().enumerated() { data.files[index].sums = sums }
    return ClientLoad(data: data, diagnostics: diagnostics, isUnusable: isUnusable)
  }
}

/// The audience that a file without a date tells.
private struct UndatedAudience {
  let file: SourceFile.ID
  let shownAs: String
  let shares: [MetaResultsReading.Share]
}

extension String {
  /// A path without its last part.
  fileprivate var folder: Substring { lastIndex(of: "/").map { self[..<$0] } ?? "" }
}

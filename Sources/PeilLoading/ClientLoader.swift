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
      diagnostics.append(.unreadableFile(error))
      return
    }
    let records = Records(of: text)
    switch Recognition(records) {
    case .unknown(let header, let nearest):
      diagnostics.append(.unknownFile(header: header, nearest: nearest, at: Place(file: name)))
    case .ambiguous(let formats):
      diagnostics.append(.ambiguousFile(formats, at: Place(file: name)))
    case .table(let table):
      if let failure = records.failure {
        diagnostics.append(failure)
        isUnusable = true
        return
      }
      diagnostics += text.warnings
      read(table, of: records, from: file)
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
    let id = SourceFile.ID(data.files.count)
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
    source.sums = reading.data.sums
    data.files.append(source)
    data.merge(reading.data)
    log += reading.log
    if table.format.kind == .postLog { data.hasPostLog = true }
  }

  /// Sorts, counts each post once, and joins the log to its posts.
  consuming func finish() -> ClientLoad {
    data.removeSupersededPosts()
    data.removeSupersededFollowers()
    data.apply(log)
    data.sort()
    return ClientLoad(data: data, diagnostics: diagnostics, isUnusable: isUnusable)
  }
}

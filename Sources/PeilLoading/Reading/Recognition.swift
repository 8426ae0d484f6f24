import CSV
import Diagnostics
import TextFolding

/// A table of a file that is one of the known formats.
struct RecognisedTable {
  let format: ExportFormat
  /// The position of the header record.
  let header: Int
  /// The records of the table; blank ones may stand between them.
  let records: Range<Int>
  let columns: FieldColumns
  /// Of the header, as they are compared.
  let labels: [String]
  /// The currencies that amounts are in, as far as the file says.
  let currencies: Set<String>
  /// Labels that no field has, in the order of the file.
  let unusedColumns: [String]
  /// Where something else begins that is not read: another table of the same report.
  let remainder: Int?
}

/// What a file turned out to be.
enum Recognition {
  case table(RecognisedTable)
  /// Titled blocks of Meta's results pages.
  case results(MetaResults)
  /// Tables of a report of Google Analytics that no belief needs.
  case analytics(AnalyticsReport)
  /// Every line of a table became one field: the text has to be read again.
  case quotedLines(QuotedLines)
  /// No format fits: the header that was found, and the nearest format with what it lacks.
  case unknown(header: [String], nearest: (format: String, missing: [String])?)
  /// More than one format fits.
  case ambiguous([String])
  /// There is nothing in it.
  case empty

  /// How far into a file a header is looked for: notes and preambles are shorter.
  private static let deepest = 60

  init(_ records: Records, _ catalogue: ExportCatalogue) {
    guard records.contains(where: { !$0.isBlank }) else {
      self = .empty
      return
    }
    var widest: [String] = []
    for position in records.indices.prefix(Self.deepest) {
      let record = records[position]
      // A line that begins with `#` is a remark or a preamble, whatever it holds.
      guard record.count > 1, !record.begins(with: UInt8(ascii: "#")) else { continue }
      let header = (0..<record.countWithoutTrailing).map {
        HeaderLabel(record.string(at: $0).trimmingBlanks())
      }
      guard header.count > 1 else { continue }
      let labels = header.map(\.key)
      let fitting = catalogue.fitting(labels)
      guard let format = fitting.first else {
        if labels.count > widest.count { widest = labels }
        continue
      }
      guard fitting.count == 1 else {
        self = .ambiguous(fitting.map(\.name))
        return
      }
      self = .table(
        RecognisedTable(format, header: header, at: position, in: records, catalogue))
      return
    }
    if let results = MetaResults(records, catalogue.metaTitles) {
      self = .results(results)
    } else if let report = AnalyticsReport(records) {
      self = .analytics(report)
    } else if let lines = QuotedLines(records) {
      self = .quotedLines(lines)
    } else {
      self = .unknown(header: widest, nearest: catalogue.nearest(to: widest))
    }
  }

  /// What a file that cannot be read to its end would have been, by the lines at its beginning.
  init?(ofDamaged bytes: some Collection<UInt8>, _ catalogue: ExportCatalogue) {
    var length = min(bytes.count, 16 << 10)
    while length > 0 {
      // UTF-16 has two bytes a character, and the second byte of its line end is 0.
      length -= length % 2
      if let text = try? CSVFile(bytes: Array(bytes.prefix(length)), name: "") {
        self.init(Records(of: text), catalogue)
        return
      }
      length /= 2
    }
    return nil
  }

  /// Whether the file belongs into a report.
  var isKnown: Bool {
    switch self {
    case .table, .results, .analytics, .quotedLines: true
    case .unknown, .ambiguous, .empty: false
    }
  }
}

extension RecognisedTable {
  /// A download that broke off: the last record has fewer fields than the header, and its line no end.
  func truncation(in records: Records, of file: CSVFile) -> Diagnostic? {
    let endsLine = file.withBytes { bytes in
      bytes.isEmpty || bytes[bytes.count - 1] == UInt8(ascii: "\n")
    }
    guard format.isExport, !endsLine, let last = records[self.records].last,
      last.count < records[header].count
    else { return nil }
    return .truncatedFile(at: last.place(of: last.count - 1))
  }

  fileprivate init(
    _ format: ExportFormat, header labels: [HeaderLabel], at header: Int, in records: Records,
    _ catalogue: ExportCatalogue
  ) {
    self.format = format
    self.header = header
    self.labels = labels.map(\.key)
    (columns, unusedColumns) = catalogue.columns(of: format, in: self.labels)
    switch format.layout {
    case .table, .explainedTable:
      let first = Self.firstRecord(below: header, of: format, columns, in: records)
      self.records = first..<records.endIndex
      remainder = nil
    case .analytics:
      let end = records.indices[(header + 1)...].first { records[$0].isBlank } ?? records.endIndex
      self.records = header + 1..<end
      remainder = records.indices[end...].first { !records[$0].isBlank }
    }
    currencies = Self.currencies(of: columns, labels: labels, in: records[self.records])
  }

  /// In the label of an amount, `Amount spent (EUR)`, or in a column of its own, `Euro - EUR`.
  private static func currencies(
    of columns: FieldColumns, labels: [HeaderLabel], in records: Records
  ) -> Set<String> {
    let amounts: [Field] = [.amount, .revenue, .spend]
    var found = Set(amounts.compactMap { columns[$0] }.compactMap { labels[$0].currency })
    guard let column = columns[.currency] else { return found }
    for record in records where column < record.count {
      let code = record.string(at: column).suffix(3)
      if code.utf8.count == 3, code.utf8.allSatisfy({ 0x41...0x5A ~= $0 }) {
        found.insert(String(code))
      }
    }
    return found
  }

  /// Where the records begin: behind a second header record, which has no value where each record has one.
  private static func firstRecord(
    below header: Int, of format: ExportFormat, _ columns: FieldColumns, in records: Records
  ) -> Int {
    let next = header + 1
    guard format.layout == .explainedTable, next < records.endIndex,
      let key = format.signature.first.flatMap({ columns[$0] }),
      key < records[next].count, records[next].isEmpty(at: key)
    else { return next }
    return next + 1
  }
}

extension Record {
  /// Whether its first field has this for its first byte.
  fileprivate func begins(with byte: UInt8) -> Bool {
    withBytes(at: 0) { bytes in !bytes.isEmpty && bytes[0] == byte }
  }
}

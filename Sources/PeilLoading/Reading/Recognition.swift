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
  /// Where each field stands; more than one place when a label is repeated.
  let columns: [Field: [Int]]
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
  /// No format fits: the header that was found, and the nearest format with what it lacks.
  case unknown(header: [String], nearest: (format: String, missing: [String])?)
  /// More than one format fits.
  case ambiguous([String])
  /// There is nothing in it.
  case empty

  /// How far into a file a header is looked for: notes and preambles are shorter.
  private static let deepest = 60

  init(_ records: Records, formats: [ExportFormat] = ExportFormat.all) {
    guard records.contains(where: { !$0.isBlank }) else {
      self = .empty
      return
    }
    var widest: [String] = []
    for position in records.indices.prefix(Self.deepest) {
      let record = records[position]
      let labels = (0..<record.countWithoutTrailing).map {
        HeaderLabel(record.string(at: $0).trimmingBlanks()).key
      }
      // A line that begins with `#` is a remark or a preamble, whatever it holds.
      guard labels.count > 1, !labels[0].hasPrefix("#") else { continue }
      let fitting = formats.filter { $0.fits(labels) }
      guard let format = fitting.first else {
        if labels.count > widest.count { widest = labels }
        continue
      }
      guard fitting.count == 1 else {
        self = .ambiguous(fitting.map(\.name))
        return
      }
      self = .table(RecognisedTable(format, labels: labels, header: position, in: records))
      return
    }
    if let results = MetaResults(records) {
      self = .results(results)
    } else {
      self = .unknown(header: widest, nearest: Self.nearest(to: widest, formats))
    }
  }

  /// What a file that cannot be read to its end would have been, by the lines at its beginning.
  init?(ofDamaged bytes: [UInt8]) {
    var length = min(bytes.count, 16 << 10)
    while length > 0 {
      // UTF-16 has two bytes a character, and the second byte of its line end is 0.
      length -= length % 2
      if let text = try? CSVFile(bytes: Array(bytes.prefix(length)), name: "") {
        self.init(Records(of: text))
        return
      }
      length /= 2
    }
    return nil
  }

  /// Whether the file belongs into a report.
  var isKnown: Bool {
    switch self {
    case .table, .results: true
    case .unknown, .ambiguous, .empty: false
    }
  }

  /// The format of which most of the signature is there, if at least half of it is.
  private static func nearest(
    to labels: [String], _ formats: [ExportFormat]
  ) -> (format: String, missing: [String])? {
    let candidates = formats.map { format in
      (format: format.name, missing: format.missing(in: labels), count: format.signature.count)
    }
    let best = candidates.min {
      (Double($0.missing.count) / Double($0.count), $0.format)
        < (Double($1.missing.count) / Double($1.count), $1.format)
    }
    guard let best, best.missing.count * 2 <= best.count else { return nil }
    return (best.format, best.missing)
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
    return .truncatedFile(at: last.place)
  }

  fileprivate init(_ format: ExportFormat, labels: [String], header: Int, in records: Records) {
    self.format = format
    self.header = header
    switch format.layout {
    case .table:
      self.records = header + 1..<records.endIndex
      remainder = nil
    case .analytics:
      let end = records.indices[(header + 1)...].first { records[$0].isBlank } ?? records.endIndex
      self.records = header + 1..<end
      remainder = records.indices[end...].first { !records[$0].isBlank }
    }
    var columns: [Field: [Int]] = [:]
    var used: Set<Int> = []
    for (field, known) in format.columns {
      // The first label that is there wins: two of them can be one field's old and new name.
      guard let label = known.first(where: labels.contains) else { continue }
      let places = labels.indices.filter { labels[$0] == label }
      columns[field] = places
      used.formUnion(places)
    }
    self.columns = columns
    unusedColumns = labels.indices.filter { !used.contains($0) && !labels[$0].isEmpty }
      .map { labels[$0] }
  }
}

extension ExportFormat {
  fileprivate func fits(_ labels: [String]) -> Bool {
    missing(in: labels).isEmpty && !excluded.contains(where: labels.contains)
  }

  /// The first label of each field of the signature that is not there.
  fileprivate func missing(in labels: [String]) -> [String] {
    signature.compactMap { field in
      let known = columns[field] ?? []
      return known.contains(where: labels.contains) ? nil : known.first ?? field.rawValue
    }
  }
}

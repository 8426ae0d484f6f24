import FileSystem
import LibXML2

/// The sheets of a workbook, in its order, as the texts of CSV files.
struct Workbook {
  private(set) var sheets: [SheetText] = []
  private var byteCount = 0
  private let limit: Int

  /// Bytes of all sheets together: a text that is stored once may stand in a million cells.
  static let limit = 256 << 20

  enum Problem: Error {
    /// A part of the workbook is missing.
    case incomplete(String)
    /// In libxml2's words, with the rows before the fault.
    case malformed(String, rows: [UInt8])
    case tooLarge
    case archive(ZipArchive.Problem)
  }

  /// Reads an `.xlsx`: XML parts in an archive.
  ///
  /// - Returns: `nil` when the archive is no workbook.
  init?(_ archive: ZipArchive, limit: Int = limit) throws(Problem) {
    self.limit = limit
    guard let book = archive.entry(named: "xl/workbook.xml") else { return nil }
    let outline = WorkbookOutline()
    try Self.parse(book, of: archive, telling: outline)
    let relations = RelationReader()
    guard let related = archive.entry(named: "xl/_rels/workbook.xml.rels") else {
      throw .incomplete("xl/_rels/workbook.xml.rels")
    }
    try Self.parse(related, of: archive, telling: relations)
    let strings = SharedStringReader()
    if let shared = archive.entry(named: "xl/sharedStrings.xml") {
      try Self.parse(shared, of: archive, telling: strings)
    }
    let styles = CellStyleReader()
    if let styled = archive.entry(named: "xl/styles.xml") {
      try Self.parse(styled, of: archive, telling: styles)
    }
    for sheet in outline.sheets {
      guard let target = relations.targets[sheet.relation] else {
        throw .incomplete(sheet.name)
      }
      let path = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)"
      // A chart has a sheet of its own and no cells.
      guard path.contains("worksheets/"), let entry = archive.entry(named: path) else { continue }
      let reader = SheetReader(
        name: sheet.name, strings: strings.strings, times: styles.times,
        since1904: outline.since1904)
      try Self.parse(entry, of: archive, telling: reader) { reader.text.bytes }
      guard !reader.isTooLarge else { throw .tooLarge }
      try add(reader.text)
    }
  }

  private mutating func add(_ sheet: SheetText) throws(Problem) {
    byteCount += sheet.bytes.count
    guard byteCount <= limit else { throw .tooLarge }
    sheets.append(sheet)
  }

  /// Reads what Excel calls *XML Spreadsheet 2003*, which some platforms name `.xls`.
  ///
  /// - Returns: `nil` when the document is no workbook.
  init?(xml bytes: FileBytes, limit: Int = limit) throws(Problem) {
    self.limit = limit
    let reader = SpreadsheetMLReader(limit: limit)
    try Self.parse(bytes, telling: reader) { reader.sheets.last?.bytes ?? [] }
    guard reader.isWorkbook else { return nil }
    guard !reader.isTooLarge else { throw .tooLarge }
    for sheet in reader.sheets { try add(sheet) }
  }

  /// Reads an `.xls` of before 2007.
  ///
  /// - Returns: `nil` when the file holds no workbook, or one of before 1997.
  init?(_ file: CompoundFile, limit: Int = limit) throws(Problem) {
    self.limit = limit
    let stream: [UInt8]?
    do throws(CompoundFile.Damaged) {
      stream = try file.stream(named: "Workbook")
    } catch {
      throw .malformed("the workbook ends in the middle", rows: [])
    }
    guard let stream, var workbook = try OldWorkbook(stream) else { return nil }
    for outline in workbook.outlines { try add(try workbook.sheet(outline)) }
  }

  private static func parse(
    _ entry: ZipArchive.Entry, of archive: ZipArchive, telling handler: any XMLHandler,
    rows: () -> [UInt8] = { [] }
  ) throws(Problem) {
    let bytes: FileBytes
    do throws(ZipArchive.Problem) {
      bytes = try archive.bytes(of: entry)
    } catch {
      throw .archive(error)
    }
    try parse(bytes, telling: handler, rows: rows)
  }

  private static func parse(
    _ bytes: FileBytes, telling handler: any XMLHandler, rows: () -> [UInt8]
  ) throws(Problem) {
    let parser = XMLParser(encoding: .declared)
    let outcome = bytes.withBuffer { parser.parse($0, telling: handler) }
    guard outcome.isWellFormed else {
      throw .malformed(outcome.firstProblem?.message ?? "", rows: rows())
    }
  }
}

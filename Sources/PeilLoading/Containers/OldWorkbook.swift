/// A workbook as Excel wrote it from 1997 to 2003, *BIFF8*: the `.xls` of LinkedIn.
///
/// Records of a type and a length follow one another; first those of the whole workbook, then those of each
/// sheet. Of them only what a table needs is read: texts, numbers, results of formulas, and which are times.
///
/// Source: Microsoft, [MS-XLS] *Excel Binary File Format*, 2.4 (records), 2.5.294 (texts), 2.5.217 (short numbers).
struct OldWorkbook {
  private let stream: [UInt8]
  private let globals: OldWorkbookGlobals
  /// Bytes of the stream that sheets were read from so far.
  private var walked = 0

  /// The names are those of the specification.
  enum Kind: UInt16 {
    case formula = 0x0006
    case eof = 0x000A
    case date1904 = 0x0022
    case filePass = 0x002F
    case continued = 0x003C
    case boundSheet8 = 0x0085
    case mulRk = 0x00BD
    case rString = 0x00D6
    case xf = 0x00E0
    case sst = 0x00FC
    case labelSst = 0x00FD
    case number = 0x0203
    case label = 0x0204
    case boolErr = 0x0205
    case string = 0x0207
    case rk = 0x027E
    case format = 0x041E
    case bof = 0x0809
  }

  /// - Parameter stream: The stream `Workbook` of the compound file.
  /// - Returns: `nil` when it is of an older kind.
  init?(_ stream: [UInt8]) throws(Workbook.Problem) {
    var records = BIFFRecords(stream, at: 0)
    guard let first = records.next(), first.kind == .bof, first.data.count >= 4,
      first.data.number(at: 0, bytes: 2) == 0x0600
    else { return nil }
    self.stream = stream
    globals = try OldWorkbookGlobals(&records)
  }

  /// The sheets with cells, in their order.
  var outlines: [OldWorkbookGlobals.Sheet] { globals.sheets }

  /// - Throws: With the rows of the sheet before the damage; also when sheets share their records, with which a
  /// small file could take hours.
  mutating func sheet(_ outline: OldWorkbookGlobals.Sheet) throws(Workbook.Problem) -> SheetText {
    var cells = OldWorkbookCells(globals)
    var damage: BIFFDamage?
    do throws(BIFFDamage) {
      walked += try cells.read(stream, at: outline.start)
      if walked > stream.count { throw BIFFDamage(reason: "its sheets lie in one another") }
    } catch {
      damage = error
    }
    guard let text = cells.text(named: outline.name) else { throw .tooLarge }
    if let damage { throw .malformed(damage.reason, rows: text.bytes) }
    return text
  }
}

/// A record that is not as long as what it must hold, or a stream that ends too early.
struct BIFFDamage: Error {
  let reason: String

  static let short = BIFFDamage(reason: "a record is too short")
  static let cut = BIFFDamage(reason: "the workbook ends in the middle")
}

/// Records, one after the other.
struct BIFFRecords {
  private let stream: [UInt8]
  /// Behind the last record.
  private(set) var position: Int

  struct Record {
    /// `nil` for one that no table needs.
    let kind: OldWorkbook.Kind?
    let data: ArraySlice<UInt8>
  }

  /// - Parameter position: Of the first, in the stream.
  init(_ stream: [UInt8], at position: Int) {
    self.stream = stream
    self.position = position
  }

  /// - Returns: `nil` where the stream ends, also in the middle of a record.
  mutating func next() -> Record? {
    guard position >= 0, position + 4 <= stream.count else { return nil }
    let start = position + 4
    let end = start + stream.number(at: position + 2, bytes: 2)
    guard end <= stream.count else { return nil }
    defer { position = end }
    return Record(
      kind: OldWorkbook.Kind(rawValue: UInt16(stream.number(at: position, bytes: 2))),
      data: stream[start..<end])
  }

  /// Takes the records that go on with the one before.
  mutating func continuations() -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    while true {
      let before = position
      guard let record = next(), record.kind == .continued else {
        position = before
        return parts
      }
      parts.append(record.data)
    }
  }
}

/// The cells of one sheet of a BIFF8 workbook.
struct OldWorkbookCells {
  private let globals: OldWorkbookGlobals
  private var cells: [Cell] = []
  /// The formula whose text comes in a record of its own.
  private var formula: (row: Int, column: Int)?

  private struct Cell {
    let row: Int
    let column: Int
    let content: SheetText.Cell
  }

  /// Cells of a sheet: tables of exports have thousands.
  private static let most = 4_000_000

  init(_ globals: OldWorkbookGlobals) {
    self.globals = globals
  }

  /// - Parameter start: Of the sheet's records.
  /// - Returns: How many bytes they have.
  mutating func read(_ stream: [UInt8], at start: Int) throws(BIFFDamage) -> Int {
    var records = BIFFRecords(stream, at: start)
    guard records.next()?.kind == .bof else { throw BIFFDamage(reason: "a sheet is missing") }
    // A chart in the sheet has a beginning and an end of its own.
    var depth = 1
    while depth > 0, cells.count <= Self.most {
      guard let record = records.next() else { throw .cut }
      switch record.kind {
      case .bof: depth += 1
      case .eof: depth -= 1
      case let kind? where depth == 1: try take(kind, record.data, &records)
      default: continue
      }
    }
    return records.position - start
  }

  /// - Returns: `nil` when there is more than a sheet of an export holds.
  consuming func text(named name: String) -> SheetText? {
    guard cells.count <= Self.most else { return nil }
    // They come in order but for what add-ins wrote; of two in one place the later counts.
    var order = Array(cells.indices)
    func precedes(_ a: Int, _ b: Int) -> Bool {
      (cells[a].row, cells[a].column, a) < (cells[b].row, cells[b].column, b)
    }
    if order.indices.dropFirst().contains(where: { precedes(order[$0], order[$0 - 1]) }) {
      order.sort(by: precedes)
    }
    var text = SheetText(name: name)
    var row: Int?
    for (position, index) in order.enumerated() {
      let cell = cells[index]
      if position + 1 < order.count, case let next = cells[order[position + 1]],
        next.row == cell.row, next.column == cell.column
      {
        continue
      }
      if cell.row != row {
        if row != nil { text.endRow() }
        guard text.beginRow(cell.row) else { return nil }
        row = cell.row
      }
      guard text.add(cell.content, at: cell.column) else { return nil }
    }
    if row != nil { text.endRow() }
    return text
  }

  // MARK: - Records

  private mutating func take(
    _ kind: OldWorkbook.Kind, _ data: ArraySlice<UInt8>, _ records: inout BIFFRecords
  ) throws(BIFFDamage) {
    switch kind {
    case .labelSst:
      guard data.count >= 10 else { throw .short }
      let index = data.number(at: 6, bytes: 4)
      add(data, globals.strings.indices.contains(index) ? .text(globals.strings[index]) : .blank)
    case .number:
      guard data.count >= 14 else { throw .short }
      add(data, content(of: Self.double(data, at: 6), style: data.number(at: 4, bytes: 2)))
    case .rk:
      guard data.count >= 10 else { throw .short }
      let number = Self.short(data.number(at: 6, bytes: 4))
      add(data, content(of: number, style: data.number(at: 4, bytes: 2)))
    case .mulRk:
      guard data.count >= 6 else { throw .short }
      let row = data.number(at: 0, bytes: 2)
      let first = data.number(at: 2, bytes: 2)
      for index in 0..<(data.count - 6) / 6 {
        let number = Self.short(data.number(at: 6 + 6 * index, bytes: 4))
        let style = data.number(at: 4 + 6 * index, bytes: 2)
        cells.append(
          Cell(row: row, column: first + index, content: content(of: number, style: style)))
      }
    case .formula: try takeFormula(data)
    case .string:
      guard let place = formula else { return }
      formula = nil
      var text = BIFFText([data] + records.continuations())
      cells.append(
        Cell(row: place.row, column: place.column, content: .text(try text.string())))
    case .boolErr:
      guard data.count >= 8 else { throw .short }
      let isError = data.number(at: 7, bytes: 1) != 0
      add(data, isError ? .blank : Self.truth(data.number(at: 6, bytes: 1)))
    case .label, .rString:
      guard data.count >= 9 else { throw .short }
      var text = BIFFText([data.dropFirst(6)] + records.continuations())
      add(data, .text(try text.string()))
    case .bof, .eof, .date1904, .filePass, .continued, .boundSheet8, .xf, .sst, .format: return
    }
  }

  /// The result that was there when the file was saved.
  private mutating func takeFormula(_ data: ArraySlice<UInt8>) throws(BIFFDamage) {
    guard data.count >= 14 else { throw .short }
    guard data.number(at: 12, bytes: 2) == 0xFFFF else {
      add(data, content(of: Self.double(data, at: 6), style: data.number(at: 4, bytes: 2)))
      return
    }
    switch data.number(at: 6, bytes: 1) {
    case 0: formula = (data.number(at: 0, bytes: 2), data.number(at: 2, bytes: 2))
    case 1: add(data, Self.truth(data.number(at: 8, bytes: 1)))
    default: add(data, .blank)
    }
  }

  /// - Parameter data: Begins with row and column.
  private mutating func add(_ data: ArraySlice<UInt8>, _ content: SheetText.Cell) {
    cells.append(
      Cell(
        row: data.number(at: 0, bytes: 2), column: data.number(at: 2, bytes: 2), content: content))
  }

  private static func truth(_ value: Int) -> SheetText.Cell {
    .text(value == 0 ? "false" : "true")
  }

  private func content(of number: Double, style: Int) -> SheetText.Cell {
    guard number.isFinite else { return .blank }
    if globals.times.indices.contains(style), let time = globals.times[style],
      let moment = SpreadsheetTime(
        serial: number, since1904: globals.since1904, isDuration: time == .duration)
    {
      return .text(moment.text)
    }
    return .number(
      number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)")
  }

  private static func double(_ data: ArraySlice<UInt8>, at offset: Int) -> Double {
    let low = UInt64(data.number(at: offset, bytes: 4))
    let high = UInt64(data.number(at: offset + 4, bytes: 4))
    return Double(bitPattern: high << 32 | low)
  }

  /// A whole number or the upper part of another, of thirty bits, perhaps in hundredths.
  private static func short(_ value: Int) -> Double {
    let bits = UInt32(truncatingIfNeeded: value)
    let number =
      bits & 2 == 0
      ? Double(bitPattern: UInt64(bits & ~3) << 32) : Double(Int32(bitPattern: bits) >> 2)
    return bits & 1 == 0 ? number : number / 100
  }
}

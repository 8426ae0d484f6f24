internal import HTMLDialect

/// The grid of each table, its headers and its labels.
extension PageReader {
  mutating func beginTable() {
    let table = tables.open(number: heading.tableCount)
    if let chart = value(.dataChart) {
      table.pointee.chart = drawing.chart(chart)
    } else if drawing.figureChart >= 0 {
      // That of the figure around.
      table.pointee.chart = drawing.figureChart
    }
    heading.tableCount += 1
    markFigure(.hasTableOrLink)
    markFigure(.hasFigureContent)
  }

  mutating func countColumn() {
    guard let table = tables.last else { return }
    table.pointee.declaredColumns += value(.span).map { ValueSyntax.integer($0) } ?? 1
  }

  func beginRows(_ element: UInt8) {
    tables.last?.pointee.isHead = element == DialectElement.thead.rawValue
  }

  func beginRow() {
    tables.last?.pointee.beginRow()
  }

  @inline(__always)
  mutating func beginCell(_ element: UInt8) {
    guard let table = tables.last else { return }
    let hasSpans = present & dialect.spanAttributes != 0
    let columns = hasSpans ? number(.colspan) : 1
    let column = table.pointee.place(columns: columns, rows: hasSpans ? number(.rowspan) : 1)
    if table.pointee.overlaps { reportOverlap(in: table) }
    if element == DialectElement.td.rawValue {
      if !table.pointee.hasHeader(column), !has(.headers) {
        table.pointee.cellsWithoutHeader += 1
      }
      if let label = value(.dataLabel) { checkCellLabel(label, column, of: table) }
    } else if table.pointee.isHead {
      table.pointee.coverColumns(column, columns)
    } else {
      table.pointee.hasRowHeader = true
    }
  }

  @inline(never)
  private mutating func reportOverlap(in table: UnsafeMutablePointer<TableGrid>) {
    table.pointee.overlaps = false
    reportElement(.tableGrid, "a cell that overlaps one from a row above")
  }

  @inline(never)
  private mutating func number(_ attribute: DialectAttribute) -> Int {
    guard let digits = value(attribute), ValueSyntax.isInteger(digits, in: 1...1000) else {
      return 1
    }
    return ValueSyntax.integer(digits)
  }

  /// On narrow screens the label stands in for the header of the column, so it says the same.
  @inline(never)
  private mutating func checkCellLabel(
    _ label: Bytes, _ column: Int, of table: UnsafeMutablePointer<TableGrid>
  ) {
    guard let header = table.pointee.header(of: column),
      !table.pointee.hasLabel(label, column)
    else { return }
    if header == normalHash(label) {
      table.pointee.keepLabel(label, column)
    } else {
      reportTag(
        .tableLabel, "label `\(excerpt(label))` is not the header of its column",
        attribute: "data-label")
    }
  }

  mutating func endHeaderCell() {
    guard let table = tables.last else { return }
    if !top.pointee.flags.contains(.hasText), !top.pointee.flags.contains(.isNamed) {
      reportElement(.elementEmpty, "`th` without text")
    }
    if table.pointee.isHead {
      table.pointee.setHeader(normalHash(text[Int(top.pointee.textStart)..<text.count]))
    }
  }

  mutating func endRow() {
    guard let table = tables.last else { return }
    if table.pointee.cellsWithoutHeader > 0, !table.pointee.hasRowHeader,
      !table.pointee.wasReported
    {
      table.pointee.wasReported = true
      reportElement(.tableUnheaded, "a cell with no header over it and none beside it")
    }
    let width = table.pointee.endRow()
    if width == 0 {
      reportElement(.tableEmpty, "a row without cells")
    } else if table.pointee.columns == 0 {
      table.pointee.columns = width
    } else if table.pointee.columns != width {
      reportElement(
        .tableGrid, "a row of \(width) columns in a table of \(table.pointee.columns)")
    }
    if table.pointee.chart >= 0, !table.pointee.isHead, !table.pointee.keysOfRow.isEmpty {
      drawing.addRow(table.pointee.keysOfRow, of: table.pointee.chart)
    }
  }

  mutating func endRows() {
    guard let table = tables.last else { return }
    if table.pointee.endRows() {
      reportElement(.tableGrid, "a cell that reaches below the last row")
    }
    table.pointee.isHead = false
  }

  mutating func endTable() {
    guard let table = tables.last else { return }
    let (declared, columns) = (table.pointee.declaredColumns, table.pointee.columns)
    if declared > 0, columns > 0, declared != columns {
      reportElement(.tableGrid, "\(declared) columns declared, \(columns) there")
    }
    tables.close()
  }

  /// Keys that a cell shows, for the comparison of a chart with its table.
  func noteTableKeys(_ keys: Range<Int>) {
    guard let table = tables.last, table.pointee.chart >= 0 else { return }
    let row = table.pointee.keysOfRow
    table.pointee.keysOfRow = row.isEmpty ? keys : row.lowerBound..<keys.upperBound
  }
}

/// Tables that are open, one inside the other.
///
/// They keep their columns from table to table, and are changed where they lie: a table is too large to be
/// copied at every cell.
struct TableStack {
  private var tables: UnsafeMutablePointer<TableGrid>
  private var capacity = 4
  private var count = 0

  init() {
    tables = .allocate(capacity: capacity)
    for index in 0..<capacity { (tables + index).initialize(to: TableGrid()) }
  }

  func deallocate() {
    for index in 0..<capacity { tables[index].deallocate() }
    tables.deallocate()
  }

  mutating func removeAll() { count = 0 }

  /// The innermost table.
  @inline(__always)
  var last: UnsafeMutablePointer<TableGrid>? { count > 0 ? tables + (count - 1) : nil }

  /// The number of the innermost table on the page, or -1 outside.
  var number: Int { last?.pointee.number ?? -1 }

  mutating func open(number: Int) -> UnsafeMutablePointer<TableGrid> {
    if count == capacity { grow() }
    count += 1
    let table = tables + (count - 1)
    table.pointee.begin(number: number)
    return table
  }

  mutating func close() { count -= 1 }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<TableGrid>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: tables, count: capacity)
    for index in capacity..<(capacity * 2) { (larger + index).initialize(to: TableGrid()) }
    tables.deallocate()
    (tables, capacity) = (larger, capacity * 2)
  }
}

/// The columns of one table, row by row.
struct TableGrid {
  private struct Column {
    /// Hash of its last header; 0 for none.
    var header: UInt64 = 0
    /// The last label that was found to be the header: its two ends of eight bytes and its count, up to 16.
    var label = (first: UInt64(0), last: UInt64(0), count: 0)
    /// For how many more rows a cell from above fills it.
    var span = 0
    var isFilled = false
    /// A header cell stands over it.
    var isCovered = false
  }

  /// In the order of the page, from 0.
  var number = 0
  /// Width of the first row; 0 before it.
  var columns = 0
  var declaredColumns = 0
  var isHead = false
  var overlaps = false
  /// Of the row at hand.
  var cellsWithoutHeader = 0
  var hasRowHeader = false
  /// A cell without a header is reported once a table.
  var wasReported = false
  /// Index into the charts of the page, or -1.
  var chart = -1
  /// From the first to the last key that a cell of the row shows, in the lists of the page.
  var keysOfRow = 0..<0
  /// A cell of this part of the table fills more than one row. Without one, cells stand side by side and
  /// nothing is kept of what they fill.
  private var hasSpans = false
  /// Of the last cell, and of the next one without spans.
  private var cellColumn = 0
  private var nextColumn = 0
  /// Columns that a row has reached.
  private var reached = 0
  /// Columns of the row at hand that are filled.
  private var width = 0
  private var grid: UnsafeMutablePointer<Column>
  private var capacity = 16

  /// Columns that a table may have before the page is surely broken.
  private static let maximum = 1000

  init() {
    grid = .allocate(capacity: capacity)
  }

  func deallocate() { grid.deallocate() }

  mutating func begin(number: Int) {
    self.number = number
    (columns, declaredColumns, isHead, overlaps) = (0, 0, false, false)
    (cellColumn, reached, width, chart) = (0, 0, 0, -1)
    (wasReported, hasSpans) = (false, false)
    beginRow()
  }

  mutating func beginRow() {
    (keysOfRow, cellsWithoutHeader, hasRowHeader, width) = (0..<0, 0, false, 0)
    (cellColumn, nextColumn) = (0, 0)
    guard hasSpans else { return }
    for column in 0..<reached {
      grid[column].isFilled = grid[column].span > 0
      if grid[column].isFilled { width += 1 }
    }
  }

  /// - Returns: The column of a new cell, from 0.
  @inline(__always)
  mutating func place(columns count: Int, rows: Int) -> Int {
    guard !hasSpans, rows == 1, nextColumn &+ count <= Self.maximum else {
      return placeAmongSpans(columns: count, rows: rows)
    }
    cellColumn = nextColumn
    nextColumn &+= count
    width = nextColumn
    if nextColumn > reached { reach(nextColumn) }
    return cellColumn
  }

  @inline(never)
  private mutating func placeAmongSpans(columns count: Int, rows: Int) -> Int {
    if !hasSpans {
      hasSpans = true
      for column in 0..<reached {
        grid[column].isFilled = column < nextColumn
        grid[column].span = column < nextColumn ? 1 : 0
      }
    }
    // No column before the last cell is free.
    var column = cellColumn
    while column < reached, grid[column].isFilled { column += 1 }
    cellColumn = column
    let end = min(column + count, Self.maximum)
    reach(end)
    guard column < end else { return column }
    for index in column..<end {
      if grid[index].isFilled { overlaps = true } else { width += 1 }
      grid[index].isFilled = true
      grid[index].span = max(grid[index].span, rows)
    }
    return column
  }

  func hasHeader(_ column: Int) -> Bool { column < reached && grid[column].isCovered }

  /// Hash of the header over a column.
  func header(of column: Int) -> UInt64? {
    column < reached && grid[column].header != 0 ? grid[column].header : nil
  }

  /// Whether the label is the one that was compared before.
  @inline(__always)
  func hasLabel(_ label: UnsafeBufferPointer<UInt8>, _ column: Int) -> Bool {
    guard let ends = Self.ends(of: label) else { return false }
    return grid[column].label == (ends.first, ends.last, label.count)
  }

  func keepLabel(_ label: UnsafeBufferPointer<UInt8>, _ column: Int) {
    if let ends = Self.ends(of: label) {
      grid[column].label = (ends.first, ends.last, label.count)
    }
  }

  @inline(__always)
  private static func ends(
    of label: UnsafeBufferPointer<UInt8>
  ) -> (first: UInt64, last: UInt64)? {
    guard let letters = label.baseAddress, label.count > 0, label.count <= 16 else { return nil }
    guard label.count >= 8 else { return (wordOfBytes(letters, label.count), 0) }
    let raw = UnsafeRawPointer(letters)
    return (
      raw.loadUnaligned(as: UInt64.self),
      raw.loadUnaligned(fromByteOffset: label.count &- 8, as: UInt64.self)
    )
  }

  /// A header cell stands over these columns.
  mutating func coverColumns(_ column: Int, _ count: Int) {
    let end = min(column + count, Self.maximum)
    for index in column..<max(column, end) { grid[index].isCovered = true }
  }

  func setHeader(_ hash: UInt64) {
    guard cellColumn < reached else { return }
    grid[cellColumn].header = hash
    grid[cellColumn].label = (0, 0, 0)
  }

  /// - Returns: How many columns of the row are filled.
  func endRow() -> Int {
    guard hasSpans else { return width }
    for column in 0..<reached where grid[column].span > 0 { grid[column].span -= 1 }
    return width
  }

  /// - Returns: Whether a cell was to fill more rows than there are.
  mutating func endRows() -> Bool {
    guard hasSpans else { return false }
    hasSpans = false
    var reachesBelow = false
    for column in 0..<reached where grid[column].span > 0 {
      grid[column].span = 0
      reachesBelow = true
    }
    return reachesBelow
  }

  @inline(never)
  private mutating func reach(_ count: Int) {
    guard count > reached else { return }
    if count > capacity {
      let larger = UnsafeMutablePointer<Column>.allocate(capacity: Self.maximum)
      larger.update(from: grid, count: reached)
      grid.deallocate()
      (grid, capacity) = (larger, Self.maximum)
    }
    (grid + reached).update(repeating: Column(), count: count - reached)
    reached = count
  }
}

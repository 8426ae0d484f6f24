internal import HTMLDialect

/// The grid of each table, its headers and its labels.
extension PageReader {
  mutating func beginTable() {
    if openTables == tables.count { tables.append(TableGrid()) }
    tables[openTables].begin(number: heading.tableCount)
    if let chart = value(.dataChart) {
      tables[openTables].chart = drawing.chart(chart)
    } else if let figure = chartOfFigure() {
      tables[openTables].chart = figure
    }
    openTables += 1
    heading.tableCount += 1
    markFigure(.hasTableOrLink)
    markFigure(.hasFigureContent)
  }

  mutating func countColumn() {
    guard openTables > 0 else { return }
    let span = value(.span).map { ValueSyntax.integer($0) } ?? 1
    tables[openTables - 1].declaredColumns += span
  }

  mutating func beginRows(_ element: DialectElement) {
    guard openTables > 0 else { return }
    tables[openTables - 1].isHead = element == .thead
  }

  mutating func beginRow() {
    guard openTables > 0 else { return }
    tables[openTables - 1].beginRow()
  }

  mutating func beginCell(_ element: DialectElement) {
    guard openTables > 0 else { return }
    let columns = number(.colspan)
    let rows = number(.rowspan)
    let grid = openTables - 1
    let column = tables[grid].place(columns: columns, rows: rows)
    tables[grid].cellColumn = column
    if tables[grid].overlaps {
      tables[grid].overlaps = false
      reportElement(.tableGrid, "a cell that overlaps one from a row above")
    }
    if element == .td {
      tables[grid].dataCellsOfRow += 1
      if !tables[grid].hasHeader(column), !has(.headers) { tables[grid].cellsWithoutHeader += 1 }
      checkCellLabel(column)
    } else if tables[grid].isHead {
      tables[grid].coverColumns(column, columns)
    } else {
      tables[grid].hasRowHeader = true
    }
  }

  private func number(_ attribute: DialectAttribute) -> Int {
    guard let digits = value(attribute), ValueSyntax.isInteger(digits, in: 1...1000) else {
      return 1
    }
    return ValueSyntax.integer(digits)
  }

  /// On narrow screens the label stands in for the header of the column, so it says the same.
  private mutating func checkCellLabel(_ column: Int) {
    guard let label = value(.dataLabel), openTables > 0 else { return }
    let headers = tables[openTables - 1].headers
    guard column < headers.count, headers[column] != 0 else { return }
    if headers[column] != normalHash(label) {
      reportTag(
        .tableLabel, "label `\(excerpt(label))` is not the header of its column",
        attribute: "data-label")
    }
  }

  mutating func endCell(_ element: DialectElement) {
    guard openTables > 0 else { return }
    let grid = openTables - 1
    if element == .th {
      if !top.pointee.flags.contains(.hasText), !top.pointee.flags.contains(.isNamed) {
        reportElement(.elementEmpty, "`th` without text")
      }
      if tables[grid].isHead {
        let shown = text[Int(top.pointee.textStart)..<text.count]
        tables[grid].setHeader(normalHash(shown))
      }
    }
  }

  mutating func endRow() {
    guard openTables > 0 else { return }
    let grid = openTables - 1
    if tables[grid].cellsWithoutHeader > 0, !tables[grid].hasRowHeader, !tables[grid].wasReported {
      tables[grid].wasReported = true
      reportElement(.tableUnheaded, "a cell with no header over it and none beside it")
    }
    let width = tables[grid].endRow()
    if width == 0 {
      reportElement(.tableEmpty, "a row without cells")
    } else if tables[grid].columns == 0 {
      tables[grid].columns = width
    } else if tables[grid].columns != width {
      reportElement(
        .tableGrid, "a row of \(width) columns in a table of \(tables[grid].columns)")
    }
    drawing.endTableRow(of: tables[grid])
  }

  mutating func endRows() {
    guard openTables > 0 else { return }
    if tables[openTables - 1].endRows() {
      reportElement(.tableGrid, "a cell that reaches below the last row")
    }
    tables[openTables - 1].isHead = false
  }

  mutating func endTable() {
    guard openTables > 0 else { return }
    let grid = tables[openTables - 1]
    if grid.declaredColumns > 0, grid.columns > 0, grid.declaredColumns != grid.columns {
      reportElement(
        .tableGrid, "\(grid.declaredColumns) columns declared, \(grid.columns) there")
    }
    openTables -= 1
  }

  /// Keys that a cell shows, for the comparison of a chart with its table.
  mutating func noteTableKeys(_ keys: Range<Int>) {
    guard openTables > 0, tables[openTables - 1].chart >= 0 else { return }
    let row = tables[openTables - 1].keysOfRow
    tables[openTables - 1].keysOfRow = row.isEmpty ? keys : row.lowerBound..<keys.upperBound
  }

  /// The chart of the figure around, or -1.
  private func chartOfFigure() -> Int? {
    drawing.figureChart >= 0 ? drawing.figureChart : nil
  }
}

/// The columns of one table, row by row.
struct TableGrid {
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
  var cellColumn = 0
  var dataCellsOfRow = 0
  /// Index into the charts of the page, or -1.
  var chart = -1
  /// From the first to the last key that a cell of the row shows, in the lists of the page.
  var keysOfRow = 0..<0
  /// Hash of the last header of each column; 0 for none.
  private(set) var headers: [UInt64] = []
  private var covered: [Bool] = []
  /// For each column, how many more rows a cell from above fills.
  private var spans: [Int] = []
  private var filled: [Bool] = []

  /// Columns that a table may have before the page is surely broken.
  private static let maximum = 1000

  mutating func begin(number: Int) {
    self.number = number
    (columns, declaredColumns, isHead, overlaps, cellColumn, dataCellsOfRow) =
      (0, 0, false, false, 0, 0)
    chart = -1
    keysOfRow = 0..<0
    wasReported = false
    headers.removeAll(keepingCapacity: true)
    covered.removeAll(keepingCapacity: true)
    spans.removeAll(keepingCapacity: true)
    filled.removeAll(keepingCapacity: true)
  }

  mutating func beginRow() {
    (dataCellsOfRow, keysOfRow, cellsWithoutHeader, hasRowHeader) = (0, 0..<0, 0, false)
    for column in filled.indices { filled[column] = spans[column] > 0 }
  }

  /// - Returns: The column of a new cell, from 0.
  mutating func place(columns width: Int, rows: Int) -> Int {
    var column = 0
    while column < filled.count, filled[column] { column += 1 }
    let end = min(column + width, Self.maximum)
    while filled.count < end {
      filled.append(false)
      spans.append(0)
    }
    guard column < end else { return column }
    for index in column..<end {
      if filled[index] { overlaps = true }
      filled[index] = true
      spans[index] = max(spans[index], rows)
    }
    return column
  }

  func hasHeader(_ column: Int) -> Bool { column < covered.count && covered[column] }

  /// A header cell stands over these columns.
  mutating func coverColumns(_ column: Int, _ width: Int) {
    let end = min(column + width, Self.maximum)
    while covered.count < end { covered.append(false) }
    for index in column..<max(column, end) { covered[index] = true }
  }

  mutating func setHeader(_ hash: UInt64) {
    while headers.count <= cellColumn { headers.append(0) }
    headers[cellColumn] = hash
  }

  /// - Returns: The width of the row; less than its last column when there is a hole.
  mutating func endRow() -> Int {
    let width = filled.count { $0 }
    for column in spans.indices where spans[column] > 0 { spans[column] -= 1 }
    return width
  }

  /// - Returns: Whether a cell was to fill more rows than there are.
  mutating func endRows() -> Bool {
    let reachesBelow = spans.contains { $0 > 0 }
    for column in spans.indices { spans[column] = 0 }
    return reachesBelow
  }
}

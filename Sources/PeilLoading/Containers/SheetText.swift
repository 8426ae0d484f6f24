import Calendars

/// A sheet of a workbook as the text of a CSV file: every row is a record, also an empty one, so that
/// the position of a record is the number of its row.
struct SheetText {
  let name: String
  private(set) var bytes: [UInt8] = []
  /// The row and the column that come next, from 0.
  private var row = 0
  private var column = 0

  /// Bytes of a sheet; cells far apart could make it grow without end.
  static let limit = 64 << 20
  static let rows = 1 << 20
  static let columns = 1 << 14

  init(name: String) { self.name = name }

  /// - Parameter number: From 0; `nil` for the one that follows.
  /// - Returns: Whether there is room for it.
  mutating func beginRow(_ number: Int?) -> Bool {
    let number = number ?? row
    guard number >= row, number < Self.rows, bytes.count < Self.limit else { return false }
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: number - row))
    row = number
    column = 0
    return true
  }

  mutating func endRow() {
    bytes.append(UInt8(ascii: "\n"))
    row += 1
  }

  /// - Parameter number: Of the column, from 0; `nil` for the one that follows.
  mutating func add(_ cell: Cell, at number: Int?) -> Bool {
    let number = number ?? column
    guard number >= column, number < Self.columns, bytes.count < Self.limit else { return false }
    // A delimiter stands between two fields, so the first has none before it.
    let gaps = number - column + (column > 0 ? 1 : 0)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: ","), count: gaps))
    column = number + 1
    switch cell {
    case .text(let text): addText(text)
    case .number(let number): bytes.append(contentsOf: Self.unmistakable(number).utf8)
    case .blank: break
    }
    return true
  }

  enum Cell {
    case text(String)
    /// Digits with a point for the decimals, as both kinds of workbooks write them.
    case number(String)
    case blank
  }

  private mutating func addText(_ text: String) {
    let quote = UInt8(ascii: "\"")
    bytes.append(quote)
    for byte in text.utf8 where byte != 0 {
      bytes.append(byte)
      if byte == quote { bytes.append(quote) }
    }
    bytes.append(quote)
  }

  /// `2.546` as `2.5460`: three decimals could be thousands in a table of text.
  private static func unmistakable(_ number: String) -> String {
    guard let point = number.firstIndex(of: "."),
      number.utf8.count - point.utf16Offset(in: number) == 4,
      number.utf8.allSatisfy({ $0 < 0x40 })
    else { return number }
    return number + "0"
  }
}

/// A day or a time out of a spreadsheet's number, as text.
struct SpreadsheetTime {
  let text: String

  /// - Parameters:
  ///   - serial: Days since the end of 1899, or since 1904.
  ///   - isDuration: Hours that may exceed a day.
  init?(serial: Double, since1904: Bool, isDuration: Bool) {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    let seconds = Int((serial * 86_400).rounded())
    let clock = seconds % 86_400
    if isDuration || seconds < 86_400 {
      text = Self.clock(isDuration ? seconds : clock)
      return
    }
    let day = Day(daysSince1970: seconds / 86_400 - (since1904 ? 24_107 : 25_569))
    text = clock == 0 ? "\(day)" : "\(day)T\(Self.clock(clock))"
  }

  private static func clock(_ seconds: Int) -> String {
    [seconds / 3600, seconds / 60 % 60, seconds % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}

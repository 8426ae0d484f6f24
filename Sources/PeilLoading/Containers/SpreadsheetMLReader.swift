import LibXML2

/// *XML Spreadsheet 2003*: one document with all sheets; indices of rows and cells count from 1.
final class SpreadsheetMLReader: XMLHandler {
  private(set) var isWorkbook = false
  private(set) var isTooLarge = false
  private(set) var sheets: [SheetText] = []
  private var open: [String] = []
  private var column: Int?
  private var kind = ""
  private var value: [UInt8] = []
  private var hasData = false
  private let limit: Int
  /// Bytes of the sheets before the last.
  private var byteCount = 0

  /// - Parameter limit: The most bytes of all sheets together.
  init(limit: Int) { self.limit = limit }

  func startElement(_ tag: XMLStartTag) {
    let name = tag.name.string
    open.append(name)
    guard !isTooLarge else { return }
    let index = { tag.value(of: "Index").flatMap { Int($0) }.map { $0 - 1 } }
    switch name {
    case "Workbook":
      isWorkbook = tag.uri?.string == "urn:schemas-microsoft-com:office:spreadsheet"
    case "Worksheet":
      byteCount += sheets.last?.bytes.count ?? 0
      isTooLarge = byteCount > limit
      sheets.append(SheetText(name: tag.value(of: "Name") ?? ""))
    case "Row" where !sheets.isEmpty:
      isTooLarge = !sheets[sheets.count - 1].beginRow(index())
    case "Cell":
      column = index()
      kind = ""
      value = []
      hasData = false
    case "Data":
      kind = tag.value(of: "Type") ?? "String"
      hasData = true
    default: break
    }
  }

  func endElement() {
    let name = open.removeLast()
    guard !isTooLarge, !sheets.isEmpty else { return }
    if name == "Cell" { isTooLarge = !sheets[sheets.count - 1].add(content, at: column) }
    if name == "Row" { sheets[sheets.count - 1].endRow() }
  }

  /// Formatting elements may stand inside `Data`; comments have a `Data` of their own.
  func characters(_ text: UnsafeBufferPointer<UInt8>) {
    if open.contains("Data"), !open.contains("Comment") { value.append(contentsOf: text) }
  }

  private var content: SheetText.Cell {
    guard hasData, !value.isEmpty else { return .blank }
    let text = String(decoding: value, as: UTF8.self)
    switch kind {
    case "Number": return .number(text)
    case "Error": return .blank
    case "DateTime":
      let moment = text.hasSuffix(".000") ? String(text.dropLast(4)) : text
      return .text(moment.hasSuffix("T00:00:00") ? String(moment.dropLast(9)) : moment)
    default: return .text(text)
    }
  }
}

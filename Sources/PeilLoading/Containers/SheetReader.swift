import LibXML2

/// `xl/worksheets/sheet1.xml`: rows of cells.
final class SheetReader: XMLHandler {
  private(set) var text: SheetText
  private(set) var isTooLarge = false
  private let strings: [String]
  private let times: [CellStyleReader.Time?]
  private let since1904: Bool
  private var open: [String] = []
  private var cell = Cell()

  /// The cell that is being read.
  private struct Cell {
    var column: Int?
    var kind = ""
    var time: CellStyleReader.Time?
    var value: [UInt8] = []
  }

  init(name: String, strings: [String], times: [CellStyleReader.Time?], since1904: Bool) {
    text = SheetText(name: name)
    self.strings = strings
    self.times = times
    self.since1904 = since1904
  }

  func startElement(_ tag: XMLStartTag) {
    let name = tag.name.string
    open.append(name)
    guard !isTooLarge else { return }
    switch name {
    case "row":
      let number = tag.value(of: "r").flatMap { Int($0) }.map { $0 - 1 }
      isTooLarge = !text.beginRow(number)
    case "c":
      cell = Cell()
      cell.column = tag.value(of: "r").flatMap(Self.column)
      cell.kind = tag.value(of: "t") ?? "n"
      let style = tag.value(of: "s").flatMap { Int($0) } ?? 0
      cell.time = times.indices.contains(style) ? times[style] : nil
    default: break
    }
  }

  func endElement() {
    let name = open.removeLast()
    guard !isTooLarge else { return }
    if name == "c" { isTooLarge = !text.add(content, at: cell.column) }
    if name == "row" { text.endRow() }
  }

  func characters(_ text: UnsafeBufferPointer<UInt8>) {
    guard open.last == "v" || open.last == "t", !open.contains("rPh") else { return }
    cell.value.append(contentsOf: text)
  }

  private var content: SheetText.Cell {
    let value = String(decoding: cell.value, as: UTF8.self)
    switch cell.kind {
    case "s":
      guard let index = Int(value), strings.indices.contains(index) else { return .blank }
      return .text(strings[index])
    case "str", "inlineStr", "d": return .text(value)
    case "b": return .text(value == "1" ? "true" : "false")
    case "e": return .blank
    default:
      guard !value.isEmpty else { return .blank }
      if let time = cell.time, let serial = Double(value),
        let moment = SpreadsheetTime(
          serial: serial, since1904: since1904, isDuration: time == .duration)
      {
        return .text(moment.text)
      }
      return .number(value)
    }
  }

  /// `BC12` is 54.
  private static func column(_ reference: String) -> Int? {
    var column = 0
    for letter in reference.utf8 {
      guard 0x41...0x5A ~= letter else { break }
      column = column * 26 + Int(letter) - 0x40
      if column > SheetText.columns { return nil }
    }
    return column > 0 ? column - 1 : nil
  }
}

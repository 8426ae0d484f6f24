/// A file that is no table of text, told by its first bytes and never by its name.
enum ForeignFile: Hashable, Sendable {
  case archiveOrWorkbook
  case oldWorkbook
  case xmlWorkbook
  case page
  case picture
  case portableDocument

  init?(_ bytes: [UInt8]) {
    func begins(_ signature: [UInt8]) -> Bool { bytes.starts(with: signature) }
    func begins(_ text: String) -> Bool { bytes.starts(with: text.utf8) }
    if begins([0x50, 0x4B, 0x03, 0x04]) || begins([0x50, 0x4B, 0x05, 0x06]) {
      self = .archiveOrWorkbook
    } else if begins([0xD0, 0xCF, 0x11, 0xE0]) {
      self = .oldWorkbook
    } else if begins("<?xml") || begins("\u{FEFF}<?xml") {
      self = .xmlWorkbook
    } else if begins("<!DOCTYPE") || begins("<html") {
      self = .page
    } else if begins([0x89, 0x50, 0x4E, 0x47]) || begins([0xFF, 0xD8, 0xFF]) || begins("GIF8") {
      self = .picture
    } else if begins("%PDF") {
      self = .portableDocument
    } else {
      return nil
    }
  }

  var description: String {
    switch self {
    case .archiveOrWorkbook: "a zip archive or a workbook (.xlsx)"
    case .oldWorkbook: "an Excel workbook (.xls)"
    case .xmlWorkbook: "an XML file or workbook"
    case .page: "a web page"
    case .picture: "a picture"
    case .portableDocument: "a PDF"
    }
  }

  var help: String {
    switch self {
    case .archiveOrWorkbook: "unpack it, or save the workbook's sheets as CSV (UTF-8)"
    case .oldWorkbook, .xmlWorkbook: "save its sheets as CSV (UTF-8)"
    case .page, .picture, .portableDocument: "export the data as CSV"
    }
  }
}

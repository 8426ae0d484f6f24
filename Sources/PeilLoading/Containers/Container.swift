import FileSystem

/// What a file is, told by its first bytes and never by its name.
enum Container: Equatable {
  case text
  case archive
  /// A workbook perhaps.
  case xml
  /// A workbook of before 2007 perhaps.
  case compound
  case foreign(ForeignFile)

  init(_ bytes: FileBytes) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    {
      self = .archive
    } else if Self.isXML(bytes) {
      self = .xml
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .compound
    } else {
      self = ForeignFile(bytes).map { .foreign($0) } ?? .text
    }
  }

  /// The declaration, behind a byte order mark perhaps, in UTF-8 or UTF-16.
  private static func isXML(_ bytes: FileBytes) -> Bool {
    var starts: [[UInt8]] = [Array("<?xml".utf8), [0xEF, 0xBB, 0xBF] + Array("<?xml".utf8)]
    starts.append([0xFF, 0xFE, 0x3C, 0x00, 0x3F, 0x00, 0x78, 0x00])
    starts.append([0xFE, 0xFF, 0x00, 0x3C, 0x00, 0x3F, 0x00, 0x78])
    return starts.contains { bytes.starts(with: $0) }
  }
}

/// A file that is no table and cannot be read.
enum ForeignFile: Hashable, Sendable, CaseIterable {
  /// Of before 1997.
  case oldWorkbook
  /// A text document or a spreadsheet of another office program.
  case document
  case nestedArchive
  /// An archive of another kind than zip.
  case otherArchive
  case xml
  case page
  case picture
  case portableDocument

  /// - Returns: `nil` for what may be text; the kinds that need a look inside are not told here.
  init?(_ bytes: FileBytes) {
    guard
      let kind = Self.signatures.first(where: { signature in
        signature.starts.contains { bytes.starts(with: $0) }
      })?.kind
    else { return nil }
    self = kind
  }

  private static let signatures: [(kind: ForeignFile, starts: [[UInt8]])] = [
    (
      .otherArchive,
      [
        [0x1F, 0x8B], Array("Rar!".utf8), [0x37, 0x7A, 0xBC, 0xAF], Array("BZh".utf8),
        [0xFD, 0x37, 0x7A, 0x58],
      ]
    ),
    (
      .page,
      ["<!DOCTYPE", "<!doctype", "<html", "<HTML", "<table"].map { Array($0.utf8) }
    ),
    (.picture, [[0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8)]),
    (.portableDocument, [Array("%PDF".utf8)]),
  ]

  var description: String {
    switch self {
    case .oldWorkbook: "an Excel workbook of before 1997"
    case .document: "a document of an office program"
    case .nestedArchive: "an archive inside an archive"
    case .otherArchive: "an archive that is no zip"
    case .xml: "an XML file that is no workbook"
    case .page: "a web page"
    case .picture: "a picture"
    case .portableDocument: "a PDF"
    }
  }

  var help: String {
    switch self {
    case .oldWorkbook:
      "open it and save it as an Excel workbook (.xlsx), or save each of its sheets as CSV (UTF-8)"
    case .document: "save it as an Excel workbook (.xlsx) or as CSV (UTF-8)"
    case .nestedArchive, .otherArchive: "unpack it and drop its files in the folder"
    case .xml, .page, .picture, .portableDocument: "export the data as CSV"
    }
  }
}

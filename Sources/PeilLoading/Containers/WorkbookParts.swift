import LibXML2

extension XMLStartTag {
  /// A copy of an attribute's value.
  ///
  /// - Parameter prefix: As written before the colon; by default it does not matter.
  func value(of name: String, prefix: String? = nil) -> String? {
    for index in 0..<attributeCount {
      guard let attribute = attribute(index), attribute.name.string == name else { continue }
      if let prefix, attribute.prefix?.string != prefix { continue }
      return attribute.string
    }
    return nil
  }
}

/// `xl/workbook.xml`: names of the sheets and from when days count.
final class WorkbookOutline: XMLHandler {
  private(set) var sheets: [(name: String, relation: String)] = []
  private(set) var since1904 = false

  func startElement(_ tag: XMLStartTag) {
    switch tag.name.string {
    case "sheet":
      guard let name = tag.value(of: "name"), let relation = tag.value(of: "id") else { return }
      sheets.append((name, relation))
    case "workbookPr":
      since1904 = ["1", "true"].contains(tag.value(of: "date1904") ?? "")
    default: break
    }
  }

  func endElement() {}
  func characters(_ text: UnsafeBufferPointer<UInt8>) {}
}

/// `xl/_rels/workbook.xml.rels`: which part a sheet is.
final class RelationReader: XMLHandler {
  private(set) var targets: [String: String] = [:]

  func startElement(_ tag: XMLStartTag) {
    guard tag.name.string == "Relationship", let id = tag.value(of: "Id"),
      let target = tag.value(of: "Target")
    else { return }
    targets[id] = target
  }

  func endElement() {}
  func characters(_ text: UnsafeBufferPointer<UInt8>) {}
}

/// `xl/sharedStrings.xml`: texts that cells point to; readings of Japanese ones are left out.
final class SharedStringReader: XMLHandler {
  private(set) var strings: [String] = []
  private var open: [String] = []
  private var text: [UInt8] = []

  func startElement(_ tag: XMLStartTag) {
    open.append(tag.name.string)
    if tag.name.string == "si" { text = [] }
  }

  func endElement() {
    if open.popLast() == "si" { strings.append(String(decoding: text, as: UTF8.self)) }
  }

  func characters(_ text: UnsafeBufferPointer<UInt8>) {
    if open.last == "t", !open.contains("rPh") { self.text.append(contentsOf: text) }
  }
}

/// `xl/styles.xml`: which styles of cells are of days and times.
///
/// Source: ECMA-376 part 1, 18.8.30, numbers of the formats that every workbook has.
final class CellStyleReader: XMLHandler {
  enum Time {
    case moment
    /// Hours that may exceed a day.
    case duration
  }

  /// By the number of the style; `nil` is no time.
  private(set) var times: [Time?] = []
  private var own: [Int: Time] = [:]
  private var isInCells = false
  private var open: [String] = []

  func startElement(_ tag: XMLStartTag) {
    open.append(tag.name.string)
    switch tag.name.string {
    case "numFmt":
      guard let id = tag.value(of: "numFmtId").flatMap({ Int($0) }),
        let code = tag.value(of: "formatCode")
      else { return }
      own[id] = Self.time(of: code)
    case "xf" where open.contains("cellXfs"):
      let id = tag.value(of: "numFmtId").flatMap { Int($0) } ?? 0
      times.append(own[id] ?? Self.builtIn(id))
    default: break
    }
  }

  func endElement() { open.removeLast() }
  func characters(_ text: UnsafeBufferPointer<UInt8>) {}

  static func builtIn(_ id: Int) -> Time? {
    switch id {
    case 14...22, 27...36, 45, 47, 50...58: .moment
    case 46: .duration
    default: nil
    }
  }

  /// `yyyy-mm-dd`, `[h]:mm:ss`; letters inside quotes and brackets and behind a backslash do not count.
  static func time(of code: String) -> Time? {
    if code.lowercased().contains("[h") || code.lowercased().contains("[m") { return .duration }
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    for letter in code.lowercased() {
      if isEscaped {
        isEscaped = false
      } else if letter == "\"" {
        isQuoted.toggle()
      } else if isQuoted {
        continue
      } else if letter == "\\" || letter == "_" || letter == "*" {
        isEscaped = true
      } else if letter == "[" || letter == "]" {
        isBracketed = letter == "["
      } else if !isBracketed, "ymdhs".contains(letter) {
        return .moment
      }
    }
    return nil
  }
}

import Diagnostics
import LibXML2
import PeilModel

/// An SVG picture written again with nothing in it that acts, loads or hides.
///
/// Only drawing elements of SVG's own namespace stay, without handlers of events and without addresses that lead
/// out of the file. A browser that is given it as a picture would not run or load them either; what is cleaned
/// here is sent on by mail and opened elsewhere.
struct CleanedSVG {
  let bytes: [UInt8]
  /// Names of elements and attributes that were taken out, each once, in the order of the file.
  let removed: [String]

  /// - Throws: That the file is no SVG, with what libxml2 says.
  init(_ file: BrandFile) throws(Diagnostic) {
    let cleaner = Cleaner()
    let outcome = file.bytes.withUnsafeBufferPointer {
      XMLParser(encoding: .declared).parse($0, telling: cleaner)
    }
    guard outcome.isWellFormed, cleaner.isPicture else {
      throw .brandNoPicture(file, outcome.firstProblem)
    }
    bytes = cleaner.output
    removed = cleaner.removed
  }
}

private final class Cleaner: XMLHandler {
  private(set) var output: [UInt8] = []
  private(set) var removed: [String] = []
  /// The root is an `svg` of SVG's namespace.
  private(set) var isPicture = false
  /// Elements that are open and written; inside one that was left out, nothing is.
  private var open: [String] = []
  private var leftOut = 0
  /// The text of a `style` element, judged at its end.
  private var style: [UInt8]?

  private static let namespace = "http://www.w3.org/2000/svg"
  private static let drawing: Set<String> = [
    "circle", "clipPath", "defs", "desc", "ellipse", "g", "line", "linearGradient", "mask", "path",
    "pattern", "polygon", "polyline", "radialGradient", "rect", "stop", "style", "svg", "symbol",
    "text", "title", "tspan", "use",
  ]

  func startElement(_ tag: XMLStartTag) {
    let name = tag.name.string
    guard leftOut == 0, tag.uri?.string == Self.namespace, Self.drawing.contains(name),
      !open.isEmpty || name == "svg", style == nil
    else {
      // Elements of drawing programs hold no picture and are not worth a word.
      if leftOut == 0, tag.uri?.string == Self.namespace { note(name) }
      leftOut += 1
      return
    }
    if open.isEmpty { isPicture = true }
    open.append(name)
    if name == "style" {
      style = []
      return
    }
    write("<")
    write(name)
    if open.count == 1 { attribute("xmlns", Self.namespace) }
    for index in 0..<tag.attributeCount {
      guard let found = tag.attribute(index) else { continue }
      copy(found)
    }
    write(">")
  }

  private func copy(_ found: XMLAttribute) {
    let name = found.name.string
    let prefix = found.prefix?.string
    let value = found.string
    if name == "href", prefix == nil || prefix == "xlink" {
      if value.hasPrefix("#") { attribute("href", value) } else { note(name) }
    } else if prefix != nil {
      return
    } else if name.lowercased().hasPrefix("on") || !Self.isLocal(value) {
      note(name)
    } else {
      attribute(name, value)
    }
  }

  func endElement() {
    guard leftOut == 0 else {
      leftOut -= 1
      return
    }
    guard let name = open.popLast() else { return }
    if let text = style {
      style = nil
      guard Self.isLocal(String(decoding: text, as: UTF8.self)) else {
        note("style")
        return
      }
      write("<")
      write(name)
      write(">")
      escape(text)
    }
    write("</")
    write(name)
    write(">")
  }

  func characters(_ text: UnsafeBufferPointer<UInt8>) {
    guard leftOut == 0, !open.isEmpty else { return }
    if style != nil { style?.append(contentsOf: text) } else { escape(text) }
  }

  // MARK: - Rules

  /// Nothing in it leads out of the file: no import, no address but a fragment.
  private static func isLocal(_ value: String) -> Bool {
    // An escape could spell any of the words below.
    let text = value.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
    if text.contains("\\") || text.contains("@import") || text.contains("javascript:") {
      return false
    }
    return text.components(after: "url(").allSatisfy { $0.hasPrefix("#") }
  }

  private func note(_ name: String) {
    if !removed.contains(name) { removed.append(name) }
  }

  // MARK: - Writing

  private func write(_ text: String) { output += text.utf8 }

  private func attribute(_ name: String, _ value: String) {
    write(" ")
    write(name)
    write("=\"")
    escape(value.utf8)
    write("\"")
  }

  private func escape(_ text: some Sequence<UInt8>) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "<"): write("&lt;")
      case UInt8(ascii: ">"): write("&gt;")
      case UInt8(ascii: "&"): write("&amp;")
      case UInt8(ascii: "\""): write("&quot;")
      default: output.append(byte)
      }
    }
  }
}

extension String {
  /// What follows each occurrence of a text.
  fileprivate func components(after separator: String) -> [Substring] {
    var rest = self[...]
    var found: [Substring] = []
    while let range = rest.firstRange(of: separator) {
      rest = rest[range.upperBound...]
      found.append(rest)
    }
    return found
  }
}

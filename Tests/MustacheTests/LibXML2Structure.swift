import CLibXML2HTML
import Glibc

/// The elements of a page with the names of their attributes, as libxml2 reads them.
struct LibXML2Structure: Equatable, CustomStringConvertible {
  /// `<p class title>`, in the order of the document.
  private(set) var parts: [String] = []
  /// Decoded values of attributes that hold a URL, with the element and the attribute: `img src`.
  private(set) var urls: [(place: String, value: String)] = []

  var description: String { parts.joined() }

  static func == (one: LibXML2Structure, other: LibXML2Structure) -> Bool {
    one.parts == other.parts
  }

  /// Of HTML, as forgiving as libxml2 is.
  init(html page: [UInt8]) {
    let options =
      HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_RECOVER.rawValue
    read(
      page.withUnsafeBytes { bytes in
        htmlReadMemory(
          bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil, "UTF-8",
          Int32(options))
      })
  }

  /// Of XML; `nil` when it is not well formed.
  init?(xml page: [UInt8]) {
    let options =
      XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_NONET.rawValue
    let document = page.withUnsafeBytes { bytes in
      xmlReadMemory(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil, "UTF-8",
        Int32(options))
    }
    guard document != nil else { return nil }
    read(document)
  }

  private mutating func read(_ document: xmlDocPtr?) {
    guard let document else { return }
    defer { xmlFreeDoc(document) }
    var next = xmlDocGetRootElement(document)
    while let node = next {
      if node.pointee.type == XML_ELEMENT_NODE { append(node) }
      if node.pointee.type == XML_ELEMENT_NODE, let child = node.pointee.children {
        next = child
        continue
      }
      var behind: xmlNodePtr? = node
      while let current = behind, current.pointee.next == nil { behind = current.pointee.parent }
      // Above the root stands the document, which has nothing behind it.
      next = behind?.pointee.next
    }
  }

  private mutating func append(_ node: xmlNodePtr) {
    let element = String(cString: node.pointee.name)
    var names: [String] = []
    var attribute = node.pointee.properties
    while let current = attribute {
      let name = String(cString: current.pointee.name)
      names.append(name)
      if ["action", "formaction", "href", "src"].contains(name),
        let value = xmlNodeListGetString(node.pointee.doc, current.pointee.children, 1)
      {
        urls.append(("\(element) \(name)", String(cString: value)))
        // libxml2 allocates with malloc unless it is told otherwise; `xmlFree` is a global variable.
        free(value)
      }
      attribute = current.pointee.next
    }
    parts.append("<\(([element] + names).joined(separator: " "))>")
  }

  /// What runs when a URL is followed: its scheme as a browser finds it.
  static func scheme(of url: String) -> String? {
    let visible = url.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }
    let text = String(String.UnicodeScalarView(visible)).lowercased()
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let scheme = text[..<colon]
    return scheme.contains { "/?#".contains($0) } ? nil : String(scheme)
  }

  /// Whether every URL has a scheme that only shows something, or the one that it has with harmless
  /// values, too.
  func isAsHarmless(as other: LibXML2Structure) -> Bool {
    urls.indices.allSatisfy { index in
      guard let scheme = Self.scheme(of: urls[index].value) else { return true }
      if ["http", "https", "mailto", "tel"].contains(scheme) { return true }
      if scheme == "data", urls[index].place == "img src" { return true }
      return index < other.urls.count && Self.scheme(of: other.urls[index].value) == scheme
    }
  }
}

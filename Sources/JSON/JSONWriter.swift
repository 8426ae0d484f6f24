/// Writes JSON (RFC 8259) straight into bytes, members in the order in which they are given.
///
/// The same calls give the same bytes on every machine, which encoders that sort or hash their keys do
/// not promise, and a report of thousands of figures is written without a tree or a dictionary. Lines are
/// indented by two spaces; a list of numbers or texts stays on one line.
///
///     var json = JSONWriter()
///     json.object {
///       $0["client"] = "bakery"
///       $0.array("figures") { list in list.object { $0["value"] = 4.2 } }
///     }
public struct JSONWriter {
  public private(set) var bytes: [UInt8] = []
  private var depth = 0
  private var isFirst = true

  public init() {}

  /// The bytes with a line end behind the last.
  public consuming func finish() -> [UInt8] {
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  public mutating func object(_ body: (inout JSONObject) -> Void) {
    nest(UInt8(ascii: "{"), UInt8(ascii: "}")) { writer in
      var object = JSONObject(writer: writer)
      writer = JSONWriter()
      body(&object)
      writer = object.writer
    }
  }

  public mutating func array(_ body: (inout JSONArray) -> Void) {
    nest(UInt8(ascii: "["), UInt8(ascii: "]")) { writer in
      var array = JSONArray(writer: writer)
      writer = JSONWriter()
      body(&array)
      writer = array.writer
    }
  }

  /// A document that is a single value.
  public mutating func write(_ value: JSONScalar) {
    switch value {
    case .null: bytes += "null".utf8
    case .bool(let flag): bytes += (flag ? "true" : "false").utf8
    case .integer(let integer): bytes += String(integer).utf8
    case .number(let number):
      // JSON has no infinity; a caller that can have one decides before what it means.
      precondition(number.isFinite, "JSON cannot hold \(number)")
      bytes += Self.shortest(number).utf8
    case .text(let text): write(text)
    }
  }

  mutating func beginElement() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    startLine()
  }

  mutating func writeKey(_ key: String) {
    beginElement()
    write(key)
    bytes += ": ".utf8
  }

  mutating func writeInline(_ values: [JSONScalar]) {
    bytes.append(UInt8(ascii: "["))
    for (index, value) in values.enumerated() {
      if index > 0 { bytes += ", ".utf8 }
      write(value)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  // MARK: - Bytes

  private mutating func nest(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void) {
    bytes.append(open)
    depth += 1
    let wasFirst = isFirst
    isFirst = true
    body(&self)
    let isEmpty = isFirst
    isFirst = wasFirst
    depth -= 1
    if !isEmpty { startLine() }
    bytes.append(close)
  }

  private mutating func startLine() {
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<2 * depth { bytes.append(UInt8(ascii: " ")) }
  }

  private mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case UInt8(ascii: "\n"): bytes += "\\n".utf8
      case UInt8(ascii: "\t"): bytes += "\\t".utf8
      case 0..<0x20: bytes += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// The shortest text that reads back as the same number; a whole one without `.0`.
  private static func shortest(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
    return number.description
  }
}

/// A value that is no object or array.
public enum JSONScalar: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByFloatLiteral, ExpressibleByNilLiteral
{
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case text(String)

  public init(stringLiteral value: String) { self = .text(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(floatLiteral value: Double) { self = .number(value) }
  public init(nilLiteral: ()) { self = .null }

  public init(_ text: String?) { self = text.map { .text($0) } ?? .null }
  public init(_ integer: Int?) { self = integer.map { .integer($0) } ?? .null }
  public init(_ number: Double?) { self = number.map { .number($0) } ?? .null }
}

/// The members of an object, written in the order in which they are set.
public struct JSONObject {
  fileprivate var writer: JSONWriter

  /// Writes a member; there is nothing to read back.
  public subscript(key: String) -> JSONScalar {
    @available(*, unavailable)
    get { .null }
    set {
      writer.writeKey(key)
      writer.write(newValue)
    }
  }

  public mutating func object(_ key: String, _ body: (inout JSONObject) -> Void) {
    writer.writeKey(key)
    writer.object(body)
  }

  public mutating func array(_ key: String, _ body: (inout JSONArray) -> Void) {
    writer.writeKey(key)
    writer.array(body)
  }

  /// A list on one line.
  public mutating func list(_ key: String, _ values: [JSONScalar]) {
    writer.writeKey(key)
    writer.writeInline(values)
  }
}

/// The elements of an array.
public struct JSONArray {
  fileprivate var writer: JSONWriter

  public mutating func append(_ value: JSONScalar) {
    writer.beginElement()
    writer.write(value)
  }

  public mutating func object(_ body: (inout JSONObject) -> Void) {
    writer.beginElement()
    writer.object(body)
  }
}

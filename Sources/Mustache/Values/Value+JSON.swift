public import Diagnostics

extension Value {
  /// Reads JSON (RFC 8259): objects for the shape `json` or a record, whole numbers as integers.
  ///
  /// - Parameter file: As the diagnostic shows it.
  /// - Throws: The first error, with its place. Of two equal keys in an object the second is one.
  public init(json bytes: [UInt8], file: String) throws(Diagnostic) {
    var reader = JSONReader(source: TemplateSource(name: file, bytes: bytes))
    self = try reader.document()
  }
}

private struct JSONReader {
  let source: TemplateSource
  private var position = 0
  private var depth = 0

  private static let deepest = 512

  init(source: TemplateSource) {
    self.source = source
    // A byte order mark is not part of the text.
    if source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  mutating func document() throws(Diagnostic) -> Value {
    let result = try value()
    skipBlanks()
    guard position == source.bytes.count else { throw problem("expected the end of the file") }
    return result
  }

  private mutating func value() throws(Diagnostic) -> Value {
    skipBlanks()
    guard let byte = current else { throw problem("expected a value, found the end of the file") }
    switch byte {
    case UInt8(ascii: "{"): return .object(try object())
    case UInt8(ascii: "["): return .list(try list())
    case UInt8(ascii: "\""): return .text(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    default: throw problem("expected a value")
    }
  }

  private mutating func object() throws(Diagnostic) -> [String: Value] {
    try enter()
    defer { depth -= 1 }
    var result: [String: Value] = [:]
    skipBlanks()
    if skip(UInt8(ascii: "}")) { return result }
    repeat {
      skipBlanks()
      guard current == UInt8(ascii: "\"") else { throw problem("expected a key in quotes") }
      let start = position
      let key = try string()
      skipBlanks()
      guard skip(UInt8(ascii: ":")) else { throw problem("expected `:`") }
      guard result.updateValue(try value(), forKey: key) == nil else {
        throw problem("expected different keys, found `\(key)` twice", at: start)
      }
      skipBlanks()
    } while skip(UInt8(ascii: ","))
    guard skip(UInt8(ascii: "}")) else { throw problem("expected `,` or `}`") }
    return result
  }

  private mutating func list() throws(Diagnostic) -> [Value] {
    try enter()
    defer { depth -= 1 }
    var result: [Value] = []
    skipBlanks()
    if skip(UInt8(ascii: "]")) { return result }
    repeat {
      result.append(try value())
      skipBlanks()
    } while skip(UInt8(ascii: ","))
    guard skip(UInt8(ascii: "]")) else { throw problem("expected `,` or `]`") }
    return result
  }

  private mutating func enter() throws(Diagnostic) {
    depth += 1
    guard depth <= Self.deepest else {
      throw MustacheMessages.valueTooDeep(
        Self.deepest, at: source.place(position..<position + 1))
    }
    position += 1
  }

  private mutating func string() throws(Diagnostic) -> String {
    let start = position
    position += 1
    var text: [UInt8] = []
    while let byte = current {
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let result = String(validating: text, as: UTF8.self) else {
          throw problem("expected UTF-8 in this text", at: start)
        }
        return result
      case UInt8(ascii: "\\"): text.append(contentsOf: Array(String(try escape()).utf8))
      case 0..<0x20: throw problem("expected `\\u` for a control character", at: position - 1)
      default: text.append(byte)
      }
    }
    throw problem("expected `\"` at the end of this text", at: start)
  }

  private mutating func escape() throws(Diagnostic) -> Character {
    guard let byte = current else { throw problem("expected a character behind `\\`") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let first = try hexadecimal()
      if (0xD800..<0xDC00).contains(first), skip(UInt8(ascii: "\\")), skip(UInt8(ascii: "u")) {
        let second = try hexadecimal()
        if (0xDC00..<0xE000).contains(second),
          let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        {
          return Character(scalar)
        }
        return "\u{FFFD}"
      }
      // Half of a pair is no character.
      return Character(Unicode.Scalar(first) ?? "\u{FFFD}")
    default: throw problem("expected one of `\" \\ / b f n r t u` behind `\\`", at: position - 1)
    }
  }

  private mutating func hexadecimal() throws(Diagnostic) -> UInt32 {
    var result: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw problem("expected four hexadecimal digits")
      }
      result = result << 4 | UInt32(digit)
      position += 1
    }
    return result
  }

  private mutating func number() throws(Diagnostic) -> Number {
    let start = position
    _ = skip(UInt8(ascii: "-"))
    let whole = try digits()
    if whole.count > 1, source.bytes[whole.lowerBound] == UInt8(ascii: "0") {
      throw problem("expected a number without leading zeros", at: start)
    }
    var isInteger = true
    if skip(UInt8(ascii: ".")) {
      isInteger = false
      _ = try digits()
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      isInteger = false
      position += 1
      if !skip(UInt8(ascii: "+")) { _ = skip(UInt8(ascii: "-")) }
      _ = try digits()
    }
    let text = String(decoding: source.bytes[start..<position], as: UTF8.self)
    if isInteger, let integer = Int(text) { return .integer(integer) }
    guard let decimal = Double(text), decimal.isFinite else {
      throw problem("expected a number that is not larger than any", at: start)
    }
    return .decimal(decimal)
  }

  private mutating func digits() throws(Diagnostic) -> Range<Int> {
    let start = position
    while let byte = current, isDigit(byte) {
      position += 1
    }
    guard position > start else { throw problem("expected a digit") }
    return start..<position
  }

  private mutating func word(_ word: String, _ value: Value) throws(Diagnostic) -> Value {
    guard source.bytes[position...].starts(with: word.utf8) else {
      throw problem("expected a value")
    }
    position += word.utf8.count
    return value
  }

  // MARK: -

  private var current: UInt8? {
    position < source.bytes.count ? source.bytes[position] : nil
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    position += 1
    return true
  }

  private mutating func skipBlanks() {
    while let byte = current, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
  }

  private func problem(_ message: String, at start: Int? = nil) -> Diagnostic {
    let start = start ?? position
    return MustacheMessages.invalidJSON(message, at: source.place(start..<start + 1))
  }
}

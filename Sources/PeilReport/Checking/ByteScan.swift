internal import CByteMasks
internal import Glibc
internal import HTMLDialect

/// What can be said of a page's bytes before they are parsed: rules 1 to 4 and 18 of the dialect.
///
/// Each unusual byte is looked for with the C library's search, which passes over the others many at a
/// time. What a browser would read differently is found here, whatever the parser makes of it.
struct ByteScan {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  typealias Report = (CheckRule, Range<Int>, String) -> Void

  let bytes: Bytes

  /// - Parameter report: Is called for every problem, in the order of the checks.
  func run(_ report: Report) {
    checkProlog(report)
    checkControls(report)
    checkReferences(report)
  }

  private func checkProlog(_ report: Report) {
    let prolog = Array(Dialect.prolog.utf8)
    if bytes.starts(with: prolog) { return }
    let common = zip(bytes, prolog).prefix { $0 == $1 }.count
    report(
      .bytesProlog, common..<min(bytes.count, prolog.count),
      "the page does not begin with `<!DOCTYPE html>`, a new line and `<html `")
  }

  // MARK: - Controls

  /// Control characters that an XML parser takes for a space, so that nobody hears of them.
  private func checkControls(_ report: Report) {
    for byte in [0x09, 0x0D] as [UInt8] {
      for offset in offsets(of: byte) { checkByte(offset, report) }
    }
  }

  /// The others that it lets pass, with their places. Only asked for when one was met, or may stand where
  /// something else is wrong.
  func checkOtherControls(_ report: Report) {
    for byte in [0x7F, 0xC2] as [UInt8] {
      for offset in offsets(of: byte) { checkByte(offset, report) }
    }
  }

  static func newlines(in bytes: Bytes) -> Int {
    bytes.baseAddress.map { byte_count($0, bytes.count, 0x0A) } ?? 0
  }

  /// Control characters at which the parser has stopped, to say more of them than it does.
  func checkFatalControls(_ report: Report) {
    for offset in bytes.indices where bytes[offset] < 0x20 {
      if bytes[offset] != 0x09, bytes[offset] != 0x0D { checkByte(offset, report) }
    }
  }

  private func checkByte(_ offset: Int, _ report: Report) {
    let byte = bytes[offset]
    if byte < 0x20 && byte != 0x0A || byte == 0x7F {
      report(.bytesControl, offset..<(offset + 1), "control character \(hexadecimal(byte))")
    } else if byte == 0xC2, offset + 1 < bytes.count, bytes[offset + 1] &- 0x80 < 0x20 {
      report(
        .bytesControl, offset..<(offset + 2),
        "control character U+\(hexadecimal(bytes[offset + 1]))")
    }
  }

  /// New lines inside tags. Slow, so only asked for when the text holds fewer than the page.
  func checkNewlinesInTags(_ report: Report) {
    var index = Dialect.prolog.utf8.count - "<html ".utf8.count
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      var quote: UInt8?
      while index < bytes.count {
        let byte = bytes[index]
        if byte == 0x0A {
          report(.bytesTag, index..<(index + 1), "a new line inside a tag")
        } else if let open = quote {
          if byte == open { quote = nil }
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          quote = byte
        } else if byte == UInt8(ascii: ">") {
          break
        }
        index += 1
      }
    }
  }

  private func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0\(digits)" : digits
  }

  // MARK: - Markup and references

  /// Comments and the like, with their places. Only asked for when the parser has met one, or has met its
  /// end too early.
  func checkMarkup(_ report: Report) {
    let doctype = "<!DOCTYPE html>".utf8.count
    for offset in offsets(of: UInt8(ascii: "!"))
    where offset > 0 && bytes[offset - 1] == UInt8(ascii: "<") && offset >= doctype {
      let rest = bytes[(offset + 1)...]
      let name =
        rest.starts(with: "--".utf8)
        ? "a comment" : rest.starts(with: "[CDATA[".utf8) ? "a CDATA section" : "a declaration"
      report(.bytesMarkup, (offset - 1)..<(offset + 1), "\(name) in the page")
    }
    for offset in offsets(of: UInt8(ascii: "?"))
    where offset > 0 && bytes[offset - 1] == UInt8(ascii: "<") {
      report(.bytesMarkup, (offset - 1)..<(offset + 1), "a processing instruction in the page")
    }
  }

  private func checkReferences(_ report: Report) {
    for offset in offsets(of: UInt8(ascii: "&")) {
      let rest = bytes[(offset + 1)...].prefix(12)
      guard let end = rest.firstIndex(of: UInt8(ascii: ";")) else {
        report(.bytesReference, offset..<(offset + 1), "`&` that begins no reference")
        continue
      }
      let name = String(decoding: bytes[(offset + 1)..<end], as: UTF8.self)
      if Dialect.entities.contains(name) { continue }
      guard name.first == "#" else {
        report(.bytesReference, offset..<(end + 1), "reference `&\(name);`")
        continue
      }
      guard let number = Int(name.dropFirst()), number >= Dialect.lowestNumericReference,
        !name.contains("+"), Unicode.Scalar(UInt32(clamping: number)) != nil
      else {
        report(.bytesReference, offset..<(end + 1), "reference `&\(name);`")
        continue
      }
      if isInsideTag(offset) {
        report(.bytesTag, offset..<(end + 1), "a numeric reference inside a tag")
      }
    }
  }

  private func isInsideTag(_ offset: Int) -> Bool {
    var index = offset
    while index > 0, bytes[index] != UInt8(ascii: "<"), bytes[index] != UInt8(ascii: ">") {
      index -= 1
    }
    return bytes[index] == UInt8(ascii: "<")
  }

  /// Every place of a byte, found with the C library's search.
  @inline(__always)
  private func offsets(of byte: UInt8) -> some Sequence<Int> {
    sequence(state: 0) { (start: inout Int) -> Int? in
      guard let base = bytes.baseAddress, start < bytes.count,
        let found = memchr(base + start, Int32(byte), bytes.count - start)
      else { return nil }
      let offset = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      start = offset + 1
      return offset
    }
  }
}

internal import Glibc
internal import HTMLDialect

/// What can be said of a page's bytes before they are parsed: rules 1 to 4 and 18 of the dialect.
///
/// Eight bytes are looked at at once, and the few words that hold something unusual byte by byte. What
/// an XML parser would read differently from a browser is found here, whatever the parser makes of it.
struct ByteScan {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  let bytes: Bytes
  /// Called for every problem, in the order of the checks.
  let report: (CheckRule, Range<Int>, String) -> Void

  func run() {
    checkProlog()
    checkControls()
    checkMarkup()
    checkReferences()
  }

  private func checkProlog() {
    let prolog = Array(Dialect.prolog.utf8)
    if bytes.starts(with: prolog) { return }
    let common = zip(bytes, prolog).prefix { $0 == $1 }.count
    report(
      .bytesProlog, common..<min(bytes.count, prolog.count),
      "the page does not begin with `<!DOCTYPE html>`, a new line and `<html `")
  }

  // MARK: - Controls

  private func checkControls() {
    guard let base = bytes.baseAddress else { return }
    let raw = UnsafeRawPointer(base)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    var outsideTag = 0
    var index = 0
    while index + 8 <= bytes.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let low = (word &- ones &* 0x20) & ~word
      let delete = word ^ ones &* 0x7F
      let lead = word ^ ones &* 0xC2
      let found = low | (delete &- ones) & ~delete | (lead &- ones) & ~lead
      if found & highs != 0 {
        for offset in index..<(index + 8) { checkByte(offset, &outsideTag) }
      }
      index += 8
    }
    for offset in index..<bytes.count { checkByte(offset, &outsideTag) }
  }

  @inline(__always)
  private func checkByte(_ offset: Int, _ outsideTag: inout Int) {
    let byte = bytes[offset]
    if byte == 0x0A {
      checkNewline(offset, &outsideTag)
    } else if byte < 0x20 || byte == 0x7F {
      report(.bytesControl, offset..<(offset + 1), "control character \(hexadecimal(byte))")
    } else if byte == 0xC2, offset + 1 < bytes.count, bytes[offset + 1] &- 0x80 < 0x20 {
      report(
        .bytesControl, offset..<(offset + 2),
        "control character U+\(hexadecimal(bytes[offset + 1]))")
    }
  }

  /// - Parameter outsideTag: An offset that is known to lie between tags; moved on.
  private func checkNewline(_ offset: Int, _ outsideTag: inout Int) {
    var start = offset
    while start > outsideTag, bytes[start] != UInt8(ascii: "<") { start -= 1 }
    if bytes[start] == UInt8(ascii: "<") {
      var quote: UInt8?
      var index = start + 1
      while index < offset {
        let byte = bytes[index]
        if let open = quote {
          if byte == open { quote = nil }
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          quote = byte
        } else if byte == UInt8(ascii: ">") {
          break
        }
        index += 1
      }
      if index == offset {
        // The document type stands on a line of its own and has no attributes.
        report(.bytesTag, offset..<(offset + 1), "a new line inside a tag")
      }
    }
    outsideTag = offset + 1 < bytes.count ? offset + 1 : offset
  }

  private func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0\(digits)" : digits
  }

  // MARK: - Markup and references

  private func checkMarkup() {
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

  private func checkReferences() {
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

import FileSystem

extension FileBytes {
  /// Valid for as long as this object is.
  var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  /// The same text in UTF-8, from a code page.
  func decoded(fromCodePage encoding: TextEncoding) -> FileBytes {
    let upperHalf = encoding.upperHalf
    return FileBytes(capacity: count * 3) { output in
      var writer = UTF8Writer(output)
      for byte in buffer {
        writer.append(byte < 0x80 ? UInt32(byte) : UInt32(upperHalf[Int(byte) - 0x80]))
      }
      return writer.count
    }
  }

  /// The same text in UTF-8, from UTF-16 behind its byte order mark.
  ///
  /// - Throws: How many whole lines stand before half a character.
  func decodedFromUTF16(bigEndian: Bool) throws(InvalidUTF16) -> FileBytes {
    let body = UnsafeBufferPointer(rebasing: buffer.dropFirst(2))
    let units = body.count / 2
    return try FileBytes(capacity: units * 3) { output throws(InvalidUTF16) in
      var writer = UTF8Writer(output)
      var index = 0
      var line = 1
      func unit(_ index: Int) -> UInt32 {
        let first = UInt32(body[2 * index])
        let second = UInt32(body[2 * index + 1])
        return bigEndian ? first << 8 | second : second << 8 | first
      }
      while index < units {
        let value = unit(index)
        index += 1
        switch value {
        case 0xD800...0xDBFF:
          guard index < units, case let low = unit(index), 0xDC00...0xDFFF ~= low else {
            throw InvalidUTF16(line: line)
          }
          index += 1
          writer.append(0x10000 + (value - 0xD800) << 10 + (low - 0xDC00))
        case 0xDC00...0xDFFF:
          throw InvalidUTF16(line: line)
        default:
          if value == 0x0A { line += 1 }
          writer.append(value)
        }
      }
      if body.count % 2 == 1 { throw InvalidUTF16(line: line) }
      return writer.count
    }
  }
}

extension FileBytes {
  /// The same text with line feeds for the carriage returns of a file that has not a single line feed (an
  /// old Macintosh, and *CSV (Macintosh)* of Excel); itself in every other case.
  func withLineFeeds() -> FileBytes {
    let returnByte = UInt8(ascii: "\r")
    guard buffer.place(of: UInt8(ascii: "\n")) == nil, buffer.place(of: returnByte) != nil else {
      return self
    }
    return FileBytes(capacity: count) { output in
      for index in 0..<count {
        output[index] = buffer[index] == returnByte ? UInt8(ascii: "\n") : buffer[index]
      }
      return count
    }
  }
}

/// Half a surrogate pair, or half a code unit at the end.
struct InvalidUTF16: Error {
  let line: Int
}

private struct UTF8Writer {
  let output: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  init(_ output: UnsafeMutableBufferPointer<UInt8>) {
    self.output = output
  }

  /// - Parameter value: A Unicode scalar; the caller has joined surrogates.
  mutating func append(_ value: UInt32) {
    switch value {
    case ..<0x80:
      put(value)
    case ..<0x800:
      put(0xC0 | value >> 6)
      put(0x80 | value & 0x3F)
    case ..<0x10000:
      put(0xE0 | value >> 12)
      put(0x80 | value >> 6 & 0x3F)
      put(0x80 | value & 0x3F)
    default:
      put(0xF0 | value >> 18)
      put(0x80 | value >> 12 & 0x3F)
      put(0x80 | value >> 6 & 0x3F)
      put(0x80 | value & 0x3F)
    }
  }

  private mutating func put(_ byte: UInt32) {
    output[count] = UInt8(truncatingIfNeeded: byte)
    count += 1
  }
}
